package io.github.smtpbot.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.SlackApiException;
import io.github.smtpbot.answer.Shareable;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Posts an answer for all to see: once, however often and by whomever the button is pressed. */
final class PostHandler {

  private final Answering answering;
  private final Posted posted = new Posted();

  PostHandler(Answering answering) {
    this.answering = answering;
  }

  void install(App app) {
    app.blockAction(SlackIds.POST, this::post);
  }

  private Response post(BlockActionRequest request, ActionContext context) {
    Press press = Press.of(request, context);
    answering.later(() -> post(press));
    return context.ack();
  }

  private void post(Press press) throws IOException, SlackApiException {
    Locale locale = answering.localeOf(press.context(), press.userId());
    Label.Speaker words = answering.words(locale);
    Optional<Shareable> shareable = Shareable.ofToken(press.value());
    // A button of another version, which we cannot read any more.
    if (shareable.isEmpty() || press.place().equals(Place.NOWHERE)) {
      press.say(words.say(Label.FAILED), words);
      return;
    }
    String team = press.context().getTeamId();
    boolean first = posted.claim(team, press.place(), shareable.get());
    if (first) {
      try {
        send(press, shareable.get(), locale);
      } catch (IOException | SlackApiException | RuntimeException e) {
        posted.release(team, press.place(), shareable.get());
        Answering.logFailure(e);
        press.say(words.say(Label.FAILED), words);
        return;
      }
    }
    tell(press, shareable.get(), first, locale);
  }

  private void send(Press press, Shareable shareable, Locale locale)
      throws IOException, SlackApiException {
    Place place = press.place();
    String threadTs = place.destination().threadTs();
    SlackMessage message = answering.showToAll(shareable, press.userId(), locale);
    // A response_url works where we are no member; it works five times and for half an hour only.
    boolean sent =
        Sending.respond(
            press.context(),
            place.responseUrl(),
            message,
            m -> m.toResponse(true, false, threadTs));
    if (!sent) {
      Sending.post(press.context(), place.channel(), threadTs, message);
    }
  }

  /**
   * In the place of the button. What a paste said to its owner is not here any more to be shown.
   */
  private void tell(Press press, Shareable shareable, boolean first, Locale locale)
      throws IOException, SlackApiException {
    Label.Speaker words = answering.words(locale);
    if (press.isInModal()) {
      Sending.update(
          press.context(),
          press.payload().getView().getId(),
          AskView.posted(press.payload().getView(), words));
    } else if (first && press.isEphemeral() && shareable instanceof Shareable.Asked) {
      press.answer(
          answering.showPosted(shareable, press.place().destination(), locale), false, true);
    } else {
      press.say(words.say(Label.POSTED), words);
    }
  }
}
