package io.github.smtpbot.discord;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Suggestion;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.Message.Attachment;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Answers SMTP questions in any JDA bot: the command {@code /smtp}, the message command <b>Explain
 * SMTP reply</b>, and the buttons under the answers.
 *
 * <pre>{@code
 * jda.addEventListener(new SmtpDiscordPlugin());
 * jda.updateCommands().addCommands(SmtpDiscordPlugin.commands()).queue();
 * }</pre>
 *
 * <p>It needs no gateway intent and no cache, starts no thread, sets up no logging and remembers
 * nothing of what is asked. It reacts only to commands of those names and to components whose id
 * begins with {@code smtp:}. Instances are safe for use by many threads, and one may serve several
 * shards.
 */
public final class SmtpDiscordPlugin extends ListenerAdapter {

  /** How long the download of an attachment may take. */
  static final Duration DOWNLOAD_LIMIT = Duration.ofSeconds(20);

  /** How many text files of one message are looked into. */
  private static final int FILES = 3;

  /** Loaded when it is first needed, once for all plugins. */
  private static final class BuiltIn {
    static final SmtpBot BOT = SmtpBot.create();
    static final List<CommandData> COMMANDS = new Commands(BOT).all();
  }

  private final SmtpBot bot;
  private final Desk desk;
  private final AttachmentReader attachments;
  private final String messageCommand;

  /**
   * A plugin that shows answers to questions to everyone in the channel, unless asked otherwise.
   */
  public SmtpDiscordPlugin() {
    this(BuiltIn.BOT, Visibility.EVERYONE);
  }

  /**
   * A plugin.
   *
   * @param bot answers the questions
   * @param visibility who sees the answer to a question when the asker does not choose; a diagnosis
   *     of pasted text is always for the asker alone unless the asker chooses otherwise
   */
  public SmtpDiscordPlugin(SmtpBot bot, Visibility visibility) {
    this(bot, visibility, new AttachmentReader(null, DOWNLOAD_LIMIT));
  }

  SmtpDiscordPlugin(SmtpBot bot, Visibility visibility, AttachmentReader attachments) {
    this.bot = bot;
    this.desk = new Desk(bot, visibility);
    this.attachments = attachments;
    this.messageCommand = new Commands(bot).messageCommandName();
  }

  /** A plugin that may also download attachments from this server. */
  static SmtpDiscordPlugin withTestServer(
      SmtpBot bot, Visibility visibility, @Nullable HttpUrl testServer) {
    return new SmtpDiscordPlugin(bot, visibility, new AttachmentReader(testServer, DOWNLOAD_LIMIT));
  }

  /**
   * The commands to register with Discord, in every language there is. The list is built once; it
   * must not be changed, nor must what is in it.
   */
  public static List<CommandData> commands() {
    return BuiltIn.COMMANDS;
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    if (!event.getName().equals(Commands.SLASH)) {
      return;
    }
    answering(
        event,
        () -> {
          String question = option(event, Commands.QUESTION);
          Visibility chosen = Visibility.of(option(event, Commands.VISIBILITY));
          OptionMapping file = event.getOption(Commands.ATTACHMENT);
          if (file != null) {
            explain(event, file.getAsAttachment(), question, chosen);
          } else if (question.isBlank()) {
            send(event, desk.help(event, chosen));
          } else {
            send(event, desk.question(event, question, chosen));
          }
        });
  }

  private static String option(SlashCommandInteractionEvent event, String name) {
    OptionMapping option = event.getOption(name);
    return option == null ? "" : option.getAsString();
  }

  /** Acknowledges first, answers when the file has come. */
  private void explain(
      SlashCommandInteractionEvent event,
      Attachment file,
      String question,
      @Nullable Visibility chosen) {
    Visibility visibility = chosen == null ? Visibility.ASKER : chosen;
    event.deferReply(visibility == Visibility.ASKER).queue(null, Failures::report);
    attachments.read(
        event.getJDA().getHttpClient(),
        file,
        result ->
            answering(
                event,
                () -> {
                  byte[] content = result.bytes();
                  finish(
                      event.getHook(),
                      content == null
                          ? desk.notice(event, result.problem(), AttachmentReader.limit())
                          : desk.file(event, content, visibility),
                      visibility);
                  if (!question.isBlank()) {
                    Reply second = desk.question(event, question, chosen);
                    event
                        .getHook()
                        .sendMessage(second.message())
                        .setEphemeral(second.isEphemeral())
                        .queue(null, Failures::report);
                  }
                }));
  }

  @Override
  public void onMessageContextInteraction(MessageContextInteractionEvent event) {
    if (!event.getName().equals(messageCommand)) {
      return;
    }
    answering(
        event,
        () -> {
          MessageText message = MessageText.of(event.getTarget());
          boolean hasText = !message.text().isBlank();
          if (message.files().isEmpty() && !hasText) {
            send(event, desk.notice(event, "discord.no_text"));
          } else if (message.files().isEmpty()
              || (hasText && desk.holdsReply(event, message.text()))) {
            send(event, desk.text(event, message.text()));
          } else {
            event.deferReply(true).queue(null, Failures::report);
            lookInto(event, message, 0);
          }
        });
  }

  /** Looks into one file after the other until a reply is found. */
  private void lookInto(MessageContextInteractionEvent event, MessageText message, int index) {
    attachments.read(
        event.getJDA().getHttpClient(),
        message.files().get(index),
        result ->
            answering(
                event,
                () -> {
                  byte[] content = result.bytes();
                  boolean last = index + 1 == Math.min(FILES, message.files().size());
                  if (!last && (content == null || !desk.holdsReply(event, content))) {
                    lookInto(event, message, index + 1);
                  } else if (content == null) {
                    finish(
                        event.getHook(),
                        desk.notice(event, result.problem(), AttachmentReader.limit()),
                        Visibility.ASKER);
                  } else {
                    finish(
                        event.getHook(),
                        desk.file(event, content, Visibility.ASKER),
                        Visibility.ASKER);
                  }
                }));
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    if (!event.getName().equals(Commands.SLASH)) {
      return;
    }
    try {
      List<Choice> choices =
          bot
              .suggest(
                  event.getFocusedOption().getValue(),
                  event.getUserLocale().toLocale(),
                  DiscordLimits.CHOICES)
              .stream()
              .filter(suggestion -> !suggestion.label().isBlank())
              .filter(suggestion -> suggestion.question().length() <= DiscordLimits.CHOICE_TEXT)
              .limit(DiscordLimits.CHOICES)
              .map(SmtpDiscordPlugin::choice)
              .toList();
      event.replyChoices(choices).queue(null, Failures::report);
    } catch (RuntimeException e) {
      Failures.report(e);
    }
  }

  private static Choice choice(Suggestion suggestion) {
    return new Choice(
        Markdown.cut(suggestion.label(), DiscordLimits.CHOICE_TEXT), suggestion.question());
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    Action action = Action.of(event.getComponentId());
    if (action == null) {
      return;
    }
    answering(
        event,
        () -> {
          if (action instanceof Action.Ask ask) {
            send(event, desk.text(event, ask.question()));
          } else if (action instanceof Action.Post post) {
            send(event, desk.post(event, post.question()));
          } else if (action instanceof Action.PostShown) {
            String shown = AnswerRenderer.shown(event.getMessage());
            send(
                event,
                shown == null
                    ? desk.notice(event, "discord.cannot_post")
                    : desk.post(event, shown));
          } else if (action instanceof Action.Paste) {
            event.replyModal(modal(desk.reader(event))).queue(null, Failures::report);
          }
        });
  }

  private Modal modal(Locale locale) {
    String placeholder = bot.label("discord.paste.placeholder", locale);
    TextInput input =
        TextInput.create(Action.PASTE_ID, TextInputStyle.PARAGRAPH)
            .setPlaceholder(Markdown.cut(placeholder, DiscordLimits.PLACEHOLDER))
            .setRequiredRange(1, DiscordLimits.INPUT_VALUE)
            .build();
    String label = bot.label("discord.paste.label", locale);
    String title = bot.label("discord.paste", locale);
    return Modal.create(Action.PASTE_ID, Markdown.cut(title, DiscordLimits.MODAL_TITLE))
        .addComponents(Label.of(Markdown.cut(label, DiscordLimits.INPUT_LABEL), input))
        .build();
  }

  @Override
  public void onModalInteraction(ModalInteractionEvent event) {
    if (!event.getModalId().equals(Action.PASTE_ID)) {
      return;
    }
    answering(
        event,
        () -> {
          ModalMapping value = event.getValue(Action.PASTE_ID);
          String text = value == null ? "" : value.getAsString();
          send(
              event,
              text.isBlank() ? desk.notice(event, "discord.no_text") : desk.text(event, text));
        });
  }

  @Override
  public void onStringSelectInteraction(StringSelectInteractionEvent event) {
    if (event.getComponentId().equals(Action.CHOOSE) && !event.getValues().isEmpty()) {
      answering(event, () -> send(event, desk.text(event, event.getValues().get(0))));
    }
  }

  private static void send(IReplyCallback event, Reply reply) {
    event.reply(reply.message()).setEphemeral(reply.isEphemeral()).queue(null, Failures::report);
  }

  /** Fills in the answer where "thinking…" stands. */
  private static void finish(InteractionHook hook, Reply reply, Visibility deferred) {
    if (reply.visibility() == deferred) {
      hook.editOriginal(MessageEditData.fromCreateData(reply.message()))
          .queue(null, Failures::report);
    } else {
      // What everybody sees as being thought about turned out to be for the asker alone.
      hook.deleteOriginal()
          .flatMap(gone -> hook.sendMessage(reply.message()).setEphemeral(reply.isEphemeral()))
          .queue(null, Failures::report);
    }
  }

  /** Whatever goes wrong in answering, the asker hears of it, and the log of its place only. */
  private void answering(IReplyCallback event, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      Failures.report(e);
      Reply sorry = desk.notice(event, "discord.failed");
      if (event.isAcknowledged()) {
        event
            .getHook()
            .sendMessage(sorry.message())
            .setEphemeral(true)
            .queue(null, Failures::report);
      } else {
        send(event, sorry);
      }
    }
  }
}
