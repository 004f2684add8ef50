package io.github.smtpbot.log.reader;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogCount;
import io.github.smtpbot.log.source.LogSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What was read of a log in a test. */
public record Read(LogCount count, List<Delivery> deliveries) {

  /** Everything, in UTC. */
  public static final LogOptions UTC = LogOptions.all().withZone(ZoneOffset.UTC);

  /** Reads these lines. */
  public static Read lines(String... lines) {
    return text(String.join("\n", lines) + "\n");
  }

  /** Reads this text. */
  public static Read text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads these bytes. */
  public static Read bytes(byte[] bytes) {
    return of(List.of(LogSource.of("-", new ByteArrayInputStream(bytes))), UTC);
  }

  /** Reads these sources. */
  public static Read of(List<LogSource> sources, LogOptions options) {
    List<Delivery> deliveries = new ArrayList<>();
    LogCount count = MailLog.read(sources, options, deliveries::add);
    return new Read(count, List.copyOf(deliveries));
  }

  /** The only delivery. */
  public Delivery only() {
    if (deliveries.size() != 1) {
      throw new AssertionError(deliveries.size() + " deliveries: " + deliveries);
    }
    return deliveries.get(0);
  }
}
