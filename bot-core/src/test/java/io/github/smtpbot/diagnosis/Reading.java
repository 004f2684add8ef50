package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.diagnosis.reader.Diagnoser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** The first finding in a text. */
  static Finding first(String text) {
    List<Finding> findings = DIAGNOSER.read(text).findings();
    assertFalse(findings.isEmpty(), () -> "nothing is read out of " + text);
    return findings.get(0);
  }

  /** The id of who answered; null if that is not known. */
  static @Nullable String provider(Finding finding) {
    return finding.provider() == null ? null : finding.provider().id();
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
