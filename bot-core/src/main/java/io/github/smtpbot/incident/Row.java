package io.github.smtpbot.incident;

import io.github.smtpbot.log.Delivery.Result;
import java.util.List;
import java.util.Map;

/**
 * The attempts of a domain, an hour, a cause or a provider.
 *
 * @param name what they have in common
 * @param delivered how many went well
 * @param deferred how many failed for now
 * @param bounced how many failed for good
 * @param rejected how many the server whose log it is refused
 */
public record Row(String name, long delivered, long deferred, long bounced, long rejected) {

  static Row of(String name, Map<Result, Long> counts) {
    return new Row(
        name,
        counts.getOrDefault(Result.DELIVERED, 0L),
        counts.getOrDefault(Result.DEFERRED, 0L),
        counts.getOrDefault(Result.BOUNCED, 0L),
        counts.getOrDefault(Result.REJECTED, 0L));
  }

  /** All of these as one. */
  public static Row sum(String name, List<Row> rows) {
    return new Row(
        name,
        rows.stream().mapToLong(Row::delivered).sum(),
        rows.stream().mapToLong(Row::deferred).sum(),
        rows.stream().mapToLong(Row::bounced).sum(),
        rows.stream().mapToLong(Row::rejected).sum());
  }

  /** How many attempts failed. */
  public long failed() {
    return deferred + bounced + rejected;
  }

  /** How many attempts there were. */
  public long attempts() {
    return delivered + failed();
  }
}
