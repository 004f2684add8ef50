package io.github.smtpbot.log.format.event;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.format.LogLine;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The webhooks of Postmark, and the bounces of its API. Times have their offset. */
final class Postmark implements EventMeaning {

  private final Times times;

  Postmark(Times times) {
    this.times = times;
  }

  @Override
  public Set<String> lists() {
    return Set.of("Bounces");
  }

  @Override
  public boolean tell(Fields event, LogLine line, Consumer<? super Delivery> deliveries) {
    String type = event.text("RecordType");
    if (type.isEmpty() && event.has("Type") && event.has("BouncedAt") && event.has("Email")) {
      type = "Bounce";
    }
    switch (type) {
      case "Delivery" -> accept(event, Delivery.Result.DELIVERED, line, deliveries);
      case "Bounce" -> {
        Delivery.Result result = result(event.text("Type"));
        if (result != null) {
          accept(event, result, line, deliveries);
        }
      }
      case "SMTPApiError" -> accept(event, Delivery.Result.REJECTED, line, deliveries);
      case "SpamComplaint", "Open", "Click", "SubscriptionChange", "Inbound" -> {
        // Known, and no attempt of a delivery.
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void accept(
      Fields event, Delivery.Result result, LogLine line, Consumer<? super Delivery> deliveries) {
    deliveries.accept(
        new Delivery(
            times.read(event.firstText("DeliveredAt", "BouncedAt"), line.time()),
            event.text("MessageID"),
            Peers.address(event.text("From")),
            Peers.address(event.firstText("Recipient", "Email")),
            "",
            result,
            Replies.said(event.firstText("Details", "Description"))));
  }

  /** Null for what is no failure: an automatic reply, a complaint, a subscription. */
  private static Delivery.@Nullable Result result(String type) {
    return switch (type) {
      case "HardBounce",
          "SoftBounce",
          "Blocked",
          "BadEmailAddress",
          "DMARCPolicy",
          "SpamNotification",
          "VirusNotification",
          "Unknown" ->
          Delivery.Result.BOUNCED;
      case "Transient", "DnsError" -> Delivery.Result.DEFERRED;
      case "SMTPApiError", "TemplateRenderingFailed" -> Delivery.Result.REJECTED;
      default -> null;
    };
  }
}
