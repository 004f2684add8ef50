package io.github.smtpbot.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.FileInputElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewState;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
            .maxFiles(SlackLimits.INPUT_FILES)
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
    return modal(Label.ASK_TITLE, words, Label.CLOSE, blocks)
        .callbackId(SlackIds.ASK_VIEW)
        .submit(submit(Label.ASK_SUBMIT, words))
        .build();
  }

  /** Shows an answer, which may be posted to a place. */
  static View answer(List<LayoutBlock> blocks, Place place, Label.Speaker words, Label close) {
    return modal(Label.ASK_TITLE, words, close, blocks)
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
    List<LayoutBlock> blocks = new ArrayList<>();
    for (LayoutBlock block : shown.getBlocks()) {
      if (block instanceof ActionsBlock actions
          && actions.getElements().stream().anyMatch(AskView::posts)) {
        blocks.add(posted);
        List<BlockElement> others =
            actions.getElements().stream().filter(element -> !posts(element)).toList();
        if (!others.isEmpty()) {
          blocks.add(ActionsBlock.builder().blockId(actions.getBlockId()).elements(others).build());
        }
      } else {
        blocks.add(block);
      }
    }
    return with(shown, blocks);
  }

  /** The same with a picture; null for none. */
  static View with(View view, @Nullable PictureBlock picture) {
    return picture == null
        ? view
        : with(view, picture.among(view.getBlocks(), SlackLimits.VIEW_BLOCKS));
  }

  /** The same without pictures. */
  static View withoutPicture(View view) {
    View bare = with(view, PictureBlock.without(view.getBlocks()));
    bare.setExternalId(view.getExternalId());
    return bare;
  }

  /** An open modal with other blocks. */
  static View with(View shown, List<LayoutBlock> blocks) {
    return View.builder()
        .type(shown.getType())
        .callbackId(shown.getCallbackId())
        .title(shown.getTitle())
        .close(shown.getClose())
        .privateMetadata(shown.getPrivateMetadata())
        .blocks(blocks)
        .build();
  }

  /** What somebody entered in the input of this id; null if nothing. */
  static ViewState.@Nullable Value entered(View submitted, String id) {
    if (submitted.getState() == null || submitted.getState().getValues() == null) {
      return null;
    }
    Map<String, ViewState.Value> block = submitted.getState().getValues().get(id);
    return block == null ? null : block.get(id);
  }

  private static boolean posts(BlockElement element) {
    return element instanceof ButtonElement button && SlackIds.POST.equals(button.getActionId());
  }

  /** A modal with nothing but what all have. */
  static View.ViewBuilder modal(
      Label title, Label.Speaker words, Label close, List<LayoutBlock> blocks) {
    return View.builder()
        .type("modal")
        .title(
            ViewTitle.builder()
                .type("plain_text")
                .text(Inert.plain(words.say(title), SlackLimits.VIEW_TITLE))
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

  /** The button that submits a modal. */
  static ViewSubmit submit(Label label, Label.Speaker words) {
    return ViewSubmit.builder()
        .type("plain_text")
        .text(Inert.plain(words.say(label), SlackLimits.VIEW_TITLE))
        .emoji(false)
        .build();
  }
}
