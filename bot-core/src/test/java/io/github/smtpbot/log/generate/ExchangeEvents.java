package io.github.smtpbot.log.generate;

import static io.github.smtpbot.log.generate.EventText.csv;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import java.util.ArrayList;
import java.util.List;

/** A message tracking log of Exchange, with subjects that go on over two lines. */
public final class ExchangeEvents {

  private ExchangeEvents() {}

  public static GeneratedEvents generate(long seed, int count) {
    List<String> lines = new ArrayList<>();
    List<Delivery> truth = new ArrayList<>();
    lines.add("#Software: Microsoft Exchange Server");
    lines.add("#Version: 15.02.0986.005");
    lines.add("#Log-type: Message Tracking Log");
    lines.add("#Date: 2026-11-27T08:00:00.000Z");
    lines.add(
        "#Fields: date-time,client-ip,server-ip,server-hostname,source-context,source,event-id,"
            + "message-id,recipient-address,recipient-status,message-subject,sender-address,"
            + "return-path");
    for (Attempt attempt : Attempt.some(seed, count)) {
      record(attempt, "RECEIVE", "To").lines().forEach(lines::add);
      String status =
          attempt.delivered()
              ? attempt.reply()
              : "[{LED="
                  + attempt.reply()
                  + "};{MSG=};{FQDN="
                  + attempt.host()
                  + "};{IP="
                  + attempt.ip()
                  + "};{LRT=11/27/2026 8:00:00 AM}]";
      String event = attempt.delivered() ? "SEND" : attempt.deferred() ? "DEFER" : "FAIL";
      record(attempt, event, status).lines().forEach(lines::add);
      truth.add(attempt.delivery());
    }
    return new GeneratedEvents(LogFormat.EXCHANGE_TRACKING, lines, truth);
  }

  private static String record(Attempt attempt, String event, String status) {
    return csv(
        attempt.time().toString(),
        "198.51.100.7",
        attempt.ip(),
        attempt.host(),
        "",
        "SMTP",
        event,
        attempt.id(),
        attempt.recipient(),
        status,
        "A \"subject\",\nof two lines",
        attempt.sender(),
        attempt.sender());
  }
}
