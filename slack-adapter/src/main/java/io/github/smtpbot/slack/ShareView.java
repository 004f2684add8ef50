package io.github.smtpbot.slack;

import com.slack.api.bolt.context.Context;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ConversationsFilter;
import com.slack.api.model.block.element.ConversationsSelectElement;
import com.slack.api.model.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The modal in which one chooses where an answer is posted. */
final class ShareView {

  private ShareView() {}

  /**
   * What is to be posted. It travels in the {@code private_metadata} of the modal.
   *
   * @param wanted the value of a {@link Wanted}
   * @param origin what was asked about, see {@link Press#origin}
   */
  record Shared(String wanted, String origin) {

    private static final String BETWEEN = "\n";

    /** Reads what {@link #metadata} wrote. */
    static Optional<Shared> of(@Nullable String metadata) {
      String[] fields = metadata == null ? new String[0] : metadata.split(BETWEEN, -1);
      return fields.length == 2 && Wanted.of(fields[0]).isPresent()
          ? Optional.of(new Shared(fields[0], fields[1]))
          : Optional.empty();
    }

    private String metadata() {
      return wanted + BETWEEN + origin;
    }

    Posting.Order order(
        Context context, @Nullable String userId, String channel, @Nullable String responseUrl) {
      return new Posting.Order(
          context, Wanted.of(wanted).orElseThrow(), userId, channel, null, responseUrl, origin);
    }
  }

  /**
   * Asks where to post.
   *
   * @param channel chosen at first; null for the one that the reader looks at
   * @param remedy why it did not work, and what to do; or null
   */
  static View choose(
      Shared shared, @Nullable String channel, @Nullable String remedy, Label.Speaker words) {
    List<LayoutBlock> blocks = new ArrayList<>();
    if (remedy != null) {
      blocks.addAll(SlackMessage.ofText("⚠️ " + remedy).blocks());
    }
    blocks.add(
        InputBlock.builder()
            .blockId(SlackIds.SHARE_WHERE)
            .label(Buttons.text(words.say(Label.SHARE_WHERE), SlackLimits.INPUT_LABEL))
            .element(
                ConversationsSelectElement.builder()
                    .actionId(SlackIds.SHARE_WHERE)
                    .placeholder(
                        Buttons.text(words.say(Label.SHARE_CHOOSE), SlackLimits.PLACEHOLDER))
                    .defaultToCurrentConversation(channel == null ? true : null)
                    .initialConversation(channel)
                    .responseUrlEnabled(true)
                    .filter(ConversationsFilter.builder().excludeBotUsers(true).build())
                    .build())
            .build());
    return AskView.modal(Label.SHARE_TITLE, words, Label.BACK, blocks)
        .callbackId(SlackIds.SHARE_VIEW)
        .privateMetadata(shared.metadata())
        .submit(AskView.submit(Label.SHARE_SUBMIT, words))
        .build();
  }

  /** Says how far it is. */
  static View say(Label label, String externalId, Label.Speaker words) {
    return AskView.modal(
            Label.SHARE_TITLE, words, Label.BACK, SlackMessage.ofText(words.say(label)).blocks())
        .callbackId(SlackIds.ANSWER_VIEW)
        .externalId(externalId)
        .build();
  }
}
