package io.github.smtpbot.preview;

/**
 * How wide the characters of a typeface are, to estimate where its lines end.
 *
 * @param widths of the printable characters of ASCII, in hundredths of its size
 * @param size in pixels
 * @param line the height of a line, in pixels
 */
public record Typeface(String widths, double size, int line) {

  /** Slack's is Lato. */
  private static final String LATO =
      "26 27 37 58 58 80 71 20 27 27 43 58 23 37 24 45 58 58 58 58 58 58 58 58 58 58 25 26 58 58 58"
          + " 45 84 68 65 67 76 58 57 73 76 28 42 66 51 93 76 80 60 80 63 54 59 74 68 104 65 62 60"
          + " 31 45 31 58 46 40 50 56 48 56 53 35 52 56 24 24 51 24 82 56 57 56 56 36 43 36 56 52 79"
          + " 50 52 45 30 25 30 58";

  /** Discord's own is not free; this is Noto Sans, which is about as wide. */
  private static final String SANS =
      "26 27 41 65 57 83 73 23 30 30 55 57 27 32 27 37 57 57 57 57 57 57 57 57 57 57 27 27 57 57 57"
          + " 43 90 64 65 63 73 56 52 73 74 34 27 62 52 91 76 78 61 78 62 55 56 73 60 93 59 57 57 33"
          + " 37 33 57 44 28 56 62 48 62 56 34 62 62 26 26 53 26 94 62 61 62 62 41 48 36 62 51 79 53"
          + " 51 47 38 55 38 57";

  /** Every character is as wide as any other. */
  private static final String MONO = "60";

  private static final double THAI = 0.53;
  private static final double EMOJI = 1.4;
  private static final double OTHER = 0.58;

  /** Slack's of this size. */
  public static Typeface lato(double size, int line) {
    return new Typeface(LATO, size, line);
  }

  /** Discord's of this size. */
  public static Typeface sans(double size, int line) {
    return new Typeface(SANS, size, line);
  }

  /** That of code. */
  public static Typeface mono(double size, int line) {
    return new Typeface(MONO, size, line);
  }

  /** In pixels. */
  double width(int c) {
    String[] all = widths.split(" ", -1);
    if (all.length == 1) {
      return isMark(c) ? 0 : size * Integer.parseInt(all[0]) / 100;
    }
    if (c >= ' ' && c <= '~') {
      return size * Integer.parseInt(all[c - ' ']) / 100;
    }
    return size * (isMark(c) ? 0 : isThai(c) ? THAI : isEmoji(c) ? EMOJI : OTHER);
  }

  /** In pixels. */
  public double width(String text) {
    return text.codePoints().mapToDouble(this::width).sum();
  }

  private static boolean isMark(int c) {
    return Character.getType(c) == Character.NON_SPACING_MARK || c == 0xFE0F;
  }

  static boolean isThai(int c) {
    return c >= 0x0E00 && c <= 0x0E7F;
  }

  private static boolean isEmoji(int c) {
    return Character.getType(c) == Character.OTHER_SYMBOL;
  }
}
