package io.github.smtpbot.discord;

import io.github.smtpbot.Feedback;
import io.github.smtpbot.QuestionListener;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Clip;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.answer.Suggestion;
import io.github.smtpbot.note.NoteBook;
import io.github.smtpbot.team.TeamSettings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.requests.RestConfig;
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
 * nothing of what is asked; of a log that was sent, the {@link SmtpBot} keeps for a day what its
 * answer shows. It reacts only to commands of those names and to components whose id begins with
 * {@code smtp:}. Instances are safe for use by many threads, and one may serve several shards.
 */
public final class SmtpDiscordPlugin extends ListenerAdapter {

  /** How long the download of an attachment may take, for each 10 MiB of it. */
  static final Duration DOWNLOAD_LIMIT = Duration.ofSeconds(20);

  private static final Logger LOG = LoggerFactory.getLogger(SmtpDiscordPlugin.class);

  /** Loaded when it is first needed, once for all plugins. */
  private static final class BuiltIn {
    static final SmtpBot BOT = SmtpBot.create();
    static final List<CommandData> COMMANDS = new Commands(BOT).all();
  }

  private final SmtpBot bot;
  private final Answering answering;
  private final Sending sending;
  private final FileAnswers files;
  private final String messageCommand;
  private final Feedback feedback;

  /**
   * A plugin that shows answers to questions to everyone in the channel, unless asked otherwise.
   */
  public SmtpDiscordPlugin() {
    this(builder());
  }

  private SmtpDiscordPlugin(Builder chosen) {
    this.bot = chosen.bot == null ? BuiltIn.BOT : chosen.bot;
    this.feedback = chosen.feedback;
    this.answering =
        new Answering(
            bot, chosen.visibility, new Team(bot, chosen.notes, chosen.settings), chosen.listener);
    HttpUrl discord = HttpUrl.get(RestConfig.DEFAULT_BASE_URL);
    this.sending =
        new Sending(answering, new SecondAnswer(Objects.requireNonNullElse(chosen.api, discord)));
    DiscordFiles downloads = new DiscordFiles(chosen.api, chosen.downloadLimit);
    this.files = new FileAnswers(answering, sending, downloads, chosen.gate);
    this.messageCommand = new Commands(bot).messageCommandName();
  }

  /** Begins to choose other settings. */
  public static Builder builder() {
    return new Builder();
  }

  /** Settings of the plugin. Not safe for use by many threads. */
  public static final class Builder {

    private @Nullable SmtpBot bot;
    private Visibility visibility = Visibility.EVERYONE;
    private Feedback feedback = new Feedback();
    private NoteBook notes = NoteBook.none();
    private TeamSettings settings = TeamSettings.none();
    private @Nullable HttpUrl api;
    private QuestionListener listener = QuestionListener.NONE;
    private Duration downloadLimit = DOWNLOAD_LIMIT;
    private FileGate gate = FileGate.of(Runtime.getRuntime().maxMemory());

    private Builder() {}

    /** The bot that answers, for a program that has one already. */
    public Builder bot(SmtpBot bot) {
      this.bot = Objects.requireNonNull(bot);
      return this;
    }

    /**
     * Who sees the answer to a question when the asker does not choose; everyone unless set. A
     * diagnosis of pasted text is for the asker alone in any case.
     */
    public Builder visibility(Visibility visibility) {
      this.visibility = Objects.requireNonNull(visibility);
      return this;
    }

    /** Counts whether people found explanations right, for a program that reads the counts. */
    public Builder feedback(Feedback feedback) {
      this.feedback = Objects.requireNonNull(feedback);
      return this;
    }

    /** Hears of each question that is answered, but never what was asked. */
    public Builder listener(QuestionListener listener) {
      this.listener = Objects.requireNonNull(listener);
      return this;
    }

    /** What servers note, for a program that keeps it; nothing unless set. */
    public Builder notes(NoteBook notes) {
      this.notes = Objects.requireNonNull(notes);
      return this;
    }

    /** What servers choose for themselves, for a program that keeps it; nothing unless set. */
    public Builder settings(TeamSettings settings) {
      this.settings = Objects.requireNonNull(settings);
      return this;
    }

    /**
     * A proxy or a test server in the place of Discord's REST interface, with the version in its
     * path and {@code /} at its end; attachments may be downloaded from there, too. Discord's own
     * unless set.
     */
    public Builder api(@Nullable HttpUrl api) {
      this.api = api;
      return this;
    }

    /** How long a download may take, for each 10 MiB. */
    Builder downloadLimit(Duration limit) {
      this.downloadLimit = limit;
      return this;
    }

    /** What reading files may cost. */
    Builder gate(FileGate gate) {
      this.gate = gate;
      return this;
    }

    /** The plugin with these settings. */
    public SmtpDiscordPlugin build() {
      return new SmtpDiscordPlugin(this);
    }
  }

  /**
   * Loads what the first answers need, which takes a second: the renderers and JDA's components,
   * what completes, the diagnosis, at last the search. Best called while the bot connects;
   * otherwise who asks first waits for it.
   */
  public void warmUp() {
    answering.warmUp();
    bot.warmUp();
  }

  /**
   * From now on nothing is begun that takes a while; who comes with a file is told. For a bot that
   * is about to close: it waits until the plugin {@linkplain #isBusy is not busy} any more, and
   * {@linkplain #giveUp gives up} where that takes too long.
   */
  public void beginClosing() {
    sending.beginClosing();
  }

  /** Whether somebody waits for an answer that was promised. */
  public boolean isBusy() {
    return sending.isBusy();
  }

  /** Tells those who wait that there will be no answer. */
  public void giveUp() {
    sending.giveUp();
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
          sending.attempt(
              event,
              () ->
                  sending.send(
                      event,
                      answering.question(
                          event,
                          option(event, Commands.QUESTION),
                          Visibility.of(option(event, Commands.VISIBILITY)))));
      case Commands.FILE ->
          sending.attempt(event, () -> files.answer(event, "", attachments(event)));
      case Commands.PASTE -> sending.attempt(event, () -> open(event));
      default -> {}
    }
  }

  private static List<Attachment> attachments(SlashCommandInteractionEvent event) {
    return event.getOptionsByType(OptionType.ATTACHMENT).stream()
        .map(OptionMapping::getAsAttachment)
        .toList();
  }

  private void open(IModalCallback event) {
    event.replyModal(PasteForm.empty(answering.words(event))).queue(null, Failures::report);
  }

  private static String option(SlashCommandInteractionEvent event, String name) {
    OptionMapping option = event.getOption(name);
    return option == null ? "" : option.getAsString();
  }

  @Override
  public void onMessageContextInteraction(MessageContextInteractionEvent event) {
    if (event.getName().equals(messageCommand)) {
      sending.attempt(event, () -> explain(event, MessageText.of(event.getTarget())));
    }
  }

  /** Beside files, only a text with a reply in it is read: others say what is attached. */
  private void explain(MessageContextInteractionEvent event, MessageText message) {
    if (!message.files().isEmpty()) {
      boolean reads = answering.findsReply(event, message.text());
      files.answer(event, reads ? message.text() : "", message.files());
    } else if (message.text().isBlank()) {
      sending.send(event, answering.notice(event, Label.NO_TEXT));
    } else {
      sending.send(event, answering.text(event, message.text()));
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
      outdated(event, event.getComponentId());
      return;
    }
    sending.attempt(
        event,
        () -> {
          if (action instanceof Action.Ask ask) {
            sending.send(event, answering.text(event, ask.question()));
          } else if (action instanceof Action.Full full) {
            sending.send(event, told(event, full.token(), answering::full));
          } else if (action instanceof Action.Steps steps) {
            sending.send(event, told(event, steps.token(), answering::steps));
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

  /** What is ours, but unknown, another version has made. */
  private void outdated(IReplyCallback event, String customId) {
    if (Action.isOurs(customId)) {
      sending.attempt(event, () -> sending.send(event, answering.notice(event, Label.OUTDATED)));
    }
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
    if (ballot.isPresent()) {
      String thanks = Clip.to(answering.words(event).say(Label.VOTED), DiscordLimits.BUTTON_LABEL);
      sending.edit(event, Messages.pressed(event, thanks, Action.Vote.STARTS, null));
    } else {
      sending.send(event, answering.notice(event, Label.OUTDATED));
    }
  }

  private Reply told(
      ButtonInteractionEvent event,
      String token,
      BiFunction<ButtonInteractionEvent, Shareable, Reply> telling) {
    return Shareable.ofToken(token)
        .map(shareable -> telling.apply(event, Shown.of(shareable, event.getMessage())))
        .orElseGet(() -> answering.notice(event, Label.OUTDATED));
  }

  private void post(ButtonInteractionEvent event, String token) {
    Shareable shown =
        Shareable.ofToken(token)
            .map(shareable -> Shown.of(shareable, event.getMessage()))
            .orElse(null);
    if (shown == null) {
      sending.send(event, answering.notice(event, Label.OUTDATED));
      return;
    }
    Reply reply = answering.post(event, shown);
    if (reply.isEphemeral()) {
      sending.send(event, reply);
    } else {
      String by = answering.words(event).say(Label.POSTED_BY, event.getUser().getEffectiveName());
      sending.post(
          event, reply, Clip.to(by, DiscordLimits.BUTTON_LABEL), answering.picture(event, shown));
    }
  }

  private void delete(ButtonInteractionEvent event, String asker) {
    if (event.getUser().getId().equals(asker)) {
      sending.delete(event);
    } else {
      sending.send(event, answering.notice(event, Label.NOT_YOURS));
    }
  }

  @Override
  public void onModalInteraction(ModalInteractionEvent event) {
    if (!event.getModalId().equals(Action.PASTE_ID)) {
      outdated(event, event.getModalId());
      return;
    }
    sending.attempt(
        event,
        () -> {
          PasteForm.Filled filled = PasteForm.read(event);
          if (!filled.files().isEmpty()) {
            files.answer(event, filled.text(), filled.files());
          } else if (filled.text().isBlank()) {
            sending.send(event, answering.notice(event, Label.NO_TEXT));
          } else {
            sending.send(event, answering.text(event, filled.text()));
          }
        });
  }

  @Override
  public void onStringSelectInteraction(StringSelectInteractionEvent event) {
    if (!event.getComponentId().equals(Action.CHOOSE)) {
      outdated(event, event.getComponentId());
    } else if (!event.getValues().isEmpty()) {
      String chosen = event.getValues().get(0);
      sending.attempt(
          event,
          () ->
              sending.send(
                  event,
                  Kinds.of(chosen)
                      .map(kind -> answering.full(event, kind))
                      .orElseGet(() -> answering.text(event, chosen))));
    }
  }
}
