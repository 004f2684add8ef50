package io.github.smtpbot.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.StaticSelectElement;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.FollowUp;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.slack.BlockList.Sized;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The buttons and the menu below an answer. */
final class Buttons {

  private Buttons() {}

  /** At most one actions block; none if there is nothing to press. */
  static List<Sized> of(Answer answer, Destination destination, Label.Speaker words) {
    List<BlockElement> elements = new ArrayList<>();
    if (destination.kind() != Destination.Kind.NOWHERE && answer.shareable() != null) {
      boolean thread = destination.kind() == Destination.Kind.THREAD;
      String label = words.say(thread ? Label.POST_TO_THREAD : Label.POST_TO_CHANNEL);
      ButtonElement post = button(label, SlackIds.POST, answer.shareable().token());
      post.setStyle("primary");
      elements.add(post);
    }
    int number = 0;
    for (FollowUp followUp : answer.followUps()) {
      // One place is kept for the menu.
      if (elements.size() < SlackLimits.ACTIONS_ELEMENTS - 1
          && followUp.question().length() <= SlackLimits.BUTTON_VALUE
          && isShown(followUp.label())) {
        elements.add(button(followUp.label(), SlackIds.FOLLOW_UP + number++, followUp.question()));
      }
    }
    List<OptionObject> options = options(answer);
    if (!options.isEmpty()) {
      elements.add(
          StaticSelectElement.builder()
              .actionId(SlackIds.FOLLOW_UP + number)
              .placeholder(text(words.say(Label.CHOOSE), SlackLimits.PLACEHOLDER))
              .options(options)
              .build());
    }
    return elements.isEmpty()
        ? List.of()
        : List.of(
            new Sized(
                ActionsBlock.builder().blockId(destination.blockId()).elements(elements).build(),
                0));
  }

  static ButtonElement button(String label, String actionId, String value) {
    return ButtonElement.builder()
        .text(text(label, SlackLimits.BUTTON_TEXT))
        .actionId(actionId)
        .value(Inert.plain(value, SlackLimits.BUTTON_VALUE))
        .build();
  }

  /** Whether there is anything to see of this text. */
  static boolean isShown(String text) {
    return !Inert.plain(text, SlackLimits.BUTTON_TEXT).isEmpty();
  }

  static PlainTextObject text(String text, int limit) {
    return PlainTextObject.builder().text(Inert.plain(text, limit)).emoji(false).build();
  }

  private static List<OptionObject> options(Answer answer) {
    Map<String, OptionObject> options = new LinkedHashMap<>();
    Stream.concat(answer.lead().stream(), answer.details().stream())
        .filter(Part.Choices.class::isInstance)
        .flatMap(part -> ((Part.Choices) part).choices().stream())
        .filter(choice -> choice.question().length() <= SlackLimits.OPTION_VALUE)
        .filter(choice -> isShown(choice.question()))
        .forEach(
            choice ->
                options.putIfAbsent(
                    choice.question(),
                    OptionObject.builder()
                        .text(
                            text(choice.question() + "  " + choice.name(), SlackLimits.OPTION_TEXT))
                        .value(Inert.plain(choice.question(), SlackLimits.OPTION_VALUE))
                        .build()));
    return options.values().stream().limit(SlackLimits.SELECT_OPTIONS).toList();
  }
}
