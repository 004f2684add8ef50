package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The line of a source file is no reply code, whatever stands behind it. */
class SourcePositionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "E1210 04:12:44.669479 1 notifiers.go:%s] failed to send email: ",
        "I0304 10:00:00.000000 7 mail.go:%s] failed to send email: ",
        "main.py:%s: send failed: ",
        "2024/05/01 10:00:00 mailer.go:%s: ",
        "[error] app.js:%s:12 Error: ",
        "2024/05/01 10:00:00 /srv/app/mail/send.rs:%s:9 ",
        "lib/mail/smtp.rb:%s:in `deliver!': ",
        "#0 /var/www/lib/Zend/Mail/Protocol/Abstract.php(%s): ",
        "[2020-03-02 07:32:28,865] ERROR {cps.worker:%s} Error sending email: ",
        "WARN  [main] (SmtpTransport.java:%s) - Could not send mail: ",
        "src\\job.rs:%s: SMTP failed to send: ",
        "Sender.cs:%s Mailer error: ",
      })
  void theReplyBehindASourcePositionIsRead(String position) {
    for (String line : List.of("449", "550", "452", "421", "535")) {
      Finding permanent = Reading.one(position.formatted(line) + "550 5.1.1 User unknown");
      assertEquals("550 5.1.1", permanent.codes(), () -> position + line);
      assertEquals(true, permanent.permanent(), () -> position + line);
      Finding transientOne = Reading.one(position.formatted(line) + "451 4.7.1 Try again later");
      assertEquals("451 4.7.1", transientOne.codes(), () -> position + line);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mx.example.com:550 User unknown",
    "mail.example.pl:550 User unknown",
    "SMTP:550 User unknown",
    "smtp(550): User unknown",
    "error:550 User unknown",
  })
  void theNameOfAHostOrAProgramBeforeACodeIsNoFile(String text) {
    assertEquals("550", Reading.one(text).codes());
  }

  @Test
  void aPositionAloneIsNoReply() {
    assertEquals(
        List.of(),
        Reading.DIAGNOSER
            .read("mailer.go:550: could not open the mail template")
            .findings()
            .stream()
            .filter(finding -> !finding.codes().isEmpty())
            .toList());
  }
}
