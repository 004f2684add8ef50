package io.github.smtpbot.log.format.event;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.format.LogLine;
import java.util.List;
import java.util.function.Consumer;

/** The message tracking log of Exchange Server. Its times are in UTC. */
final class ExchangeTracking implements RowMeaning {

  private final TrackingRows rows;

  ExchangeTracking(Times times) {
    this.rows = new TrackingRows(times);
  }

  @Override
  public boolean areColumns(List<String> names, boolean commented) {
    return commented && names.contains("event-id") && names.contains("recipient-address");
  }

  @Override
  public boolean tell(Row row, LogLine line, Consumer<? super Delivery> deliveries) {
    return rows.tell(row, "date-time", line, deliveries);
  }
}
