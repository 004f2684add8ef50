package io.github.smtpbot.incident;

import io.github.smtpbot.log.Delivery.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Counts attempts by what they have in common. */
final class Rows {

  private static final Duration HOUR = Duration.ofHours(1);

  private Rows() {}

  /**
   * By something that groups share.
   *
   * @param delivered whether attempts that went well share it as well
   */
  static List<Row> by(Tally tally, Function<GroupKey, String> name, boolean delivered) {
    Map<String, long[]> counts = new HashMap<>();
    for (Group group : tally.groups) {
      counts
              .computeIfAbsent(name.apply(group.key), none -> empty())[
              Results.place(result(group.key))] +=
          group.attempts;
    }
    if (delivered) {
      for (int i = 0; i < tally.providers.size(); i++) {
        counts
                .computeIfAbsent(tally.providers.get(i), none -> empty())[
                Results.place(Result.DELIVERED)] +=
            tally.delivered[i];
      }
    }
    List<Row> rows = new ArrayList<>();
    counts.forEach((of, each) -> rows.add(row(of, each)));
    rows.removeIf(row -> row.attempts() == 0);
    rows.sort(
        Comparator.comparingLong(Row::failed)
            .thenComparingLong(Row::attempts)
            .reversed()
            .thenComparing(Row::name));
    return List.copyOf(rows);
  }

  private static Result result(GroupKey key) {
    if (key.ours()) {
      return Result.REJECTED;
    }
    return key.permanent() ? Result.BOUNCED : Result.DEFERRED;
  }

  static List<Row> byHour(Hours hours, ZoneId zone) {
    boolean quarters = hours.width().compareTo(HOUR) < 0;
    NavigableMap<Instant, long[]> counts = new TreeMap<>();
    hours
        .each()
        .forEach(
            (start, each) -> {
              Instant hour =
                  quarters ? start.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant() : start;
              long[] sum = counts.computeIfAbsent(hour, none -> empty());
              for (int i = 0; i < sum.length; i++) {
                sum[i] += each[i];
              }
            });
    List<Row> rows = new ArrayList<>();
    counts.forEach(
        (hour, each) ->
            rows.add(row(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(hour.atZone(zone)), each)));
    return List.copyOf(rows);
  }

  private static long[] empty() {
    return new long[Results.COUNT];
  }

  private static Row row(String name, long... counts) {
    return new Row(
        name,
        counts[Results.place(Result.DELIVERED)],
        counts[Results.place(Result.DEFERRED)],
        counts[Results.place(Result.BOUNCED)],
        counts[Results.place(Result.REJECTED)]);
  }
}
