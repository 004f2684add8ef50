package io.github.smtpbot.incident;

import io.github.smtpbot.answer.Composer;
import io.github.smtpbot.answer.Outline;
import io.github.smtpbot.catalog.Words;
import java.util.List;

/**
 * Says what to do. Comes in: a group or a change. Goes out: the verdict, who acts and what first;
 * of what goes wrong on the own server, what its administrator does.
 */
final class Outlines {

  private final Composer composer;
  private final Words words;

  Outlines(Composer composer, Words words) {
    this.composer = composer;
    this.words = words;
  }

  /**
   * What to do about a group.
   *
   * @param changes of the log, of which one may be about that group
   * @param stuck what all mail fails by throughout, see {@link Throughout}
   */
  Outline of(LogGroup group, List<Change> changes, List<LogGroup> stuck) {
    return changes.stream()
        .filter(change -> change.groups().contains(group) && OwnServer.of(change) != null)
        .findFirst()
        .map(change -> of(change, group))
        .orElseGet(() -> stuck.contains(group) ? throughout(group, stuck) : of(group));
  }

  /** What is said of a group alone; of the own server, what its administrator does. */
  private Outline of(LogGroup group) {
    OwnServer own = OwnServer.of(group);
    return own == null ? composer.outline(group.found()) : ofOwn(group, own, "");
  }

  /** What to do about a change. */
  Outline of(Change change) {
    return of(change, change.group());
  }

  /** What to do about a group of a change. */
  private Outline of(Change change, LogGroup group) {
    OwnServer own = OwnServer.of(change);
    if (own == null && isOfSeveralSpeakers(change)) {
      return composer.outline(group.found().ofAnybody());
    }
    return own == null ? of(group) : ofOwn(group, own, Relay.of(change));
  }

  /** Whether providers answered with words of their own, so that the advice of none is for all. */
  private boolean isOfSeveralSpeakers(Change change) {
    return composer.isParty(change.group().found().provider()) && change.providers().size() > 1;
  }

  /** What to do about one of the groups by which nearly all mail fails throughout. */
  Outline throughout(LogGroup group, List<LogGroup> stuck) {
    return ofOwn(group, ownThroughout(group), Relay.of(stuck));
  }

  private static OwnServer ownThroughout(LogGroup group) {
    OwnServer own = OwnServer.of(group);
    return own == null ? OwnServer.NETWORK : own;
  }

  /**
   * What the administrator does about a group.
   *
   * @param relay the host to which all mail is handed; empty if that is not known
   */
  private Outline ofOwn(LogGroup group, OwnServer own, String relay) {
    String step = relay.isEmpty() ? null : own.relayStep(group.cause());
    Outline outline =
        composer.outline(
            group.found(),
            words.ui(own.acts()),
            step == null ? words.ui(own.step(group.cause())) : words.ui(step, relay));
    String name = own.name(group.cause());
    return name == null ? outline : outline.named(words.ui(name));
  }
}
