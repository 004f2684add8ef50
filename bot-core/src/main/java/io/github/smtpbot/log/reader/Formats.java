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
import io.github.smtpbot.log.format.event.EventFormats;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who reads which format of lines: the one place where formats are registered. Text and JSON are
 * told line by line, for a log may hold several programs; CSV by what a source begins with.
 */
final class Formats {

  private static final Map<LogFormat, Supplier<FormatReader>> TEXTS =
      new EnumMap<>(LogFormat.class);

  static {
    TEXTS.put(LogFormat.POSTFIX, PostfixReader::new);
    TEXTS.put(LogFormat.EXIM, EximReader::new);
    TEXTS.put(LogFormat.SENDMAIL, SendmailReader::new);
    TEXTS.put(LogFormat.QMAIL, QmailReader::new);
    TEXTS.put(LogFormat.OPENSMTPD, OpenSmtpdReader::new);
    TEXTS.put(LogFormat.HARAKA, HarakaReader::new);
    TEXTS.put(LogFormat.STALWART, StalwartReader::new);
    TEXTS.put(LogFormat.DOVECOT, DovecotReader::new);
  }

  private Formats() {}

  /** A reader for each format of text; where a line may be of several, the first gets it. */
  static Map<LogFormat, FormatReader> texts() {
    Map<LogFormat, FormatReader> readers = new EnumMap<>(LogFormat.class);
    TEXTS.forEach((format, reader) -> readers.put(format, reader.get()));
    return readers;
  }

  /** A reader for each format of CSV, in any order. */
  static Map<LogFormat, FormatReader> tables(ZoneId zone) {
    Map<LogFormat, FormatReader> readers = new EnumMap<>(LogFormat.class);
    EventFormats.csv().forEach(event -> readers.put(event.format(), event.reader(zone)));
    return readers;
  }

  /** The format of the CSV that a source begins with, or null if it is none. */
  static @Nullable LogFormat recognise(List<LogLine> beginning) {
    return EventFormats.recognise(
            EventFormats.csv(), beginning.stream().map(LogLine::text).toList())
        .map(EventFormats.EventFormat::format)
        .orElse(null);
  }
}
