package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.diagnosis.Diagnosis;
import io.github.smtpbot.diagnosis.Finding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that Outlook saved are read as any other bounce, whoever wrote them. */
class OutlookFilesTest {

  private static final SmtpBot BOT = SmtpBot.create();
  private static final String REPLY = "550 5.1.1 <bob@example.com>: User unknown";

  private static OutlookMessage note(String body) {
    return new OutlookMessage("IPM.Note")
        .property("0037", "Undeliverable: hello")
        .property("0C1A", "Mail Delivery System")
        .property("5D01", "mailer-daemon@example.org")
        .property("1000", body);
  }

  private static OutlookMessage forward(String body) {
    return new OutlookMessage("IPM.Note")
        .property("0037", "FW: hello")
        .property("0C1A", "Alice")
        .property("5D01", "alice@example.org")
        .property("1000", body);
  }

  private static Diagnosis read(byte[] file) {
    Answer answer = BOT.answerMessage(file, Locale.ENGLISH);
    assertNotNull(answer.diagnosis(), answer.title());
    return answer.diagnosis();
  }

  private static Finding finding(OutlookMessage message) {
    Diagnosis diagnosis = read(message.bytes());
    assertEquals(1, diagnosis.findings().size(), diagnosis.toString());
    return diagnosis.findings().get(0);
  }

  @Test
  void theBodyOfABounceIsRead() {
    Finding found = finding(note("Your message was not delivered.\r\n\r\n" + REPLY + "\r\n"));

    assertEquals("5.1.1", String.valueOf(found.enhanced()));
    assertEquals("bob@example.com", found.recipient());
  }

  @Test
  void itIsABounceByItsHeaderAsWell() {
    OutlookMessage message =
        new OutlookMessage("IPM.Note")
            .property(
                "007D",
                """
                From: Mail Delivery System <MAILER-DAEMON@mx.example.org>
                Subject: Undelivered Mail Returned to Sender
                X-Failed-Recipients: bob@example.com

                """)
            .property("1000", REPLY);

    assertEquals(Diagnosis.Form.BOUNCE, read(message.bytes()).form());
  }

  @Test
  void whereThereIsNoPlainTextThePageIsRead() {
    String page =
        "<html><body><p>550 5.1.1 &lt;bob@example.com&gt;: User unknown</p></body></html>";

    assertEquals(
        "5.1.1",
        String.valueOf(
            finding(note("").property("1013", page.getBytes(StandardCharsets.UTF_8))).enhanced()));
    assertEquals("5.1.1", String.valueOf(finding(note("").property("1013", page)).enhanced()));
  }

  @Test
  void whatExchangeKeepsWithTheRecipientIsRead() {
    OutlookMessage report = new OutlookMessage("REPORT.IPM.Note.NDR").property("0037", "hello");
    report
        .recipient()
        .property("39FE", "bob@example.com")
        .property(
            "0C1B",
            "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup");

    Diagnosis diagnosis = read(report.bytes());

    assertEquals(Diagnosis.Form.BOUNCE, diagnosis.form());
    assertEquals("5.1.10", String.valueOf(diagnosis.findings().get(0).enhanced()));
    assertEquals("bob@example.com", diagnosis.findings().get(0).recipient());
  }

  @Test
  void aDeliveryStatusThatIsAttachedIsRead() {
    String status =
        """
        Reporting-MTA: dns; mx.example.org

        Final-Recipient: rfc822; bob@example.com
        Action: failed
        Status: 5.2.2
        Diagnostic-Code: smtp; 552 5.2.2 mailbox full
        """;
    OutlookMessage message =
        note("Your message could not be delivered.")
            .attach(
                "details.dat",
                "message/delivery-status",
                status.getBytes(StandardCharsets.US_ASCII));

    Diagnosis diagnosis = read(message.bytes());

    assertEquals(Diagnosis.Form.BOUNCE, diagnosis.form());
    assertEquals("5.2.2", String.valueOf(diagnosis.findings().get(0).enhanced()));
  }

  @Test
  void messagesAreReadThatAreForwardedAsAttachments() {
    OutlookMessage within = forward("What does this mean?");
    within.attached().property("0037", "Undeliverable").property("1000", REPLY);
    assertEquals("5.1.1", String.valueOf(finding(within).enhanced()));

    byte[] saved = note(REPLY).bytes();
    assertEquals(
        "5.1.1",
        String.valueOf(
            finding(
                    forward("See the file.")
                        .attach("bounce.msg", "application/octet-stream", saved))
                .enhanced()));

    byte[] mail =
        ("""
         From: MAILER-DAEMON@example.org
         Subject: Undeliverable
         Date: x

         """
                + REPLY)
            .getBytes(StandardCharsets.US_ASCII);
    assertEquals(
        "5.1.1",
        String.valueOf(
            finding(forward("See the file.").attach("bounce.eml", "message/rfc822", mail))
                .enhanced()));
  }

  @Test
  void whatElseIsAttachedIsNotReadUnlessItIsText() {
    assertEquals(
        0,
        read(forward("hello")
                .attach("a.png", "image/png", REPLY.getBytes(StandardCharsets.US_ASCII))
                .bytes())
            .findings()
            .size());
    assertEquals(
        1,
        read(forward("hello")
                .attach("mail.log", "", REPLY.getBytes(StandardCharsets.US_ASCII))
                .bytes())
            .findings()
            .size());
  }

  @Test
  void olderVersionsWroteInACodePage() {
    String thai = "ไม่พบผู้รับ " + REPLY;
    OutlookMessage message =
        new OutlookMessage("IPM.Note")
            .properties(0x3ffd, 874)
            .property("1000", thai, Charset.forName("x-windows-874"));

    Diagnosis diagnosis = read(message.bytes());

    assertEquals("5.1.1", String.valueOf(diagnosis.findings().get(0).enhanced()));
  }

  @Test
  void largePropertiesAreReadAsSmallOnes() {
    String quoted = "> an old line that tells nothing\r\n".repeat(3_000);

    assertEquals("5.1.1", String.valueOf(finding(note(REPLY + "\r\n\r\n" + quoted)).enhanced()));
  }

  @Test
  void itIsToldByItsContentAsOtherKindsOfFilesAre() {
    assertInstanceOf(FileContent.Text.class, FileContent.of(note(REPLY).bytes()));
    byte[] letter = letter();
    assertInstanceOf(FileContent.NoText.class, FileContent.of(letter));
    Answer answer = BOT.answerMessage(letter, Locale.ENGLISH);
    assertEquals(Answer.Kind.LIMIT, answer.kind());
    assertTrue(answer.title().contains("no text"), answer.title());
  }

  /** Word keeps letters in files of the same kind. */
  private static byte[] letter() {
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      file.getRoot()
          .createDocument(
              "WordDocument", new ByteArrayInputStream(REPLY.getBytes(StandardCharsets.UTF_16LE)));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      file.writeFilesystem(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theOneThatOtherTestsUseIsWrittenAsTheseAre() throws IOException {
    assertArrayEquals(
        note(REPLY).bytes(), Files.readAllBytes(Path.of("src/test/resources/outlook/bounce.msg")));
  }

  @Test
  void severalFilesAreAnsweredTogether() {
    Answer answer =
        BOT.reading(Locale.ENGLISH)
            .message("", note(REPLY).bytes())
            .message("", "452 4.2.2 <a@example.org>: full".getBytes(StandardCharsets.US_ASCII))
            .answer();

    assertNotNull(answer.diagnosis());
    assertEquals(2, answer.diagnosis().findings().size());
  }

  @Test
  void whatIsCutShortIsReadAsFarAsItGoes() {
    byte[] whole = note(REPLY).bytes();
    for (int length = 0; length < whole.length; length += 64) {
      assertNotNull(BOT.answerMessage(Arrays.copyOf(whole, length), Locale.ENGLISH).title());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverIsDamagedDoesNoHarm(long seed) {
    Random random = new Random(seed);
    byte[] whole = note(REPLY).attach("a.txt", "text/plain", new byte[5_000]).bytes();
    for (int round = 0; round < 200; round++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i < 1 + random.nextInt(20); i++) {
        damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt();
      }
      assertNotNull(BOT.answerMessage(damaged, Locale.ENGLISH).title());
    }
  }

  @Test
  void aChainOfSectorsThatBitesItsTailEnds() {
    byte[] file = note(REPLY + " ".repeat(10_000)).bytes();
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int table = (bytes.getInt(76) + 1) * 512;
    for (int sector = 0; sector < 128; sector++) {
      if (bytes.getInt(table + 4 * sector) > 0) {
        bytes.putInt(table + 4 * sector, 0);
      }
    }

    assertNotNull(BOT.answerMessage(file, Locale.ENGLISH).title());
  }

  /** Apache POI 5.5.1 runs out of 256 MiB on 2.5 MB of this. */
  @Test
  void storagesThatAllClaimTheSameStreamsDoNotMultiplyThem() throws IOException {
    int many = 10_000;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      DirectoryEntry streams = file.getRoot().createDirectory("streams");
      file.getRoot()
          .createDocument("__properties_version1.0", new ByteArrayInputStream(new byte[32]));
      for (int i = 0; i < many; i++) {
        streams.createDocument("__substg1.0_" + i, new ByteArrayInputStream(new byte[0]));
        file.getRoot().createDirectory("__attach_version1.0_#" + i);
      }
      file.writeFilesystem(out);
    }
    byte[] file = out.toByteArray();
    int child = entry(file, "streams", -1);
    entry(file, "__attach", child);

    assertNotNull(BOT.answerMessage(file, Locale.ENGLISH).title());
  }

  /** The first child of the storages of this name, or has them claim another. */
  private static int entry(byte[] file, String name, int claimed) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    byte[] wanted = name.getBytes(StandardCharsets.UTF_16LE);
    int child = -1;
    for (int at = 512; at + 128 <= file.length; at += 128) {
      if (file[at + 66] == 1
          && Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length)) {
        child = bytes.getInt(at + 76);
        if (claimed >= 0) {
          bytes.putInt(at + 76, claimed);
        }
      }
    }
    return child;
  }
}
