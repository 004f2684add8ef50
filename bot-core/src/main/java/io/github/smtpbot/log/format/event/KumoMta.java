package io.github.smtpbot.log.format.event;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.format.LogLine;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The log records of KumoMTA. Its times are seconds since 1970, or ISO 8601 in UTC. */
final class KumoMta implements EventMeaning {

  private final Times times;

  KumoMta(Times times) {
    this.times = times;
  }

  @Override
  public boolean tell(Fields event, LogLine line, Consumer<? super Delivery> deliveries) {
    String type = event.text("type");
    boolean record =
        event.has("queue")
            || event.has("site")
            || event.has("response")
            || event.has("peer_address");
    if (!record || !isType(type)) {
      return false;
    }
    Fields response = event.object("response");
    String code = response.text("code");
    Delivery.Result result = result(type, code, response.object("enhanced_code").text("class"));
    if (result == null) {
      return true;
    }
    // In a rejection, the peer is the client.
    boolean refused = result == Delivery.Result.REJECTED;
    Fields peer = event.object("peer_address");
    List<String> recipients = event.texts("recipient");
    for (String recipient : recipients.isEmpty() ? List.of("") : recipients) {
      deliveries.accept(
          new Delivery(
              times.read(event.firstText("event_time", "timestamp"), line.time()),
              event.text("id"),
              Peers.address(event.text("sender")),
              Peers.address(recipient),
              refused ? "" : Peers.host(peer.text("name"), peer.text("addr")),
              result,
              Replies.join(
                  code, enhanced(response.object("enhanced_code")), response.text("content"))));
    }
    return true;
  }

  private static boolean isType(String type) {
    return switch (type) {
      case "Reception",
          "Delivery",
          "Bounce",
          "TransientFailure",
          "Expiration",
          "AdminBounce",
          "OOB",
          "Feedback",
          "Rejection",
          "AdminRebind",
          "DeferredInjectionRebind",
          "Delayed",
          "XferOut",
          "XferIn" ->
          true;
      default -> false;
    };
  }

  /** An out-of-band report may be of a delay, or of a delivery. */
  private static Delivery.@Nullable Result result(String type, String code, String enhanced) {
    return switch (type) {
      case "Delivery" -> Delivery.Result.DELIVERED;
      case "TransientFailure" -> Delivery.Result.DEFERRED;
      case "Bounce", "Expiration", "AdminBounce" -> Delivery.Result.BOUNCED;
      case "Rejection" -> Delivery.Result.REJECTED;
      case "OOB" ->
          enhanced.equals("5") || (enhanced.isEmpty() && code.startsWith("5"))
              ? Delivery.Result.BOUNCED
              : null;
      default -> null;
    };
  }

  private static String enhanced(Fields code) {
    String status = code.text("class") + '.' + code.text("subject") + '.' + code.text("detail");
    return status.startsWith(".") ? "" : status;
  }
}
