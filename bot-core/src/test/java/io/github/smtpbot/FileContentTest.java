package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

  @ParameterizedTest
  @EnumSource
  void everyPackingThatALogMayHaveIsUnpacked(Packing packing) throws IOException {
    byte[] file = REPLY.getBytes(StandardCharsets.UTF_8);

    assertArrayEquals(file, text(FileContent.of(packing.pack(file, 1))));
  }

  @ParameterizedTest
  @EnumSource
  void ofAPackedFileNoMoreIsUnpackedThanIsRead(Packing packing) throws IOException {
    byte[] bomb = packing.pack(new byte[1024 * 1024], 50);
    assertTrue(bomb.length < 200_000, "small: " + bomb.length);

    assertInstanceOf(FileContent.TooLarge.class, FileContent.of(bomb));
  }

  @ParameterizedTest
  @EnumSource
  void ofAPackedFileThatBreaksOffWhatCameBeforeIsText(Packing packing) throws IOException {
    Random random = new Random(1982);
    byte[] file = new byte[2 * 1024 * 1024];
    for (int i = 0; i < file.length; i++) {
      file[i] = (byte) ('a' + random.nextInt(26));
    }
    byte[] packed = packing.pack(file, 1);

    FileContent content = FileContent.of(Arrays.copyOf(packed, packed.length - 20));

    FileContent.Text text = assertInstanceOf(FileContent.Text.class, content);
    assertFalse(text.isWhole());
    assertArrayEquals(Arrays.copyOf(file, text.message().length), text.message());
    assertTrue(text.message().length > 512 * 1024, "read: " + text.message().length);
  }

  /** The size of its dictionary stands in the header of a block, in six bits. */
  @Test
  void anXzFileThatAsksForMoreMemoryThanAnyNeedsIsNotUnpacked() throws IOException {
    byte[] file = Packing.XZ.pack(REPLY.getBytes(StandardCharsets.UTF_8), 1);
    int header = 12;
    int length = 4 * (file[header] + 1);
    int property = header + 4;
    assertEquals(0x21, file[property - 2], "the filter LZMA2");
    file[property] = 40;
    CRC32 sum = new CRC32();
    sum.update(file, header, length - 4);
    ByteBuffer.wrap(file, header + length - 4, 4)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt((int) sum.getValue());

    assertInstanceOf(FileContent.NoText.class, FileContent.of(file));
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

  private enum Packing {
    GZIP,
    BZIP2,
    XZ,
    ZSTD;

    byte[] pack(byte[] content, int times) throws IOException {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (OutputStream out =
          switch (this) {
            case GZIP -> new GZIPOutputStream(packed);
            case BZIP2 -> new BZip2CompressorOutputStream(packed);
            case XZ -> new XZCompressorOutputStream(packed);
            case ZSTD -> new ZstdOutputStream(packed);
          }) {
        for (int i = 0; i < times; i++) {
          out.write(content);
        }
      }
      return packed.toByteArray();
    }
  }

  private static byte[] text(FileContent content) {
    return assertInstanceOf(FileContent.Text.class, content).message();
  }

  private static byte[] packed(byte[] content, int times) throws IOException {
    return Packing.GZIP.pack(content, times);
  }
}
