package io.github.smtpbot.log.reader;

import io.github.smtpbot.log.LogFormat;
import io.github.smtpbot.log.format.FormatReader;
import io.github.smtpbot.log.format.PostfixReader;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who reads which format of lines. Where a line may be of several, the first in the order of {@link
 * LogFormat} gets it, unless another has read the lines before.
 */
final class Formats {

  private static final Map<LogFormat, Supplier<FormatReader>> READERS =
      new EnumMap<>(LogFormat.class);

  static {
    READERS.put(LogFormat.POSTFIX, PostfixReader::new);
  }

  private Formats() {}

  /** A reader for each format of lines, or only for the one that is insisted on. */
  static Map<LogFormat, FormatReader> readers(@Nullable LogFormat only) {
    Map<LogFormat, FormatReader> readers = new EnumMap<>(LogFormat.class);
    READERS.forEach(
        (format, reader) -> {
          if (only == null || only == format) {
            readers.put(format, reader.get());
          }
        });
    return readers;
  }
}
