package io.github.smtpbot.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.FileInputElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.List;

/** The modals: the large input of the global shortcut, and answers. */
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

  /** Shows an answer, which may be posted to a place. */
  static View answer(List<LayoutBlock> blocks, Place place, Label.Speaker words, Label close) {
    return modal(words, close, blocks)
        .callbackId(SlackIds.ANSWER_VIEW)
        .privateMetadata(place.metadata())
        .build();
  }

  /** Says something. */
  static View note(String text, Label.Speaker words, Label close) {
    return answer(SlackMessage.ofText(text).blocks(), Place.NOWHERE, words, close);
  }

  /** The same with the words that it is posted in the place of the button. */
  static View posted(View shown, Label.Speaker words) {
    LayoutBlock posted =
        SourceLinks.block(List.of(Buttons.text(words.say(Label.POSTED), SlackLimits.BUTTON_TEXT)));
    List<LayoutBlock> blocks =
        shown.getBlocks().stream().map(block -> posts(block) ? posted : block).toList();
    return View.builder()
        .type(shown.getType())
        .callbackId(shown.getCallbackId())
        .title(shown.getTitle())
        .close(shown.getClose())
        .privateMetadata(shown.getPrivateMetadata())
        .blocks(blocks)
        .build();
  }

  private static boolean posts(LayoutBlock block) {
    return block instanceof ActionsBlock actions
        && actions.getElements().stream()
            .anyMatch(
                element ->
                    element instanceof ButtonElement button
                        && SlackIds.POST.equals(button.getActionId()));
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
