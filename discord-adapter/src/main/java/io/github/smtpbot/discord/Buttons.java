package io.github.smtpbot.discord;

import io.github.smtpbot.Feedback;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Clip;
import io.github.smtpbot.answer.FollowUp;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.catalog.Intent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.entities.emoji.Emoji;

/** Makes the rows of buttons under an answer, and the menu of codes to choose from. */
final class Buttons {

  /** On a card, besides those that post, paste and delete. */
  private static final int ON_CARD = 3;

  private static final String VERSUS = " vs ";
  private static final Emoji UP = Emoji.fromUnicode("\ud83d\udc4d");
  private static final Emoji DOWN = Emoji.fromUnicode("\ud83d\udc4e");
  private static final Emoji BIN = Emoji.fromUnicode("\ud83d\uddd1\ufe0f");

  private Buttons() {}

  /** The rows of a card, at most two: the menu, if there is one, and the buttons. */
  static List<ActionRow> card(Answer answer, Extras extras, Label.Speaker words) {
    Map<String, Button> buttons = new LinkedHashMap<>();
    if (extras.offerPaste()) {
      put(buttons, ButtonStyle.PRIMARY, new Action.Paste(), label(words, Label.PASTE));
    }
    // What belongs to the rest of the answer is chosen there.
    List<SelectOption> options =
        answer.shareable() instanceof Shareable.Groups groups
            ? Kinds.options(groups, words)
            : options(answer.lead().stream());
    int most = buttons.size() + ON_CARD;
    if (answer.shareable() != null) {
      String token = answer.shareable().bareToken();
      if (extras.offerPost()) {
        put(buttons, ButtonStyle.PRIMARY, new Action.Post(token), label(words, Label.POST));
        most++;
      }
      put(buttons, ButtonStyle.SECONDARY, new Action.Full(token), label(words, Label.FULL));
    }
    next(buttons, answer, forCard(answer), options, most, words);
    if (extras.deletedBy() != null) {
      Action delete = new Action.Delete(extras.deletedBy());
      buttons.put(
          delete.customId(),
          Button.secondary(delete.customId(), label(words, Label.DELETE)).withEmoji(BIN));
    }
    return rows(options, buttons, words);
  }

  /**
   * The rows of a full explanation, at most three; the last asks whether it is right, if it can be.
   */
  static List<ActionRow> full(Answer answer, Label.Speaker words) {
    Map<String, Button> buttons = new LinkedHashMap<>();
    List<SelectOption> options =
        options(Stream.concat(answer.lead().stream(), answer.details().stream()));
    next(buttons, answer, answer.followUps(), options, DiscordLimits.BUTTONS_IN_ROW, words);
    List<ActionRow> rows = rows(options, buttons, words);
    if (answer.canBeRight()) {
      rows.add(votes(answer, words));
    }
    return rows;
  }

  private static ActionRow votes(Answer answer, Label.Speaker words) {
    String ballot = Feedback.Ballot.of(answer).token();
    return ActionRow.of(
        vote(new Action.Vote(Feedback.Vote.RIGHT, ballot), UP, label(words, Label.RIGHT)),
        vote(new Action.Vote(Feedback.Vote.WRONG, ballot), DOWN, label(words, Label.WRONG)));
  }

  private static Button vote(Action vote, Emoji sign, String label) {
    return Button.secondary(vote.customId(), label).withEmoji(sign);
  }

  private static List<ActionRow> rows(
      List<SelectOption> options, Map<String, Button> buttons, Label.Speaker words) {
    List<ActionRow> rows = new ArrayList<>();
    if (!options.isEmpty()) {
      String placeholder = words.say(Label.CHOOSE);
      rows.add(
          ActionRow.of(
              StringSelectMenu.create(Action.CHOOSE)
                  .setPlaceholder(Clip.to(placeholder, DiscordLimits.PLACEHOLDER))
                  .addOptions(options)
                  .build()));
    }
    if (!buttons.isEmpty()) {
      rows.add(ActionRow.of(List.copyOf(buttons.values())));
    }
    return rows;
  }

  /**
   * What one may ask next, the most useful first: how to fix it, the codes in it, what they are
   * confused with. A card says by itself whether it is final and who acts.
   */
  private static List<FollowUp> forCard(Answer answer) {
    if (answer.kind() == Answer.Kind.HELP) {
      // What may be asked is in its menu.
      return List.of();
    }
    boolean said = answer.brief().verdict() != null;
    return answer.followUps().stream()
        .filter(next -> !said || !(asks(next, Intent.PERMANENT) || asks(next, Intent.WHO)))
        // Each kind of failures is in the menu.
        .filter(next -> !(answer.shareable() instanceof Shareable.Groups) || asks(next, Intent.FIX))
        .sorted(Comparator.comparingInt(Buttons::rank))
        .toList();
  }

  private static boolean asks(FollowUp next, Intent intent) {
    return next.intent() == intent;
  }

  private static int rank(FollowUp next) {
    if (asks(next, Intent.FIX)) {
      return 0;
    }
    return next.label().equals(next.question()) ? 1 : next.question().contains(VERSUS) ? 2 : 3;
  }

  /** Adds buttons that ask, until there are so many. */
  private static void next(
      Map<String, Button> buttons,
      Answer answer,
      List<FollowUp> followUps,
      List<SelectOption> options,
      int most,
      Label.Speaker words) {
    Set<String> inMenu = options.stream().map(SelectOption::getValue).collect(Collectors.toSet());
    for (FollowUp next : followUps) {
      Shareable fixed = answer.asksForSteps(next) ? answer.shareable() : null;
      Action ask =
          fixed == null ? new Action.Ask(next.question()) : new Action.Steps(fixed.bareToken());
      if (ask.customId().length() <= DiscordLimits.CUSTOM_ID
          && !next.label().isBlank()
          && !inMenu.contains(next.question())
          && buttons.size() < most) {
        put(buttons, ButtonStyle.SECONDARY, ask, verb(next, answer, words));
      }
    }
  }

  /** What a button does, in words. */
  private static String verb(FollowUp next, Answer answer, Label.Speaker words) {
    int versus = next.question().indexOf(VERSUS);
    if (versus >= 0) {
      boolean known = answer.codes().equals(List.of(next.question().substring(0, versus)));
      return known
          ? label(words, Label.COMPARE_WITH, next.question().substring(versus + VERSUS.length()))
          : label(words, Label.COMPARE, next.label());
    }
    return next.label().equals(next.question())
        ? label(words, Label.EXPLAIN, next.label())
        : Clip.to(next.label(), DiscordLimits.BUTTON_LABEL);
  }

  /** By custom id, which has to be unique in a message. */
  private static void put(
      Map<String, Button> buttons, ButtonStyle style, Action action, String label) {
    buttons.putIfAbsent(action.customId(), Button.of(style, action.customId(), label));
  }

  private static String label(Label.Speaker words, Label label, Object... values) {
    return Clip.to(words.say(label, values), DiscordLimits.BUTTON_LABEL);
  }

  private static List<SelectOption> options(Stream<Part> parts) {
    Map<String, SelectOption> options = new LinkedHashMap<>();
    parts
        .filter(Part.Choices.class::isInstance)
        .flatMap(part -> ((Part.Choices) part).choices().stream())
        .filter(choice -> !choice.question().isBlank())
        .filter(choice -> choice.question().length() <= DiscordLimits.OPTION_TEXT)
        .forEach(
            choice -> {
              if (options.size() < DiscordLimits.OPTIONS) {
                String label = choice.question() + "  " + choice.name();
                options.putIfAbsent(
                    choice.question(),
                    SelectOption.of(
                        Clip.to(label.strip(), DiscordLimits.OPTION_TEXT), choice.question()));
              }
            });
    return List.copyOf(options.values());
  }
}
