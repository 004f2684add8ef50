package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.House;
import io.github.smtpbot.diagnosis.Finding;
import io.github.smtpbot.diagnosis.reader.Diagnoser;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A brand is named only where the text shows it; of sisters that answer alike, the house is. */
class HouseAnswersTest {

  private static final SmtpBot BOT = SmtpBot.createUncached();
  private static final Locale THAI = Locale.forLanguageTag("th");
  private static final String OF_THE_HOUSE = "550 Reject due to policy restrictions (IP based)";

  private static String answeredBy(Answer answer, String label) {
    return answer.lead().stream()
        .filter(Part.Verdict.class::isInstance)
        .flatMap(part -> ((Part.Verdict) part).facts().stream())
        .filter(fact -> fact.label().equals(label))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static String house(Finding finding) {
    House house = finding.house();
    return house == null ? "-" : house.id();
  }

  @Test
  void whatAnyBrandSaysIsToldAsOfTheHouse() {
    Answer english = BOT.answer(OF_THE_HOUSE, Locale.ENGLISH);
    assertEquals(
        "GMX, IONOS, WEB.DE or another of United Internet", answeredBy(english, "Answered by"));
    assertTrue(
        english
            .lead()
            .contains(
                new Part.Text(
                    "What United Internet says", "Mail from this sending IP address is refused.")),
        english.lead().toString());
    assertEquals(
        "GMX, IONOS, WEB.DE หรือแบรนด์อื่นของ United Internet",
        answeredBy(BOT.answer(OF_THE_HOUSE, THAI), "ผู้ตอบ"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          550 Reject due to policy restrictions (IP based)                                  | gmx            | unitedinternet
          550 Reject due to policy restrictions. See https://postmaster.web.de/case?c=r1601 | webde          | -
          550 Reject due to policy restrictions. See https://postmaster.gmx.net/case?c=r16  | gmx            | -
          554-kundenserver.de (mxeue110) Nemesis ESMTP Service not available, bad DNS PTR   | ionos          | -
          554-(mxeue110) Nemesis ESMTP Service not available, bad DNS PTR resource record   | gmx            | unitedinternet
          host mx.web.de[192.0.2.1] said: 550 Reject due to policy restrictions (IP based)  | webde          | -
          550 5.7.1 <kim@web.de>: Reject due to policy restrictions (IP based)              | webde          | -
          535 5.7.3 Authentication unsuccessful [LO2P265CA0061.GBRP265.PROD.OUTLOOK.COM]    | exchangeonline | microsoft
          550 5.7.1 blocked, mail from your network (S3150) [AM6EUR.PROD.OUTLOOK.COM]       | outlook        | -
          550 5.7.1 TRANSPORT.RULES.RejectMessage; refused [AM6P191MB.EURP191.PROD.OUTLOOK.COM] | exchangeonline | -
          550 5.1.1 The email account that you tried to reach does not exist - gsmtp        | google         | -
          """)
  void aHostAHelpLinkOrATokenOfItsOwnShowsTheBrand(String text, String provider, String house) {
    Finding finding = new Diagnoser(Catalog.builtIn()).read(text).findings().get(0);
    assertEquals(provider, finding.provider() == null ? "nobody" : finding.provider().id());
    assertEquals(house, house(finding));
  }

  @Test
  void whatIsSharedStaysOfTheHouse() {
    Answer own = BOT.answer(OF_THE_HOUSE, Locale.ENGLISH);
    String token = Objects.requireNonNull(own.shareable()).token();
    Answer posted = BOT.answerShared(Shareable.ofToken(token).orElseThrow(), Locale.ENGLISH);
    assertEquals(answeredBy(own, "Answered by"), answeredBy(posted, "Answered by"));
    assertEquals(own.sources(), posted.sources());
  }
}
