package io.github.smtpbot.log.format.event;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.format.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The accounting file of PowerMTA. It writes the local time, mostly with its offset, or seconds
 * since 1970. A message is told from others by when it was queued, for whom and by which job: the
 * file has no id of it, so that a message to many is one for each of them.
 */
final class PowerMta implements RowMeaning {

  private static final Set<String> TYPES =
      Set.of("d", "b", "t", "tq", "r", "rb", "rs", "f", "p", "delivery", "bounce");

  /** The first columns of a delivery and of a bounce, unless others are configured. */
  private static final List<String> USUAL =
      List.of(
          "type",
          "timelogged",
          "timequeued",
          "orig",
          "rcpt",
          "orcpt",
          "dsnaction",
          "dsnstatus",
          "dsndiag",
          "dsnmta",
          "bouncecat",
          "srctype",
          "srcmta",
          "dlvtype",
          "dlvsourceip",
          "dlvdestinationip",
          "dlvesmtpavailable",
          "dlvsize",
          "vmta",
          "jobid",
          "envid");

  private final Times times;

  PowerMta(Times times) {
    this.times = times;
  }

  @Override
  public boolean areColumns(List<String> names, boolean commented) {
    return !commented
        && names.get(0).equals("type")
        && (names.contains("timelogged") || names.contains("rcpt"));
  }

  @Override
  public List<String> columnsOf(List<String> first) {
    if (first.size() < 9 || !TYPES.contains(first.get(0)) || times.read(first.get(1)) == null) {
      return List.of();
    }
    List<String> columns = new ArrayList<>(USUAL);
    // Older versions write when the message was imprinted, before its sender.
    if (first.get(3).isEmpty() || times.read(first.get(3)) != null) {
      columns.add(3, "timeimprinted");
    }
    int action = columns.indexOf("dsnaction");
    return first.size() > action && isAction(first.get(action)) ? columns : List.of();
  }

  private static boolean isAction(String action) {
    return switch (action.toLowerCase(Locale.ROOT)) {
      case "failed", "delayed", "delivered", "relayed", "expanded" -> true;
      default -> false;
    };
  }

  @Override
  public boolean tell(Row row, LogLine line, Consumer<? super Delivery> deliveries) {
    String type = row.get("type");
    if (!TYPES.contains(type)) {
      return false;
    }
    Delivery.Result result = result(type, row.get("dsnaction"));
    if (result != null) {
      deliveries.accept(
          new Delivery(
              times.read(row.get("timelogged"), line.time()),
              message(row),
              Peers.address(row.get("orig")),
              Peers.address(row.get("rcpt")),
              host(row),
              result,
              Replies.join("", row.get("dsnstatus"), row.get("dsndiag"))));
    }
    return true;
  }

  private static Delivery.@Nullable Result result(String type, String action) {
    return switch (type) {
      case "d", "delivery" -> Delivery.Result.DELIVERED;
      case "b", "bounce", "rb" -> Delivery.Result.BOUNCED;
      case "t", "tq" -> Delivery.Result.DEFERRED;
      case "rs" ->
          switch (action.toLowerCase(Locale.ROOT)) {
            case "failed" -> Delivery.Result.BOUNCED;
            case "delayed" -> Delivery.Result.DEFERRED;
            case "delivered", "relayed", "expanded" -> Delivery.Result.DELIVERED;
            default -> null;
          };
      default -> null;
    };
  }

  /** What fails as a whole queue has no recipient, and is told by the queue's name. */
  private static String message(Row row) {
    String header = row.get("header-message-id");
    if (!header.isEmpty()) {
      return header;
    }
    String queued = row.get("timequeued");
    if (!queued.isEmpty()) {
      return String.join(" ", queued, row.get("orig"), row.get("rcpt"), row.get("jobid"));
    }
    return row.get("rcpt").isEmpty() ? row.get("queue") : "";
  }

  /** {@code mx.example.com (192.0.2.1)}. */
  private static String host(Row row) {
    String mta = row.get("dsnmta");
    int space = mta.indexOf(' ');
    return Peers.host(space < 0 ? mta : mta.substring(0, space), row.get("dlvdestinationip"));
  }
}
