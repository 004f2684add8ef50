package io.github.smtpbot.incident;

import java.util.List;

/**
 * Finds a standstill that is no change. Comes in: a summary in which nothing changed. Goes out: the
 * groups of one cause on the own side by which nearly all mail fails, at several providers, from
 * the first line to the last.
 */
final class Throughout {

  /** At so many providers or domains at least, it is none of theirs. */
  private static final int FEWEST_PLACES = 3;

  /** More of the mail than this is nearly all. */
  private static final double ALL = 0.95;

  /** Of less mail than this, nearly all is not much. */
  private static final int FEWEST_OF_ALL = 20;

  private Throughout() {}

  /** Those groups; empty if there are none. */
  static List<LogGroup> of(LogSummary summary) {
    List<LogGroup> stuck =
        summary.changes().isEmpty() && !summary.isSelection()
            ? summary.groups().stream()
                .filter(group -> !group.rejected() && !group.permanent() && !group.isOver())
                .filter(group -> isOfOwnPrograms(group) || OwnServer.isOfNames(group))
                .toList()
            : List.of();
    Totals.Outcome messages = summary.totals().messages();
    long sent = messages.all().value() - messages.rejected().value();
    long failed = stuck.stream().mapToLong(group -> group.messages().value()).sum();
    long providers = stuck.stream().map(LogGroup::provider).distinct().count();
    long domains = stuck.stream().mapToLong(group -> group.domains().value()).max().orElse(0);
    return Math.max(providers, domains) >= FEWEST_PLACES
            && sent >= FEWEST_OF_ALL
            && failed >= sent * ALL
        ? stuck
        : List.of();
  }

  private static boolean isOfOwnPrograms(LogGroup group) {
    return OwnServer.of(group) == OwnServer.PROGRAM || OwnServer.of(group) == OwnServer.LOGIN;
  }
}
