package io.github.smtpbot.log.format.event;

import io.github.smtpbot.log.LogFormat;
import io.github.smtpbot.log.format.FormatReader;
import io.github.smtpbot.log.format.LogLine;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The structured formats: how each is told from the others, and its reader.
 *
 * <p>What CSV holds is told by its columns, at its beginning: {@link #recognise}. Of JSON each
 * event tells itself, wherever it stands: {@link #json}.
 */
public final class EventFormats {

  /** As much of a beginning as is looked at. */
  private static final int MAX_LINES = 2_000;

  private static final int MAX_CHARACTERS = 256 * 1024;

  private static final List<EventFormat> CSV =
      List.of(
          csv(LogFormat.EXCHANGE_TRACKING, ExchangeTracking::new),
          csv(LogFormat.MICROSOFT_365_TRACE, MessageTrace::new),
          csv(LogFormat.POWERMTA, PowerMta::new));

  private static final Map<LogFormat, Function<Times, EventMeaning>> JSON =
      new EnumMap<>(
          Map.of(
              LogFormat.KUMOMTA, KumoMta::new,
              LogFormat.MAILERQ, MailerQ::new,
              LogFormat.HALON, Halon::new,
              LogFormat.AMAZON_SES, AmazonSes::new,
              LogFormat.SENDGRID, SendGrid::new,
              LogFormat.MAILGUN, Mailgun::new,
              LogFormat.POSTMARK, Postmark::new,
              LogFormat.SPARKPOST, SparkPost::new));

  private static final List<EventFormat> ALL =
      Stream.concat(
              CSV.stream(),
              JSON.entrySet().stream().map(entry -> json(entry.getKey(), entry.getValue())))
          .toList();

  private EventFormats() {}

  /** One structured format. */
  public static final class EventFormat {

    private final LogFormat format;
    private final Function<ZoneId, EventReader> readers;

    private EventFormat(LogFormat format, Function<ZoneId, EventReader> readers) {
      this.format = format;
      this.readers = readers;
    }

    /** Which it is. */
    public LogFormat format() {
      return format;
    }

    /**
     * A new reader, for one run.
     *
     * @param zone of the times that the log writes without one
     */
    public FormatReader reader(ZoneId zone) {
      return readers.apply(zone);
    }

    private long events(List<String> firstLines) {
      EventReader reader = readers.apply(ZoneOffset.UTC);
      int characters = 0;
      for (String line : firstLines.subList(0, Math.min(firstLines.size(), MAX_LINES))) {
        characters += Math.min(line.length(), MAX_CHARACTERS);
        if (characters > MAX_CHARACTERS && reader.events() > 0) {
          break;
        }
        reader.read(new LogLine(null, "", "", line), delivery -> {});
        if (characters > MAX_CHARACTERS) {
          break;
        }
      }
      return reader.events();
    }
  }

  /** Those that are CSV. */
  public static List<EventFormat> csv() {
    return CSV;
  }

  /** All of them, in no order of meaning. */
  public static List<EventFormat> all() {
    return ALL;
  }

  /**
   * The format of a file that begins with these lines; of several, that of most events. Empty if it
   * is none of these, or the first event is longer than what is looked at.
   *
   * @param of the formats that it may be of
   */
  public static Optional<EventFormat> recognise(List<EventFormat> of, List<String> firstLines) {
    EventFormat most = null;
    long events = 0;
    for (EventFormat format : of) {
      long these = format.events(firstLines);
      if (these > events) {
        events = these;
        most = format;
      }
    }
    return Optional.ofNullable(most);
  }

  private static EventFormat csv(LogFormat format, Function<Times, RowMeaning> meaning) {
    return new EventFormat(format, zone -> new CsvEvents(meaning.apply(new Times(zone))));
  }

  private static EventFormat json(LogFormat format, Function<Times, EventMeaning> meaning) {
    return new EventFormat(
        format, zone -> new JsonEvents(Map.of(format, meaning.apply(new Times(zone)))));
  }

  /**
   * A reader of JSON events of several products, which may follow each other as they like.
   *
   * @param wanted those of these that are JSON are read
   * @return null if none of them is JSON
   */
  public static @Nullable JsonEvents json(Predicate<LogFormat> wanted, ZoneId zone) {
    Map<LogFormat, EventMeaning> meanings = new EnumMap<>(LogFormat.class);
    JSON.forEach(
        (format, meaning) -> {
          if (wanted.test(format)) {
            meanings.put(format, meaning.apply(new Times(zone)));
          }
        });
    return meanings.isEmpty() ? null : new JsonEvents(meanings);
  }
}
