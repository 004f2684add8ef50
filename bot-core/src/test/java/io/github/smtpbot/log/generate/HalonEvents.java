package io.github.smtpbot.log.generate;

import static io.github.smtpbot.log.generate.EventText.json;
import static io.github.smtpbot.log.generate.EventText.object;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The variables of Halon's post-delivery script, one JSON object for each attempt. */
public final class HalonEvents {

  private HalonEvents() {}

  public static GeneratedEvents generate(long seed, int count) {
    List<String> lines = new ArrayList<>();
    List<Delivery> truth = new ArrayList<>();
    for (Attempt attempt : Attempt.some(seed, count)) {
      Map<String, Object> arguments =
          object(
              "retry",
              1L,
              "attempt",
              object(
                  "result",
                  object(
                      "code",
                      Long.valueOf(attempt.code()),
                      "enhanced",
                      List.of(attempt.enhanced().split("\\.", -1)).stream()
                          .map(Long::valueOf)
                          .toList(),
                      "reason",
                      List.of(attempt.text()),
                      "state",
                      "EOD"),
                  "connection",
                  object("remoteip", attempt.ip(), "remotemx", attempt.host())));
      if (!attempt.delivered()) {
        arguments.put("action", attempt.deferred() ? "QUEUE" : "BOUNCE");
      }
      lines.add(
          json(
              object(
                  "timestamp",
                  attempt.time().getEpochSecond(),
                  "message",
                  object(
                      "id",
                      object("transaction", attempt.id(), "queue", 7L),
                      "sender",
                      attempt.sender(),
                      "recipient",
                      attempt.recipient()),
                  "arguments",
                  arguments)));
      truth.add(attempt.delivery());
    }
    return new GeneratedEvents(LogFormat.HALON, lines, truth);
  }
}
