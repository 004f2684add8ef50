package io.github.smtpbot;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells the files that {@link SmtpBot#answerMessage} can read, by what is said of them. */
public final class TextFiles {

  private static final List<String> EXTENSIONS =
      List.of(".eml", ".msg", ".txt", ".log", ".mbox", ".gz");

  private TextFiles() {}

  /**
   * Whether a file is offered as a text or a message, such as {@code bounce.eml}.
   *
   * @param name with its extension, or null
   * @param mediaType such as {@code message/rfc822}, with or without parameters, or null
   */
  public static boolean isText(@Nullable String name, @Nullable String mediaType) {
    String file = name == null ? "" : name.toLowerCase(Locale.ROOT);
    String type = mediaType == null ? "" : mediaType.toLowerCase(Locale.ROOT);
    return type.startsWith("text/")
        || type.startsWith("message/")
        || EXTENSIONS.stream().anyMatch(file::endsWith);
  }
}
