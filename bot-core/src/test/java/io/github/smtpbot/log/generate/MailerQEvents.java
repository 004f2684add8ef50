package io.github.smtpbot.log.generate;

import static io.github.smtpbot.log.generate.EventText.json;
import static io.github.smtpbot.log.generate.EventText.object;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Results of MailerQ, one a line. Each attempt that was deferred is published, and again with the
 * delivery a minute later. Its times are of UTC.
 */
public final class MailerQEvents {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private MailerQEvents() {}

  public static GeneratedEvents generate(long seed, int count) {
    List<String> lines = new ArrayList<>();
    List<Delivery> truth = new ArrayList<>();
    for (Attempt attempt : Attempt.some(seed, count)) {
      List<Object> results = new ArrayList<>();
      results.add(result(attempt));
      lines.add(line(attempt, results));
      truth.add(attempt.delivery());
      if (attempt.deferred()) {
        Instant later = attempt.time().plusSeconds(60);
        results.add(
            object(
                "state",
                "message",
                "result",
                "accepted",
                "time",
                TIME.format(later),
                "mta",
                attempt.host(),
                "code",
                250L,
                "status",
                "2.0.0",
                "description",
                "taken"));
        lines.add(line(attempt, results));
        truth.add(
            new Delivery(
                later,
                attempt.id(),
                attempt.sender(),
                attempt.recipient(),
                attempt.host(),
                Delivery.Result.DELIVERED,
                "250 2.0.0 taken"));
      }
    }
    return new GeneratedEvents(LogFormat.MAILERQ, lines, truth);
  }

  private static Map<String, Object> result(Attempt attempt) {
    return object(
        "state",
        attempt.delivered() ? "message" : "rcptto",
        "result",
        attempt.delivered() ? "accepted" : "error",
        "time",
        TIME.format(attempt.time()),
        "mta",
        attempt.host(),
        "to",
        attempt.ip(),
        "code",
        Long.valueOf(attempt.code()),
        "status",
        attempt.enhanced(),
        "description",
        attempt.text());
  }

  private static String line(Attempt attempt, List<Object> results) {
    return json(
        object(
            "envelope",
            attempt.sender(),
            "recipient",
            attempt.recipient(),
            "results",
            List.copyOf(results),
            "extracted",
            object("headers", object("message-id", attempt.id()))));
  }
}
