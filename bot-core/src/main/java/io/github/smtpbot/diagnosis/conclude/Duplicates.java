package io.github.smtpbot.diagnosis.conclude;

import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.diagnosis.Finding;
import io.github.smtpbot.diagnosis.provider.Recognised;
import io.github.smtpbot.diagnosis.reply.Reply;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Leaves of findings that say the same of the same recipient only the first. */
final class Duplicates {

  /** Why a program may not reach its server. */
  private static final Set<Cause> TELLING_WHY =
      EnumSet.of(Cause.TLS_REQUIRED_OR_FAILED, Cause.DOMAIN_NOT_FOUND, Cause.AUTH_FAILED);

  /** So many characters of a reply tell it from others with the same code. */
  private static final int TELLING = 40;

  private Duplicates() {}

  private record Saying(String codes, Cause cause, @Nullable String recipient) {}

  /** How a reply begins behind its codes, and whom it is about. */
  private record Words(EnhancedStatusCode enhanced, String beginning, @Nullable String recipient) {

    static @Nullable Words of(Finding finding) {
      String text = finding.text();
      return finding.enhanced() == null || text.isEmpty()
          ? null
          : new Words(
              finding.enhanced(),
              text.substring(0, Math.min(text.length(), TELLING)),
              finding.recipient());
    }
  }

  /** Without the replies that are only named where another place quotes their words. */
  static List<Recognised> withWords(List<Recognised> replies) {
    if (replies.size() < 2) {
      return replies;
    }
    Set<String> quoted = new HashSet<>();
    for (Recognised one : replies) {
      if (!one.reply().text().isEmpty()) {
        quoted.add(one.reply().codes());
      }
    }
    return replies.stream().filter(one -> !isNamedOnly(one.reply(), quoted)).toList();
  }

  private static boolean isNamedOnly(Reply reply, Set<String> quoted) {
    return reply.text().isEmpty() && reply.isReply() && quoted.contains(reply.codes());
  }

  static List<Finding> merge(List<Finding> findings) {
    if (findings.size() < 2) {
      return findings;
    }
    Map<Saying, Integer> named = new HashMap<>();
    for (Finding finding : findings) {
      if (finding.recipient() != null) {
        named.merge(new Saying(finding.codes(), finding.cause(), null), 1, Integer::sum);
      }
    }
    Set<Saying> seen = new HashSet<>();
    List<Finding> kept = new ArrayList<>();
    for (Finding finding : findings) {
      String recipient =
          finding.recipient() == null ? null : finding.recipient().toLowerCase(Locale.ROOT);
      Saying saying = new Saying(finding.codes(), finding.cause(), recipient);
      boolean elsewhere = recipient == null && named.containsKey(saying);
      if (!elsewhere && seen.add(saying)) {
        kept.add(finding);
      }
    }
    return kept;
  }

  /**
   * Without the replies that are told a second time with their reply code: a program's sentence
   * leaves it out, the field behind it has it.
   */
  static List<Finding> withCodes(List<Finding> findings) {
    if (findings.size() < 2) {
      return findings;
    }
    Set<Words> coded = new HashSet<>();
    for (Finding finding : findings) {
      Words words = Words.of(finding);
      if (words != null && finding.replyCode() != null) {
        coded.add(words);
      }
    }
    return findings.stream()
        .filter(finding -> finding.replyCode() != null || !coded.contains(Words.of(finding)))
        .toList();
  }

  /**
   * Of the failures of a program that did not get any reply, without that the server was not
   * reached where another says why not: it is the same attempt.
   */
  static List<Finding> ofOneAttempt(List<Finding> findings) {
    if (findings.size() < 2) {
      return findings;
    }
    boolean explained =
        findings.stream().allMatch(Duplicates::isOfProgram)
            && findings.stream().anyMatch(finding -> TELLING_WHY.contains(finding.cause()));
    return explained
        ? findings.stream()
            .filter(finding -> finding.cause() != Cause.HOST_UNREACHABLE_OR_TIMEOUT)
            .toList()
        : findings;
  }

  private static boolean isOfProgram(Finding finding) {
    return finding.circumstances().origin() == Finding.Origin.PROGRAM
        && finding.codes().isEmpty()
        && finding.recipient() == null;
  }
}
