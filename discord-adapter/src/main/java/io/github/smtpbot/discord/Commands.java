package io.github.smtpbot.discord;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Clip;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** The commands as Discord has to know them: names, options, and what they are in each language. */
final class Commands {

  static final String SLASH = "smtp";
  static final String QUESTION = "question";
  static final String ATTACHMENT = "attachment";
  static final String VISIBILITY = "visibility";

  private final SmtpBot bot;
  private final Map<DiscordLocale, Locale> languages;

  Commands(SmtpBot bot) {
    this.bot = bot;
    this.languages =
        bot.languages().stream()
            .filter(language -> !language.equals(Locale.ENGLISH))
            .filter(language -> DiscordLocale.from(language) != DiscordLocale.UNKNOWN)
            .collect(Collectors.toMap(DiscordLocale::from, Function.identity()));
  }

  /** The slash command and the message command. */
  List<CommandData> all() {
    return List.of(everywhere(slash()), everywhere(message()));
  }

  /** What the message command is called in English; Discord sends this name in every language. */
  String messageCommandName() {
    return english("discord.message_command");
  }

  private static CommandData everywhere(CommandData command) {
    return command.setContexts(InteractionContextType.ALL).setIntegrationTypes(IntegrationType.ALL);
  }

  private CommandData message() {
    String key = "discord.message_command";
    return net.dv8tion.jda.api.interactions.commands.build.Commands.message(english(key))
        .setNameLocalizations(inEachLanguage(key, DiscordLimits.COMMAND_NAME));
  }

  private SlashCommandData slash() {
    String key = "discord.command";
    return net.dv8tion.jda.api.interactions.commands.build.Commands.slash(SLASH, english(key))
        .setDescriptionLocalizations(inEachLanguage(key, DiscordLimits.DESCRIPTION))
        .addOptions(question(), attachment(), visibility());
  }

  private OptionData question() {
    return option(OptionType.STRING, QUESTION, "discord.question")
        .setAutoComplete(true)
        .setMaxLength(DiscordLimits.OPTION_INPUT);
  }

  private OptionData attachment() {
    return option(OptionType.ATTACHMENT, ATTACHMENT, "discord.attachment");
  }

  private OptionData visibility() {
    List<Choice> choices = new ArrayList<>();
    for (Visibility visibility : Visibility.values()) {
      String key = "discord.visible_to." + visibility.label();
      choices.add(
          new Choice(english(key), visibility.label())
              .setNameLocalizations(inEachLanguage(key, DiscordLimits.CHOICE_TEXT)));
    }
    return option(OptionType.STRING, VISIBILITY, "discord.visibility").addChoices(choices);
  }

  private OptionData option(OptionType type, String name, String key) {
    String description = key + ".description";
    return new OptionData(type, name, english(description))
        .setNameLocalizations(inEachLanguage(key, DiscordLimits.COMMAND_NAME))
        .setDescriptionLocalizations(inEachLanguage(description, DiscordLimits.DESCRIPTION));
  }

  private String english(String key) {
    return bot.label(key, Locale.ENGLISH);
  }

  private Map<DiscordLocale, String> inEachLanguage(String key, int max) {
    return languages.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, language -> Clip.to(bot.label(key, language.getValue()), max)));
  }
}
