package io.github.smtpbot.discord;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Clip;
import io.github.smtpbot.answer.FollowUp;
import io.github.smtpbot.answer.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;

/** Makes the rows of buttons under an answer, and the menu of codes to choose from. */
final class Buttons {

  /** Two rows; more of them would be longer than the answer on a phone. */
  private static final int BUTTONS = 2 * DiscordLimits.BUTTONS_IN_ROW;

  private final Labels labels;

  Buttons(Labels labels) {
    this.labels = labels;
  }

  /** At most three rows. */
  List<ActionRow> rows(Answer answer, Extras extras) {
    List<ActionRow> rows = new ArrayList<>();
    List<SelectOption> options = options(answer);
    if (!options.isEmpty()) {
      String placeholder = labels.label("discord.choose", answer.language());
      rows.add(
          ActionRow.of(
              StringSelectMenu.create(Action.CHOOSE)
                  .setPlaceholder(Clip.to(placeholder, DiscordLimits.PLACEHOLDER))
                  .addOptions(options)
                  .build()));
    }
    List<Button> buttons = buttons(answer, extras, options);
    for (int i = 0; i < buttons.size(); i += DiscordLimits.BUTTONS_IN_ROW) {
      rows.add(
          ActionRow.of(
              buttons.subList(i, Math.min(i + DiscordLimits.BUTTONS_IN_ROW, buttons.size()))));
    }
    return rows;
  }

  private List<Button> buttons(Answer answer, Extras extras, List<SelectOption> options) {
    Locale locale = answer.language();
    Set<String> inMenu = options.stream().map(SelectOption::getValue).collect(Collectors.toSet());
    // By custom id, which has to be unique in a message.
    Map<String, Button> buttons = new LinkedHashMap<>();
    if (extras.offerPaste()) {
      String id = new Action.Paste().customId();
      buttons.put(id, Button.primary(id, label("discord.paste", locale)));
    }
    if (extras.offerPost() && answer.shareable() != null) {
      Action post = new Action.Post(answer.shareable().bareToken());
      buttons.put(post.customId(), Button.primary(post.customId(), label("discord.post", locale)));
    }
    for (FollowUp followUp : answer.followUps()) {
      String id = new Action.Ask(followUp.question()).customId();
      if (id.length() <= DiscordLimits.CUSTOM_ID
          && !followUp.label().isBlank()
          && !inMenu.contains(followUp.question())
          && buttons.size() < BUTTONS) {
        buttons.putIfAbsent(
            id, Button.secondary(id, Clip.to(followUp.label(), DiscordLimits.BUTTON_LABEL)));
      }
    }
    return List.copyOf(buttons.values());
  }

  private String label(String key, Locale locale) {
    return Clip.to(labels.label(key, locale), DiscordLimits.BUTTON_LABEL);
  }

  private static List<SelectOption> options(Answer answer) {
    Map<String, SelectOption> options = new LinkedHashMap<>();
    Stream.concat(answer.lead().stream(), answer.details().stream())
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
