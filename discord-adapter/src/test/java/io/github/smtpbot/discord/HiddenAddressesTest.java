package io.github.smtpbot.discord;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that is sent to Discord tells whose address was pasted: texts, buttons, menus. */
class HiddenAddressesTest {

  private static final SmtpBot BOT = SmtpBot.create();

  private static final List<String> FORMS =
      List.of(
          "550 5.1.1 <%s>: Recipient address rejected: User unknown",
          "%s: 552 5.2.2 mailbox full",
          "550 5.1.1 <%s> unknown\n452 4.2.2 <%1$s> full\n554 5.7.1 <%1$s>: Relay access denied",
          "mailbox full %s",
          "qwertzuiop %s",
          "5.7.%s",
          "Delivery to the following recipients failed: %s. The recipient's mailbox is full.");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xzebra@example.com",
        "\"x zebra zebra\"@example.com",
        "xzebra%example.com@relay.example",
        "bounces+zebra=example.com@list.example",
        "rfc822;xzebra+40example.com",
        "xzebra=40example.com",
        "mailto:xzebra%40example.com",
        "xzebrazebrazebrazebrazebrazebrazebrazebrazebrazebrazebrazebrazebrazebrazebrazebra@a.org"
      })
  void noPayloadShowsAnAddress(String address) {
    for (Locale locale : BOT.languages()) {
      FORMS.stream()
          .map(form -> String.format(Locale.ROOT, form, address))
          .flatMap(
              text ->
                  Stream.of(
                      BOT.answer(text, locale),
                      BOT.answerMessage(text.getBytes(StandardCharsets.UTF_8), locale)))
          .flatMap(HiddenAddressesTest::andShared)
          .flatMap(
              answer ->
                  Stream.of(
                      Card.of(answer, Extras.toAsker(true, "").withPaste(), words(answer)),
                      Card.of(answer, Extras.NONE, words(answer)),
                      FullAnswer.of(answer, words(answer))))
          .map(message -> message.toData().toString())
          .forEach(payload -> assertFalse(payload.contains("zebra"), payload));
    }
  }

  private static Stream<Answer> andShared(Answer answer) {
    return answer.shareable() == null
        ? Stream.of(answer)
        : Stream.of(answer, BOT.answerShared(answer.shareable(), answer.language()));
  }

  private static Label.Speaker words(Answer answer) {
    return Label.Speaker.of(BOT, answer.language());
  }
}
