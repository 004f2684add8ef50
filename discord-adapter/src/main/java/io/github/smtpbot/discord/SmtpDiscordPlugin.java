package io.github.smtpbot.discord;

import io.github.smtpbot.Feedback;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Clip;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.answer.Suggestion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import net.dv8tion.jda.api.entities.Message.Attachment;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers SMTP questions in any JDA bot: the commands {@code /smtp}, {@code /smtp-file} and {@code
 * /smtp-paste}, the message command <b>Explain SMTP reply</b>, and the buttons under the answers.
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

  private static final Logger LOG = LoggerFactory.getLogger(SmtpDiscordPlugin.class);

  /** Loaded when it is first needed, once for all plugins. */
  private static final class BuiltIn {
    static final SmtpBot BOT = SmtpBot.create();
    static final List<CommandData> COMMANDS = new Commands(BOT).all();
  }

  private final SmtpBot bot;
  private final Desk desk;
  private final Replies replies;
  private final FileAnswers files;
  private final PasteForm paste;
  private final String messageCommand;
  private final Feedback feedback;

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
    this(bot, visibility, new Feedback());
  }

  /**
   * A plugin of a program that reads what people voted.
   *
   * @param bot answers the questions
   * @param visibility as above
   * @param feedback counts whether people found explanations right, without what was asked
   */
  public SmtpDiscordPlugin(SmtpBot bot, Visibility visibility, Feedback feedback) {
    this(
        bot,
        visibility,
        feedback,
        new AttachmentReader(null, DOWNLOAD_LIMIT),
        FileGate.of(Runtime.getRuntime().maxMemory()));
  }

  SmtpDiscordPlugin(
      SmtpBot bot,
      Visibility visibility,
      Feedback feedback,
      AttachmentReader attachments,
      FileGate gate) {
    this.bot = bot;
    this.feedback = feedback;
    this.desk = new Desk(bot, visibility);
    this.replies = new Replies(desk);
    this.files = new FileAnswers(desk, replies, attachments, gate);
    this.paste = new PasteForm(bot::label);
    this.messageCommand = new Commands(bot).messageCommandName();
  }

  /** A plugin that may also download attachments from this server. */
  static SmtpDiscordPlugin withTestServer(
      SmtpBot bot, Visibility visibility, Feedback feedback, @Nullable HttpUrl testServer) {
    return new SmtpDiscordPlugin(
        bot,
        visibility,
        feedback,
        new AttachmentReader(testServer, DOWNLOAD_LIMIT),
        FileGate.of(Runtime.getRuntime().maxMemory()));
  }

  /**
   * Loads what the first answers need, which takes a second or two: the core, the renderers and
   * JDA's components. Best called before the bot connects; otherwise who asks first waits for it.
   */
  public void warmUp() {
    bot.warmUp();
    desk.warmUp();
  }

  /** From now on nothing is begun that takes a while. */
  void beginClosing() {
    replies.beginClosing();
  }

  /** Whether somebody waits for an answer that was promised. */
  boolean isBusy() {
    return replies.isBusy();
  }

  /** Tells those who wait that there will be no answer. */
  void giveUp() {
    replies.giveUp();
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
    switch (event.getName()) {
      case Commands.ASK ->
          replies.answering(
              event,
              () ->
                  replies.send(
                      event,
                      desk.question(
                          event,
                          option(event, Commands.QUESTION),
                          Visibility.of(option(event, Commands.VISIBILITY)))));
      case Commands.FILE ->
          replies.answering(event, () -> files.answer(event, "", attachments(event)));
      case Commands.PASTE -> replies.answering(event, () -> open(event));
      default -> {}
    }
  }

  private static List<Attachment> attachments(SlashCommandInteractionEvent event) {
    return event.getOptionsByType(OptionType.ATTACHMENT).stream()
        .map(OptionMapping::getAsAttachment)
        .toList();
  }

  private void open(IModalCallback event) {
    event.replyModal(paste.empty(desk.reader(event))).queue(null, Failures::report);
  }

  private static String option(SlashCommandInteractionEvent event, String name) {
    OptionMapping option = event.getOption(name);
    return option == null ? "" : option.getAsString();
  }

  @Override
  public void onMessageContextInteraction(MessageContextInteractionEvent event) {
    if (event.getName().equals(messageCommand)) {
      replies.answering(event, () -> explain(event, MessageText.of(event.getTarget())));
    }
  }

  private void explain(MessageContextInteractionEvent event, MessageText message) {
    Answer answer = message.text().isBlank() ? null : desk.readText(event, message.text());
    if (answer != null && (message.files().isEmpty() || Desk.hasFinding(answer))) {
      replies.send(event, desk.toAsker(event, answer, ""));
    } else if (!message.files().isEmpty()) {
      files.answer(event, "", message.files());
    } else {
      replies.send(event, desk.notice(event, "discord.no_text"));
    }
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    if (!event.getName().equals(Commands.ASK)) {
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
        Clip.to(suggestion.label(), DiscordLimits.CHOICE_TEXT), suggestion.question());
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    Action action = Action.of(event.getComponentId());
    if (action == null) {
      return;
    }
    replies.answering(
        event,
        () -> {
          if (action instanceof Action.Ask ask) {
            replies.send(event, desk.text(event, ask.question()));
          } else if (action instanceof Action.Full full) {
            replies.send(event, told(event, full.token(), desk::full));
          } else if (action instanceof Action.Steps steps) {
            replies.send(event, told(event, steps.token(), desk::steps));
          } else if (action instanceof Action.Vote vote) {
            count(event, vote);
          } else if (action instanceof Action.Post post) {
            post(event, post.token());
          } else if (action instanceof Action.Delete delete) {
            delete(event, delete.asker());
          } else if (action instanceof Action.Paste) {
            open(event);
          }
        });
  }

  private void count(ButtonInteractionEvent event, Action.Vote vote) {
    Optional<Feedback.Ballot> ballot = Feedback.Ballot.ofToken(vote.ballot());
    boolean counted =
        ballot.isPresent()
            && feedback.vote(
                event.getUser().getId(), event.getMessageId(), ballot.get(), vote.vote());
    if (counted && feedback.isWorthTelling()) {
      LOG.info("Found right or wrong: {}", feedback);
    }
    replies.send(
        event, desk.notice(event, ballot.isPresent() ? "discord.voted" : "discord.outdated"));
  }

  private Reply told(
      ButtonInteractionEvent event,
      String token,
      BiFunction<ButtonInteractionEvent, Shareable, Reply> telling) {
    return Shareable.ofToken(token)
        .map(shareable -> telling.apply(event, Shown.of(shareable, event.getMessage())))
        .orElseGet(() -> desk.notice(event, "discord.outdated"));
  }

  private void post(ButtonInteractionEvent event, String token) {
    Reply reply =
        Shareable.ofToken(token)
            .map(shareable -> desk.post(event, Shown.of(shareable, event.getMessage())))
            .orElseGet(() -> desk.notice(event, "discord.outdated"));
    if (reply.isEphemeral()) {
      replies.send(event, reply);
    } else {
      String by =
          bot.label("discord.posted_by", desk.reader(event), event.getUser().getEffectiveName());
      replies.post(event, reply, Clip.to(by, DiscordLimits.BUTTON_LABEL));
    }
  }

  private void delete(ButtonInteractionEvent event, String asker) {
    if (event.getUser().getId().equals(asker)) {
      replies.delete(event);
    } else {
      replies.send(event, desk.notice(event, "discord.not_yours"));
    }
  }

  @Override
  public void onModalInteraction(ModalInteractionEvent event) {
    if (!event.getModalId().equals(Action.PASTE_ID)) {
      return;
    }
    replies.answering(
        event,
        () -> {
          PasteForm.Filled filled = PasteForm.read(event);
          if (!filled.files().isEmpty()) {
            files.answer(event, filled.text(), filled.files());
          } else if (filled.text().isBlank()) {
            replies.send(event, desk.notice(event, "discord.no_text"));
          } else {
            replies.send(event, desk.text(event, filled.text()));
          }
        });
  }

  @Override
  public void onStringSelectInteraction(StringSelectInteractionEvent event) {
    if (event.getComponentId().equals(Action.CHOOSE) && !event.getValues().isEmpty()) {
      String chosen = event.getValues().get(0);
      replies.answering(
          event,
          () ->
              replies.send(
                  event,
                  Kinds.of(chosen)
                      .map(kind -> desk.full(event, kind))
                      .orElseGet(() -> desk.text(event, chosen))));
    }
  }
}
