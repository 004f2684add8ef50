package io.github.smtpbot.log.generate;

import static io.github.smtpbot.log.generate.EventText.csv;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import java.util.ArrayList;
import java.util.List;

/** An enhanced summary of Microsoft 365's message trace: two recipients a message. */
public final class MessageTraceEvents {

  private MessageTraceEvents() {}

  public static GeneratedEvents generate(long seed, int count) {
    List<String> lines = new ArrayList<>();
    List<Delivery> truth = new ArrayList<>();
    lines.add(
        "origin_timestamp_utc,sender_address,recipient_status,message_subject,total_bytes,"
            + "message_id,network_message_id,directionality");
    for (Attempt attempt : Attempt.some(seed, count)) {
      String events =
          attempt.delivered()
              ? "##Receive, Send"
              : attempt.deferred() ? "##Receive, Defer" : "##Receive, Defer, Fail";
      lines.add(
          csv(
              attempt.time().toString(),
              attempt.sender(),
              attempt.recipient() + events + ";other@example.com##Receive, Deliver",
              "A subject, with \"more\"",
              "1047",
              attempt.id(),
              "n-" + attempt.id(),
              "2"));
      truth.add(attempt.delivery(attempt.sender(), "", ""));
      truth.add(
          new Delivery(
              attempt.time(),
              attempt.id(),
              attempt.sender(),
              "other@example.com",
              "",
              Delivery.Result.DELIVERED,
              ""));
    }
    return new GeneratedEvents(LogFormat.MICROSOFT_365_TRACE, lines, truth);
  }
}
