package io.github.smtpbot.diagnosis.form;

/**
 * What the whole of a text tells of each of its lines.
 *
 * @param isReport whether its words are those of a mail server's report, where a code at the start
 *     of a line needs no more proof
 * @param isOtherSystem whether it speaks of another system, such as FTP, and nowhere of mail
 * @param speaksOfMail whether it names mail transport anywhere
 * @param isOneLine whether it is nothing but one line
 * @param speaksOfFailure whether it says anywhere that something went wrong
 */
public record Surroundings(
    boolean isReport,
    boolean isOtherSystem,
    boolean speaksOfMail,
    boolean isOneLine,
    boolean speaksOfFailure) {

  /** A field of a report that quotes a reply. */
  public static final Surroundings FIELD = new Surroundings(true, false, true, false, true);
}
