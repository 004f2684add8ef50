package io.github.smtpbot.log.format.event;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.format.LogLine;
import java.util.Set;
import java.util.function.Consumer;

/** What the JSON events of one product mean. */
interface EventMeaning {

  /**
   * Tells what became of the message.
   *
   * @param line the one that the event ended on
   * @return whether the event is one of this product, even if it tells of no delivery
   */
  boolean tell(Fields event, LogLine line, Consumer<? super Delivery> deliveries);

  /** The fields of an outermost object whose arrays hold one event an element. */
  default Set<String> lists() {
    return Set.of();
  }
}
