package io.github.smtpbot.catalog;

/**
 * Where a statement is written.
 *
 * @param label what a reader sees, such as {@code RFC 5321 §4.2.2}
 * @param url its {@code https} address
 * @param checked whether somebody has read there what it is cited for; false where the page could
 *     not be opened
 */
public record Source(String label, String url, boolean checked) {

  /** A source that was read. */
  public Source(String label, String url) {
    this(label, url, true);
  }
}
