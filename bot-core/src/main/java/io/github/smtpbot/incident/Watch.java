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
    ToldChanges changes = teller.changes(summary, zone);
    for (ToldChange told : changes.all()) {
      String name = name(told.change());
      boolean goesOn = told.change().until() == null;
      // Of several times of the same, the one that goes on comes first.
      if (now.putIfAbsent(name, told) != null) {
        continue;
      }
      ToldChange before = known.get(name);
      if (goesOn && (before == null || before.change().until() != null)) {
        ended.remove(name);
        lines.add(changes.began(told));
      }
      if (!goesOn && before != null && before.change().until() == null && ended.add(name)) {
        lines.add(changes.ended(told));
      }
    }
    known.forEach(
        (name, told) -> {
          // What is told of as a change no more has become usual, unless it is over.
          boolean over = told.change().until() == null && !goesOn(told.change(), summary);
          if (!now.containsKey(name) && over && ended.add(name)) {
            lines.add(changes.ended(told));
          }
        });
    known = now;
    return List.copyOf(lines);
  }

  /** What a change stays known by while the log grows: its title may come to name a domain. */
  private static String name(Change change) {
    LogGroup group = change.group();
    return change.isOfSeveral()
        ? group.cause().label()
        : String.join(
            "\0",
            group.cause().label(),
            group.provider(),
            group.codes(),
            String.valueOf(group.permanent()),
            String.valueOf(group.rejected()));
  }

  private static boolean goesOn(Change change, LogSummary summary) {
    return change.groups().stream()
        .anyMatch(
            group ->
                summary.groups().stream()
                    .anyMatch(other -> !other.isOver() && other.isSameAs(group)));
  }
}
