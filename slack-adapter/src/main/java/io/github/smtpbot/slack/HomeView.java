package io.github.smtpbot.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.slack.BlockList.Sized;
import java.util.ArrayList;
import java.util.List;

/**
 * The Home tab of the app: what it can do as buttons, Slack's ways to ask, what is set and how that
 * is changed.
 */
final class HomeView {

  private static final String EXAMPLES = "smtpbot_examples";

  private HomeView() {}

  /**
   * Shows the Home tab to a member.
   *
   * @param help what the core's help says below its examples
   * @param ways Slack's ways to ask
   * @param visibility who sees the answer to the command at first
   * @param menus by which the member chooses for the workspace; empty if they may not
   * @param words the member's
   */
  static View of(
      List<Part> help, WaysIn ways, Visibility visibility, List<Sized> menus, Label.Speaker words) {
    List<Sized> blocks = new ArrayList<>(FullAnswer.header(words.say(Label.HOME_TITLE)));
    blocks.addAll(new RichText().paragraph(words.say(Label.HOME_ABOUT)).toBlocks());
    blocks.add(examples(words));
    blocks.addAll(FullAnswer.header(words.say(Label.WAYS)));
    blocks.addAll(new RichText().bullets(ways.lines(words)).toBlocks());
    blocks.addAll(FullAnswer.header(words.say(Label.HOME_SETTINGS)));
    blocks.addAll(new RichText().terms(settings(ways, visibility, words)).toBlocks());
    blocks.addAll(menus);
    for (Part part : help) {
      if (part instanceof Part.Text text) {
        blocks.addAll(FullAnswer.header(text.heading()));
        blocks.addAll(new RichText().paragraph(text.text()).toBlocks());
      }
    }
    List<LayoutBlock> shown = blocks.stream().map(Sized::block).toList();
    return View.builder().type("home").callbackId(SlackIds.HOME).blocks(shown).build();
  }

  private static Sized examples(Label.Speaker words) {
    List<BlockElement> buttons = new ArrayList<>();
    buttons.add(Buttons.primary(words.say(Label.HOME_ASK), SlackIds.HOME_ASK, SlackIds.HOME_ASK));
    for (String example : Examples.of(words)) {
      buttons.add(Buttons.button(example, example, SlackIds.EXAMPLE + buttons.size(), example));
    }
    return new Sized(ActionsBlock.builder().blockId(EXAMPLES).elements(buttons).build(), 0);
  }

  private static List<RichText.Term> settings(
      WaysIn ways, Visibility visibility, Label.Speaker words) {
    String reaction = ways.reaction();
    return List.of(
        new RichText.Term(words.say(Label.SETTING_LANGUAGE), words.say(Label.SETTING_LANGUAGE_HOW)),
        new RichText.Term(
            words.say(Label.SETTING_VISIBILITY),
            words.say(
                visibility == Visibility.IN_CHANNEL
                    ? Label.SETTING_IN_CHANNEL
                    : Label.SETTING_EPHEMERAL)),
        new RichText.Term(
            words.say(Label.SETTING_REACTION),
            reaction == null
                ? words.say(Label.SETTING_REACTION_OFF)
                : words.say(Label.SETTING_REACTION_ON, reaction)));
  }
}
