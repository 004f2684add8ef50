package io.github.smtpbot.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a group began or rose, or one cause at several providers at once, by more than chance
 * explains; {@code docs/logs.md} says how that is found.
 *
 * @param group which; of several, the one of most messages
 * @param groups all of them, that one first
 * @param everywhere whether it began wherever mail goes: the shares are those of all mail that is
 *     sent to others
 * @param began whether there was none of it before; else it rose
 * @param fromStart whether it was there from the first line on, so that nothing is known of before
 * @param insteadOfAll whether the server whose log it is refuses so in place of nearly all mail
 *     that it took before
 * @param since when it began or rose: the first failure of that time
 * @param until when it ended: the last failure of that time; null if it goes on
 * @param rise how many times as much mail to the providers of the groups came up in that time as
 *     before it; 0 if that is not known
 * @param before of the mail to the providers of the groups before that time, the part that failed
 *     so, 0 to 1
 * @param during of the mail to those providers in that time, the part that failed so
 * @param atEnd the same of the last quarter of that mail, where the share still rose by more than
 *     chance explains; else {@code during}
 * @param after of that mail after {@code until}, the part that failed so; 0 if it goes on
 * @param mailBefore how much mail to them there was before that time
 * @param mail how much there was in it
 * @param affected how many deliveries failed so in that time
 * @param chance how likely such a change would be by chance alone, at most
 */
public record Change(
    LogGroup group,
    List<LogGroup> groups,
    boolean everywhere,
    boolean began,
    boolean fromStart,
    boolean insteadOfAll,
    Instant since,
    @Nullable Instant until,
    double rise,
    double before,
    double during,
    double atEnd,
    double after,
    Count mailBefore,
    Count mail,
    Count affected,
    double chance) {

  /** Copies the list. */
  public Change {
    groups = List.copyOf(groups);
  }

  /** The same change, told of these groups. */
  Change of(List<LogGroup> same) {
    return new Change(
        same.get(0),
        same,
        everywhere,
        began,
        fromStart,
        insteadOfAll,
        since,
        until,
        rise,
        before,
        during,
        atEnd,
        after,
        mailBefore,
        mail,
        affected,
        chance);
  }

  /** Whether it is about more than one group. */
  public boolean isOfSeveral() {
    return everywhere || groups.size() > 1;
  }

  /** Whether it was worse at its end than in all of its time. */
  public boolean isRising() {
    return atEnd > during;
  }

  /** The ids of the providers that it is about, each once, that of {@link #group} first. */
  public List<String> providers() {
    return groups.stream().map(LogGroup::provider).distinct().toList();
  }
}
