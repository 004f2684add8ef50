package io.github.smtpbot.log.format.event;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.format.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of message tracking: one event of one message, which may have many recipients.
 * Exchange writes them to its log, Microsoft 365 into its extended report.
 */
final class TrackingRows {

  private final Times times;

  TrackingRows(Times times) {
    this.times = times;
  }

  /**
   * Tells what became of the message.
   *
   * @param time the column that holds the time
   * @return whether the record names an event
   */
  boolean tell(Row row, String time, LogLine line, Consumer<? super Delivery> deliveries) {
    String event = row.get("event-id");
    if (event.isEmpty()) {
      return false;
    }
    Delivery.Result result = result(event);
    if (result == null) {
      return true;
    }
    List<String> recipients = recipients(row.get("recipient-address"));
    List<String> statuses = RecipientStatus.each(row.get("recipient-status"), recipients.size());
    String context = row.get("source-context");
    for (int i = 0; i < recipients.size(); i++) {
      RecipientStatus status = RecipientStatus.of(statuses.get(i));
      String reply = status.reply();
      if (reply.isEmpty() && Replies.tells(context)) {
        reply = Replies.said(context);
      }
      deliveries.accept(
          new Delivery(
              times.read(row.get(time), line.time()),
              row.get("message-id"),
              sender(row),
              recipients.get(i),
              status.host().isEmpty()
                  ? Peers.host(row.get("server-hostname"), row.get("server-ip"))
                  : status.host(),
              result,
              reply));
    }
    return true;
  }

  /** Null for the many events that tell of no attempt, or not how it ended. */
  private static Delivery.@Nullable Result result(String event) {
    return switch (event.toUpperCase(Locale.ROOT)) {
      case "SEND", "DELIVER" -> Delivery.Result.DELIVERED;
      case "DEFER", "SUBMITDEFER" -> Delivery.Result.DEFERRED;
      case "FAIL", "BADMAIL" -> Delivery.Result.BOUNCED;
      default -> null;
    };
  }

  private static List<String> recipients(String addresses) {
    List<String> recipients = new ArrayList<>();
    int from = 0;
    while (from <= addresses.length()) {
      int semicolon = addresses.indexOf(';', from);
      int to = semicolon < 0 ? addresses.length() : semicolon;
      String address = addresses.substring(from, to).strip();
      if (!address.isEmpty()) {
        recipients.add(address);
      }
      from = to + 1;
    }
    return recipients.isEmpty() ? List.of("") : recipients;
  }

  private static String sender(Row row) {
    String path = row.get("return-path");
    return Peers.address(path.isEmpty() ? row.get("sender-address") : path);
  }
}
