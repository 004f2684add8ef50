package io.github.smtpbot.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.request.chat.ChatUnfurlRequest.UnfurlDetail;
import com.slack.api.model.event.LinkSharedEvent;
import io.github.smtpbot.answer.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Shows below a link what the bot knows from that page, if it is a source of the catalog; all other
 * links are left alone. Nothing is fetched.
 */
final class LinkHandler {

  /** More would bury what the message says. */
  private static final int MAX_LINKS = 3;

  private final Answering answering;
  private final OptionalCalls calls;

  LinkHandler(Answering answering, OptionalCalls calls) {
    this.answering = answering;
    this.calls = calls;
  }

  void install(App app) {
    app.event(LinkSharedEvent.class, this::shared);
  }

  private Response shared(EventsApiPayload<LinkSharedEvent> payload, EventContext context) {
    LinkSharedEvent event = payload.getEvent();
    if (event.getLinks() != null) {
      List<String> links =
          event.getLinks().stream()
              .map(LinkSharedEvent.Link::getUrl)
              .filter(Objects::nonNull)
              .distinct()
              .toList();
      answering.later(() -> unfurl(links, event, context));
    }
    return context.ack();
  }

  private void unfurl(List<String> links, LinkSharedEvent event, EventContext context)
      throws Exception {
    Map<String, UnfurlDetail> unfurls = new LinkedHashMap<>();
    Locale locale = null;
    for (String link : links) {
      if (unfurls.size() == MAX_LINKS || !answering.isPage(link)) {
        continue;
      }
      if (locale == null) {
        locale =
            answering.languageOfAll(
                Team.place(context), answering.localeOf(context, event.getUser()));
      }
      Optional<Answer> answer = answering.page(link, locale);
      if (answer.isPresent()) {
        unfurls.put(link, detail(answering.showPage(answer.get())));
      }
    }
    if (unfurls.isEmpty()) {
      return;
    }
    boolean composed = event.getUnfurlId() != null && event.getSource() != null;
    calls.made(
        "chat.unfurl",
        () ->
            Sending.accepted(
                () ->
                    context
                        .client()
                        .chatUnfurl(
                            request ->
                                composed
                                    ? request
                                        .unfurlId(event.getUnfurlId())
                                        .source(event.getSource())
                                        .unfurls(unfurls)
                                    : request
                                        .channel(event.getChannel())
                                        .ts(event.getMessageTs())
                                        .unfurls(unfurls))));
  }

  private static UnfurlDetail detail(SlackMessage card) {
    return UnfurlDetail.builder().fallback(card.text()).blocks(card.blocks()).build();
  }
}
