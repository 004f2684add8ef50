package io.github.smtpbot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Composer;
import io.github.smtpbot.answer.ReadFile;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.answer.Suggester;
import io.github.smtpbot.answer.Suggestion;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Intent;
import io.github.smtpbot.catalog.Lazy;
import io.github.smtpbot.catalog.Pages;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.catalog.search.CatalogSearch;
import io.github.smtpbot.chart.ChartPicture;
import io.github.smtpbot.chart.FailureChart;
import io.github.smtpbot.diagnosis.Diagnosis;
import io.github.smtpbot.diagnosis.Evidence;
import io.github.smtpbot.diagnosis.Finding;
import io.github.smtpbot.diagnosis.reader.Diagnoser;
import io.github.smtpbot.incident.Charts;
import io.github.smtpbot.incident.Incident;
import io.github.smtpbot.incident.LogSummary;
import io.github.smtpbot.incident.Summariser;
import io.github.smtpbot.incident.Teller;
import io.github.smtpbot.incident.Watch;
import io.github.smtpbot.question.Asked;
import io.github.smtpbot.question.BesideCode;
import io.github.smtpbot.question.ProviderNames;
import io.github.smtpbot.question.Question;
import io.github.smtpbot.question.QuestionParser;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Answers SMTP questions: the front door of the library.
 *
 * <p>Instances are immutable to the caller and safe for use by many threads; make one and keep it.
 * What a question does not need is not loaded: the first search and the first diagnosis take longer
 * than the next, unless {@link #warmUp} was called.
 */
public final class SmtpBot {

  /** How much text is read: 64 KiB, counted in characters. */
  public static final int MAX_TEXT = 64 * 1024;

  /** How large a message file may be: 10 MiB. */
  public static final int MAX_MESSAGE = 10 * 1024 * 1024;

  /** The longest log that a chat's user may send, in bytes, packed or not. */
  public static final int MAX_LOG = 100 * 1024 * 1024;

  /** A search is a few words; a longer text without a code is a reply that has none. */
  private static final int MAX_SEARCH = 60;

  /** Words of so many characters may be what a server said, without its code. */
  private static final int MAX_SAID = 300;

  /** What a server says begins with a code; of words alone nobody knows with which. */
  private static final String FOR_GOOD = "550 ";

  private static final String FOR_NOW = "450 ";

  /** Every code in every language, and the comparisons of a busy month. */
  private static final int CACHED_ANSWERS = 2_000;

  private final Catalog catalog;
  private final QuestionParser parser;
  private final Map<Locale, Speaker> speakers = new ConcurrentHashMap<>();
  private final Lazy<Diagnoser> diagnoser;
  private final TypedReplies typedReplies;
  private final Lazy<Pages> pages;
  private final LogAnswers logs;
  private final @Nullable Cache<Key, Answer> answers;

  /** What an answer is cached under. Never free text: that may be private. */
  private record Key(Asked asked, Question question, Locale language) {}

  /** All that speaks one language. */
  private record Speaker(Composer composer, Lazy<CatalogSearch> search, Suggester suggester) {}

  private SmtpBot(Catalog catalog, boolean cached) {
    this.catalog = catalog;
    this.answers = cached ? cache() : null;
    this.parser = new QuestionParser(catalog);
    this.diagnoser = new Lazy<>(() -> new Diagnoser(catalog));
    this.typedReplies = new TypedReplies(catalog, diagnoser);
    this.pages = new Lazy<>(() -> new Pages(catalog));
    this.logs = new LogAnswers(catalog, words -> speaker(words).composer(), ChartPicture::png);
  }

  /** The cache is kept in order by who asks: a library starts no threads. */
  private static Cache<Key, Answer> cache() {
    return Caffeine.newBuilder()
        .maximumSize(CACHED_ANSWERS)
        .executor(Runnable::run)
        .recordStats()
        .build();
  }

  /** A bot with the catalog that is built in. */
  public static SmtpBot create() {
    return new SmtpBot(Catalog.builtIn(), true);
  }

  /** A bot for a program that asks once and ends: it starts sooner, because it keeps no answers. */
  public static SmtpBot createUncached() {
    return new SmtpBot(Catalog.builtIn(), false);
  }

  /**
   * Answers a question: codes, words, or a pasted reply, log line or bounce.
   *
   * @param text what was asked; of any length and content, it is bounded before it is read
   * @param locale the reader's; English is used where there is no such language
   */
  public Answer answer(String text, Locale locale) {
    QuestionParser.Understood understood = parser.understand(text, MAX_TEXT);
    Locale asked = understood.asked().mentions().language();
    Words words = catalog.words(asked == null ? locale : asked);
    Optional<Diagnosis> typed = typedReplies.read(understood);
    if (typed.isPresent()) {
      return speaker(words).composer().diagnosis(typed.get(), TypedReplies.asked(understood));
    }
    return understood.question() instanceof Question.FreeText free
        ? read(free.text(), understood, words)
        : answer(understood.asked(), understood.question(), words);
  }

  private Answer answer(Asked asked, Question question, Words words) {
    Composer composer = speaker(words).composer();
    return answers == null
        ? composer.answer(asked, question)
        : answers.get(
            new Key(asked, question, words.language()),
            key -> composer.answer(key.asked(), key.question()));
  }

  /**
   * Answers for others than the one who asked: the same, without anything private.
   *
   * @param shareable what they may see, see {@link Answer#shareable}; no text in it is diagnosed
   * @param locale the readers'
   */
  public Answer answerShared(Shareable shareable, Locale locale) {
    Words words = catalog.words(locale);
    if (shareable instanceof Shareable.Kept log) {
      return logs.find(log, locale);
    }
    if (shareable instanceof Shareable.Quoted quoted) {
      return quoted(quoted, words);
    }
    return shareable instanceof Shareable.Asked question
        ? shared(question, words, asked -> asked)
        : speaker(words).composer().shared(shareable);
  }

  /**
   * Tells what to do about it, the first step first.
   *
   * @param shareable of an answer that {@linkplain Answer#hasSteps has such steps}; no text in it
   *     is diagnosed
   * @param locale the reader's
   */
  public Answer answerSteps(Shareable shareable, Locale locale) {
    Words words = catalog.words(locale);
    if (shareable instanceof Shareable.Kept log) {
      return logs.steps(log, locale);
    }
    if (shareable instanceof Shareable.Quoted quoted) {
      return quoted(quoted, words);
    }
    return shareable instanceof Shareable.Asked question
        ? shared(
            question,
            words,
            asked -> new Asked(Intent.FIX, Asked.YesIf.NEVER, asked.mentions(), asked.codes()))
        : speaker(words).composer().steps(shareable);
  }

  /** An error is told with its condition, which holds for what to do about it as well. */
  private Answer quoted(Shareable.Quoted quoted, Words words) {
    Asked error = parser.errorOf(quoted.form());
    // Another version of this program may have known more errors.
    return error == null
        ? search(quoted.form(), Asked.NOTHING, words)
        : speaker(words).composer().error(error);
  }

  private Answer shared(Shareable.Asked shared, Words words, UnaryOperator<Asked> asks) {
    String text = shared.question();
    QuestionParser.Understood understood = parser.understandOurs(text, MAX_TEXT);
    return understood.question() instanceof Question.FreeText
        ? search(text, understood.asked(), words)
        : answer(asks.apply(understood.asked()), understood.question(), words);
  }

  /** A paste is diagnosed; where it holds no reply, it may still ask something. */
  private Answer read(String text, QuestionParser.Understood understood, Words words) {
    Asked asked = understood.asked();
    Composer composer = speaker(words).composer();
    QuestionParser.Otherwise otherwise = understood.otherwise();
    if (understood.isPaste()) {
      Diagnosis diagnosis = diagnoser.get().read(text);
      BesideCode beside = understood.isLog() ? null : besideCode(diagnosis);
      if (otherwise != null
          && beside != null
          && (beside.isPersons(asked) || TypedReplies.isAskedOf(understood, beside))) {
        return answer(otherwise.asked(), otherwise.question(), inItsLanguage(text, asked, words));
      }
      boolean nothingElse = understood.isLog() && otherwise == null;
      if (nothingElse || !isSearch(text, diagnosis)) {
        return composer.diagnosis(diagnosis, asked);
      }
      if (otherwise != null) {
        return answer(otherwise.asked(), otherwise.question(), inItsLanguage(text, asked, words));
      }
      Asked error = diagnosis.isEmpty() ? parser.error(text) : null;
      if (error != null) {
        return composer.error(error);
      }
      boolean noCode = asked.mentions().subjects().isEmpty();
      if (noCode && !asked.mentions().errors().isEmpty()) {
        // Nothing but the name of an error tells: ENOTFOUND smtp.example.com.
        return answer(asked, new Question.OfMentions(), inItsLanguage(text, asked, words));
      }
      Answer found = search(text, asked, inItsLanguage(text, asked, words));
      boolean unknown = found.kind() == Answer.Kind.UNKNOWN;
      if (unknown && noCode && !asked.mentions().causes().isEmpty()) {
        // No code has such words, but they name an error: nodemailer EAUTH.
        return answer(asked, new Question.OfMentions(), inItsLanguage(text, asked, words));
      }
      boolean nothing = unknown && !diagnosis.findings().isEmpty();
      return nothing ? composer.diagnosis(diagnosis, asked) : found;
    }
    return search(text, asked, inItsLanguage(text, asked, words));
  }

  /**
   * What is read of words if a server says them, whether for now or for good: what they mean there
   * tells more than what they are like. Empty if a server says no such thing.
   */
  private Optional<Finding> said(String text) {
    return text.length() > MAX_SAID
        ? Optional.empty()
        : TypedReplies.ofWords(diagnoser.get().read(FOR_GOOD + text))
            .filter(
                forGood ->
                    TypedReplies.ofWords(diagnoser.get().read(FOR_NOW + text))
                        .filter(forNow -> forNow.cause() == forGood.cause())
                        .isPresent());
  }

  /** What was read of a typed line that is one reply; null if it is more, or something else. */
  private static @Nullable BesideCode besideCode(Diagnosis diagnosis) {
    if (diagnosis.form() != Diagnosis.Form.TEXT || diagnosis.findings().size() != 1) {
      return null;
    }
    Finding finding = diagnosis.findings().get(0);
    boolean byCodes =
        finding.evidence().stream()
            .allMatch(
                evidence ->
                    evidence.kind() == Evidence.Kind.ENHANCED_STATUS_CODE
                        || evidence.kind() == Evidence.Kind.REPLY_CODE);
    boolean somebody =
        finding.provider() != null || finding.recipient() != null || finding.remoteHost() != null;
    return new BesideCode(
        finding.cause(), byCodes, finding.enhanced() != null, somebody, finding.text());
  }

  /**
   * Words that are searched for are a person's own, and in the language that their script tells.
   */
  private Words inItsLanguage(String text, Asked asked, Words words) {
    Locale spoken = asked.mentions().language() == null ? parser.languageOf(text) : null;
    return spoken == null ? words : catalog.words(spoken);
  }

  /** Searches in the reader's language; people also ask in another than their program has. */
  private Answer search(String text, Asked asked, Words words) {
    Lazy<Optional<Finding>> said = new Lazy<>(() -> said(text));
    Speaker speaker = speaker(words);
    Answer answer = speaker.composer().search(text, asked, speaker.search().get(), said::get);
    for (Locale other : languages()) {
      if (answer.kind() != Answer.Kind.UNKNOWN) {
        return answer;
      }
      answer =
          speaker
              .composer()
              .search(text, asked, speaker(catalog.words(other)).search().get(), said::get);
    }
    return answer;
  }

  /**
   * Whether words are searched for: nothing was read out of the text, or a few words that anybody
   * may type, without a code, a provider or what a mail server or a program writes around them.
   */
  private static boolean isSearch(String text, Diagnosis diagnosis) {
    if (diagnosis.form() != Diagnosis.Form.TEXT) {
      return false;
    }
    return diagnosis.findings().stream()
        .allMatch(
            finding ->
                text.length() <= MAX_SEARCH
                    && finding.codes().isEmpty()
                    && finding.provider() == null
                    && finding.recipient() == null
                    && finding.remoteHost() == null
                    && finding.circumstances().origin() == Finding.Origin.UNKNOWN);
  }

  /**
   * Diagnoses a whole message, such as a bounce saved as {@code .eml} or by Outlook, or a text file
   * of any charset; also packed (gzip, bzip2, xz, Zstandard).
   *
   * @param message at most {@link #MAX_MESSAGE} bytes, packed and unpacked; of a longer one, the
   *     answer says that it is too long
   * @param locale the reader's
   */
  public Answer answerMessage(byte[] message, Locale locale) {
    Composer composer = speaker(catalog.words(locale)).composer();
    if (message.length > MAX_MESSAGE) {
      return composer.tooLarge(MAX_MESSAGE);
    }
    FileContent content = FileContent.of(message);
    if (content instanceof FileContent.TooLarge) {
      return composer.tooLarge(MAX_MESSAGE);
    }
    Diagnosis diagnosis = read(content, message);
    return diagnosis.isEmpty() && content instanceof FileContent.NoText
        ? composer.noText()
        : composer.diagnosis(diagnosis, Asked.of(Intent.MEANING));
  }

  /** What does not look like a text may still hold one. */
  private Diagnosis read(FileContent content, byte[] file) {
    return diagnoser
        .get()
        .readMessage(content instanceof FileContent.Text text ? text.message() : file);
  }

  /** Whether the catalog cites the page at this address, see {@link #answerPage}. */
  public boolean knowsPage(String url) {
    return pages.get().find(url) != null;
  }

  /**
   * Tells what is known from a page of the web: a section of an RFC, or a page of a provider.
   * Nothing is fetched.
   *
   * @param url its address, of any content
   * @param locale the reader's
   * @return empty if the catalog does not cite that page
   */
  public Optional<Answer> answerPage(String url, Locale locale) {
    Pages.Page page = pages.get().find(url);
    if (page == null) {
      return Optional.empty();
    }
    Provider provider = page.provider();
    if (provider == null && page.codes().size() == 1) {
      return Optional.of(answer(page.codes().get(0).text(), locale));
    }
    return Optional.of(
        provider != null && page.rules().isEmpty() && page.codes().isEmpty()
            ? answer(ProviderNames.asked(provider.id(), catalog), locale)
            : speaker(catalog.words(locale)).composer().page(page));
  }

  /**
   * Begins to read several texts and files that are answered together.
   *
   * @param locale the reader's
   */
  public Reading reading(Locale locale) {
    Composer composer = speaker(catalog.words(locale)).composer();
    Reading.Reader reader =
        new Reading.Reader() {
          @Override
          public Diagnosis read(String text) {
            return diagnoser.get().read(text);
          }

          @Override
          public Diagnosis read(byte[] message) {
            return SmtpBot.this.read(FileContent.of(message), message);
          }

          @Override
          public Answer answer(String text) {
            return SmtpBot.this.answer(text, locale);
          }

          @Override
          public Summariser summariser() {
            return SmtpBot.this.summariser();
          }

          @Override
          public Answer answer(LogSummary log) {
            return answerLog(log, ZoneOffset.UTC, locale);
          }

          @Override
          public Answer together(List<ReadFile> files) {
            return composer.files(
                diagnoser.get().together(files.stream().map(ReadFile::read).toList()), files);
          }

          @Override
          public Answer beside(
              Answer told, @Nullable Answer asked, List<ReadFile> files, List<String> logs) {
            return composer.beside(told, asked, files, logs);
          }

          @Override
          public boolean asks(String text) {
            QuestionParser.Understood understood = parser.understand(text, MAX_TEXT);
            return !understood.isPaste()
                && !(understood.question() instanceof Question.FreeText)
                && !understood.asked().mentions().isEmpty();
          }
        };
    return new Reading(reader);
  }

  /** Begins to count the deliveries of a log. */
  public Summariser summariser() {
    return new Summariser(diagnoser.get(), catalog);
  }

  /** Begins to count what came before the time that is asked for, to compare that with it. */
  public Summariser earlierSummariser() {
    return Summariser.ofEarlier(diagnoser.get(), catalog);
  }

  /**
   * Tells what a log says.
   *
   * @param summary of the log
   * @param groups how many groups are shown at most
   * @param zone the time zone of the times told
   * @param locale the reader's
   */
  public Incident tell(LogSummary summary, int groups, ZoneId zone, Locale locale) {
    Words words = catalog.words(locale);
    return new Teller(speaker(words).composer(), words).tell(summary, groups, zone);
  }

  /**
   * Begins to watch a log that is being written, and to tell what changes.
   *
   * @param zone the time zone of the times told
   * @param locale the reader's
   */
  public Watch watch(ZoneId zone, Locale locale) {
    Words words = catalog.words(locale);
    return new Watch(new Teller(speaker(words).composer(), words), zone);
  }

  /**
   * Tells what a log says as one answers in a chat. The answer is kept for a day, under its {@link
   * Answer#shareable}, so that others may be shown it.
   *
   * @param zone the time zone of the times told
   * @param locale the reader's
   */
  public Answer answerLog(LogSummary summary, ZoneId zone, Locale locale) {
    return logs.answer(summary, zone, locale);
  }

  /**
   * What a log tells, to be drawn; empty if it tells no times, or nothing failed.
   *
   * @param incident what {@link #tell} told of the same summary
   */
  public Optional<FailureChart> chart(LogSummary summary, Incident incident) {
    Words words = catalog.words(incident.language());
    if (ChartPicture.canWrite(words.ui("log.picture.title"))) {
      return Charts.of(summary, incident, words, ChartPicture::canWrite);
    }
    // Where there are no letters of a language, English words say more than labels do.
    Incident english = tell(summary, incident.groups().size(), incident.zone(), Locale.ENGLISH);
    return Charts.of(summary, english, catalog.words(Locale.ENGLISH), ChartPicture::canWrite);
  }

  /**
   * The picture of an answer; empty if there is none.
   *
   * @param answer of any kind
   */
  public Optional<Picture> picture(Answer answer) {
    return answer.kind() == Answer.Kind.LOG && answer.shareable() instanceof Shareable.Kept log
        ? logs.picture(log, answer.language())
        : Optional.empty();
  }

  /**
   * Completes what somebody is typing.
   *
   * @param typed so far, may be empty
   * @param locale the reader's
   * @param limit how many at the most
   */
  public List<Suggestion> suggest(String typed, Locale locale, int limit) {
    return speaker(catalog.words(locale)).suggester().suggest(typed, limit);
  }

  /**
   * A text of the user interface, such as a button's label, in the reader's language.
   *
   * @param key its name in the {@code ui} section of the language's file
   * @param locale the reader's
   * @param values what {@code {0}}, {@code {1}} … stand for
   * @throws IllegalArgumentException if there is no such text
   */
  public String label(String key, Locale locale, Object... values) {
    return catalog.words(locale).ui(key, values);
  }

  /** What a cause is called in the reader's language. */
  public String name(Cause cause, Locale locale) {
    return catalog.words(locale).cause(cause).name();
  }

  /** The languages there are, English first. */
  public List<Locale> languages() {
    return catalog.languages();
  }

  /** How well the cache of answers works; all zeros for a bot that keeps none. */
  public CacheUse cacheUse() {
    return answers == null
        ? new CacheUse(0, 0)
        : new CacheUse(answers.stats().hitCount(), answers.stats().missCount());
  }

  /** Loads what is otherwise loaded at the first question that needs it. Call it before serving. */
  public void warmUp() {
    for (Locale language : languages()) {
      answer("252 501", language);
      suggest("mailbox full", language, 1);
    }
    diagnoser.get().read("550 5.1.1 User unknown");
    for (Locale language : languages()) {
      speaker(catalog.words(language)).search().get().search("mailbox full", 1);
    }
  }

  private Speaker speaker(Words words) {
    return speakers.computeIfAbsent(
        words.language(),
        language -> {
          Lazy<CatalogSearch> search = new Lazy<>(() -> CatalogSearch.builtIn(catalog, language));
          return new Speaker(new Composer(catalog, words), search, new Suggester(catalog, words));
        });
  }
}
