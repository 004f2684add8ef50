package io.github.smtpbot.incident;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.diagnosis.reader.Diagnoser;
import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogCount;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Counts deliveries as they stream by, in memory that is bounded whatever comes. Made by {@link
 * io.github.smtpbot.SmtpBot#summariser}. Not thread-safe: use one for each thread, and merge what
 * they made.
 */
public final class Summariser implements Consumer<Delivery> {

  private static final LogCount NOTHING = new LogCount(0, 0, 0, Map.of(), List.of());

  /** Of an earlier time so many outcomes are enough to compare with. */
  private static final int EARLIER = 100_000;

  private final Replies replies;
  private final Tally tally;

  /** A summariser that knows what this catalog knows, and diagnoses as this diagnoser does. */
  public Summariser(Diagnoser diagnoser, Catalog catalog) {
    this(diagnoser, catalog, new Tally());
  }

  private Summariser(Diagnoser diagnoser, Catalog catalog, Tally tally) {
    this.replies = new Replies(diagnoser, new KnownSigns(catalog));
    this.tally = tally;
  }

  /**
   * One in less memory, for what another time is {@linkplain LogSummary#comparedWith compared}
   * with.
   */
  public static Summariser ofEarlier(Diagnoser diagnoser, Catalog catalog) {
    return new Summariser(diagnoser, catalog, new Tally(new Outcomes(EARLIER)));
  }

  @Override
  public void accept(Delivery delivery) {
    tally.add(delivery, replies.of(delivery));
  }

  /** What was seen so far; more may come. */
  public LogSummary summary() {
    tally.settle(replies);
    return new LogSummary(tally.copy(), null, NOTHING);
  }

  /** How many replies had to be diagnosed; the others were of a shape that was known. */
  public long diagnosed() {
    return replies.diagnosed();
  }
}
