package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Nothing that anybody pastes makes the reader fail. */
class DiagnoserPropertiesTest {

  private static final List<String> PIECES =
      List.of(
          "550",
          "5.7.1",
          "450-",
          "4.2.2",
          " ",
          "\n",
          "\r\n",
          "\t",
          "<",
          ">",
          "@",
          "a@b.example",
          "smtp;",
          "said:",
          "(in reply to RCPT TO command)",
          ">>> ",
          "<<< ",
          "'",
          "\"",
          "(",
          ")",
          "[192.0.2.1]",
          "[",
          "]",
          "#",
          ":",
          ";",
          "-",
          "dsn=",
          "status=bounced (",
          "Status: 5.1.1",
          "Final-Recipient: rfc822; a@b.example",
          "Diagnostic-Code: smtp; ",
          "From: <a@b.example>",
          "Subject: Undelivered Mail",
          "Received: from x by y",
          "Content-Type: multipart/report;",
          " boundary=x",
          "--x",
          "&lt;",
          "&#x1F4A9;",
          "<mailto:",
          "|",
          "```",
          "\u202e",
          "\ud83d",
          "host mx.example.com",
          "user unknown",
          "b'",
          "\\n",
          "2024-05-01 10:00:00 ",
          "MIME-Version: 1.0",
          "Content-Transfer-Encoding: base64",
          "=?utf-8?B?",
          "From MAILER-DAEMON",
          ".",
          "x");

  @Property(seed = "1982", tries = 2_000, shrinking = ShrinkingMode.BOUNDED)
  void aTextNeverMakesItFail(@ForAll("pieces") String text) {
    Diagnosis diagnosis = Reading.DIAGNOSER.read(text);
    diagnosis.findings().forEach(DiagnoserPropertiesTest::isWhole);
  }

  @Property(seed = "1982", tries = 2_000, shrinking = ShrinkingMode.BOUNDED)
  void aMessageNeverMakesItFail(@ForAll("pieces") String text) {
    byte[] message =
        ("From: MAILER-DAEMON@example.com\nSubject: x\nMIME-Version: 1.0\n" + text)
            .getBytes(StandardCharsets.UTF_8);
    Reading.DIAGNOSER.readMessage(message).findings().forEach(DiagnoserPropertiesTest::isWhole);
  }

  @Property(seed = "1982", tries = 500)
  void bytesNeverMakeItFail(@ForAll byte[] bytes) {
    assertNotNull(Reading.DIAGNOSER.readMessage(bytes));
  }

  @Property(seed = "1982", tries = 500)
  void charactersNeverMakeItFail(@ForAll String text) {
    assertNotNull(Reading.DIAGNOSER.read(text));
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(PIECES).list().ofMaxSize(60).map(list -> String.join("", list));
  }

  private static void isWhole(Finding finding) {
    assertFalse(finding.evidence().isEmpty());
    assertTrue(finding.confidence() >= 0 && finding.confidence() <= 1);
    assertTrue(finding.evidence().stream().allMatch(words -> words.matched().length() <= 1_000));
  }
}
