package io.github.smtpbot.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.Context;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.StaticSelectElement;
import io.github.smtpbot.slack.BlockList.Sized;
import io.github.smtpbot.team.TeamSetting;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The menus of the Home tab by which administrators choose for their workspace. */
final class HomeSettings {

  private static final String BLOCK = "smtpbot_settings";

  private final Answering answering;
  private final Changed changed;

  /** What is done when something was chosen. */
  interface Changed {
    void of(Context context, String userId) throws IOException, SlackApiException;
  }

  HomeSettings(Answering answering, Changed changed) {
    this.answering = answering;
    this.changed = changed;
  }

  void install(App app) {
    app.blockAction(SlackIds.ANY_SETTING, answering.onPress(this::choose));
  }

  /** The menus; empty for whoever may not choose. */
  List<Sized> menus(Context context, @Nullable String userId, Label.Speaker words) {
    Team team = answering.team();
    if (!team.canChoose() || !Team.isAdmin(context, userId)) {
      return List.of();
    }
    String place = Team.place(context);
    List<BlockElement> menus =
        Stream.of(TeamSetting.values())
            .<BlockElement>map(setting -> menu(setting, team.chosen(place, setting), words))
            .toList();
    return List.of(new Sized(ActionsBlock.builder().blockId(BLOCK).elements(menus).build(), 0));
  }

  private static StaticSelectElement menu(TeamSetting setting, String chosen, Label.Speaker words) {
    return StaticSelectElement.builder()
        .actionId(SlackIds.SETTING + setting.label())
        .placeholder(Buttons.text(name(setting, words), SlackLimits.PLACEHOLDER))
        .options(setting.choices().stream().map(choice -> option(setting, choice, words)).toList())
        .initialOption(option(setting, chosen, words))
        .build();
  }

  /** With its name, as a menu that something is chosen in shows no other. */
  private static OptionObject option(TeamSetting setting, String choice, Label.Speaker words) {
    return OptionObject.builder()
        .text(
            Buttons.text(
                name(setting, words) + ": " + said(choice, words), SlackLimits.OPTION_TEXT))
        .value(choice)
        .build();
  }

  private static String name(TeamSetting setting, Label.Speaker words) {
    return words.say(
        switch (setting) {
          case LANGUAGE -> Label.SETTING_LANGUAGE;
          case VISIBILITY -> Label.SETTING_VISIBILITY;
          case REACTION -> Label.SETTING_REACTION;
          case NOTES -> Label.SETTING_NOTES;
        });
  }

  private static String said(String choice, Label.Speaker words) {
    return switch (choice) {
      case "auto" -> words.say(Label.CHOICE_AUTO);
      case "default" -> words.say(Label.CHOICE_DEFAULT);
      case "asker" -> words.say(Label.CHOICE_ASKER);
      case "everyone" -> words.say(Label.CHOICE_EVERYONE);
      case "on" -> words.say(Label.CHOICE_ON);
      case "off" -> words.say(Label.CHOICE_OFF);
      case "admins" -> words.say(Label.CHOICE_ADMINS);
      default -> {
        // A language is called what it calls itself.
        Locale language = Locale.forLanguageTag(choice);
        yield language.getDisplayLanguage(language);
      }
    };
  }

  private void choose(Press press) throws IOException, SlackApiException {
    Optional<TeamSetting> setting =
        TeamSetting.ofLabel(press.action().getActionId().substring(SlackIds.SETTING.length()));
    String userId = press.userId();
    if (setting.isEmpty() || userId == null || !setting.get().choices().contains(press.value())) {
      return;
    }
    Locale locale = answering.localeOf(press.context(), userId);
    answering.team().choose(press.context(), userId, setting.get(), press.value(), locale);
    // Whoever may not choose any more sees what holds.
    changed.of(press.context(), userId);
  }
}
