package io.github.smtpbot.slack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files cannot be read, for reasons that the person who asked can be told. */
final class UnreadableFileException extends Exception {

  private static final long serialVersionUID = 1L;

  private final @Nullable Label reason;
  private final transient List<?> values;

  /**
   * A reason.
   *
   * @param reason what to say
   * @param values what the label's {@code {0}} … stand for
   */
  UnreadableFileException(Label reason, Object... values) {
    super(reason.name());
    this.reason = reason;
    this.values = List.of(values);
  }

  /** What is to be said of each of several files. */
  UnreadableFileException(List<String> said) {
    super("several");
    this.reason = null;
    this.values = List.copyOf(said);
  }

  /** What to say to the person who asked. */
  String say(Label.Speaker words) {
    return reason == null
        ? String.join("\n", values.stream().map(Object::toString).toList())
        : words.say(reason, values.toArray());
  }
}
