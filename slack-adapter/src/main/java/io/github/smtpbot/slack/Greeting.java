package io.github.smtpbot.slack;

import com.slack.api.bolt.context.Context;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.model.block.LayoutBlock;
import io.github.smtpbot.slack.BlockList.Sized;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Greets whoever writes to the bot for the first time. Whether it is the first time, Slack knows:
 * whether there is any message before it. Where Slack does not tell, nobody is greeted, as a
 * greeting said twice is worse than none. Remembers members and nothing of what they write. Safe
 * for use by many threads.
 */
final class Greeting {

  private static final int MAX_MEMBERS = 10_000;
  private static final Duration KEEP = Duration.ofDays(30);

  private final Once known = new Once(MAX_MEMBERS, KEEP);

  private final WaysIn ways;

  Greeting(WaysIn ways) {
    this.ways = ways;
  }

  /** Whether this message is the first that a member writes to the bot; true once at the most. */
  boolean isDue(Context context, String userId, String channel, String ts) {
    String member = context.getTeamId() + " " + userId;
    return known.isFirst(member) && isFirst(context, channel, ts);
  }

  private static boolean isFirst(Context context, String channel, String ts) {
    try {
      ConversationsHistoryResponse before =
          context
              .client()
              .conversationsHistory(
                  request -> request.channel(channel).latest(ts).inclusive(false).limit(1));
      return before.isOk() && before.getMessages() != null && before.getMessages().isEmpty();
    } catch (IOException | SlackApiException | RuntimeException e) {
      return false;
    }
  }

  /** A few words, and the ways to ask. */
  SlackMessage message(Label.Speaker words) {
    String title = words.say(Label.GREETING_TITLE);
    String text = words.say(Label.GREETING);
    List<LayoutBlock> blocks =
        Stream.of(
                FullAnswer.header(title),
                new RichText().paragraph(text).bullets(ways.lines(words)).toBlocks())
            .flatMap(List::stream)
            .map(Sized::block)
            .toList();
    return new SlackMessage(Inert.escaped(title + "\n" + text, SlackLimits.FALLBACK_TEXT), blocks);
  }
}
