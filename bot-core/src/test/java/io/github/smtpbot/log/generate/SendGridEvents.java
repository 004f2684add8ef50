package io.github.smtpbot.log.generate;

import static io.github.smtpbot.log.generate.EventText.json;
import static io.github.smtpbot.log.generate.EventText.object;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Batches of SendGrid's webhook, an array of three events a line. */
public final class SendGridEvents {

  private SendGridEvents() {}

  public static GeneratedEvents generate(long seed, int count) {
    List<String> lines = new ArrayList<>();
    List<Delivery> truth = new ArrayList<>();
    for (Attempt attempt : Attempt.some(seed, count)) {
      lines.add(
          json(
              List.of(
                  event(attempt, "processed"),
                  event(attempt, name(attempt)),
                  event(attempt, "open"))));
      truth.add(attempt.delivery("", "", attempt.reply()));
    }
    return new GeneratedEvents(LogFormat.SENDGRID, lines, truth);
  }

  private static String name(Attempt attempt) {
    return attempt.delivered() ? "delivered" : attempt.deferred() ? "deferred" : "bounce";
  }

  private static Map<String, Object> event(Attempt attempt, String name) {
    Map<String, Object> event =
        object(
            "email",
            attempt.recipient(),
            "timestamp",
            attempt.time().getEpochSecond(),
            "event",
            name,
            "sg_event_id",
            attempt.id() + name,
            "sg_message_id",
            attempt.id() + ".filter0001.16648.5515E0B88.0");
    if (name.equals("bounce")) {
      event.put("status", attempt.enhanced());
      event.put("reason", attempt.code() + ' ' + attempt.text());
      event.put("type", "bounce");
    } else if (name.startsWith("de")) {
      event.put("response", attempt.reply());
    }
    return event;
  }
}
