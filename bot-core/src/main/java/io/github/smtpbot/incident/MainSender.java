package io.github.smtpbot.incident;

import io.github.smtpbot.answer.Masked;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds whose mail it is that fails. Comes in: a group or a change, and all groups of the log. Goes
 * out: who sent most of it, masked; empty where that says nothing, because others sent most, or all
 * that fails is of the same sender.
 */
final class MainSender {

  private MainSender() {}

  /** That of a change. */
  static String of(Change change, List<LogGroup> others) {
    boolean flood = OwnServer.of(change) == OwnServer.FLOOD;
    return change.isOfSeveral() ? ofSeveral(change, others) : of(change.group(), others, flood);
  }

  private static String of(LogGroup group, List<LogGroup> others, boolean flood) {
    Masked sender = group.sender();
    boolean alone =
        others.stream()
            .filter(other -> !other.isSameAs(group))
            .filter(other -> other.messages().value() >= Scan.FEWEST_FAILURES)
            .anyMatch(other -> !other.sender().equals(sender));
    return sender.marked().isEmpty()
            || !(alone || OwnServer.of(group) == OwnServer.ACCOUNT || flood)
        ? ""
        : sender.shown((shown, hash) -> 1);
  }

  private static String ofSeveral(Change change, List<LogGroup> others) {
    OwnServer own = OwnServer.of(change);
    if (own != null && own != OwnServer.ACCOUNT && own != OwnServer.FLOOD) {
      return ""; // What fails of all mail is no sender's doing.
    }
    Map<Masked, Long> bySender = new HashMap<>();
    long all = 0;
    for (LogGroup group : change.groups()) {
      all += group.attempts();
      group.senders().forEach(part -> bySender.merge(part.sender(), part.failed(), Long::sum));
    }
    long attempts = all;
    LogGroup.SenderPart most =
        bySender.entrySet().stream()
            .map(entry -> new LogGroup.SenderPart(entry.getKey(), entry.getValue()))
            .filter(part -> part.isMostOf(attempts))
            .findFirst()
            .orElse(null);
    if (most == null) {
      return "";
    }
    boolean alone =
        own == OwnServer.FLOOD
            || all - most.failed() >= Scan.FEWEST_FAILURES
            || others.stream()
                .filter(other -> change.groups().stream().noneMatch(other::isSameAs))
                .filter(other -> other.messages().value() >= Scan.FEWEST_FAILURES)
                .anyMatch(other -> !other.sender().equals(most.sender()));
    return alone ? most.sender().shown((shown, hash) -> 1) : "";
  }
}
