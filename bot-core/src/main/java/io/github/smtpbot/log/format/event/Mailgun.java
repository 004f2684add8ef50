package io.github.smtpbot.log.format.event;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.format.LogLine;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The events of Mailgun, from its webhooks and its API. Times are seconds since 1970. */
final class Mailgun implements EventMeaning {

  private final Times times;

  Mailgun(Times times) {
    this.times = times;
  }

  @Override
  public Set<String> lists() {
    return Set.of("items");
  }

  @Override
  public boolean tell(Fields event, LogLine line, Consumer<? super Delivery> deliveries) {
    boolean wrapped = event.has("event-data");
    Fields told = wrapped ? event.object("event-data") : event;
    boolean bare =
        told.has("log-level") || told.has("delivery-status") || told.has("recipient-domain");
    if (told.text("event").isEmpty() || !(wrapped || bare)) {
      return false;
    }
    Fields status = told.object("delivery-status");
    Delivery.Result result = result(told.text("event"), told.text("severity"), status);
    if (result != null) {
      deliveries.accept(
          new Delivery(
              times.read(told.text("timestamp"), line.time()),
              Peers.address(told.object("message").object("headers").text("message-id")),
              Peers.address(told.object("envelope").text("sender")),
              Peers.address(told.text("recipient")),
              Peers.host(status.text("mx-host"), ""),
              result,
              reply(told, status)));
    }
    return true;
  }

  private static Delivery.@Nullable Result result(String event, String severity, Fields status) {
    return switch (event) {
      case "delivered" -> Delivery.Result.DELIVERED;
      case "rejected" -> Delivery.Result.REJECTED;
      case "failed" -> {
        boolean temporary =
            severity.isEmpty() ? status.text("code").startsWith("4") : severity.equals("temporary");
        yield temporary ? Delivery.Result.DEFERRED : Delivery.Result.BOUNCED;
      }
      default -> null;
    };
  }

  private static String reply(Fields event, Fields status) {
    Fields reject = event.object("reject");
    String text =
        event.has("reject")
            ? reject.firstText("reason", "description")
            : status.firstText("message", "description");
    return Replies.join(status.text("code"), status.text("enhanced-code"), text);
  }
}
