package io.github.smtpbot.slack;

import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.handler.builtin.BlockActionHandler;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.view.View;
import io.github.smtpbot.QuestionListener;
import io.github.smtpbot.Reading;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Mask;
import io.github.smtpbot.answer.Shareable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What all handlers share: the bot, the readers' languages, and a place for slow work. */
final class Answering {

  private static final Duration HEAD_START = Duration.ofMillis(500);

  private final SmtpBot bot;
  private final ReaderLanguages languages;
  private final Work work;
  private final Work conversations;
  private final FileReading files;
  private final Visibility visibility;
  private final @Nullable Locale languageOfAll;
  private final WaysIn ways;
  private final Team team;
  private final Pictures pictures;
  private final WrittenAnswers written = new WrittenAnswers();
  private final QuestionListener listener;

  /**
   * What handlers share.
   *
   * @param work where windows are opened and buttons answered, for which Slack waits three seconds
   * @param conversations where all else is answered, so that no window waits for it
   * @param languageOfAll the language of what all read; null for that of whoever asks
   * @param listener hears of each question, but never what was asked
   */
  Answering(
      SmtpBot bot,
      ReaderLanguages languages,
      Work work,
      Work conversations,
      FileReading files,
      Visibility visibility,
      @Nullable Locale languageOfAll,
      WaysIn ways,
      Team team,
      QuestionListener listener) {
    this.bot = bot;
    this.languages = languages;
    this.work = work;
    this.conversations = conversations;
    this.files = files;
    this.visibility = visibility;
    this.languageOfAll = languageOfAll;
    this.ways = ways;
    this.team = team;
    this.listener = listener;
    this.pictures = new Pictures(bot, new OptionalCalls());
  }

  /** The language of who asks; waits for Slack, but not long. */
  Locale localeOf(Context context, @Nullable String userId) {
    return languages.of(context, userId);
  }

  Label.Speaker words(Locale locale) {
    return Label.Speaker.of(bot, locale);
  }

  /** Answers what somebody asked there. */
  Answer answer(@Nullable String text, Locale locale, QuestionListener.Place place) {
    long begun = System.nanoTime();
    Answer answer = answer(text, locale);
    answered(answer, place, begun);
    return answer;
  }

  /** Answers what nobody asked in so many words. */
  Answer answer(@Nullable String text, Locale locale) {
    return inSlack(bot.answer(text == null ? "" : text, locale));
  }

  private void answered(Answer answer, QuestionListener.Place place, long begun) {
    listener.answered(
        new QuestionListener.Answered(
            answer.kind(), place, answer.language(), Duration.ofNanos(System.nanoTime() - begun)));
  }

  /** What somebody asked there, below what the workspace has noted about it. */
  Answer answer(
      Context context, @Nullable String text, Locale locale, QuestionListener.Place place) {
    return team.on(Team.place(context), answer(text, locale, place));
  }

  /** What the workspace has noted and chosen. */
  Team team() {
    return team;
  }

  /**
   * What was read.
   *
   * @param problems what to say of each file that could not be read
   * @param picture beside the answer; null for none
   */
  record Read(Answer answer, List<String> problems, @Nullable PictureBlock picture) {

    Read {
      problems = List.copyOf(problems);
    }

    /** Said beside the answer; null if all could be read. */
    @Nullable String note() {
      return Notes.unread(problems);
    }
  }

  /**
   * Reads the files of a message, which may take a while, and its text, if that tells something
   * itself, and answers all of it as one.
   *
   * @throws UnreadableFileException if there is nothing to be read in any of it
   */
  Read read(
      Context context,
      String text,
      List<SlackFiles.Choice> files,
      Locale locale,
      QuestionListener.Place place)
      throws UnreadableFileException {
    if (files.isEmpty()) {
      return new Read(answer(context, text, locale, place), List.of(), null);
    }
    return readTogether(context, tells(answer(text, locale)) ? text : "", files, locale, place);
  }

  /** Whether there is more in a text than words beside a file. */
  private static boolean tells(Answer answer) {
    return answer.isAboutCodes() || (answer.diagnosis() != null && !answer.diagnosis().isEmpty());
  }

  /**
   * Reads a text and files, which may take a while, and answers all of it as one.
   *
   * @throws UnreadableFileException if there is nothing to be read in any of it
   */
  Read readTogether(
      Context context,
      String text,
      List<SlackFiles.Choice> files,
      Locale locale,
      QuestionListener.Place place)
      throws UnreadableFileException {
    List<String> problems = new ArrayList<>();
    Reading reading = bot.reading(locale).unpackingInTurn(this.files.unpacking()).text(text);
    int read = 0;
    for (SlackFiles.Choice file : files) {
      try {
        this.files.read(context, file, reading::file);
        read++;
      } catch (UnreadableFileException e) {
        problems.add(e.say(words(locale)));
        read += e.isBeginningRead() ? 1 : 0;
      }
    }
    if (read == 0 && text.isBlank()) {
      throw new UnreadableFileException(problems);
    }
    long begun = System.nanoTime();
    Answer plain = inSlack(reading.answer());
    answered(plain, place, begun);
    Answer answer = team.on(Team.place(context), plain);
    return new Read(answer, problems, pictures.of(context, answer));
  }

  /** Says that what was to be shown is not kept any more; empty if it is. */
  Optional<String> gone(Shareable shareable, Locale locale) {
    Answer answer = bot.answerShared(shareable, locale);
    return shareable instanceof Shareable.Kept && answer.kind() != Answer.Kind.LOG
        ? Optional.of(answer.summary())
        : Optional.empty();
  }

  /** All that everybody may see of an answer. */
  Answer shared(String place, Shareable shareable, Locale locale) {
    return team.on(place, inSlack(bot.answerShared(shareable, locale)));
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
  Answer steps(String place, Shareable shareable, Locale locale) {
    return team.on(place, bot.answerSteps(shareable, locale));
  }

  /** Shows an answer; its buttons speak its language. */
  SlackMessage show(Answer answer, Destination destination) {
    return Card.of(answer, destination, null, false, words(answer.language()));
  }

  /** Shows what was read, and which files were not. */
  SlackMessage show(Read read, Destination destination) {
    return Card.of(read.answer(), destination, read.note(), false, words(read.answer().language()))
        .with(read.picture());
  }

  /**
   * Shows what everybody may see of an answer, in the language of all, unless the question asks for
   * one.
   *
   * @param credited the member who asked for it, to be named; or null
   * @param poster who may take it back, or null
   * @param locale the asker's
   */
  SlackMessage showToAll(
      Context context,
      Wanted wanted,
      @Nullable String credited,
      @Nullable Poster poster,
      Locale locale) {
    Locale language =
        wanted.language() == null ? languageOfAll(Team.place(context), locale) : wanted.language();
    Answer answer = shared(Team.place(context), wanted.shareable(), language);
    Label.Speaker words = words(answer.language());
    return Card.toAll(answer, Notes.credit(credited, words), poster, words)
        .with(pictures.of(context, answer));
  }

  /** What all read is in one language, if one is set; otherwise in that of whoever asked. */
  Locale languageOfAll(String place, Locale asker) {
    Locale chosen = team.language(place);
    return chosen != null ? chosen : languageOfAll == null ? asker : languageOfAll;
  }

  /** Shows an answer to whoever has posted it. */
  SlackMessage showPosted(
      String place, Shareable shareable, Destination destination, Locale locale) {
    Answer answer = shared(place, shareable, locale);
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

  /** Shows all of what was read in a modal, and which files were not. */
  View view(Read read, Place place, Label close) {
    return AskView.with(view(read.answer(), place, read.note(), close), read.picture());
  }

  /**
   * Answers a slash command.
   *
   * @param place the workspace, see {@link Team#place}
   * @param userId the asker, or null
   * @return an acknowledgement: JSON
   */
  String command(String place, String text, @Nullable String userId, Locale locale) {
    Visibility seenBy = team.visibility(place, visibility);
    Locale readers = seenBy == Visibility.IN_CHANNEL ? languageOfAll(place, locale) : locale;
    // What is written is the same for all workspaces, unless one of them has chosen or noted.
    boolean usual = seenBy == visibility;
    WrittenAnswers.Written known = usual ? written.find(text, readers) : null;
    if (known != null && !team.hasNotes(place, known.answer())) {
      listener.answered(
          new QuestionListener.Answered(
              known.answer().kind(),
              QuestionListener.Place.COMMAND,
              known.answer().language(),
              Duration.ZERO));
      return Poster.fill(known.json(), userId);
    }
    Answer plain = answer(text, readers, QuestionListener.Place.COMMAND);
    Answer answer = team.on(place, plain);
    if (answer.isAboutCodes() && maySee(text, seenBy)) {
      String json =
          usual && answer.brief().notes().isEmpty()
              ? written.write(text, readers, plain, same -> writeCodes(same, seenBy))
              : writeCodes(answer, seenBy);
      return Poster.fill(json, userId);
    }
    // Words that somebody typed or pasted go to them alone.
    Answer own = readers.equals(locale) ? answer : team.on(place, answer(text, locale));
    return show(own, Destination.CHANNEL).toAcknowledgement(Visibility.EPHEMERAL);
  }

  /** Whether those who see the answer may see what was typed, which Slack shows them with it. */
  private static boolean maySee(String typed, Visibility seenBy) {
    return seenBy == Visibility.EPHEMERAL || Mask.everything(typed).equals(typed);
  }

  /** The acknowledgement of a command that asks about codes, for any asker. */
  private String writeCodes(Answer answer, Visibility seenBy) {
    SlackMessage message =
        seenBy == Visibility.IN_CHANNEL
            ? Card.toAll(answer, null, Poster.ANY, words(answer.language()))
            : show(answer, Destination.CHANNEL);
    return message.toAcknowledgement(seenBy);
  }

  /** Opens a window after the acknowledgement, or such; who asked is told if it fails. */
  void later(Asker asker, Work.Piece piece) {
    work.later(piece, failure -> tell(asker, failure));
  }

  /** What is done with files. */
  interface WithFiles {
    void run(List<SlackFiles.Choice> files) throws Exception;
  }

  /** Goes on by a thread that may read files, if there are any; who asked is told if it fails. */
  void withFiles(Asker asker, List<SlackFiles.Choice> files, WithFiles piece) {
    this.files.then(files, choices -> now(asker, () -> piece.run(choices)));
  }

  /** Reads something. */
  interface Reads {
    Read read() throws UnreadableFileException;
  }

  /**
   * What is said of something that was read.
   *
   * @param toAll whether it is what all may see; otherwise it is for whoever asked alone
   * @param alone to be said to whoever asked beside what all see
   */
  record Said(SlackMessage message, boolean toAll, List<String> alone) {

    private static Said alone(SlackMessage message) {
      return new Said(message, false, List.of());
    }
  }

  /**
   * Reads something where everybody reads along: only what may be shared is for all.
   *
   * @param userId who asked, and may take the answer back
   */
  Said said(Context context, Reads reads, String userId, Locale locale) {
    try {
      Read read = reads.read();
      Shareable shareable = read.answer().shareable();
      if (shareable == null) {
        return Said.alone(show(read, Destination.NOWHERE));
      }
      Wanted wanted = new Wanted(shareable, chosen(read.answer(), locale));
      SlackMessage toAll = showToAll(context, wanted, null, Poster.asker(userId), locale);
      return new Said(toAll, true, toAsker(read));
    } catch (UnreadableFileException e) {
      return Said.alone(SlackMessage.ofText(e.say(words(locale))));
    } catch (RuntimeException e) {
      return Said.alone(SlackMessage.ofText(Failures.say(e, words(locale))));
    }
  }

  /** What stood beside a log, others are not shown; nor which files could not be read. */
  private static List<String> toAsker(Read read) {
    List<String> alone = new ArrayList<>(read.problems());
    List<String> beside = read.answer().brief().lines();
    if (read.answer().kind() == Answer.Kind.LOG && !beside.isEmpty()) {
      alone.add(String.join("\n", beside));
    }
    return alone;
  }

  /**
   * The language that the question chose, by a word or by its script; null if it is the asker's.
   */
  private @Nullable Locale chosen(Answer answer, Locale asker) {
    Locale named = answer.languageAsked();
    if (named != null) {
      return named;
    }
    boolean known =
        bot.languages().stream()
            .anyMatch(language -> language.getLanguage().equals(asker.getLanguage()));
    boolean same = answer.language().getLanguage().equals(asker.getLanguage());
    return !known || same ? null : answer.language();
  }

  /** What is done when somebody presses a button or chooses from a menu. */
  interface Pressed {
    void by(Press press) throws Exception;
  }

  /** Acknowledges at once that somebody pressed, and then does the work. */
  BlockActionHandler onPress(Pressed work) {
    return (request, context) -> {
      Press press = Press.of(request, context);
      later(press.asker(), () -> work.by(press));
      return context.ack();
    };
  }

  /** Answers what was written, after the acknowledgement; who wrote it is told if that fails. */
  void inConversation(Asker asker, Work.Piece piece) {
    conversations.later(piece, failure -> tell(asker, failure));
  }

  /** Does slow work after the acknowledgement that nobody waits for. */
  void later(Work.Piece piece) {
    conversations.later(piece, Failures::report);
  }

  /** Does a piece of slow work that was begun; who asked is told if it fails. */
  void now(Asker asker, Work.Piece piece) {
    work.now(piece, failure -> tell(asker, failure));
  }

  /**
   * Does slow work that must not overtake the acknowledgement: Slack would show the older of two
   * modals if it heard of it last, and Bolt does not tell when it has answered.
   */
  void afterAcknowledgement(Asker asker, Work.Piece piece) {
    work.later(HEAD_START, piece, failure -> tell(asker, failure));
  }

  /** Whoever asked is never left without a word, as long as any way to them is open. */
  private void tell(Asker asker, Exception failure) {
    String id = Failures.report(failure);
    try {
      Label.Speaker words = words(localeOf(asker.context(), asker.userId()));
      asker.tell(SlackMessage.ofText(Failures.remedy(failure, id, words)));
    } catch (IOException | SlackApiException | RuntimeException e) {
      Failures.report(e);
    }
  }
}
