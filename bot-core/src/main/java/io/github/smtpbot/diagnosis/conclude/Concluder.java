package io.github.smtpbot.diagnosis.conclude;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.CueGroup;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.Finding;
import io.github.smtpbot.diagnosis.Finding.Circumstances;
import io.github.smtpbot.diagnosis.Finding.Contradiction;
import io.github.smtpbot.diagnosis.Outcome;
import io.github.smtpbot.diagnosis.provider.Recognised;
import io.github.smtpbot.diagnosis.reply.Reply;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns what was read and recognised into findings, the most important first. Immutable; safe for
 * use by many threads.
 */
public final class Concluder {

  private final CueGroup cues;
  private final CauseFinder causes;
  private final RetryTime times;

  public Concluder(Catalog catalog) {
    ReadingCues known = catalog.readingCues();
    this.cues =
        known.together(
            ReadingCue.FOLLOW_UPS,
            ReadingCue.WAIT_WORDS,
            ReadingCue.RETRY_WORDS,
            ReadingCue.FINAL_WORDS,
            ReadingCue.EXPIRY_WORDS,
            ReadingCue.DELAY_WORDS);
    this.causes = new CauseFinder(catalog);
    this.times = new RetryTime(known);
  }

  /** What the replies of one text say. */
  public List<Finding> conclude(List<Recognised> recognised) {
    List<Recognised> spoken = Duplicates.withWords(recognised);
    List<Reply> replies = new ArrayList<>(spoken.size());
    List<Set<ReadingCue>> said = new ArrayList<>(spoken.size());
    for (Recognised one : spoken) {
      replies.add(one.reply());
      said.add(cues.in(one.reply().text().toLowerCase(Locale.ROOT)));
    }
    boolean failed = failed(replies);
    BitSet follow = FollowUps.in(replies, said);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < spoken.size(); i++) {
      int digit = replies.get(i).severityDigit();
      if (!failed || digit > 3 || digit == 0) {
        findings.add(conclude(spoken.get(i), said.get(i), follow.get(i)));
      }
    }
    return ordered(Duplicates.ofOneAttempt(Duplicates.withCodes(Duplicates.merge(findings))));
  }

  private static boolean failed(List<Reply> replies) {
    for (Reply reply : replies) {
      if (reply.severityDigit() > 3) {
        return true;
      }
    }
    return false;
  }

  /** How many deliveries went well of which there is no finding, because others failed. */
  public static int delivered(List<Reply> replies) {
    return replies.size() > 1 && failed(replies)
        ? (int)
            replies.stream()
                .filter(reply -> reply.severityDigit() == 2)
                .filter(reply -> reply.outcome() == Outcome.DELIVERED)
                .count()
        : 0;
  }

  /** Findings, the most important first: what decided, what is for good, what is known. */
  public static List<Finding> ordered(List<Finding> findings) {
    if (findings.size() < 2) {
      return List.copyOf(findings);
    }
    return findings.stream()
        .sorted(
            Comparator.comparing((Finding finding) -> finding.circumstances().isFollowUp())
                .thenComparingInt(Concluder::permanence)
                .thenComparing(Concluder::isAside)
                .thenComparing(finding -> finding.cause() == Cause.OTHER)
                .thenComparing(finding -> finding.confidence() <= CauseFinder.BY_CODE))
        .toList();
  }

  /** Whether a consent is another one than that to the message, which is what matters. */
  private static boolean isAside(Finding finding) {
    return finding.cause() == Cause.SUCCESS && finding.command() != Command.END_OF_DATA;
  }

  private static int permanence(Finding finding) {
    if (finding.cause() == Cause.SUCCESS) {
      return 3;
    }
    Boolean permanent = finding.permanent();
    return permanent == null ? 2 : permanent ? 0 : 1;
  }

  private Finding conclude(Recognised recognised, Set<ReadingCue> said, boolean isFollowUp) {
    Reply reply = recognised.reply();
    CauseFinder.Verdict verdict = causes.find(recognised);
    return new Finding(
        reply.code(),
        reply.written(),
        reply.text(),
        reply.isReply(),
        reply.command(),
        reply.remoteHost(),
        reply.recipient(),
        permanent(reply, said, verdict),
        verdict.cause(),
        verdict.confidence(),
        verdict.evidence(),
        recognised.provider(),
        verdict.rule(),
        contradictions(reply, said, verdict.rule()),
        new Circumstances(
            reply.origin(),
            said.contains(ReadingCue.WAIT_WORDS) ? times.in(reply.text()) : null,
            isFollowUp,
            recognised.isHouseOnly()));
  }

  private static @Nullable Boolean permanent(
      Reply reply, Set<ReadingCue> said, CauseFinder.Verdict verdict) {
    if (reply.outcome() == Outcome.FAILED) {
      return true;
    }
    if (reply.outcome() == Outcome.DELAYED) {
      return false;
    }
    if (verdict.cause() == Cause.DELIVERY_EXPIRED && givenUp(reply, said)) {
      return true;
    }
    Provider.Rule rule = verdict.rule();
    // The sending server goes by the code, whatever the provider says of trying again.
    return switch (reply.severityDigit()) {
      case 5 -> Boolean.TRUE;
      case 4 -> Boolean.FALSE;
      default -> {
        Boolean retry = rule == null ? null : rule.retry();
        yield retry == null ? finality(reply, said) : Boolean.valueOf(!retry);
      }
    };
  }

  /** Whether a queue says that it gave up, be it with 4.4.7, which is also a warning's code. */
  private static boolean givenUp(Reply reply, Set<ReadingCue> said) {
    return reply.code() == null
        && said.contains(ReadingCue.EXPIRY_WORDS)
        && !said.contains(ReadingCue.DELAY_WORDS);
  }

  /** Whether a failure without a code says that it is for good; null if it does not say. */
  private static @Nullable Boolean finality(Reply reply, Set<ReadingCue> said) {
    if (reply.severityDigit() != 0) {
      return null;
    }
    if (said.contains(ReadingCue.FINAL_WORDS)) {
      return true;
    }
    return said.contains(ReadingCue.RETRY_WORDS) ? Boolean.FALSE : null;
  }

  private static Set<Contradiction> contradictions(
      Reply reply, Set<ReadingCue> said, Provider.@Nullable Rule rule) {
    Set<Contradiction> found = EnumSet.noneOf(Contradiction.class);
    int digit = reply.severityDigit();
    if (reply.code() != null
        && reply.enhanced() != null
        && reply.enhanced().classDigit() != reply.code().value() / 100) {
      found.add(Contradiction.CLASSES_DIFFER);
    }
    Boolean retry = rule == null ? null : rule.retry();
    if (digit == 5 && (Boolean.TRUE.equals(retry) || said.contains(ReadingCue.RETRY_WORDS))) {
      found.add(Contradiction.PERMANENT_SAYS_RETRY);
    }
    if (digit == 4
        && (reply.outcome() == Outcome.FAILED
            || Boolean.FALSE.equals(retry)
            || said.contains(ReadingCue.FINAL_WORDS))) {
      found.add(Contradiction.TRANSIENT_SAYS_FINAL);
    }
    // In the order of the enum, in every run.
    return Collections.unmodifiableSet(found);
  }
}
