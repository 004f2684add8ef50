package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.diagnosis.reader.Diagnoser;
import java.nio.charset.StandardCharsets;

/** Shorthand for the tests: one diagnoser that knows this build's catalog. */
final class Reading {

  static final Diagnoser DIAGNOSER = new Diagnoser(Catalog.builtIn());

  private Reading() {}

  /** The only finding in a text. */
  static Finding one(String text) {
    Diagnosis diagnosis = DIAGNOSER.read(text);
    assertEquals(1, diagnosis.findings().size(), () -> "findings: " + diagnosis.findings());
    return diagnosis.findings().get(0);
  }

  /** The only finding in a message, whose lines end as they do in SMTP. */
  static Finding oneOfMessage(String message) {
    Diagnosis diagnosis = message(message);
    assertEquals(1, diagnosis.findings().size(), () -> "findings: " + diagnosis.findings());
    return diagnosis.findings().get(0);
  }

  static Diagnosis message(String message) {
    return DIAGNOSER.readMessage(message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }
}
