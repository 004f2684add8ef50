package io.github.smtpbot.slack;

import com.slack.api.bolt.context.Context;
import com.slack.api.model.view.View;
import io.github.smtpbot.Reading;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Shareable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all handlers share: the bot, the readers' languages, and a place for slow work. */
final class Answering {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpSlackPlugin.class);

  private static final long HEAD_START_MILLIS = 500;

  private final SmtpBot bot;
  private final ReaderLanguages languages;
  private final Executor executor;
  private final Visibility visibility;
  private final @Nullable Locale languageOfAll;
  private final WaysIn ways;
  private final WrittenAnswers written = new WrittenAnswers();

  /**
   * What handlers share.
   *
   * @param languageOfAll the language of what all read; null for that of whoever asks
   */
  Answering(
      SmtpBot bot,
      ReaderLanguages languages,
      Executor executor,
      Visibility visibility,
      @Nullable Locale languageOfAll,
      WaysIn ways) {
    this.bot = bot;
    this.languages = languages;
    this.executor = executor;
    this.visibility = visibility;
    this.languageOfAll = languageOfAll;
    this.ways = ways;
  }

  /** The language of who asks; waits for Slack, but not long. */
  Locale localeOf(Context context, @Nullable String userId) {
    return languages.of(context, userId);
  }

  Label.Speaker words(Locale locale) {
    return Label.Speaker.of(bot, locale);
  }

  Answer answer(@Nullable String text, Locale locale) {
    return inSlack(bot.answer(text == null ? "" : text, locale));
  }

  /** Reads a file, which may take a while. */
  Answer answerFile(Context context, SlackFiles.Choice file, Locale locale)
      throws UnreadableFileException {
    return bot.answerMessage(SlackFiles.read(context, file), locale);
  }

  /** Begins to read texts and files that are answered together. */
  Reading reading(Locale locale) {
    return bot.reading(locale);
  }

  /** All that everybody may see of an answer. */
  Answer shared(Shareable shareable, Locale locale) {
    return inSlack(bot.answerShared(shareable, locale));
  }

  /** Whether there is anything to say of the page at this address. */
  boolean isPage(String url) {
    return bot.knowsPage(url);
  }

  /** What is known from a page of the web. */
  Optional<Answer> page(String url, Locale locale) {
    return bot.answerPage(url, locale);
  }

  /** Shows what is known from a page, without a table, which Slack takes in messages alone. */
  SlackMessage showPage(Answer answer) {
    return Card.of(answer, Destination.NOWHERE, null, false, words(answer.language()))
        .withoutTable();
  }

  /** Help tells how one asks in Slack. */
  private Answer inSlack(Answer answer) {
    return ways.in(answer, words(answer.language()));
  }

  /** What to do about it. */
  Answer steps(Shareable shareable, Locale locale) {
    return bot.answerSteps(shareable, locale);
  }

  /** Shows an answer; its buttons speak its language. */
  SlackMessage show(Answer answer, Destination destination) {
    return Card.of(answer, destination, null, false, words(answer.language()));
  }

  /** Shows what a file says, and which one was read if there are several. */
  SlackMessage showFile(Answer answer, SlackFiles.Choice file, Destination destination) {
    Label.Speaker words = words(answer.language());
    return Card.of(answer, destination, Notes.read(file, words), false, words);
  }

  /**
   * Shows what everybody may see of an answer, in the language of all.
   *
   * @param credited the member who asked for it, to be named; or null
   * @param poster who may take it back, or null
   * @param locale the asker's
   */
  SlackMessage showToAll(
      Shareable shareable, @Nullable String credited, @Nullable Poster poster, Locale locale) {
    Answer answer = shared(shareable, languageOfAll(locale));
    Label.Speaker words = words(answer.language());
    return Card.toAll(answer, Notes.credit(credited, words), poster, words);
  }

  /** What all read is in one language, if one is set; otherwise in that of whoever asked. */
  Locale languageOfAll(Locale asker) {
    return languageOfAll == null ? asker : languageOfAll;
  }

  /** Shows an answer to whoever has posted it. */
  SlackMessage showPosted(Shareable shareable, Destination destination, Locale locale) {
    Answer answer = shared(shareable, locale);
    return Card.of(answer, destination, null, true, words(answer.language()));
  }

  /**
   * Shows all of an answer in a modal.
   *
   * @param note said in small type, or null; see {@link Notes}
   * @param close what the button for closing says
   */
  View view(Answer answer, Place place, @Nullable String note, Label close) {
    Label.Speaker words = words(answer.language());
    return AskView.answer(
        FullAnswer.of(answer, place.destination(), note, words), place, words, close);
  }

  /**
   * Answers a slash command.
   *
   * @param userId the asker, or null
   * @return an acknowledgement: JSON
   */
  String command(String text, @Nullable String userId, Locale locale) {
    Locale readers = visibility == Visibility.IN_CHANNEL ? languageOfAll(locale) : locale;
    String known = written.find(text, readers);
    if (known != null) {
      return Poster.fill(known, userId);
    }
    Answer answer = answer(text, readers);
    if (answer.isAboutCodes()) {
      return Poster.fill(written.write(text, readers, answer, this::writeCodes), userId);
    }
    // Words that somebody typed or pasted go to them alone.
    Answer own = readers.equals(locale) ? answer : answer(text, locale);
    return show(own, Destination.CHANNEL).toAcknowledgement(Visibility.EPHEMERAL);
  }

  /** The acknowledgement of a command that asks about codes, for any asker. */
  private String writeCodes(Answer answer) {
    SlackMessage message =
        visibility == Visibility.IN_CHANNEL
            ? Card.toAll(answer, null, Poster.ANY, words(answer.language()))
            : show(answer, Destination.CHANNEL);
    return message.toAcknowledgement(visibility);
  }

  /** Does slow work after the acknowledgement. What fails is logged without what was asked. */
  void later(SlowWork work) {
    try {
      executor.execute(() -> run(work));
    } catch (RejectedExecutionException e) {
      logFailure(e);
    }
  }

  /**
   * Does slow work that must not overtake the acknowledgement: Slack would show the older of two
   * modals if it heard of it last, and Bolt does not tell when it has answered.
   */
  void afterAcknowledgement(SlowWork work) {
    CompletableFuture.delayedExecutor(HEAD_START_MILLIS, TimeUnit.MILLISECONDS, executor)
        .execute(() -> run(work));
  }

  private static void run(SlowWork work) {
    try {
      work.run();
    } catch (Exception e) {
      logFailure(e);
    }
  }

  /**
   * Logs a failure by its kind and its place in our code, or by Slack's word for it; its message
   * may hold what somebody pasted, or the name of a file.
   */
  static void logFailure(Exception failure) {
    String where =
        failure instanceof Sending.RefusedException refused
            ? refused.word()
            : Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.github.smtpbot"))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("not in our code");
    LOG.warn("Slack was not answered: {} ({})", failure.getClass().getSimpleName(), where);
  }

  /** Work that may fail. */
  interface SlowWork {
    void run() throws Exception;
  }
}
