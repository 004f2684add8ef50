package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Messages that are made to cost time or memory are read as far as a real one would go. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileTest {

  private static final int LENGTH = 10 << 20;

  private static final String HEADER =
      """
      From: MAILER-DAEMON@mx.example.net
      To: kim@example.org
      Subject: Undelivered Mail
      MIME-Version: 1.0
      """;

  private static final String PARTS = HEADER + "Content-Type: multipart/mixed; boundary=x\n\n";

  @Test
  void partsWithinPartsDoNotOverflowTheStack() {
    StringBuilder message = new StringBuilder(HEADER);
    for (int i = 0; message.length() < LENGTH; i++) {
      message.append("Content-Type: multipart/mixed; boundary=b").append(i);
      message.append("\n\n--b").append(i).append('\n');
    }
    assertNotNull(read(message.toString()));
  }

  @Test
  void linesThatEachBeginAPartAreNotAllRead() {
    assertEquals("", said(read(PARTS + repeat("--x\n"))));
  }

  @Test
  void theFirstOfManyPartsIsReadAllTheSame() {
    Diagnosis diagnosis =
        read(PARTS + "--x\n\n<lee@example.net>: 550 5.1.1 User unknown\n" + repeat("--x\n\n\n"));
    assertEquals("550 5.1.1", diagnosis.findings().get(0).codes());
  }

  @Test
  void tagsThatAreNeverClosedAreCutOff() {
    assertEquals("", said(read(HEADER + "Content-Type: text/html\n\n" + repeat("<div><b>"))));
  }

  @Test
  void aHeaderWithoutAnEndIsRead() {
    assertEquals("", said(read(HEADER + repeat("X-A: 550 5.1.1 b\n"))));
  }

  @Test
  void codesWithoutWordsAreNoReplies() {
    assertTrue(Reading.DIAGNOSER.read(repeat("550\n")).isEmpty());
  }

  /** The codes and words of what was found; a bounce that tells nothing has none. */
  private static String said(Diagnosis diagnosis) {
    return diagnosis.findings().stream()
        .map(finding -> finding.codes() + finding.text())
        .collect(Collectors.joining());
  }

  private static Diagnosis read(String message) {
    return Reading.DIAGNOSER.readMessage(message.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String repeat(String piece) {
    return piece.repeat(LENGTH / piece.length());
  }
}
