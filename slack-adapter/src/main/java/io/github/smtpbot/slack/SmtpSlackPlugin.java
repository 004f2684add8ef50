package io.github.smtpbot.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.methods.SlackApiException;
import io.github.smtpbot.Feedback;
import io.github.smtpbot.QuestionListener;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.note.NoteBook;
import io.github.smtpbot.team.TeamSettings;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Adds the answers to SMTP questions to any Bolt app: the command {@code /smtp}, mentions and
 * direct messages, the message shortcut <em>Explain SMTP reply</em>, a global shortcut with a large
 * input, and the Home tab; where the app has them, a reaction, the agent view and links to pages
 * that the catalog cites.
 *
 * <pre>{@code
 * App app = new App();
 * SmtpSlackPlugin.install(app);
 * }</pre>
 *
 * <p>The Slack app needs what {@code manifest.yaml} names. The plugin sets up no logging, starts no
 * threads and keeps nothing of what people paste. Slow work, such as reading an attached file, runs
 * on the app's own executor unless another one is given. It passes on the messages that are not
 * meant for it: those outside of direct messages.
 */
public final class SmtpSlackPlugin {

  private static final Duration PATIENCE = Duration.ofMillis(800);

  /** Of the ten threads that a Bolt app has, some are left for windows. */
  private static final int CONVERSATIONS = 5;

  private static final int MAX_WAITING = 10_000;

  private static final int LONGEST_EMOJI = 100;

  private SmtpSlackPlugin() {}

  /** Whether an emoji can have that name in Slack, without the colons around it. */
  public static boolean isEmoji(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_EMOJI
        && name.chars()
            .allMatch(
                c ->
                    (Character.isLetterOrDigit(c) && !Character.isUpperCase(c))
                        || c == '_'
                        || c == '-'
                        || c == '+'
                        || c == '\'');
  }

  /**
   * Gives up the files that are being fetched, for a program that ends; whoever waits for their
   * answer is told so.
   */
  public static void giveUpFiles(Slack slack) {
    SlackFiles.giveUp(slack);
  }

  /**
   * For how long Slack asks for patience, for a program that makes calls of its own; zero if it
   * does not.
   *
   * @param longest the most that is told
   */
  public static Duration patienceAsked(SlackApiException answer, Duration longest) {
    return RetryAfter.atMost(longest, answer);
  }

  /** Under which name notes and settings of a workspace are kept; empty if it is not known. */
  public static String place(@Nullable String team) {
    return team == null ? "" : "slack " + team;
  }

  /** Adds everything, with a bot and settings of its own. */
  public static App install(App app) {
    return builder().install(app);
  }

  /** Begins to choose other settings. */
  public static Builder builder() {
    return new Builder();
  }

  /** Settings of the plugin. Not safe for use by many threads. */
  public static final class Builder {

    private @Nullable SmtpBot bot;
    private @Nullable Executor executor;
    private @Nullable Executor fileExecutor;
    private Visibility visibility = Visibility.EPHEMERAL;
    private Duration patience = PATIENCE;
    private Locale fallback = Locale.ENGLISH;
    private @Nullable Locale languageOfAll;
    private Feedback feedback = new Feedback();
    private @Nullable String reaction;
    private NoteBook notes = NoteBook.none();
    private TeamSettings settings = TeamSettings.none();
    private QuestionListener listener = QuestionListener.NONE;

    private Builder() {}

    /** The bot that answers, for a program that has one already. */
    public Builder bot(SmtpBot bot) {
      this.bot = Objects.requireNonNull(bot);
      return this;
    }

    /** Who sees the answer to {@code /smtp} at first; the asker alone unless set. */
    public Builder visibility(Visibility visibility) {
      this.visibility = Objects.requireNonNull(visibility);
      return this;
    }

    /** Where slow work runs after the acknowledgement; on the app's own executor unless set. */
    public Builder executor(Executor executor) {
      this.executor = Objects.requireNonNull(executor);
      return this;
    }

    /**
     * Where files are fetched and read, at most three at a time; on some threads of {@link
     * #executor} unless set. These wait for whoever keeps the files.
     */
    public Builder fileExecutor(Executor executor) {
      this.fileExecutor = Objects.requireNonNull(executor);
      return this;
    }

    /**
     * How long an answer waits for {@code users.info} to tell the reader's language; 800
     * milliseconds unless set. Slack itself waits three seconds for the answer.
     */
    public Builder languagePatience(Duration patience) {
      this.patience = Objects.requireNonNull(patience);
      return this;
    }

    /** The language of readers whose own is not known; English unless set. */
    public Builder fallbackLanguage(Locale fallback) {
      this.fallback = Objects.requireNonNull(fallback);
      return this;
    }

    /**
     * The language of what all read, such as posted answers; that of whoever asks unless set. Slack
     * tells no language of a channel or a workspace.
     */
    public Builder languageOfAll(Locale language) {
      this.languageOfAll = Objects.requireNonNull(language);
      return this;
    }

    /** Counts whether people found answers right, for a program that reads the counts. */
    public Builder feedback(Feedback feedback) {
      this.feedback = Objects.requireNonNull(feedback);
      return this;
    }

    /** Hears of each question that is answered, but never what was asked. */
    public Builder listener(QuestionListener listener) {
      this.listener = Objects.requireNonNull(listener);
      return this;
    }

    /**
     * The name of an emoji, without colons: a message to which anybody reacts with it is answered
     * in its thread. No reaction is answered unless set.
     *
     * @throws IllegalArgumentException if no emoji can have that name, see {@link #isEmoji}
     */
    public Builder reaction(String emoji) {
      if (!isEmoji(emoji)) {
        throw new IllegalArgumentException("not the name of an emoji");
      }
      this.reaction = emoji;
      return this;
    }

    /** What workspaces note, for a program that keeps it; nothing unless set. */
    public Builder notes(NoteBook notes) {
      this.notes = Objects.requireNonNull(notes);
      return this;
    }

    /** What workspaces choose for themselves, for a program that keeps it; nothing unless set. */
    public Builder settings(TeamSettings settings) {
      this.settings = Objects.requireNonNull(settings);
      return this;
    }

    /**
     * Adds everything to an app.
     *
     * @return the same app
     */
    public App install(App app) {
      Executor slow = executor == null ? app.executorService() : executor;
      WaysIn ways = new WaysIn(reaction);
      OptionalCalls calls = new OptionalCalls();
      SmtpBot answers = bot == null ? SmtpBot.create() : bot;
      Answering answering =
          new Answering(
              answers,
              new ReaderLanguages(slow, patience, fallback),
              new Work(slow),
              new Work(new Lane(slow, CONVERSATIONS, MAX_WAITING)),
              new FileReading(fileExecutor == null ? slow : fileExecutor),
              visibility,
              languageOfAll,
              ways,
              new Team(answers, notes, settings),
              listener);
      AgentView agentView = new AgentView(answering, calls);
      app.command(SlackIds.COMMAND, new CommandHandler(answering));
      app.messageShortcut(SlackIds.EXPLAIN_MESSAGE, new ExplainHandler(answering));
      new AskHandler(answering).install(app);
      new ButtonHandler(answering).install(app);
      Posting posting = new Posting(answering);
      new PostHandler(answering, posting).install(app);
      new ShareHandler(answering, posting).install(app);
      new VoteHandler(answering, feedback).install(app);
      new ConversationHandler(answering, new Greeting(ways), agentView).install(app);
      new HomeHandler(answering, ways, visibility, calls).install(app);
      agentView.install(app);
      new LinkHandler(answering, calls).install(app);
      if (reaction != null) {
        new ReactionHandler(answering, reaction, calls).install(app);
      }
      return app;
    }
  }
}
