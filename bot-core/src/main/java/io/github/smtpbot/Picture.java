package io.github.smtpbot;

/**
 * A picture beside an answer. Immutable.
 *
 * @see SmtpBot#picture
 */
public final class Picture {

  private final byte[] png;
  private final String text;

  Picture(byte[] png, String text) {
    this.png = png;
    this.text = text;
  }

  /** The picture, PNG; a copy. */
  public byte[] png() {
    return png.clone();
  }

  /** What it shows, for those who do not see it: plain, masked, at most 1000 characters. */
  public String text() {
    return text;
  }
}
