package io.github.smtpbot.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.OverflowMenuElement;
import com.slack.api.model.block.element.StaticSelectElement;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.FollowUp;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.slack.BlockList.Sized;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The buttons and menus of an answer. */
final class Buttons {

  private Buttons() {}

  /**
   * Below a card: at most three buttons, which open more of the answer or post it, and a menu of
   * what one may ask next.
   *
   * @param poster who may take it back, where all see it; or null
   */
  static List<Sized> ofCard(
      Answer answer,
      Destination destination,
      boolean posted,
      @Nullable Poster poster,
      Label.Speaker words) {
    List<BlockElement> elements = new ArrayList<>();
    Shareable shareable = answer.shareable();
    if (shareable != null) {
      if (answer.hasSteps()) {
        elements.add(button(words.say(Label.FIX), answer.title(), SlackIds.FIX, shareable.token()));
      }
      if (!answer.lead().isEmpty() || !answer.details().isEmpty()) {
        elements.add(
            button(words.say(Label.FULL), answer.title(), SlackIds.FULL, shareable.token()));
      }
      if (!posted) {
        postButton(answer, destination, words).ifPresent(elements::add);
      }
    }
    if (poster != null) {
      elements.add(
          button(words.say(Label.DELETE), answer.title(), SlackIds.DELETE, poster.value()));
    }
    String followUps =
        (answer.diagnosis() == null ? SlackIds.FOLLOW_UP : SlackIds.FOLLOW_UP_DIAGNOSIS) + 0;
    List<OptionObject> choices = options(answer.lead().stream(), Set.of());
    if (choices.isEmpty()) {
      List<OptionObject> next =
          answer.followUps().stream()
              .filter(followUp -> !(answer.hasSteps() && answer.asksForSteps(followUp)))
              .filter(Buttons::fits)
              .limit(SlackLimits.OVERFLOW_OPTIONS)
              .map(followUp -> option(followUp.label(), followUp.question()))
              .toList();
      if (!next.isEmpty()) {
        elements.add(OverflowMenuElement.builder().actionId(followUps).options(next).build());
      }
    } else {
      elements.add(menu(choices, followUps, words));
    }
    return actions(destination.blockId(), elements);
  }

  /** In a modal: buttons that post the answer where it was asked, and elsewhere; or nothing. */
  static List<Sized> post(Answer answer, Destination destination, Label.Speaker words) {
    List<BlockElement> elements = new ArrayList<>();
    postButton(answer, destination, words).ifPresent(elements::add);
    Wanted.of(answer)
        .ifPresent(
            wanted ->
                elements.add(
                    button(
                        words.say(Label.SHARE), answer.title(), SlackIds.SHARE, wanted.value())));
    return actions(destination.blockId(), elements);
  }

  /**
   * In a modal: what one may ask next. What has a button is not in the menu again; what to do is
   * told as it is below a card.
   */
  static List<Sized> next(Answer answer, Label.Speaker words) {
    List<BlockElement> elements = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    int number = 0;
    for (FollowUp followUp : answer.followUps()) {
      // One place is kept for the menu.
      if (elements.size() < SlackLimits.ACTIONS_ELEMENTS - 1 && fits(followUp)) {
        Shareable steps = answer.asksForSteps(followUp) ? answer.shareable() : null;
        elements.add(
            button(
                followUp.label(),
                followUp.label(),
                steps == null ? SlackIds.FOLLOW_UP + number++ : SlackIds.FIX,
                steps == null ? followUp.question() : steps.token()));
        asked.add(followUp.question());
      }
    }
    List<OptionObject> options =
        options(Stream.concat(answer.lead().stream(), answer.details().stream()), asked);
    if (!options.isEmpty()) {
      elements.add(menu(options, SlackIds.FOLLOW_UP + number, words));
    }
    return actions(SlackIds.NEXT, elements);
  }

  private static Optional<ButtonElement> postButton(
      Answer answer, Destination destination, Label.Speaker words) {
    Optional<Wanted> wanted = Wanted.of(answer);
    if (destination.kind() == Destination.Kind.NOWHERE || wanted.isEmpty()) {
      return Optional.empty();
    }
    boolean thread = destination.kind() == Destination.Kind.THREAD;
    String label = words.say(thread ? Label.POST_TO_THREAD : Label.POST_TO_CHANNEL);
    ButtonElement post = button(label, answer.title(), SlackIds.POST, wanted.get().value());
    post.setStyle("primary");
    return Optional.of(post);
  }

  static List<Sized> actions(String blockId, List<BlockElement> elements) {
    return elements.isEmpty()
        ? List.of()
        : List.of(new Sized(ActionsBlock.builder().blockId(blockId).elements(elements).build(), 0));
  }

  /**
   * A button.
   *
   * @param about what a screen reader says after the label, unless it is the same
   */
  static ButtonElement button(String label, String about, String actionId, String value) {
    String spoken = label.equals(about) ? label : label + ": " + about;
    return ButtonElement.builder()
        .text(text(label, SlackLimits.BUTTON_TEXT))
        .accessibilityLabel(Inert.plain(spoken, SlackLimits.BUTTON_TEXT))
        .actionId(actionId)
        .value(Inert.plain(value, SlackLimits.BUTTON_VALUE))
        .build();
  }

  /** The button that matters most in its row. */
  static ButtonElement primary(String label, String actionId, String value) {
    ButtonElement button = button(label, label, actionId, value);
    button.setStyle("primary");
    return button;
  }

  /** Whether there is anything to see of this text. */
  static boolean isShown(String text) {
    return !Inert.plain(text, SlackLimits.BUTTON_TEXT).isEmpty();
  }

  static PlainTextObject text(String text, int limit) {
    return PlainTextObject.builder().text(Inert.plain(text, limit)).emoji(false).build();
  }

  private static boolean fits(FollowUp followUp) {
    return followUp.question().length() <= SlackLimits.OPTION_VALUE
        && isShown(followUp.question())
        && isShown(followUp.label());
  }

  private static StaticSelectElement menu(
      List<OptionObject> options, String actionId, Label.Speaker words) {
    return StaticSelectElement.builder()
        .actionId(actionId)
        .placeholder(text(words.say(Label.CHOOSE), SlackLimits.PLACEHOLDER))
        .options(options)
        .build();
  }

  private static OptionObject option(String label, String question) {
    return OptionObject.builder()
        .text(text(label, SlackLimits.OPTION_TEXT))
        .value(Inert.plain(question, SlackLimits.OPTION_VALUE))
        .build();
  }

  private static List<OptionObject> options(Stream<Part> parts, Set<String> without) {
    Map<String, OptionObject> options = new LinkedHashMap<>();
    parts
        .filter(Part.Choices.class::isInstance)
        .flatMap(part -> ((Part.Choices) part).choices().stream())
        .filter(choice -> choice.question().length() <= SlackLimits.OPTION_VALUE)
        .filter(choice -> isShown(choice.question()) && !without.contains(choice.question()))
        .forEach(
            choice ->
                options.putIfAbsent(
                    choice.question(),
                    option(choice.question() + "  " + choice.name(), choice.question())));
    return options.values().stream().limit(SlackLimits.SELECT_OPTIONS).toList();
  }
}
