package io.github.smtpbot.slack.bot;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/** Tells of what may come in floods by one line a minute, with how many. Safe for many threads. */
final class FloodLog {

  private final Logger log;
  private final String what;
  private final AtomicLong untold = new AtomicLong();
  private final OnceAMinute minute = new OnceAMinute();

  /**
   * A log of one kind of thing.
   *
   * @param what follows the number, for example "requests refused"
   */
  FloodLog(Logger log, String what) {
    this.log = log;
    this.what = what;
  }

  /** It happened once more. */
  void tell() {
    untold.incrementAndGet();
    if (minute.isDue()) {
      log.warn("{} {} since the last line of this kind", untold.getAndSet(0), what);
    }
  }
}
