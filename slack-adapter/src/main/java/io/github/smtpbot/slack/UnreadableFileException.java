package io.github.smtpbot.slack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files cannot be read, for reasons that the person who asked can be told. */
final class UnreadableFileException extends Exception {

  private static final long serialVersionUID = 1L;

  private final @Nullable Label reason;
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

  /** What was said of each of several files. */
  UnreadableFileException(List<String> said) {
    super("several");
    this.reason = null;
    this.values = said.toArray();
  }

  /** What to say to the person who asked. */
  String say(Label.Speaker words) {
    if (reason != null) {
      return words.say(reason, values);
    }
    StringBuilder all = new StringBuilder();
    for (Object said : values) {
      all.append(all.isEmpty() ? "" : "\n").append(said);
    }
    return all.toString();
  }
}
