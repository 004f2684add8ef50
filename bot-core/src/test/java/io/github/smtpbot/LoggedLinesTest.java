package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.catalog.Cause;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line of a log that tells no failure is told as a success or as nothing, never as its pid. */
class LoggedLinesTest {

  private static final SmtpBot BOT = SmtpBot.create();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nov 26 03:11:09 mx1 postfix/smtp[550]: 4Qk3hB1z: to=<jan@example.com>,"
            + " relay=mx.example.com[192.0.2.3]:25, delay=1.2, dsn=2.0.0, status=sent (250 2.0.0 Ok:"
            + " queued as 4QkX)",
        "Nov 26 03:11:09 mx1 postfix/local[421]: 4Qk3hB1z: to=<jan@example.com>, relay=local,"
            + " dsn=2.0.0, status=sent (delivered to mailbox)",
        "Nov 26 03:11:09 mx1 sendmail[421]: 4Qk3hB: to=<jan@example.com>, dsn=2.0.0, stat=Sent (Ok:"
            + " queued as 550)"
      })
  void aDeliveryIsToldAsOne(String line) {
    Answer answer = BOT.answer(line, Locale.ENGLISH);
    assertEquals(List.of(Cause.SUCCESS), answer.asked().mentions().causes());
    assertTrue(answer.title().endsWith("Accepted"), answer.title());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nov 26 03:11:09 mx1 postfix/qmgr[421]: 4Qk3hB1z: removed",
        "postfix/smtpd[550]: connect from mail.example.com[192.0.2.4]",
        "dovecot[550]: imap-login"
      })
  void whatIsNoDeliveryIsNotGuessed(String line) {
    assertEquals("No SMTP reply in it", BOT.answer(line, Locale.ENGLISH).title());
  }
}
