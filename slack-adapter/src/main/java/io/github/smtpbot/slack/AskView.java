package io.github.smtpbot.slack;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.FileInputElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The modal that the global shortcut opens: the large input, and the answer on top of it. */
final class AskView {

  private AskView() {}

  /** Asks for a text or a file. */
  static View input(Label.Speaker words) {
    PlainTextInputElement text =
        PlainTextInputElement.builder()
            .actionId(SlackIds.ASK_TEXT)
            .multiline(true)
            .maxLength(SlackLimits.INPUT_TEXT)
            .focusOnLoad(true)
            .placeholder(Buttons.text(words.say(Label.ASK_PLACEHOLDER), SlackLimits.PLACEHOLDER))
            .build();
    FileInputElement file =
        FileInputElement.builder()
            .actionId(SlackIds.ASK_FILE)
            .filetypes(List.of("eml", "txt", "log"))
            .maxFiles(1)
            .build();
    List<LayoutBlock> blocks =
        List.of(
            InputBlock.builder()
                .blockId(SlackIds.ASK_TEXT)
                .label(Buttons.text(words.say(Label.ASK_LABEL), SlackLimits.INPUT_LABEL))
                .element(text)
                .optional(true)
                .build(),
            InputBlock.builder()
                .blockId(SlackIds.ASK_FILE)
                .label(Buttons.text(words.say(Label.ASK_FILE), SlackLimits.INPUT_LABEL))
                .element(file)
                .optional(true)
                .build());
    return modal(words, Label.CLOSE, blocks)
        .submit(
            ViewSubmit.builder()
                .type("plain_text")
                .text(Inert.plain(words.say(Label.ASK_SUBMIT), SlackLimits.VIEW_TITLE))
                .emoji(false)
                .build())
        .build();
  }

  /**
   * Shows an answer.
   *
   * @param externalId by which it can be replaced before we know its id, or null
   */
  static View answer(SlackMessage message, Label.Speaker words, @Nullable String externalId) {
    return modal(words, Label.BACK, message.blocks()).externalId(externalId).build();
  }

  private static View.ViewBuilder modal(
      Label.Speaker words, Label close, List<LayoutBlock> blocks) {
    return View.builder()
        .type("modal")
        .callbackId(SlackIds.ASK_VIEW)
        .title(
            ViewTitle.builder()
                .type("plain_text")
                .text(Inert.plain(words.say(Label.ASK_TITLE), SlackLimits.VIEW_TITLE))
                .emoji(false)
                .build())
        .close(
            ViewClose.builder()
                .type("plain_text")
                .text(Inert.plain(words.say(close), SlackLimits.VIEW_TITLE))
                .emoji(false)
                .build())
        .blocks(blocks);
  }
}
