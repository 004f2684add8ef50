package io.github.smtpbot.slack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said beside an answer in small type; escaped, as Slack parses it. */
final class Notes {

  private Notes() {}

  /** Says which member asked and now shows the answer to others. */
  static @Nullable String credit(@Nullable String memberId, Label.Speaker words) {
    return memberId == null || !isMemberId(memberId)
        ? null
        : words.say(Label.ASKED_BY, "<@" + memberId + ">");
  }

  /** Says which files were not read, and why; null if all were. */
  static @Nullable String unread(List<String> problems) {
    return problems.isEmpty()
        ? null
        : Inert.escaped(String.join("\n", problems), SlackLimits.CONTEXT_TEXT);
  }

  static boolean isMemberId(String id) {
    return !id.isEmpty()
        && id.length() <= 32
        && id.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
  }
}
