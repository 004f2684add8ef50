package io.github.smtpbot.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.event.AppHomeOpenedEvent;
import io.github.smtpbot.QuestionListener;
import io.github.smtpbot.answer.Answer;
import java.io.IOException;
import java.util.Locale;

/** Shows the Home tab whenever somebody opens it, in their language, and does what it offers. */
final class HomeHandler {

  private static final String HOME_TAB = "home";

  private final Answering answering;
  private final WaysIn ways;
  private final Visibility visibility;
  private final OptionalCalls calls;
  private final HomeSettings settings;

  HomeHandler(Answering answering, WaysIn ways, Visibility visibility, OptionalCalls calls) {
    this.answering = answering;
    this.ways = ways;
    this.visibility = visibility;
    this.calls = calls;
    this.settings = new HomeSettings(answering, this::show);
  }

  void install(App app) {
    app.event(AppHomeOpenedEvent.class, this::opened);
    app.blockAction(SlackIds.HOME_ASK, answering.onPress(this::ask));
    app.blockAction(SlackIds.ANY_EXAMPLE, answering.onPress(this::example));
    settings.install(app);
  }

  private Response opened(EventsApiPayload<AppHomeOpenedEvent> payload, EventContext context) {
    AppHomeOpenedEvent event = payload.getEvent();
    boolean home = event.getTab() == null || event.getTab().equals(HOME_TAB);
    if (home && event.getUser() != null) {
      answering.later(() -> show(context, event.getUser()));
    }
    return context.ack();
  }

  private void show(Context context, String userId) throws IOException, SlackApiException {
    Locale locale = answering.localeOf(context, userId);
    Answer help = answering.answer("help", locale);
    Visibility there = answering.team().visibility(Team.place(context), visibility);
    Label.Speaker words = answering.words(locale);
    var view =
        HomeView.of(help.details(), ways, there, settings.menus(context, userId, words), words);
    calls.made("views.publish", () -> Sending.publish(context, userId, view));
  }

  private void ask(Press press) throws IOException, SlackApiException {
    press.show(AskView.input(answering.words(answering.localeOf(press.context(), press.userId()))));
  }

  private void example(Press press) throws IOException, SlackApiException {
    Locale locale = answering.localeOf(press.context(), press.userId());
    Answer answer =
        answering.answer(press.context(), press.value(), locale, QuestionListener.Place.BUTTON);
    press.show(answering.view(answer, Place.NOWHERE, null, Label.CLOSE));
  }
}
