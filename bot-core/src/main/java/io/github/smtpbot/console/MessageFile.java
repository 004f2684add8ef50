package io.github.smtpbot.console;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells a message that was saved to a file from any other text. */
final class MessageFile {

  /** So much of a file is looked at. */
  private static final int HEAD = 4096;

  private MessageFile() {}

  /** Packed (gzip), and saved by Outlook. */
  private static final List<String> SIGNATURES =
      List.of("\u001f\u008b", "\u00d0\u00cf\u0011\u00e0");

  /**
   * Whether it begins with the separator line of an mbox, or with two lines of header fields (RFC
   * 5322 section 2.2), or as no text does. A log line or a reply may hold a colon too, but not in
   * this form.
   */
  static boolean is(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    if (head.startsWith("From ") || SIGNATURES.stream().anyMatch(head::startsWith)) {
      return true;
    }
    List<String> lines = head.lines().limit(2).toList();
    return lines.size() == 2
        && isField(lines.get(0))
        && (isField(lines.get(1)) || lines.get(1).startsWith(" ") || lines.get(1).startsWith("\t"));
  }

  private static boolean isField(String line) {
    int colon = line.indexOf(':');
    boolean value = colon > 0 && (colon + 1 == line.length() || line.charAt(colon + 1) <= ' ');
    return value
        && Character.isLetter(line.charAt(0))
        && line.substring(0, colon).chars().allMatch(MessageFile::isNameCharacter);
  }

  private static boolean isNameCharacter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  }
}
