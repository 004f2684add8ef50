package io.github.smtpbot;

import io.github.smtpbot.content.Unpacking;
import io.github.smtpbot.diagnosis.decode.Decoded;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a file holds, told by its bytes and not by its name or by what is said of it: people save
 * bounces as anything. What is packed (gzip, bzip2, xz, Zstandard) is unpacked, and no more of it
 * than is read.
 */
public sealed interface FileContent {

  /** Text of any charset, a message, also one that Outlook saved, or a page. */
  final class Text implements FileContent {

    private final byte[] message;
    private final boolean whole;

    private Text(byte[] message, boolean whole) {
      this.message = message;
      this.whole = whole;
    }

    /** What {@link SmtpBot#answerMessage} reads; not a copy. */
    public byte[] message() {
      return message;
    }

    /** Whether it is all of the file; it is not where a packed one breaks off or is damaged. */
    public boolean isWhole() {
      return whole;
    }
  }

  /** Pictures, archives, documents and whatever else is no text. */
  record NoText() implements FileContent {}

  /** Packed, and more than {@link SmtpBot#MAX_MESSAGE} bytes. */
  record TooLarge() implements FileContent {}

  /** Looks into a file. */
  static FileContent of(byte[] file) {
    return Sniffing.look(file);
  }

  /** How it is told; linear in the length of the file. */
  final class Sniffing {

    /** How much is looked at. */
    private static final int BEGINNING = 8 * 1024;

    /** Of a text, hardly any character is one that does not print. */
    private static final int ODD_IN_A_HUNDRED = 2;

    private static final List<String> NO_TEXT = List.of("%PDF-", "PK\3\4", "{\\rtf", "Rar!", "7z");

    private Sniffing() {}

    private static FileContent look(byte[] file) {
      if (!Unpacking.isPacked(file)) {
        return ofPlain(file, true);
      }
      try (InputStream in = Unpacking.of(new ByteArrayInputStream(file))) {
        Breaking packed = new Breaking(in);
        byte[] unpacked = packed.readNBytes(SmtpBot.MAX_MESSAGE + 1);
        boolean whole = packed.failure() == null;
        if (unpacked.length > SmtpBot.MAX_MESSAGE) {
          return new TooLarge();
        }
        return unpacked.length == 0 && !whole ? new NoText() : ofPlain(unpacked, whole);
      } catch (IOException e) {
        return new NoText();
      }
    }

    private static FileContent ofPlain(byte[] file, boolean whole) {
      return Decoded.isOutlookMessage(file) || isText(file) ? new Text(file, whole) : new NoText();
    }

    private static boolean isText(byte[] file) {
      if (isUtf16(file)) {
        return true;
      }
      int looked = Math.min(file.length, BEGINNING);
      String beginning = new String(file, 0, Math.min(looked, 8), StandardCharsets.ISO_8859_1);
      if (NO_TEXT.stream().anyMatch(beginning::startsWith)) {
        return false;
      }
      int odd = 0;
      for (int i = 0; i < looked; i++) {
        int c = file[i] & 0xff;
        if (c == 0) {
          return false;
        }
        // Tab, line feeds and the escape of coloured logs are usual.
        if ((c < 0x20 && (c < 8 || c > 13) && c != 0x1b) || c == 0x7f) {
          odd++;
        }
      }
      return odd * 100 <= looked * ODD_IN_A_HUNDRED;
    }

    /** By its mark; half of its bytes may be zero. */
    private static boolean isUtf16(byte[] file) {
      return file.length > 1
          && ((file[0] == (byte) 0xff && file[1] == (byte) 0xfe)
              || (file[0] == (byte) 0xfe && file[1] == (byte) 0xff));
    }
  }
}
