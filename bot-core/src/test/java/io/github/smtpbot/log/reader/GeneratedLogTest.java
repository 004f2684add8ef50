package io.github.smtpbot.log.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import io.github.smtpbot.log.LogFormat;
import io.github.smtpbot.log.generate.GeneratedLog;
import io.github.smtpbot.log.generate.Shape;
import io.github.smtpbot.log.source.LogSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratedLogTest {

  /** When the newest line was written: what tells the year. */
  private static final Instant WRITTEN = Instant.parse("2026-11-21T00:00:00Z");

  private static Set<Result> told(Shape shape) {
    return switch (shape) {
      case QMAIL, STALWART, DOVECOT, BOUNCES ->
          EnumSet.of(Result.DELIVERED, Result.DEFERRED, Result.BOUNCED);
      default -> EnumSet.allOf(Result.class);
    };
  }

  @ParameterizedTest
  @EnumSource
  void eachDeliveryOfAGeneratedLogIsReadAsItWasMade(Shape shape) {
    List<String> lines = new ArrayList<>();
    List<Delivery> truth = new ArrayList<>();
    GeneratedLog.write(shape, told(shape), 1982, 2_000, lines::add, truth::add);
    byte[] log = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);

    Read read =
        Read.of(
            List.of(new LogSource("log", () -> new ByteArrayInputStream(log), log.length, WRITTEN)),
            Read.UTC);

    assertEquals(truth, read.deliveries());
    assertEquals(0, read.count().unknownLines());
    assertEquals(Set.of(LogFormat.valueOf(shape.name())), read.count().formats().keySet());
  }
}
