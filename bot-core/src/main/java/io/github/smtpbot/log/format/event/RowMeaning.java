package io.github.smtpbot.log.format.event;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.format.LogLine;
import java.util.List;
import java.util.function.Consumer;

/** What the records of one product's CSV mean. */
interface RowMeaning {

  /**
   * Whether these are the names of this product's columns.
   *
   * @param names in small letters, with hyphens for underscores
   * @param commented whether they stood in a comment, {@code #Fields:}
   */
  boolean areColumns(List<String> names, boolean commented);

  /** The columns of a file without names, told from its first record; empty if it is none. */
  default List<String> columnsOf(List<String> first) {
    return List.of();
  }

  /**
   * Tells what became of the message.
   *
   * @param line the one that the record ended on
   * @return whether the record is one of this product, even if it tells of no delivery
   */
  boolean tell(Row row, LogLine line, Consumer<? super Delivery> deliveries);
}
