package io.github.smtpbot.slack;

import com.slack.api.bolt.App;
import com.slack.api.methods.SlackApiException;
import io.github.smtpbot.answer.Shareable;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * Posts an answer for all to see, where it was asked, and takes it back when whoever posted it says
 * so.
 */
final class PostHandler {

  private final Answering answering;
  private final Posting posting;

  PostHandler(Answering answering, Posting posting) {
    this.answering = answering;
    this.posting = posting;
  }

  void install(App app) {
    app.blockAction(SlackIds.POST, answering.onPress(this::post));
    app.blockAction(SlackIds.DELETE, answering.onPress(this::delete));
  }

  private void post(Press press) throws IOException, SlackApiException {
    Locale locale = answering.localeOf(press.context(), press.userId());
    Label.Speaker words = answering.words(locale);
    Optional<Wanted> wanted = Wanted.of(press.value());
    // A button of another version, which we cannot read any more.
    if (wanted.isEmpty() || press.place().isNowhere()) {
      press.say(words.say(Label.OUTDATED), words);
      return;
    }
    Place place = press.place();
    Posting.Order order =
        new Posting.Order(
            press.context(),
            wanted.get(),
            press.userId(),
            place.channel(),
            place.destination().threadTs(),
            place.responseUrl(),
            press.origin());
    boolean first;
    try {
      first = posting.post(order, locale);
    } catch (Sending.RefusedException | RuntimeException e) {
      press.say(Posting.remedy(e, words), words);
      return;
    }
    answering.now(press.asker(), () -> tell(press, wanted.get(), first, locale));
  }

  /**
   * In the place of the button. What a paste said to its owner is not here any more to be shown.
   */
  private void tell(Press press, Wanted wanted, boolean first, Locale locale)
      throws IOException, SlackApiException {
    Label.Speaker words = answering.words(locale);
    if (press.isInModal()) {
      Sending.update(
          press.context(),
          press.payload().getView().getId(),
          AskView.posted(press.payload().getView(), words));
    } else if (first && press.isEphemeral() && wanted.shareable() instanceof Shareable.Asked) {
      Locale shown = wanted.language() == null ? locale : wanted.language();
      press.answer(
          answering.showPosted(
              Team.place(press.context()), wanted.shareable(), press.place().destination(), shown),
          false,
          true);
    } else {
      press.say(words.say(Label.POSTED), words);
    }
  }

  private void delete(Press press) throws IOException, SlackApiException {
    Label.Speaker words = answering.words(answering.localeOf(press.context(), press.userId()));
    Optional<Poster> poster = Poster.ofValue(press.value());
    if (poster.isEmpty() || !poster.get().userId().equals(press.userId())) {
      press.say(words.say(Label.NOT_YOURS), words);
      return;
    }
    press.deleteMessage();
    posting.release(poster.get());
  }
}
