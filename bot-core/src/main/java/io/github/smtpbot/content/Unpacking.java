package io.github.smtpbot.content;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks what is packed by gzip, bzip2, xz or Zstandard: its first bytes tell, not its name. What
 * is unpacked may be any number of times as long; whoever reads it bounds that.
 */
public final class Unpacking {

  /** The longest of the signs below. */
  private static final int SIGN = 6;

  private static final byte[] GZIP = {0x1f, (byte) 0x8b};
  private static final byte[] BZIP2 = {'B', 'Z', 'h'};
  private static final byte[] XZ = {(byte) 0xfd, '7', 'z', 'X', 'Z', 0};
  private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

  /** What a hostile xz file may ask for, in KiB: enough for {@code xz -9}. */
  private static final int XZ_MEMORY = 80 << 10;

  private static final int BUFFER = 64 << 10;

  private Unpacking() {}

  /** Whether this begins like something that is packed. */
  public static boolean isPacked(byte[] file) {
    return starts(file, GZIP) || starts(file, BZIP2) || starts(file, XZ) || starts(file, ZSTD);
  }

  /** The stream itself, or what is packed in it. Streams that were put end to end are one. */
  public static InputStream of(InputStream packed) throws IOException {
    byte[] sign = packed.readNBytes(SIGN);
    InputStream in = new Begun(sign, 0, sign.length, packed);
    if (starts(sign, GZIP)) {
      return new GZIPInputStream(new Ahead(in), BUFFER);
    }
    if (starts(sign, BZIP2)) {
      return new Sips(new BZip2CompressorInputStream(new BufferedInputStream(in), true));
    }
    if (starts(sign, XZ)) {
      return new Sips(new XZInputStream(in, XZ_MEMORY));
    }
    return starts(sign, ZSTD) ? new Sips(new ZstdInputStream(in)) : in;
  }

  private static boolean starts(byte[] bytes, byte[] sign) {
    for (int i = 0; i < sign.length; i++) {
      if (i >= bytes.length || bytes[i] != sign[i]) {
        return false;
      }
    }
    return true;
  }

  /** Tells truly whether more follows: gzip's reader asks, where one packed stream has ended. */
  private static final class Ahead extends PushbackInputStream {

    Ahead(InputStream in) {
      super(in, 1);
    }

    @Override
    public int available() throws IOException {
      int there = super.available();
      if (there > 0) {
        return there;
      }
      int next = read();
      if (next < 0) {
        return 0;
      }
      unread(next);
      return 1;
    }
  }

  /**
   * Reads little at a time: where a packed stream breaks off, only the last sip is lost. gzip's
   * reader needs no such care.
   */
  private static final class Sips extends FilterInputStream {

    private static final int SIP = 2 << 10;

    Sips(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      try {
        return super.read(bytes, from, Math.min(length, SIP));
      } catch (RuntimeException e) {
        // What unpackers throw for bytes that nobody packed.
        throw new IOException("Damaged", e);
      }
    }
  }
}
