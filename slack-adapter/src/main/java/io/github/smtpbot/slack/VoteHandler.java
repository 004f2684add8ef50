package io.github.smtpbot.slack;

import com.slack.api.bolt.App;
import com.slack.api.methods.SlackApiException;
import io.github.smtpbot.Feedback;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts whether people found answers right, and thanks them. */
final class VoteHandler {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpSlackPlugin.class);

  private final Answering answering;
  private final Feedback feedback;

  VoteHandler(Answering answering, Feedback feedback) {
    this.answering = answering;
    this.feedback = feedback;
  }

  void install(App app) {
    app.blockAction(
        SlackIds.VOTE_RIGHT, answering.onPress(press -> count(press, Feedback.Vote.RIGHT)));
    app.blockAction(
        SlackIds.VOTE_WRONG, answering.onPress(press -> count(press, Feedback.Vote.WRONG)));
  }

  private void count(Press press, Feedback.Vote vote) throws IOException, SlackApiException {
    Optional<Feedback.Ballot> ballot = Feedback.Ballot.ofToken(press.value());
    if (ballot.isEmpty() || !press.isInModal()) {
      return;
    }
    String voter = String.join("\n", press.context().getTeamId() + "", press.userId() + "");
    String window = press.payload().getView().getId();
    if (feedback.vote(voter, window, ballot.get(), vote) && feedback.isWorthTelling()) {
      LOG.info("Found right or wrong: {}", feedback);
    }
    Sending.update(
        press.context(),
        window,
        Votes.voted(
            press.payload().getView(),
            answering.words(answering.localeOf(press.context(), press.userId()))));
  }
}
