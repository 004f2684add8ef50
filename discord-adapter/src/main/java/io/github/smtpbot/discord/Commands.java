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

/**
 * The commands as Discord has to know them: names, options, and what they are in each language.
 * Files and long pastes have commands of their own beside {@code /smtp} rather than subcommands: a
 * command with subcommands cannot be called by its bare name, and only where the first option is
 * required does a client take what is typed behind the name, as in {@code /smtp 252 501}.
 */
final class Commands {

  static final String ASK = "smtp";
  static final String FILE = "smtp-file";
  static final String PASTE = "smtp-paste";
  static final String QUESTION = "question";

  /** The option for the first file; those for more have a number behind it. */
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

  /** The slash commands and the message command. */
  List<CommandData> all() {
    return List.of(
        everywhere(slash(ASK, Label.COMMAND).addOptions(question(), visibility())),
        everywhere(slash(FILE, Label.FILE_COMMAND).addOptions(attachments())),
        everywhere(slash(PASTE, Label.PASTE_COMMAND)),
        everywhere(message()));
  }

  /** What the message command is called in English; Discord sends this name in every language. */
  String messageCommandName() {
    return english(Label.MESSAGE_COMMAND);
  }

  private static CommandData everywhere(CommandData command) {
    return command.setContexts(InteractionContextType.ALL).setIntegrationTypes(IntegrationType.ALL);
  }

  private CommandData message() {
    Label key = Label.MESSAGE_COMMAND;
    return net.dv8tion.jda.api.interactions.commands.build.Commands.message(english(key))
        .setNameLocalizations(inEachLanguage(key, DiscordLimits.COMMAND_NAME));
  }

  private SlashCommandData slash(String name, Label description) {
    return net.dv8tion.jda.api.interactions.commands.build.Commands.slash(
            name, english(description))
        .setDescriptionLocalizations(inEachLanguage(description, DiscordLimits.DESCRIPTION));
  }

  private OptionData question() {
    return option(OptionType.STRING, QUESTION, Label.QUESTION, Label.QUESTION_DESCRIPTION)
        .setRequired(true)
        .setAutoComplete(true)
        .setMaxLength(DiscordLimits.OPTION_INPUT);
  }

  private List<OptionData> attachments() {
    List<OptionData> options = new ArrayList<>();
    for (int i = 0; i < FileAnswers.FILES; i++) {
      String number = i == 0 ? "" : "-" + (i + 1);
      OptionData option =
          option(OptionType.ATTACHMENT, ATTACHMENT, Label.ATTACHMENT, Label.ATTACHMENT_DESCRIPTION);
      options.add(
          option
              .setName(ATTACHMENT + number)
              .setNameLocalizations(numbered(option.getNameLocalizations().toMap(), number))
              .setRequired(i == 0));
    }
    return options;
  }

  private static Map<DiscordLocale, String> numbered(
      Map<DiscordLocale, String> names, String number) {
    return names.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, name -> name.getValue() + number));
  }

  private OptionData visibility() {
    List<Choice> choices = new ArrayList<>();
    for (Visibility visibility : Visibility.values()) {
      Label key =
          visibility == Visibility.EVERYONE ? Label.VISIBLE_TO_EVERYONE : Label.VISIBLE_TO_ASKER;
      choices.add(
          new Choice(english(key), visibility.label())
              .setNameLocalizations(inEachLanguage(key, DiscordLimits.CHOICE_TEXT)));
    }
    return option(OptionType.STRING, VISIBILITY, Label.VISIBILITY, Label.VISIBILITY_DESCRIPTION)
        .addChoices(choices);
  }

  private OptionData option(OptionType type, String name, Label label, Label description) {
    return new OptionData(type, name, english(description))
        .setNameLocalizations(inEachLanguage(label, DiscordLimits.COMMAND_NAME))
        .setDescriptionLocalizations(inEachLanguage(description, DiscordLimits.DESCRIPTION));
  }

  private String english(Label label) {
    return label.of(bot, Locale.ENGLISH);
  }

  private Map<DiscordLocale, String> inEachLanguage(Label label, int max) {
    return languages.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, language -> Clip.to(label.of(bot, language.getValue()), max)));
  }
}
