package io.github.smtpbot.incident;

import io.github.smtpbot.catalog.Cause;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;

/** Checks what stands in a byte form, which may come from anywhere. */
final class Limits {

  private Limits() {}

  /** A number of things that follow. */
  static int count(DataInputStream in, int most) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > most) {
      throw new IOException("no summary: a number is out of range");
    }
    return count;
  }

  static String word(String text, int longest) throws IOException {
    if (text.length() > longest) {
      throw new IOException("no summary: a text is too long");
    }
    return text;
  }

  static Cause cause(String label) throws IOException {
    return List.of(Cause.values()).stream()
        .filter(cause -> cause.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IOException("no summary: a cause of another version"));
  }
}
