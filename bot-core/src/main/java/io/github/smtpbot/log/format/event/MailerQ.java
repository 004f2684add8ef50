package io.github.smtpbot.log.format.event;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.format.LogLine;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The results of MailerQ. A message is published again after each attempt, with all before it; they
 * are told once. It writes times without their zone.
 */
final class MailerQ implements EventMeaning {

  /** How many attempts are remembered as told. */
  private static final int MAX_TOLD = 10_000;

  private final Times times;
  private final Set<String> told =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > MAX_TOLD;
            }
          });

  MailerQ(Times times) {
    this.times = times;
  }

  @Override
  public boolean tell(Fields event, LogLine line, Consumer<? super Delivery> deliveries) {
    List<Fields> results = event.objects("results");
    if (!event.has("recipient")
        || results.isEmpty()
        || !results.stream().allMatch(result -> result.has("state") && result.has("result"))) {
      return false;
    }
    String message = message(event, results.get(0));
    for (int i = 0; i < results.size(); i++) {
      boolean last = i == results.size() - 1;
      Fields result = results.get(i);
      boolean fresh = told.add(message + ' ' + i + ' ' + result.text("time"));
      if (last || fresh) {
        deliveries.accept(
            new Delivery(
                times.read(result.text("time"), line.time()),
                message,
                Peers.address(event.text("envelope")),
                Peers.address(event.text("recipient")),
                Peers.host(result.text("mta"), result.text("to")),
                result(result, last),
                Replies.join(
                    result.text("code"), result.text("status"), result.text("description"))));
      }
    }
    return true;
  }

  /** Its own id, or when it was first tried, by whom and for whom: MailerQ gives it none. */
  private static String message(Fields event, Fields first) {
    String id = event.object("extracted").object("headers").text("message-id");
    return id.isEmpty()
        ? String.join(" ", first.text("time"), event.text("envelope"), event.text("recipient"))
        : id;
  }

  /** An attempt with another after it was retried; of the last, the codes tell. */
  private static Delivery.Result result(Fields result, boolean last) {
    if (result.text("result").equals("accepted")) {
      return Delivery.Result.DELIVERED;
    }
    if (!last) {
      return Delivery.Result.DEFERRED;
    }
    String code = result.text("code");
    String told = Replies.isCode(code) ? code : result.text("status");
    boolean permanent =
        told.isEmpty() ? result.text("state").equals("process") : told.startsWith("5");
    return permanent ? Delivery.Result.BOUNCED : Delivery.Result.DEFERRED;
  }
}
