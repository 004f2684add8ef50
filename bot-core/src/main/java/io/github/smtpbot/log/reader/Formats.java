package io.github.smtpbot.log.reader;

import io.github.smtpbot.log.LogFormat;
import io.github.smtpbot.log.format.DovecotReader;
import io.github.smtpbot.log.format.EximReader;
import io.github.smtpbot.log.format.FormatReader;
import io.github.smtpbot.log.format.HarakaReader;
import io.github.smtpbot.log.format.LogLine;
import io.github.smtpbot.log.format.OpenSmtpdReader;
import io.github.smtpbot.log.format.PostfixReader;
import io.github.smtpbot.log.format.QmailReader;
import io.github.smtpbot.log.format.SendmailReader;
import io.github.smtpbot.log.format.StalwartReader;
import java.util.EnumMap;
import java.util.List;
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
    READERS.put(LogFormat.EXIM, EximReader::new);
    READERS.put(LogFormat.SENDMAIL, SendmailReader::new);
    READERS.put(LogFormat.QMAIL, QmailReader::new);
    READERS.put(LogFormat.OPENSMTPD, OpenSmtpdReader::new);
    READERS.put(LogFormat.HARAKA, HarakaReader::new);
    READERS.put(LogFormat.STALWART, StalwartReader::new);
    READERS.put(LogFormat.DOVECOT, DovecotReader::new);
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

  /**
   * The format of the structured events that a source begins with, or null if there are none: text
   * is told line by line.
   */
  static @Nullable LogFormat recognise(List<LogLine> lines) {
    return null;
  }
}
