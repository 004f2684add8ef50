package io.github.smtpbot.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import io.github.smtpbot.Feedback;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.slack.BlockList.Sized;
import java.util.ArrayList;
import java.util.List;

/** In a modal: whether the answer was right. */
final class Votes {

  private Votes() {}

  /** The question and two buttons; nothing where nothing was answered. */
  static List<Sized> of(Answer answer, Label.Speaker words) {
    if (!answer.canBeRight()) {
      return List.of();
    }
    String question = words.say(Label.WAS_IT_RIGHT);
    String value = Feedback.Ballot.of(answer).token();
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
