package io.github.smtpbot.log.format.event;

import io.github.smtpbot.log.format.FormatReader;

/** Reads the events of one product, and knows how many it has seen. */
interface EventReader extends FormatReader {

  /** How many events, or rows of columns' names, were of this product. */
  long events();
}
