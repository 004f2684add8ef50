package io.github.smtpbot.log.format.event;

import io.github.smtpbot.log.LogFormat;
import io.github.smtpbot.log.format.FormatReader;
import io.github.smtpbot.log.format.LogLine;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The structured formats: how each is told from the others, and its reader.
 *
 * <p>JSON may go on over many lines, and whose event it is stands in its middle: a reader knows
 * every line inside a value as its own until the event has ended. So the format of such a file has
 * to be told by its beginning, {@link #recognise}, not by the first reader that knows its first
 * line. Where each event is one line, every reader answers for itself.
 */
public final class EventFormats {

  /** As much of a beginning as is looked at. */
  private static final int MAX_LINES = 2_000;

  private static final int MAX_CHARACTERS = 256 * 1024;

  private static final List<EventFormat> ALL =
      List.of(
          csv(LogFormat.EXCHANGE_TRACKING, ExchangeTracking::new),
          csv(LogFormat.MICROSOFT_365_TRACE, MessageTrace::new),
          csv(LogFormat.POWERMTA, PowerMta::new),
          json(LogFormat.KUMOMTA, KumoMta::new),
          json(LogFormat.MAILERQ, MailerQ::new),
          json(LogFormat.AMAZON_SES, AmazonSes::new),
          json(LogFormat.SENDGRID, SendGrid::new),
          json(LogFormat.MAILGUN, Mailgun::new),
          json(LogFormat.POSTMARK, Postmark::new),
          json(LogFormat.SPARKPOST, SparkPost::new));

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

    /**
     * Whether a file that begins like this is of this format: its columns are named, or an event
     * has its fields.
     */
    public boolean recognises(List<String> firstLines) {
      return events(firstLines) > 0;
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

  /** All of them, in no order of meaning. */
  public static List<EventFormat> all() {
    return ALL;
  }

  /**
   * The format of a file that begins with these lines; of several, that of most events. Empty if it
   * is none of these, or the first event is longer than what is looked at.
   */
  public static Optional<EventFormat> recognise(List<String> firstLines) {
    EventFormat most = null;
    long events = 0;
    for (EventFormat format : ALL) {
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
    return new EventFormat(format, zone -> new JsonEvents(meaning.apply(new Times(zone))));
  }
}
