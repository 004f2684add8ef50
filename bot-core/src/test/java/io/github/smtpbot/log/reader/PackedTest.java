package io.github.smtpbot.log.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.airlift.compress.zstd.ZstdOutputStream;
import io.github.smtpbot.log.LogCount.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;

class PackedTest {

  private interface Packing {
    OutputStream of(OutputStream out) throws IOException;
  }

  private static String line(int n) {
    return "2026-11-20T10:00:01Z mx1 postfix/smtp[9]: 4F1B2C3D"
        + n
        + ": to=<a"
        + n
        + "@example.com>, relay=none, delay=1, dsn=2.0.0, status=sent (250 OK)\n";
  }

  private static byte[] twice(Packing packing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int n = 1; n <= 2; n++) {
      try (OutputStream out = packing.of(bytes)) {
        out.write(line(n).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static void isReadToItsEnd(Packing packing) throws IOException {
    Read read = Read.bytes(twice(packing));

    assertEquals(List.of(), read.count().problems());
    assertEquals(2, read.deliveries().size());
    assertEquals((line(1) + line(2)).length(), read.count().bytes());
  }

  @Test
  void gzipFilesPutEndToEndAreReadToTheirEnd() throws IOException {
    isReadToItsEnd(GZIPOutputStream::new);
  }

  @Test
  void bzip2FilesPutEndToEndAreReadToTheirEnd() throws IOException {
    isReadToItsEnd(BZip2CompressorOutputStream::new);
  }

  @Test
  void xzFilesPutEndToEndAreReadToTheirEnd() throws IOException {
    isReadToItsEnd(XZCompressorOutputStream::new);
  }

  @Test
  void zstdFilesPutEndToEndAreReadToTheirEnd() throws IOException {
    isReadToItsEnd(ZstdOutputStream::new);
  }

  @Test
  void ofAFileThatBreaksOffWhatCameBeforeIsRead() throws IOException {
    byte[] whole = twice(GZIPOutputStream::new);

    Read read = Read.bytes(Arrays.copyOf(whole, whole.length - 30));

    assertEquals(1, read.deliveries().size());
    assertEquals(List.of(new Problem("-", Problem.Kind.TRUNCATED)), read.count().problems());
  }

  private static void mayBeDamagedAnywhere(Packing packing) throws IOException {
    Random random = new Random(1982);
    byte[] whole = twice(packing);
    for (int i = 0; i < 200; i++) {
      byte[] damaged = whole.clone();
      damaged[6 + random.nextInt(damaged.length - 6)] ^= (byte) (1 + random.nextInt(255));
      Read read = Read.bytes(damaged);
      assertTrue(read.count().lines() <= 4, () -> "more lines than were written");
    }
  }

  @Test
  void aDamagedGzipFileEndsNoReading() throws IOException {
    mayBeDamagedAnywhere(GZIPOutputStream::new);
  }

  @Test
  void aDamagedBzip2FileEndsNoReading() throws IOException {
    mayBeDamagedAnywhere(BZip2CompressorOutputStream::new);
  }

  @Test
  void aDamagedXzFileEndsNoReading() throws IOException {
    mayBeDamagedAnywhere(XZCompressorOutputStream::new);
  }

  @Test
  void aDamagedZstdFileEndsNoReading() throws IOException {
    mayBeDamagedAnywhere(ZstdOutputStream::new);
  }
}
