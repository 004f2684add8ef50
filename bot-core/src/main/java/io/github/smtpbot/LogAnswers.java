package io.github.smtpbot;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Composer;
import io.github.smtpbot.answer.LogTelling;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Lazy;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.chart.ChartException;
import io.github.smtpbot.chart.ChartPicture;
import io.github.smtpbot.chart.FailureChart;
import io.github.smtpbot.incident.Charts;
import io.github.smtpbot.incident.Incident;
import io.github.smtpbot.incident.LogSummary;
import io.github.smtpbot.incident.Teller;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers logs in all languages at once, and keeps the answers. Safe for use by many threads. */
final class LogAnswers {

  private final Catalog catalog;
  private final Function<Words, Composer> composers;
  private final Function<FailureChart, byte[]> drawing;
  private final KeptLogs kept = new KeptLogs();

  /**
   * No log is answered yet.
   *
   * @param drawing makes a PNG, or throws a {@link ChartException}
   */
  LogAnswers(
      Catalog catalog,
      Function<Words, Composer> composers,
      Function<FailureChart, byte[]> drawing) {
    this.catalog = catalog;
    this.composers = composers;
    this.drawing = drawing;
  }

  /**
   * Answers a log, and keeps the answer. It is told in every language now, which takes a moment,
   * since the log itself is not kept; a picture takes longer, and is drawn for the first who looks.
   */
  Answer answer(LogSummary summary, ZoneId zone, Locale locale) {
    Shareable.Kept name = kept.name();
    Map<Locale, Answer> answers = new HashMap<>();
    Map<Locale, Answer> steps = new HashMap<>();
    Map<Locale, Lazy<Optional<Picture>>> pictures = new HashMap<>();
    for (Locale language : catalog.languages()) {
      Words words = catalog.words(language);
      Composer composer = composers.apply(words);
      Teller teller = new Teller(composer, words);
      Incident incident = teller.tell(summary, Teller.USUAL_GROUPS, zone);
      LogTelling telling = teller.telling(summary, incident, name);
      answers.put(words.language(), composer.log(telling));
      steps.put(words.language(), composer.logSteps(telling));
      pictures.put(words.language(), picture(summary, incident, words));
    }
    KeptLogs.Kept log =
        new KeptLogs.Kept(Map.copyOf(answers), Map.copyOf(steps), Map.copyOf(pictures));
    kept.keep(name, log);
    return in(log.answers(), locale).orElseThrow();
  }

  /** The answer that is kept, or what is said where it is not kept any more. */
  Answer find(Shareable.Kept name, Locale locale) {
    KeptLogs.Kept log = kept.find(name);
    return log == null
        ? composers.apply(catalog.words(locale)).logGone()
        : in(log.answers(), locale).orElseThrow();
  }

  /** What to do about it, or what is said where it is not kept any more. */
  Answer steps(Shareable.Kept name, Locale locale) {
    KeptLogs.Kept log = kept.find(name);
    return log == null
        ? composers.apply(catalog.words(locale)).logGone()
        : in(log.steps(), locale).orElseThrow();
  }

  /** Its picture; empty if it has none, or is not kept any more. */
  Optional<Picture> picture(Shareable.Kept name, Locale locale) {
    KeptLogs.Kept log = kept.find(name);
    return log == null ? Optional.empty() : in(log.pictures(), locale).flatMap(Lazy::get);
  }

  private <T> Optional<T> in(Map<Locale, T> languages, Locale locale) {
    return Optional.ofNullable(languages.get(catalog.words(locale).language()));
  }

  /** A machine that cannot draw still tells. */
  private Lazy<Optional<Picture>> picture(LogSummary summary, Incident incident, Words words) {
    String headline = incident.headline();
    try {
      Optional<FailureChart> chart = Charts.of(summary, incident, words, ChartPicture::canWrite);
      return new Lazy<>(() -> chart.flatMap(drawn -> draw(drawn, headline)));
    } catch (ChartException e) {
      return new Lazy<>(Optional::empty);
    }
  }

  private Optional<Picture> draw(FailureChart chart, String headline) {
    try {
      return Optional.of(new Picture(drawing.apply(chart), headline));
    } catch (ChartException e) {
      return Optional.empty();
    }
  }
}
