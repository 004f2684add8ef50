package io.github.smtpbot.catalog;

/**
 * What the first digit of a reply code or the class of an enhanced status code says (RFC 5321
 * section 4.2.1).
 */
public enum Severity {
  /** 2: the server did what was asked. */
  SUCCESS(2),
  /** 3: the server waits for more before it goes on. */
  INTERMEDIATE(3),
  /** 4: transient negative; the same command may succeed later. */
  TRANSIENT(4),
  /** 5: permanent negative; the same command will fail again. */
  PERMANENT(5),
  /** Any other digit: SMTP does not define it. */
  UNKNOWN(0);

  private final int digit;

  Severity(int digit) {
    this.digit = digit;
  }

  /** The digit that stands for this severity; 0 for {@link #UNKNOWN}. */
  public int digit() {
    return digit;
  }

  /** The severity for a first digit; {@link #UNKNOWN} for digits that SMTP does not define. */
  public static Severity ofDigit(int digit) {
    return switch (digit) {
      case 2 -> SUCCESS;
      case 3 -> INTERMEDIATE;
      case 4 -> TRANSIENT;
      case 5 -> PERMANENT;
      default -> UNKNOWN;
    };
  }
}
