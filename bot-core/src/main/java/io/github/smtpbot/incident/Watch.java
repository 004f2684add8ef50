package io.github.smtpbot.incident;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares what is told of a log from one look to the next, and says which groups began, rose or
 * ended. Not thread-safe.
 */
public final class Watch {

  private final Teller teller;
  private final ZoneId zone;
  private Map<String, ToldChange> known = new HashMap<>();
  private final Set<String> ended = new HashSet<>();

  /** A watch that tells as this teller does, in times of this zone. */
  public Watch(Teller teller, ZoneId zone) {
    this.teller = teller;
    this.zone = zone;
  }

  /** What changed since the last look, a line each. */
  public List<String> look(LogSummary summary) {
    List<String> lines = new ArrayList<>();
    Map<String, ToldChange> now = new HashMap<>();
    for (ToldChange told : teller.changes(summary, zone)) {
      String name = told.title();
      boolean goesOn = told.change().until() == null;
      now.put(name, told);
      ToldChange before = known.get(name);
      if (goesOn && (before == null || before.change().until() != null)) {
        ended.remove(name);
        lines.add(teller.began(told, summary, zone));
      }
      if (!goesOn && before != null && before.change().until() == null && ended.add(name)) {
        lines.add(teller.ended(told, summary, zone));
      }
    }
    known.forEach(
        (name, told) -> {
          // What is told of as a change no more has become usual, unless it is over.
          boolean over = told.change().until() == null && !goesOn(told.change().group(), summary);
          if (!now.containsKey(name) && over && ended.add(name)) {
            lines.add(teller.ended(told, summary, zone));
          }
        });
    known = now;
    return List.copyOf(lines);
  }

  private static boolean goesOn(LogGroup group, LogSummary summary) {
    return summary.groups().stream().anyMatch(other -> other.ongoing() && other.isSameAs(group));
  }
}
