package io.github.smtpbot.slack;

import io.github.smtpbot.answer.Answer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Slack's own ways to ask, which the core does not know of: told by the help, the greeting and the
 * App Home.
 *
 * @param reaction the name of the emoji that asks, or null if none does
 */
record WaysIn(@Nullable String reaction) {

  /** A line for each. */
  List<String> lines(Label.Speaker words) {
    List<String> lines = new ArrayList<>();
    for (Label way :
        List.of(
            Label.WAY_COMMAND,
            Label.WAY_MESSAGE,
            Label.WAY_MENTION,
            Label.WAY_FILE,
            Label.WAY_SHORTCUT)) {
      lines.add(words.say(way));
    }
    if (reaction != null) {
      lines.add(words.say(Label.WAY_REACTION, reaction));
    }
    return List.copyOf(lines);
  }

  /** The same answer; help says these ways too. What it has as examples is in its menu. */
  Answer in(Answer answer, Label.Speaker words) {
    return answer.withWays(words.say(Label.WAYS), lines(words));
  }
}
