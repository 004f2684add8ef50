package io.github.smtpbot.slack;

import com.slack.api.bolt.App;
import com.slack.api.methods.SlackApiException;
import io.github.smtpbot.QuestionListener;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Shareable;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** What happens when a button or a menu is used that tells more. */
final class ButtonHandler {

  private final Answering answering;

  ButtonHandler(Answering answering) {
    this.answering = answering;
  }

  void install(App app) {
    app.blockAction(SlackIds.FULL, answering.onPress(press -> open(press, answering::shared)));
    app.blockAction(SlackIds.FIX, answering.onPress(press -> open(press, answering::steps)));
    app.blockAction(SlackIds.ANY_FOLLOW_UP, answering.onPress(this::answerFollowUp));
  }

  /** Tells something of what may be shared. */
  private interface Telling {
    Answer tell(String place, Shareable shareable, Locale locale);
  }

  /** In the language of whoever pressed, over the message, which stays as it is. */
  private void open(Press press, Telling telling) throws IOException, SlackApiException {
    Locale locale = answering.localeOf(press.context(), press.userId());
    Optional<Shareable> shareable = Shareable.ofToken(press.value());
    if (shareable.isEmpty()) {
      press.say(answering.words(locale).say(Label.OUTDATED), answering.words(locale));
      return;
    }
    show(press, telling.tell(Team.place(press.context()), shareable.get(), locale));
  }

  private void show(Press press, Answer answer) throws IOException, SlackApiException {
    press.show(answering.view(answer, press.place(), null, press.close()));
  }

  private void answerFollowUp(Press press) throws IOException, SlackApiException {
    if (press.value().isEmpty()) {
      return;
    }
    Locale locale = answering.localeOf(press.context(), press.userId());
    Answer answer =
        answering.answer(press.context(), press.value(), locale, QuestionListener.Place.BUTTON);
    if (press.isInModal()) {
      show(press, answer);
      return;
    }
    // Below an answer for all, the next one goes to whoever asked; it may be posted, too.
    Destination destination =
        press.isDirect()
            ? Destination.NOWHERE
            : press.isEphemeral()
                ? Destination.ofBlockId(press.action().getBlockId())
                : Destination.CHANNEL;
    press.answer(
        answering.show(answer, destination),
        press.isDirect(),
        press.isEphemeral() && !SlackIds.isBelowDiagnosis(press.action().getActionId()));
  }
}
