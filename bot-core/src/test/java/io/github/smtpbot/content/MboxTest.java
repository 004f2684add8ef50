package io.github.smtpbot.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One way to part a mailbox, for whoever reads logs and for whoever diagnoses. */
class MboxTest {

  private static final String HEADER = "From: a@example.com\nTo: b@example.org\nSubject: c\n\n";
  private static final String FROM = "From MAILER-DAEMON Thu May  2 10:00:00 2024\n";

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** As a stream that hands out so many bytes at a time. */
  private static List<String> parted(String mailbox, int longest, int sip) {
    InputStream stream =
        new ByteArrayInputStream(bytes(mailbox)) {
          @Override
          public synchronized int read(byte[] into, int from, int length) {
            return super.read(into, from, Math.min(sip, length));
          }
        };
    Mbox mbox = new Mbox(stream, longest);
    List<String> messages = new ArrayList<>();
    try {
      for (byte[] message = mbox.next(); message != null; message = mbox.next()) {
        messages.add(new String(message, StandardCharsets.UTF_8));
      }
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return messages;
  }

  private static List<String> parted(String mailbox) {
    return parted(mailbox, 1 << 20, 100_000);
  }

  @Test
  void messagesArePartedAtTheirFromLines() {
    String one = HEADER + "one\n\n";
    String two = HEADER + "two\n";
    for (int sip : new int[] {1, 7, 100_000}) {
      assertEquals(List.of(one, two), parted(FROM + one + FROM + two, 1 << 20, sip), "sip " + sip);
    }
  }

  @Test
  void aFromLineWithItsDatePartsWithoutAnEmptyLineBeforeIt() {
    assertEquals(
        List.of(HEADER + "one\n", HEADER + "two\n"),
        parted(FROM + HEADER + "one\n" + FROM + HEADER + "two\n"));
  }

  @Test
  void aSentenceThatBeginsWithFromPartsNothing() {
    String body = HEADER + "one\nFrom here on all goes well, we hope so.\n";
    assertEquals(List.of(body), parted(FROM + body));
  }

  @Test
  void oneMessageIsNoMailbox() {
    String message = HEADER + "one\n\nFrom MAILER-DAEMON Thu May  2 10:00:00 2024\ntwo\n";
    assertEquals(List.of(message), parted(message));
    byte[] file = bytes(message);
    assertSame(file, Mbox.split(file, 10).get(0), "nor is it copied");
  }

  @Test
  void ofALongMessageItsBeginningIsKept() {
    String long1 = HEADER + "x".repeat(300_000) + "\n\n";
    List<String> messages = parted(FROM + long1 + FROM + HEADER, 1_000, 100_000);

    assertEquals(List.of(long1.substring(0, 1_000), HEADER), messages);
  }

  @Test
  void oldLineEndsAreLineEnds() {
    String mailbox = FROM + HEADER + "one\n\n" + FROM + HEADER + "two\n";
    assertEquals(parted(mailbox), parted(mailbox.replace('\n', '\r')));
    assertEquals(
        parted(mailbox).stream().map(message -> message.replace("\n", "\r\n")).toList(),
        parted(mailbox.replace("\n", "\r\n")));
  }

  @Test
  void noMoreAreReadThanAreAskedFor() {
    byte[] mailbox = bytes((FROM + HEADER + "\n").repeat(20));

    assertEquals(10, Mbox.split(mailbox, 10).size());
    assertEquals(List.of(), Mbox.split(bytes("550 5.1.1 User unknown\n"), 10));
    assertEquals(List.of(), Mbox.split(new byte[0], 10));
  }

  @Test
  void whatAFileHoldsIsToldByItsForm() throws IOException {
    assertEquals(Content.Kind.MBOX, kind(FROM + HEADER));
    assertEquals(Content.Kind.MBOX, kind("\r\r" + (FROM + HEADER).replace('\n', '\r')));
    assertEquals(Content.Kind.MBOX, kind("\r\n" + FROM + HEADER));
    assertEquals(Content.Kind.MESSAGE, kind(HEADER + "one\n"));
    assertEquals(Content.Kind.LINES, kind("Nov 27 10:00:00 mx postfix/smtp[1]: to=<a@b>\n"));
    assertEquals(Content.Kind.LINES, kind("From: me\nTo you all: hello\n"));
  }

  private static Content.Kind kind(String text) throws IOException {
    return Content.of(new ByteArrayInputStream(bytes(text))).kind();
  }
}
