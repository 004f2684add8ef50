package io.github.smtpbot.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import io.github.smtpbot.Feedback;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.slack.BlockList.Sized;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** In a modal: whether the answer was right. */
final class Votes {

  /** Nothing was answered that could be right or wrong. */
  private static final Set<Answer.Kind> NO_ANSWER = EnumSet.of(Answer.Kind.HELP, Answer.Kind.LIMIT);

  private static final String BETWEEN = "\n";

  private Votes() {}

  /**
   * What a button carries.
   *
   * @param about what is counted
   * @param answer which answer it is, as far as that is known
   */
  record Ballot(Feedback.About about, String answer) {

    private static Ballot of(Answer answer) {
      return new Ballot(
          Feedback.About.of(answer), answer.shareable() == null ? "" : answer.shareable().token());
    }

    /** Reads what {@link #value} wrote. */
    static Optional<Ballot> ofValue(String value) {
      int between = value.indexOf(BETWEEN);
      String token = between < 0 ? value : value.substring(0, between);
      String answer = between < 0 ? "" : value.substring(between + 1);
      return Feedback.About.ofToken(token).map(about -> new Ballot(about, answer));
    }

    private String value() {
      return answer.isEmpty() ? about.token() : about.token() + BETWEEN + answer;
    }
  }

  /** The question and two buttons; nothing where nothing was answered. */
  static List<Sized> of(Answer answer, Label.Speaker words) {
    if (NO_ANSWER.contains(answer.kind())) {
      return List.of();
    }
    String question = words.say(Label.WAS_IT_RIGHT);
    String value = Ballot.of(answer).value();
    List<Sized> shown = new ArrayList<>();
    shown.add(SourceLinks.context(Inert.escaped(question, SlackLimits.CONTEXT_TEXT)));
    shown.addAll(
        Buttons.actions(
            SlackIds.VOTES,
            List.of(
                Buttons.button(
                    "👍 " + words.say(Label.VOTE_RIGHT), question, SlackIds.VOTE_RIGHT, value),
                Buttons.button(
                    "👎 " + words.say(Label.VOTE_WRONG), question, SlackIds.VOTE_WRONG, value))));
    return shown;
  }

  /** The same modal with thanks in the place of the buttons. */
  static View voted(View shown, Label.Speaker words) {
    LayoutBlock thanks =
        SourceLinks.block(List.of(Buttons.text(words.say(Label.VOTED), SlackLimits.CONTEXT_TEXT)));
    return AskView.with(
        shown,
        shown.getBlocks().stream()
            .map(block -> SlackIds.VOTES.equals(block.getBlockId()) ? thanks : block)
            .toList());
  }
}
