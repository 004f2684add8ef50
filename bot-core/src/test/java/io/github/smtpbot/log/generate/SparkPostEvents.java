package io.github.smtpbot.log.generate;

import static io.github.smtpbot.log.generate.EventText.object;
import static io.github.smtpbot.log.generate.EventText.pretty;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One batch of SparkPost's webhook over many lines. */
public final class SparkPostEvents {

  private SparkPostEvents() {}

  public static GeneratedEvents generate(long seed, int count) {
    List<Object> batch = new ArrayList<>();
    List<Delivery> truth = new ArrayList<>();
    for (Attempt attempt : Attempt.some(seed, count)) {
      batch.add(object("msys", object("message_event", event(attempt, "injection"))));
      batch.add(object("msys", object("message_event", event(attempt, type(attempt)))));
      batch.add(object("msys", object("track_event", event(attempt, "click"))));
      truth.add(
          attempt.delivery(
              attempt.sender(),
              '[' + attempt.ip() + ']',
              attempt.delivered() ? "" : attempt.reply()));
    }
    return new GeneratedEvents(LogFormat.SPARKPOST, pretty(batch), truth);
  }

  private static String type(Attempt attempt) {
    return attempt.delivered() ? "delivery" : attempt.deferred() ? "delay" : "bounce";
  }

  private static Map<String, Object> event(Attempt attempt, String type) {
    Map<String, Object> event =
        object(
            "type",
            type,
            "timestamp",
            String.valueOf(attempt.time().getEpochSecond()),
            "message_id",
            attempt.id(),
            "msg_from",
            attempt.sender(),
            "rcpt_to",
            attempt.recipient(),
            "ip_address",
            attempt.ip());
    if (!attempt.delivered()) {
      event.put("error_code", attempt.code());
      event.put("raw_reason", attempt.reply());
    }
    return event;
  }
}
