package io.github.smtpbot.slack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files cannot be read, for reasons that the person who asked can be told. */
final class UnreadableFileException extends Exception {

  private static final long serialVersionUID = 1L;

  private final @Nullable Label reason;
  private final transient List<?> values;
  private final boolean beginningRead;

  /**
   * A reason.
   *
   * @param reason what to say
   * @param values what the label's {@code {0}} … stand for
   */
  UnreadableFileException(Label reason, Object... values) {
    this(false, reason, values);
  }

  private UnreadableFileException(boolean beginningRead, Label reason, Object... values) {
    super(reason.name());
    this.reason = reason;
    this.values = List.of(values);
    this.beginningRead = beginningRead;
  }

  /** Not all of a file can be read; its beginning was, and is told. */
  static UnreadableFileException afterBeginning(Label reason, Object... values) {
    return new UnreadableFileException(true, reason, values);
  }

  /** Whether the file's beginning was read. */
  boolean isBeginningRead() {
    return beginningRead;
  }

  /** What is to be said of each of several files. */
  UnreadableFileException(List<String> said) {
    super("several");
    this.reason = null;
    this.values = List.copyOf(said);
    this.beginningRead = false;
  }

  /** What to say to the person who asked. */
  String say(Label.Speaker words) {
    return reason == null
        ? String.join("\n", values.stream().map(Object::toString).toList())
        : words.say(reason, values.toArray());
  }
}
