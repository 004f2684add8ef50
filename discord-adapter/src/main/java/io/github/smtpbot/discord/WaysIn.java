package io.github.smtpbot.discord;

import io.github.smtpbot.answer.Answer;
import java.util.List;
import java.util.stream.Stream;

/** Discord's own ways to ask, which the core does not know of: told by the help. */
final class WaysIn {

  private WaysIn() {}

  /** The same answer; help says these ways too. What it has as examples is in its menu. */
  static Answer in(Answer answer, Label.Speaker words) {
    List<String> lines =
        Stream.of(Label.WAY_COMMAND, Label.WAY_MESSAGE, Label.WAY_FILE, Label.WAY_PASTE)
            .map(words::say)
            .toList();
    return answer.withWays(words.say(Label.WAYS), lines);
  }
}
