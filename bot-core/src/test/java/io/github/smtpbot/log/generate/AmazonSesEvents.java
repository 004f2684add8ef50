package io.github.smtpbot.log.generate;

import static io.github.smtpbot.log.generate.EventText.json;
import static io.github.smtpbot.log.generate.EventText.object;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Events of Amazon SES, one a line, every second inside a message of SNS. */
public final class AmazonSesEvents {

  private AmazonSesEvents() {}

  public static GeneratedEvents generate(long seed, int count) {
    List<String> lines = new ArrayList<>();
    List<Delivery> truth = new ArrayList<>();
    for (Attempt attempt : Attempt.some(seed, count)) {
      lines.add(json(event(attempt, "Send", "send", object())));
      String event = json(event(attempt));
      lines.add(
          lines.size() % 4 == 1
              ? event
              : json(object("Type", "Notification", "MessageId", "s", "Message", event)));
      truth.add(
          attempt.delivery(
              attempt.sender(),
              attempt.delivered() ? '[' + attempt.ip() + ']' : "",
              attempt.reply()));
    }
    return new GeneratedEvents(LogFormat.AMAZON_SES, lines, truth);
  }

  private static Map<String, Object> event(Attempt attempt) {
    Object recipients =
        List.of(
            object(
                "emailAddress",
                attempt.recipient(),
                "status",
                attempt.enhanced(),
                "diagnosticCode",
                "smtp; " + attempt.reply()));
    String time = attempt.time().toString();
    if (attempt.delivered()) {
      return event(
          attempt,
          "Delivery",
          "delivery",
          object(
              "timestamp",
              time,
              "recipients",
              List.of(attempt.recipient()),
              "smtpResponse",
              attempt.reply(),
              "remoteMtaIp",
              attempt.ip()));
    }
    if (attempt.deferred()) {
      return event(
          attempt,
          "DeliveryDelay",
          "deliveryDelay",
          object("timestamp", time, "delayType", "General", "delayedRecipients", recipients));
    }
    return event(
        attempt,
        "Bounce",
        "bounce",
        object("timestamp", time, "bounceType", "Permanent", "bouncedRecipients", recipients));
  }

  private static Map<String, Object> event(
      Attempt attempt, String type, String name, Object details) {
    return object(
        "eventType",
        type,
        "mail",
        object(
            "timestamp",
            attempt.time().minusSeconds(2).toString(),
            "messageId",
            attempt.id(),
            "source",
            "The news <" + attempt.sender() + '>',
            "destination",
            List.of(attempt.recipient())),
        name,
        details);
  }
}
