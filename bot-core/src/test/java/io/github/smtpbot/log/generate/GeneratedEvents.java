package io.github.smtpbot.log.generate;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import java.util.List;

/**
 * A log that was made, and what is true of it.
 *
 * @param lines all of them of the format
 * @param truth every delivery that the lines tell of, in their order
 */
public record GeneratedEvents(LogFormat format, List<String> lines, List<Delivery> truth) {

  public GeneratedEvents {
    lines = List.copyOf(lines);
    truth = List.copyOf(truth);
  }
}
