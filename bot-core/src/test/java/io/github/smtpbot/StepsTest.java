package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Party;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.Role;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.diagnosis.Corpus;
import io.github.smtpbot.diagnosis.Finding;
import io.github.smtpbot.diagnosis.reader.Diagnoser;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What to do about something, told alone. */
class StepsTest {

  private static final SmtpBot BOT = SmtpBot.createUncached();
  private static final Words WORDS = Catalog.builtIn().words(Locale.ENGLISH);

  @ParameterizedTest
  @ValueSource(strings = {"en", "th"})
  void everyCodeThatSaysWhatToDoFirstTellsTheStepsAlone(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    Catalog.builtIn()
        .replyCodes()
        .forEach(
            facts -> {
              Answer page = BOT.answer(facts.code().text(), locale);
              if (page.hasSteps()) {
                Answer steps = steps(page, locale);
                assertEquals(page.codes(), steps.codes());
                assertFalse(steps.hasSteps(), "they are told");
              }
            });
  }

  @Test
  void ofAPasteTheStepsBeginWithTheFirstOneAndEndWithWhoHelps() {
    Answer read = BOT.answer("550 5.1.1 <bob@example.com>: User unknown", Locale.ENGLISH);

    Answer steps = steps(read, Locale.ENGLISH);

    Part.Fact first = Objects.requireNonNull(read.brief().first());
    assertTrue(
        steps.lead().get(0) instanceof Part.Text text && text.heading().equals(first.label()));
    assertTrue(
        steps.lead().get(steps.lead().size() - 1) instanceof Part.Text text
            && text.heading().equals(BOT.label("escalate", Locale.ENGLISH)));
    assertFalse(steps.toString().contains("bob"), "they are for others, too");
    assertEquals(read.sources(), steps.sources());
    assertFalse(steps.sources().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"250", "354", "252 501", "how do I fix 550", "help", "list 5xx"})
  void nothingIsOfferedWhereNothingFailedOrItWasAskedFor(String question) {
    assertFalse(BOT.answer(question, Locale.ENGLISH).hasSteps());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the"
            + " Tenant | password again",
        "550 5.7.30 Basic authentication is not supported for Client Submission. | wrong password",
        "421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred | Pause the mailing"
      })
  void whereTheProviderNamesTheStepTheGeneralOnesOfThoseWhoActStandAside(
      String reply, String general) {
    Answer read = BOT.answer(reply, Locale.ENGLISH);

    assertFalse(read.details().toString().contains(general), read.details().toString());
    assertFalse(steps(read, Locale.ENGLISH).toString().contains(general), "they are told alone");
  }

  @Test
  void whoNeverActsOnItIsStillToldWhatToDo() {
    Answer read = BOT.answer("550 5.7.511 Access denied, banned sender[192.0.2.1]", Locale.ENGLISH);

    assertTrue(read.details().toString().contains("Sender: Pass the whole reply line"));
  }

  @Test
  void noProvidersReplyIsAnsweredWithAGeneralStepOfThoseWhomTheProviderTellsWhatToDo() {
    Diagnoser diagnoser = new Diagnoser(Catalog.builtIn());
    long told = 0;
    for (Corpus.Reply reply : Corpus.replies()) {
      for (Finding finding : diagnoser.read(reply.text()).findings().stream().limit(1).toList()) {
        Provider.Rule rule = finding.rule();
        Answer read = BOT.answer(reply.text(), Locale.ENGLISH);
        Part.Fact first = read.brief().first();
        if (rule == null || first == null || !first.value().equals(rule.fix().get("en"))) {
          continue;
        }
        told++;
        for (Party party : Catalog.builtIn().cause(finding.cause()).acts(Severity.PERMANENT)) {
          String general = WORDS.cause(finding.cause(), Severity.PERMANENT).fix().get(role(party));
          assertTrue(general == null || !read.details().toString().contains(general), reply.text());
        }
      }
    }
    assertTrue(told > 50, "so many were looked at: " + told);
  }

  private static Role role(Party party) {
    return switch (party) {
      case SENDER -> Role.SENDER;
      case RECIPIENT -> Role.RECIPIENT;
      case SENDER_ADMIN, RECIPIENT_ADMIN -> Role.ADMINISTRATOR;
      case NOBODY -> Role.EVERYONE;
    };
  }

  private static Answer steps(Answer of, Locale locale) {
    return BOT.answerSteps(Objects.requireNonNull(of.shareable()), locale);
  }
}
