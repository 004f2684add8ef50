package io.github.smtpbot.log.generate;

import static io.github.smtpbot.log.generate.EventText.json;
import static io.github.smtpbot.log.generate.EventText.object;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import java.util.ArrayList;
import java.util.List;

/** Webhooks of Postmark, one a line. */
public final class PostmarkEvents {

  private PostmarkEvents() {}

  public static GeneratedEvents generate(long seed, int count) {
    List<String> lines = new ArrayList<>();
    List<Delivery> truth = new ArrayList<>();
    for (Attempt attempt : Attempt.some(seed, count)) {
      if (attempt.delivered()) {
        lines.add(
            json(
                object(
                    "RecordType",
                    "Delivery",
                    "MessageID",
                    attempt.id(),
                    "Recipient",
                    attempt.recipient(),
                    "DeliveredAt",
                    attempt.time().toString(),
                    "Details",
                    "smtp;" + attempt.reply())));
        truth.add(attempt.delivery("", "", attempt.reply()));
      } else {
        lines.add(
            json(
                object(
                    "RecordType",
                    "Bounce",
                    "Type",
                    attempt.deferred() ? "Transient" : "HardBounce",
                    "MessageID",
                    attempt.id(),
                    "Details",
                    "smtp;" + attempt.reply(),
                    "Email",
                    attempt.recipient(),
                    "From",
                    attempt.sender(),
                    "BouncedAt",
                    attempt.time().toString())));
        truth.add(attempt.delivery(attempt.sender(), "", attempt.reply()));
      }
      lines.add(json(object("RecordType", "Open", "MessageID", attempt.id())));
    }
    return new GeneratedEvents(LogFormat.POSTMARK, lines, truth);
  }
}
