package io.github.smtpbot.log.format.event;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.format.LogLine;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The message trace of Microsoft 365: the extended report, which has an event in each record; the
 * enhanced summary, which has a message; and what {@code Get-MessageTraceV2} exports, which has a
 * recipient. The times of the reports are in UTC, and those of a summary are when the message came.
 */
final class MessageTrace implements RowMeaning {

  private static final List<String> TIMES =
      List.of("date-time-utc", "date-time", "origin-timestamp-utc", "origin-timestamp");

  private final Times times;
  private final TrackingRows rows;

  MessageTrace(Times times) {
    this.times = times;
    this.rows = new TrackingRows(times);
  }

  @Override
  public boolean areColumns(List<String> names, boolean commented) {
    boolean report =
        names.stream().anyMatch(TIMES::contains)
            && (names.contains("recipient-status") || names.contains("recipient-address"));
    boolean export =
        names.contains("senderaddress")
            && names.contains("recipientaddress")
            && names.contains("status");
    return !commented && (report || export);
  }

  @Override
  public boolean tell(Row row, LogLine line, Consumer<? super Delivery> deliveries) {
    if (row.has("event-id")) {
      return rows.tell(row, time(row), line, deliveries);
    }
    if (row.has("recipientaddress")) {
      return export(row, line, deliveries);
    }
    return summary(row, line, deliveries);
  }

  private static String time(Row row) {
    return TIMES.stream().filter(row::has).findFirst().orElse("");
  }

  /** {@code address##Receive, Send} for each recipient, with semicolons between. */
  private boolean summary(Row row, LogLine line, Consumer<? super Delivery> deliveries) {
    String statuses = row.get("recipient-status");
    if (!statuses.contains("##")) {
      return false;
    }
    int from = 0;
    while (from < statuses.length()) {
      int semicolon = statuses.indexOf(';', from);
      int to = semicolon < 0 ? statuses.length() : semicolon;
      int mark = statuses.indexOf("##", from);
      if (mark >= 0 && mark < to) {
        Delivery.Result result = last(statuses.substring(mark + 2, to));
        if (result != null) {
          deliveries.accept(
              new Delivery(
                  times.read(row.get(time(row)), line.time()),
                  row.get("message-id"),
                  Peers.address(row.get("sender-address")),
                  statuses.substring(from, mark).strip(),
                  "",
                  result,
                  ""));
        }
      }
      from = to + 1;
    }
    return true;
  }

  /** The last of the events that says how the attempt ended, or null if none does. */
  private static Delivery.@Nullable Result last(String events) {
    Delivery.Result last = null;
    int from = 0;
    while (from <= events.length()) {
      int comma = events.indexOf(',', from);
      int to = comma < 0 ? events.length() : comma;
      Delivery.Result result = result(events.substring(from, to).strip());
      last = result == null ? last : result;
      from = to + 1;
    }
    return last;
  }

  private boolean export(Row row, LogLine line, Consumer<? super Delivery> deliveries) {
    String status = row.get("status");
    if (status.isEmpty()) {
      return false;
    }
    Delivery.Result result = result(status);
    if (result != null) {
      deliveries.accept(
          new Delivery(
              times.read(row.get("received"), line.time()),
              row.get("messageid"),
              Peers.address(row.get("senderaddress")),
              row.get("recipientaddress"),
              Peers.host("", row.get("toip")),
              result,
              ""));
    }
    return true;
  }

  /** Null for what tells of no attempt: received, expanded, resolved, quarantined. */
  private static Delivery.@Nullable Result result(String event) {
    return switch (event.toLowerCase(Locale.ROOT)) {
      case "send", "deliver", "delivered", "filteredasspam" -> Delivery.Result.DELIVERED;
      case "defer", "pending" -> Delivery.Result.DEFERRED;
      case "fail", "failed" -> Delivery.Result.BOUNCED;
      default -> null;
    };
  }
}
