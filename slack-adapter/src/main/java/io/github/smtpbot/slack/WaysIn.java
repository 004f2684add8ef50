package io.github.smtpbot.slack;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Brief;
import io.github.smtpbot.answer.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
    if (answer.kind() != Answer.Kind.HELP) {
      return answer;
    }
    List<String> lines = lines(words);
    Brief brief = answer.brief();
    Part ways = new Part.Bullets(words.say(Label.WAYS), lines);
    return new Answer(
        answer.kind(),
        answer.language(),
        answer.codes(),
        answer.title(),
        answer.summary(),
        answer.tone(),
        new Brief(
            brief.title(),
            brief.verdict(),
            brief.notice(),
            brief.meaning(),
            brief.first(),
            brief.table(),
            lines,
            brief.quote(),
            brief.context(),
            brief.sources()),
        Stream.concat(answer.lead().stream(), Stream.of(ways)).toList(),
        answer.details(),
        answer.sources(),
        answer.followUps(),
        answer.shareable(),
        answer.diagnosis(),
        answer.asked());
  }
}
