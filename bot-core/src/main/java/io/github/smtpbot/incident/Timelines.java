package io.github.smtpbot.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Cuts events into periods of a length that people are used to. */
final class Timelines {

  private static final int[] WIDTHS = {
    1,
    5,
    10,
    30,
    60,
    300,
    600,
    900,
    1_800,
    3_600,
    7_200,
    10_800,
    21_600,
    43_200,
    86_400,
    604_800,
    2_592_000,
    31_536_000,
    315_360_000
  };

  private Timelines() {}

  /**
   * At most so many periods; null if no event has a time.
   *
   * @param places of the groups that are asked for
   * @param scale what one event stands for
   */
  static @Nullable Timeline of(Events events, List<Integer> places, int most, int scale) {
    int[] ends = {Integer.MAX_VALUE, Integer.MIN_VALUE};
    events.each(
        (second, provider, group, isNew, count) -> {
          ends[0] = Math.min(ends[0], second);
          ends[1] = Math.max(ends[1], second);
        });
    if (ends[0] > ends[1]) {
      return null;
    }
    int width =
        IntStream.of(WIDTHS)
            .filter(seconds -> ends[1] / seconds - ends[0] / seconds < most)
            .findFirst()
            .orElse(WIDTHS[WIDTHS.length - 1]);
    int first = ends[0] / width;
    int periods = ends[1] / width - first + 1;
    long[][] groups = new long[places.size()][periods];
    long[] others = new long[periods];
    long[] mail = new long[periods];
    events.each(
        (second, provider, group, isNew, count) -> {
          int period = second / width - first;
          long number = (long) count * scale;
          mail[period] += isNew ? number : 0;
          int shown = group < 0 ? -1 : places.indexOf(group);
          if (shown >= 0) {
            groups[shown][period] += number;
          } else if (group >= 0) {
            others[period] += number;
          }
        });
    return new Timeline(
        Instant.ofEpochSecond((long) first * width),
        Duration.ofSeconds(width),
        Arrays.stream(groups).map(Timelines::list).toList(),
        list(others),
        list(mail));
  }

  private static List<Long> list(long... counts) {
    return LongStream.of(counts).boxed().toList();
  }
}
