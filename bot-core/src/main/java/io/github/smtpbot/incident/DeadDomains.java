package io.github.smtpbot.incident;

import java.time.Instant;

/**
 * Tells whether domains take no mail any more. Comes in: a group. Goes out: how likely it is that
 * they only seem to.
 */
final class DeadDomains {

  /** Less likely than this is as good as impossible; nobody has to reckon on. */
  private static final double MOST_UNLIKELY = 50;

  private DeadDomains() {}

  /**
   * How likely it is that all that was delivered to the domains of a group came before all that
   * failed, if both came in any order; 1 if it did not, or the group is not about them alone.
   */
  static double orderByChance(LogGroup group) {
    Instant first = group.first();
    boolean named = group.provider().isEmpty() || group.isOfOneDomain();
    if (first == null || group.rejected() || !named || group.mainDomains().isEmpty()) {
      return 1;
    }
    double unlikely = 0;
    for (LogGroup.DomainPart part : group.mainDomains()) {
      if (part.failed() < 2 || !part.isDeadSince(first)) {
        return 1;
      }
      // A message that is tried again says nothing new.
      long failed =
          Math.round((double) group.messages().value() * part.failed() / group.attempts());
      long fewer = Math.min(failed, part.delivered());
      for (long i = 1; i <= fewer && unlikely < MOST_UNLIKELY; i++) {
        unlikely += Math.log((double) (failed + part.delivered() - fewer + i) / i);
      }
    }
    return Math.exp(-unlikely);
  }
}
