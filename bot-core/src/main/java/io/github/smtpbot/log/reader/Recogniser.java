package io.github.smtpbot.log.reader;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import io.github.smtpbot.log.format.FormatReader;
import io.github.smtpbot.log.format.LogLine;
import io.github.smtpbot.log.format.event.EventFormats;
import io.github.smtpbot.log.format.event.JsonEvents;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Leads each line to the reader that understands it. A log may hold the lines of several programs:
 * who read the last line of a program is asked first for its next one.
 */
final class Recogniser {

  /** Beyond so many names of programs, a name is no help. */
  private static final int MOST_PROGRAMS = 2_000;

  /** Servers that hand their mail to Dovecot, and tell of each delivery themselves. */
  private static final Set<LogFormat> SERVERS =
      EnumSet.of(
          LogFormat.POSTFIX,
          LogFormat.EXIM,
          LogFormat.SENDMAIL,
          LogFormat.QMAIL,
          LogFormat.OPENSMTPD);

  private static final class Candidate {
    private final LogFormat format;
    private final FormatReader reader;
    private long lines;

    Candidate(LogFormat format, FormatReader reader) {
      this.format = format;
      this.reader = reader;
    }

    private void count(Map<LogFormat, Long> formats) {
      if (lines > 0) {
        formats.put(format, lines);
      }
    }
  }

  private final @Nullable LogFormat only;
  private final List<Candidate> texts = new ArrayList<>();
  private final Map<LogFormat, Candidate> tables = new EnumMap<>(LogFormat.class);

  /** The reader of CSV, if the source begins with such. */
  private @Nullable Candidate ofSource;

  /** The reader of events in JSON; null if none is wanted. */
  private final @Nullable JsonEvents events;

  private final Map<String, Candidate> ofProgram = new HashMap<>();

  /** What Dovecot tells would be counted twice. */
  private boolean besideServer;

  Recogniser(@Nullable LogFormat only, ZoneId zone) {
    this.only = only;
    Formats.texts()
        .forEach(
            (format, reader) -> {
              if (isWanted(format)) {
                texts.add(new Candidate(format, reader));
              }
            });
    Formats.tables(zone)
        .forEach(
            (format, reader) -> {
              if (isWanted(format)) {
                tables.put(format, new Candidate(format, reader));
              }
            });
    this.events = EventFormats.json(this::isWanted, zone);
  }

  /** Whether this format is looked for. */
  boolean isWanted(LogFormat format) {
    return only == null || only == format;
  }

  /** A source begins with these lines. */
  void begin(List<LogLine> lines) {
    LogFormat told = only == null ? Formats.recognise(lines) : only;
    ofSource = told == null ? null : tables.get(told);
  }

  /** Whether the line is of a known format. */
  boolean read(LogLine line, Consumer<? super Delivery> deliveries) {
    // Of a value over many lines each belongs to it, whatever else it looks like.
    JsonEvents json = events;
    boolean within = json != null && json.isWithin();
    if (json != null && within && json.read(line, deliveries)) {
      return true;
    }
    if (ofSource != null && read(ofSource, line, deliveries)) {
      return true;
    }
    Candidate last = ofProgram.get(line.program());
    if (last != null && read(last, line, deliveries)) {
      return true;
    }
    if (json != null && !within && JsonEvents.starts(line.text()) && json.read(line, deliveries)) {
      return true;
    }
    for (Candidate candidate : texts) {
      if (candidate != last && read(candidate, line, deliveries)) {
        if (ofProgram.size() < MOST_PROGRAMS) {
          ofProgram.put(line.program(), candidate);
        }
        return true;
      }
    }
    return false;
  }

  private boolean read(Candidate candidate, LogLine line, Consumer<? super Delivery> deliveries) {
    boolean twice = candidate.format == LogFormat.DOVECOT && besideServer;
    if (!candidate.reader.read(line, twice ? delivery -> {} : deliveries)) {
      return false;
    }
    candidate.lines++;
    besideServer |= SERVERS.contains(candidate.format);
    return true;
  }

  /** Tells of what was still open. */
  void end(Consumer<? super Delivery> deliveries) {
    texts.forEach(candidate -> candidate.reader.end(deliveries));
    tables.values().forEach(candidate -> candidate.reader.end(deliveries));
  }

  /** How many lines of each format there were. */
  Map<LogFormat, Long> lines() {
    Map<LogFormat, Long> lines = new EnumMap<>(LogFormat.class);
    texts.forEach(candidate -> candidate.count(lines));
    tables.values().forEach(candidate -> candidate.count(lines));
    if (events != null) {
      lines.putAll(events.lines());
    }
    return lines;
  }
}
