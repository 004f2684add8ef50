package io.github.smtpbot.log.format.event;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.format.LogLine;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The events of SparkPost's webhooks and API. Times are seconds since 1970, or ISO 8601. */
final class SparkPost implements EventMeaning {

  private static final List<String> CLASSES =
      List.of("message_event", "gen_event", "track_event", "unsubscribe_event", "relay_event");

  private final Times times;

  SparkPost(Times times) {
    this.times = times;
  }

  @Override
  public Set<String> lists() {
    return Set.of("results");
  }

  @Override
  public boolean tell(Fields event, LogLine line, Consumer<? super Delivery> deliveries) {
    if (event.has("msys")) {
      Fields batch = event.object("msys");
      CLASSES.stream()
          .filter(batch::has)
          .forEach(name -> accept(batch.object(name), line, deliveries));
      return true;
    }
    boolean bare =
        (event.has("rcpt_to") || event.has("raw_rcpt_to"))
            && event.has("type")
            && (event.has("message_id") || event.has("event_id"));
    if (bare) {
      accept(event, line, deliveries);
    }
    return bare;
  }

  private void accept(Fields event, LogLine line, Consumer<? super Delivery> deliveries) {
    Delivery.Result result = result(event.text("type"));
    if (result == null) {
      return;
    }
    boolean refused = result == Delivery.Result.REJECTED;
    deliveries.accept(
        new Delivery(
            times.read(event.text("timestamp"), line.time()),
            event.text("message_id"),
            Peers.address(event.firstText("msg_from", "friendly_from")),
            Peers.address(event.firstText("raw_rcpt_to", "rcpt_to")),
            refused ? "" : Peers.host("", event.text("ip_address")),
            result,
            Replies.join(event.text("error_code"), "", event.firstText("raw_reason", "reason"))));
  }

  private static Delivery.@Nullable Result result(String type) {
    return switch (type) {
      case "delivery" -> Delivery.Result.DELIVERED;
      case "delay" -> Delivery.Result.DEFERRED;
      case "bounce", "out_of_band" -> Delivery.Result.BOUNCED;
      case "policy_rejection", "generation_failure", "generation_rejection" ->
          Delivery.Result.REJECTED;
      default -> null;
    };
  }
}
