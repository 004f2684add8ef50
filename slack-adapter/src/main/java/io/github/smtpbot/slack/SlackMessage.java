package io.github.smtpbot.slack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as Slack takes it. Nothing in it unfurls.
 *
 * @param text for notifications and for readers without blocks; escaped
 * @param blocks what is shown; empty if the text is all
 */
record SlackMessage(String text, List<LayoutBlock> blocks) {

  private static final Gson GSON = GsonFactory.createSnakeCase();

  SlackMessage {
    blocks = List.copyOf(blocks);
  }

  /** A message of nothing but this text, which may hold anything. */
  static SlackMessage ofText(String text) {
    RichText shown = new RichText().paragraph("", text);
    return new SlackMessage(
        Inert.escaped(text, SlackLimits.FALLBACK_TEXT),
        shown.isEmpty() ? List.of() : List.of(shown.toBlock()));
  }

  /** Answers a slash command, in its acknowledgement. */
  JsonObject toAcknowledgement(Visibility visibility) {
    return toJson(visibility == Visibility.IN_CHANNEL);
  }

  /**
   * Is sent to a {@code response_url}.
   *
   * @param inChannel whether all see it, or the asker alone
   * @param replace whether it takes the place of the message that was acted upon
   * @param threadTs the thread it goes to, or null
   */
  JsonObject toResponse(boolean inChannel, boolean replace, @Nullable String threadTs) {
    JsonObject json = toJson(inChannel);
    json.addProperty("replace_original", replace);
    if (threadTs != null) {
      json.addProperty("thread_ts", threadTs);
    }
    return json;
  }

  private JsonObject toJson(boolean inChannel) {
    JsonObject json = new JsonObject();
    json.addProperty("response_type", inChannel ? "in_channel" : "ephemeral");
    json.addProperty("text", text);
    json.addProperty("mrkdwn", false);
    json.addProperty("unfurl_links", false);
    json.addProperty("unfurl_media", false);
    if (!blocks.isEmpty()) {
      json.add("blocks", GSON.toJsonTree(blocks));
    }
    return json;
  }
}
