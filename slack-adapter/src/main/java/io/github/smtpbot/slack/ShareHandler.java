package io.github.smtpbot.slack;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Posts an answer in a modal where the reader chooses, and says there what became of it. */
final class ShareHandler {

  private final Answering answering;
  private final Posting posting;

  ShareHandler(Answering answering, Posting posting) {
    this.answering = answering;
    this.posting = posting;
  }

  void install(App app) {
    app.blockAction(SlackIds.SHARE, answering.onPress(this::choose));
    app.viewSubmission(SlackIds.SHARE_VIEW, this::submit);
  }

  private void choose(Press press) throws IOException, SlackApiException {
    press.show(
        ShareView.choose(
            new ShareView.Shared(press.value(), press.origin()),
            null,
            null,
            answering.words(answering.localeOf(press.context(), press.userId()))));
  }

  private Response submit(ViewSubmissionRequest request, ViewSubmissionContext context) {
    ViewSubmissionPayload payload = request.getPayload();
    String userId = payload.getUser() == null ? null : payload.getUser().getId();
    Locale locale = answering.localeOf(context, userId);
    Label.Speaker words = answering.words(locale);
    Optional<ShareView.Shared> shared = ShareView.Shared.of(payload.getView().getPrivateMetadata());
    ViewState.Value chosen = AskView.entered(payload.getView(), SlackIds.SHARE_WHERE);
    String channel = chosen == null ? null : chosen.getSelectedConversation();
    if (shared.isEmpty() || channel == null) {
      String wrong = words.say(channel == null ? Label.SHARE_CHOOSE : Label.OUTDATED);
      return context.ack(
          response ->
              response.responseAction("errors").errors(Map.of(SlackIds.SHARE_WHERE, wrong)));
    }
    String id = SlackIds.SHARE_VIEW + UUID.randomUUID();
    Posting.Order order =
        shared.get().order(context, userId, channel, responseUrl(payload, channel));
    Asker asker = Asker.anywhere(context, userId);
    answering.afterAcknowledgement(
        asker,
        () -> {
          View done = post(order, shared.get(), id, locale);
          answering.now(asker, () -> Sending.updateByExternalId(context, done));
        });
    View waiting = ShareView.say(Label.POSTING, id, words);
    return context.ack(response -> response.responseAction("update").view(waiting));
  }

  /** What became of it; where Slack refuses it, what to do, and the picker again. */
  private View post(Posting.Order order, ShareView.Shared shared, String id, Locale locale)
      throws IOException, SlackApiException {
    Label.Speaker words = answering.words(locale);
    try {
      posting.post(order, locale);
      return ShareView.say(Label.POSTED, id, words);
    } catch (Sending.RefusedException | RuntimeException e) {
      View again = ShareView.choose(shared, order.channel(), Posting.remedy(e, words), words);
      again.setExternalId(id);
      return again;
    }
  }

  /** Works where we are no member. */
  private static @Nullable String responseUrl(ViewSubmissionPayload payload, String channel) {
    if (payload.getResponseUrls() == null) {
      return null;
    }
    return payload.getResponseUrls().stream()
        .filter(url -> channel.equals(url.getChannelId()))
        .map(ViewSubmissionPayload.ResponseUrl::getResponseUrl)
        .findFirst()
        .orElse(null);
  }
}
