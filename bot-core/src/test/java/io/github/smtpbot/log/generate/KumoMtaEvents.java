package io.github.smtpbot.log.generate;

import static io.github.smtpbot.log.generate.EventText.json;
import static io.github.smtpbot.log.generate.EventText.object;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import java.util.ArrayList;
import java.util.List;

/** Log records of KumoMTA, one a line. */
public final class KumoMtaEvents {

  private KumoMtaEvents() {}

  public static GeneratedEvents generate(long seed, int count) {
    List<String> lines = new ArrayList<>();
    List<Delivery> truth = new ArrayList<>();
    for (Attempt attempt : Attempt.some(seed, count)) {
      lines.add(record(attempt, "Reception"));
      lines.add(record(attempt, type(attempt)));
      truth.add(attempt.delivery());
    }
    return new GeneratedEvents(LogFormat.KUMOMTA, lines, truth);
  }

  private static String type(Attempt attempt) {
    return attempt.delivered() ? "Delivery" : attempt.deferred() ? "TransientFailure" : "Bounce";
  }

  private static String record(Attempt attempt, String type) {
    String[] status = attempt.enhanced().split("\\.", -1);
    return json(
        object(
            "type",
            type,
            "id",
            attempt.id(),
            "sender",
            attempt.sender(),
            "recipient",
            attempt.recipient(),
            "queue",
            "example.com",
            "site",
            "source->" + attempt.host(),
            "response",
            object(
                "code",
                Long.valueOf(attempt.code()),
                "enhanced_code",
                object(
                    "class",
                    Long.valueOf(status[0]),
                    "subject",
                    Long.valueOf(status[1]),
                    "detail",
                    Long.valueOf(status[2])),
                "content",
                attempt.text(),
                "command",
                "."),
            "peer_address",
            object("name", attempt.host() + '.', "addr", attempt.ip()),
            "timestamp",
            attempt.time().getEpochSecond()));
  }
}
