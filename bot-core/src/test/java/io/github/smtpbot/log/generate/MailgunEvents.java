package io.github.smtpbot.log.generate;

import static io.github.smtpbot.log.generate.EventText.object;
import static io.github.smtpbot.log.generate.EventText.pretty;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One answer of Mailgun's API over many lines. */
public final class MailgunEvents {

  private MailgunEvents() {}

  public static GeneratedEvents generate(long seed, int count) {
    List<Object> items = new ArrayList<>();
    List<Delivery> truth = new ArrayList<>();
    for (Attempt attempt : Attempt.some(seed, count)) {
      items.add(event(attempt, "accepted"));
      items.add(event(attempt, attempt.delivered() ? "delivered" : "failed"));
      truth.add(attempt.delivery());
    }
    Object answer =
        object("items", items, "paging", object("next", "https://api.example.com/events/next"));
    return new GeneratedEvents(LogFormat.MAILGUN, pretty(answer), truth);
  }

  private static Map<String, Object> event(Attempt attempt, String name) {
    Map<String, Object> event =
        object(
            "event",
            name,
            "id",
            "e-" + attempt.id(),
            "timestamp",
            (double) attempt.time().getEpochSecond(),
            "log-level",
            "info",
            "message",
            object("headers", object("message-id", attempt.id(), "subject", "{[\"a\"]}")),
            "envelope",
            object("sender", attempt.sender(), "transport", "smtp"),
            "recipient",
            attempt.recipient());
    if (name.equals("failed")) {
      event.put("severity", attempt.deferred() ? "temporary" : "permanent");
    }
    if (!name.equals("accepted")) {
      event.put(
          "delivery-status",
          object(
              "code",
              Long.valueOf(attempt.code()),
              "enhanced-code",
              attempt.enhanced(),
              "message",
              attempt.enhanced() + ' ' + attempt.text(),
              "mx-host",
              attempt.host()));
    }
    return event;
  }
}
