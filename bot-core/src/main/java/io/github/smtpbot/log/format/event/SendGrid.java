package io.github.smtpbot.log.format.event;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.format.LogLine;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The events of SendGrid's webhook. Times are seconds since 1970. */
final class SendGrid implements EventMeaning {

  private final Times times;

  SendGrid(Times times) {
    this.times = times;
  }

  @Override
  public boolean tell(Fields event, LogLine line, Consumer<? super Delivery> deliveries) {
    boolean ids = event.has("sg_event_id") || event.has("sg_message_id");
    boolean bare = event.has("email") && event.has("timestamp");
    if (event.text("event").isEmpty() || !(ids || bare)) {
      return false;
    }
    Delivery.Result result = result(event.text("event"));
    if (result != null) {
      deliveries.accept(
          new Delivery(
              times.read(event.text("timestamp"), line.time()),
              message(event),
              Peers.address(event.text("from")),
              Peers.address(event.text("email")),
              "",
              result,
              Replies.join("", event.text("status"), event.firstText("response", "reason"))));
    }
    return true;
  }

  /** What is dropped was never tried: SendGrid knows that it would fail. */
  private static Delivery.@Nullable Result result(String event) {
    return switch (event) {
      case "delivered" -> Delivery.Result.DELIVERED;
      case "deferred" -> Delivery.Result.DEFERRED;
      case "bounce", "bounced", "blocked", "dropped" -> Delivery.Result.BOUNCED;
      default -> null;
    };
  }

  /** The id that the sender was given, before what SendGrid appends to it on each way. */
  private static String message(Fields event) {
    String id = event.firstText("sg_message_id", "smtp-id");
    int filter = id.indexOf(".filter");
    int received = id.indexOf(".recvd");
    int end = filter < 0 || (received >= 0 && received < filter) ? received : filter;
    return end > 0 ? id.substring(0, end) : id;
  }
}
