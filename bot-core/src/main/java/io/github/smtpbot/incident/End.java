package io.github.smtpbot.incident;

import java.util.Set;

/** What is known of the end of a group. */
enum End {

  /** It was there to the end of the log, or silent for no longer than before. */
  GOES_ON,
  /** It would be an accident if it went on. */
  OVER,
  /** It was last seen long before the end, but hardly any mail that might fail so came since. */
  UNSURE;

  /** Whether a group goes on at the end of the log. */
  static End of(Tally tally, Walk walk, int group) {
    Set<Integer> places = Set.of(group);
    long last = walk.last(group);
    Traffic traffic = new Traffic(tally, walk);
    if (!isOngoing(traffic.series(places, traffic.of(group), Set.of(), false), last)) {
      return OVER;
    }
    // Where little of that mail came up since, all mail tells how near the end the last one was.
    boolean ours = tally.groups.get(group).key.ours();
    boolean near =
        ours || isOngoing(traffic.series(places, traffic.everySent(), Set.of(), false), last);
    return near ? GOES_ON : UNSURE;
  }

  private static boolean isOngoing(Series series, long last) {
    int start = series.firstFailed();
    int end = last == Group.NO_TIME ? series.size() : series.after((int) (last / 1000));
    return Scan.isOngoing(
        series.share(start, Math.max(start, end)), 0, series.all(end, series.size()));
  }
}
