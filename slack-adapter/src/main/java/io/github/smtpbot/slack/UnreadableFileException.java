package io.github.smtpbot.slack;

/** A file cannot be read, for a reason that the person who asked can be told. */
final class UnreadableFileException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Label reason;
  private final transient Object[] values;

  /**
   * A reason.
   *
   * @param reason what to say
   * @param values what the label's {@code {0}} … stand for
   */
  UnreadableFileException(Label reason, Object... values) {
    super(reason.name());
    this.reason = reason;
    this.values = values;
  }

  /** What to say to the person who asked. */
  String say(Label.Speaker words) {
    return words.say(reason, values);
  }
}
