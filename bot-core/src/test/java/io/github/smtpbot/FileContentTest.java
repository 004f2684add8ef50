package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileContentTest {

  private static final String REPLY = "550 5.1.1 <bob@example.com>: User unknown\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        REPLY,
        "",
        "time,code\r\n10:00,550 5.1.1\r\n",
        "{\"reply\": \"550 5.1.1 unknown\"}",
        "\u001b[31m550 5.1.1 unknown\u001b[0m",
        "5\b55\b50\b0 as a terminal is told to make it bold",
        "ข้อความนี้ส่งไม่ถึงผู้รับ 550 5.1.1"
      })
  void textIsLeftAsItIs(String text) {
    byte[] file = text.getBytes(StandardCharsets.UTF_8);

    assertArrayEquals(file, text(FileContent.of(file)));
  }

  @Test
  void textOfTwoBytesACharacterIsText() {
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      byte[] file = ("\uFEFF" + REPLY).getBytes(charset);

      assertArrayEquals(file, text(FileContent.of(file)));
    }
  }

  @Test
  void ofTextHardlyAnyCharacterIsOneThatDoesNotPrint() {
    byte[] few = ("\1\2" + "a".repeat(98)).getBytes(StandardCharsets.US_ASCII);
    assertArrayEquals(few, text(FileContent.of(few)));

    byte[] more = ("\1\2\3" + "a".repeat(97)).getBytes(StandardCharsets.US_ASCII);
    assertInstanceOf(FileContent.NoText.class, FileContent.of(more));
  }

  @Test
  void theShortestFilesAreLookedAtToo() {
    assertInstanceOf(FileContent.Text.class, FileContent.of(new byte[] {(byte) 0xff}));
    assertInstanceOf(FileContent.NoText.class, FileContent.of(new byte[] {0x1f}));
    assertInstanceOf(FileContent.NoText.class, FileContent.of(new byte[] {0x1f, (byte) 0x8b}));
  }

  @Test
  void whatIsUnpackedMayBeAsLargeAsWhatIsRead() throws IOException {
    byte[] most = "a".repeat(SmtpBot.MAX_MESSAGE).getBytes(StandardCharsets.US_ASCII);
    assertArrayEquals(most, text(FileContent.of(packed(most, 1))));
    byte[] more = "a".repeat(SmtpBot.MAX_MESSAGE + 1).getBytes(StandardCharsets.US_ASCII);
    assertInstanceOf(FileContent.TooLarge.class, FileContent.of(packed(more, 1)));
  }

  @Test
  void whatIsPackedIsUnpacked() throws IOException {
    byte[] file = REPLY.getBytes(StandardCharsets.UTF_8);

    assertArrayEquals(file, text(FileContent.of(packed(file, 1))));
  }

  @Test
  void ofAPackedFileNoMoreIsUnpackedThanIsRead() throws IOException {
    byte[] bomb = packed(new byte[1024 * 1024], 50);
    assertTrue(bomb.length < 200_000, "small: " + bomb.length);

    assertInstanceOf(FileContent.TooLarge.class, FileContent.of(bomb));
  }

  @Test
  void whatIsPackedTwiceOrBrokenIsNoText() throws IOException {
    byte[] twice = packed(packed(REPLY.getBytes(StandardCharsets.UTF_8), 1), 1);
    assertInstanceOf(FileContent.NoText.class, FileContent.of(twice));

    byte[] broken = {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3};
    assertInstanceOf(FileContent.NoText.class, FileContent.of(broken));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%PDF-1.7\n550", "PK\3\4 550", "{\\rtf1 550", "a\0b", "\1\2\3\4 550"})
  void otherKindsAreNoText(String content) {
    byte[] file = content.getBytes(StandardCharsets.ISO_8859_1);

    assertInstanceOf(FileContent.NoText.class, FileContent.of(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html><body>", "\uFEFF  <!DOCTYPE html>\n<html><body>", "<div>"})
  void aPageIsReadAsAPage(String beginning) {
    byte[] file =
        (beginning + "<p>550&nbsp;5.1.1 &lt;bob@example.com&gt;: <b>User</b> unknown</p>")
            .getBytes(StandardCharsets.UTF_8);

    String answer = SmtpBot.create().answerMessage(file, Locale.ENGLISH).toString();

    assertArrayEquals(file, text(FileContent.of(file)));
    assertTrue(answer.contains("5.1.1"), answer);
    assertFalse(answer.contains("nbsp") || answer.contains("<b>"), answer);
  }

  private static byte[] text(FileContent content) {
    return assertInstanceOf(FileContent.Text.class, content).message();
  }

  private static byte[] packed(byte[] content, int times) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      for (int i = 0; i < times; i++) {
        out.write(content);
      }
    }
    return packed.toByteArray();
  }
}
