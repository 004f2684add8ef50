package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among the replies that a report quotes in its words for people. Immutable; safe for use
 * by many threads.
 */
final class ProseReplies {

  private final ReadingCues cues;

  ProseReplies(ReadingCues cues) {
    this.cues = cues;
  }

  /** For each recipient the reply that tells most. */
  List<ReplyBuilder> best(List<ReplyBuilder> spoken) {
    Map<String, ReplyBuilder> best = new LinkedHashMap<>();
    nameRecipients(spoken);
    boolean failed = spoken.stream().anyMatch(reply -> reply.severityDigit() > 3);
    for (ReplyBuilder reply : spoken) {
      if (failed && reply.severityDigit() < 4) {
        continue;
      }
      String key = reply.recipient == null ? "" : reply.recipient.toLowerCase(Locale.ROOT);
      ReplyBuilder other = best.get(key);
      if (other == null || rank(reply) < rank(other)) {
        best.put(key, reply);
      }
    }
    ReplyBuilder anonymous = best.get("");
    if (anonymous != null && best.size() > 1) {
      boolean told =
          best.values().stream()
              .anyMatch(other -> other != anonymous && rank(other) <= rank(anonymous));
      if (told) {
        best.remove("");
      }
    }
    return new ArrayList<>(best.values());
  }

  /** In a transcript, the line that sums a refusal up names the recipient of the one before. */
  private void nameRecipients(List<ReplyBuilder> spoken) {
    ReplyBuilder anonymous = null;
    for (ReplyBuilder reply : spoken) {
      if (reply.recipient == null) {
        anonymous = anonymous == null && rank(reply) == 1 ? reply : anonymous;
      } else {
        if (anonymous != null && reply.code != null && reply.text.contains("... ")) {
          anonymous.recipient = reply.recipient;
        }
        anonymous = null;
      }
    }
  }

  /** How little a reply tells: those that only follow from an earlier one come last. */
  private int rank(ReplyBuilder reply) {
    int code = reply.code == null ? 0 : reply.code.value();
    String lower = reply.text.toLowerCase(Locale.ROOT);
    if (code == 503
        || cues.isIn(ReadingCue.FOLLOW_UPS, lower)
        || lower.startsWith("service unavailable")) {
      return 9;
    }
    return code / 100 == 4 ? 2 : code == 0 ? 3 : 1;
  }

  /**
   * Fills in what the prose tells about the same reply.
   *
   * @param alone whether the report is of no other recipient
   */
  void complete(ReplyBuilder reply, List<ReplyBuilder> spoken, boolean alone) {
    ReplyBuilder twin = null;
    for (ReplyBuilder other : spoken) {
      boolean same =
          (reply.recipient != null && reply.recipient.equalsIgnoreCase(other.recipient))
              || other.recipient == null
              || alone;
      if (!same && !reply.isReply()) {
        continue;
      }
      if (reply.isReply()) {
        if (reply.code != null
            && reply.code.equals(other.code)
            && sameWords(reply, other)
            && (twin == null || other.text.length() > twin.text.length() + 3)) {
          twin = other;
        }
      } else if (other.code != null
          && other.severityDigit() == reply.severityDigit()
          && (twin == null || rank(other) < rank(twin))) {
        twin = other;
      }
    }
    if (twin == null) {
      return;
    }
    if (reply.code == null) {
      reply.code = twin.code;
      reply.text = reply.text.isEmpty() ? twin.text : reply.text + " " + twin.text;
    } else if (twin.text.length() > reply.text.length()) {
      reply.text = twin.text;
    }
    reply.enhanced =
        reply.enhanced == null && !isVagueOrNull(twin.enhanced) ? twin.enhanced : reply.enhanced;
    reply.command = reply.command == null ? twin.command : reply.command;
    reply.remoteHost = reply.remoteHost == null ? twin.remoteHost : reply.remoteHost;
  }

  private static boolean isVagueOrNull(@Nullable EnhancedStatusCode code) {
    return code == null || isVague(code);
  }

  private static boolean sameWords(ReplyBuilder one, ReplyBuilder other) {
    int length = Math.min(12, Math.min(one.text.length(), other.text.length()));
    return one.text.regionMatches(true, 0, other.text, 0, length);
  }

  /** Whether a status says no more than how it ended. */
  static boolean isVague(EnhancedStatusCode code) {
    return code.subject() == 0 && code.detail() == 0;
  }
}
