package io.github.smtpbot.incident;

/**
 * What became of the mail of a log.
 *
 * @param messages by message: one counts once, by what became of it for the recipient that fared
 *     worst
 * @param deliveries by message and recipient: each recipient of each message counts once
 * @param attempts each attempt counts; always exact
 * @param recipients how many different addresses of recipients there are
 * @param domains how many different domains those have
 */
public record Totals(
    Outcome messages, Outcome deliveries, Outcome attempts, Count recipients, Count domains) {

  /**
   * How many of a kind came to which end.
   *
   * @param all of them; the sum of the next four
   * @param delivered those delivered, be it after a deferral
   * @param deferred those that failed for now, and of which the log tells no other end
   * @param bounced those given up
   * @param rejected those that the server whose log it is did not take from its client
   * @param late of those delivered, how many were deferred before; of attempts, 0
   */
  public record Outcome(
      Count all, Count delivered, Count deferred, Count bounced, Count rejected, Count late) {}
}
