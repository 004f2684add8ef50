package io.github.smtpbot.incident;

import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.chart.FailureChart;
import io.github.smtpbot.chart.FailureChart.Band;
import io.github.smtpbot.chart.FailureChart.Mark;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Puts what a log says into a chart. */
public final class Charts {

  /** So that a phone shows each as a bar of its own. */
  private static final int PERIODS = 96;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

  private Charts() {}

  /**
   * The failures of a log over time; empty if it tells no times, or nothing failed.
   *
   * @param words the names' language
   * @param writable whether the letters of a picture hold all of a text: what cannot be written is
   *     told by its codes
   */
  public static Optional<FailureChart> of(
      LogSummary summary, Incident incident, Words words, Predicate<String> writable) {
    List<Told> shown =
        incident.groups().stream()
            .sorted(Comparator.comparing(told -> !isMarked(told, incident)))
            .limit(FailureChart.MAX_BANDS - 1L)
            .toList();
    Timeline timeline = summary.timeline(shown.stream().map(Told::group).toList(), PERIODS);
    if (timeline == null || shown.isEmpty()) {
      return Optional.empty();
    }
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      bands.add(new Band(name(shown.get(i), writable), timeline.groups().get(i)));
    }
    if (timeline.others().stream().anyMatch(count -> count > 0)) {
      String others = words.ui("groups.others");
      bands.add(new Band(writable.test(others) ? others : "…", timeline.others(), true));
    }
    return Optional.of(
        new FailureChart(
            timeline.start(),
            timeline.width(),
            incident.zone(),
            bands,
            marks(timeline, incident, words, writable),
            texts(timeline, incident, words, writable)));
  }

  /** Whether its change is marked: then it lies lowest, where its height is seen. */
  private static boolean isMarked(Told told, Incident incident) {
    return !incident.changes().isEmpty() && told.group().isOf(incident.changes().get(0).change());
  }

  /** When the change that matters most began, and when it ended. */
  private static List<Mark> marks(
      Timeline timeline, Incident incident, Words words, Predicate<String> writable) {
    boolean day = day(timeline.start(), incident).equals(day(end(timeline), incident));
    List<Mark> marks = new ArrayList<>();
    if (!incident.changes().isEmpty()) {
      ToldChange told = incident.changes().get(0);
      // Of several, it is said which one is marked.
      String of = incident.changes().size() > 1 ? told.about() : "";
      marks.add(mark("since", told.change().since(), of, day, incident, words, writable));
      Instant until = told.change().until();
      if (until != null) {
        marks.add(mark("until", until, of, day, incident, words, writable));
      }
    }
    return marks;
  }

  private static Mark mark(
      String key,
      Instant time,
      String of,
      boolean isOfOneDay,
      Incident incident,
      Words words,
      Predicate<String> writable) {
    String plain = (isOfOneDay ? HOUR : TIME).format(time.atZone(incident.zone()));
    String label =
        of.isEmpty()
            ? words.ui("log.picture." + key, plain)
            : words.ui("log.picture." + key + ".of", plain, of);
    return new Mark(time, writable.test(label) ? label : plain);
  }

  private static Instant end(Timeline timeline) {
    return timeline.start(timeline.periods()).minusMillis(1);
  }

  private static String day(Instant time, Incident incident) {
    return DAY.format(time.atZone(incident.zone()));
  }

  /** What this machine has no letters for is left out, but from the description. */
  private static FailureChart.Texts texts(
      Timeline timeline, Incident incident, Words words, Predicate<String> writable) {
    String first = day(timeline.start(), incident);
    String last = day(end(timeline), incident);
    String times =
        first.equals(last)
            ? words.ui("log.picture.day", first, incident.zone().getId())
            : words.ui("log.picture.days", first, last, incident.zone().getId());
    String title = words.ui("log.picture.title");
    String counts = words.ui("log.picture.counts", width(timeline.width(), words));
    return new FailureChart.Texts(
        writable.test(title) ? title : "",
        writable.test(counts) ? counts : "",
        writable.test(times) ? times : first + " – " + last + ", " + incident.zone().getId(),
        incident.headline());
  }

  private static String width(Duration width, Words words) {
    if (width.toDays() > 0) {
      return words.ui("log.picture.per.days", width.toDays());
    }
    return width.toMinutes() > 0
        ? words.ui("log.picture.per.minutes", width.toMinutes())
        : words.ui("log.picture.per.seconds", width.toSeconds());
  }

  /** The signs of a verdict are in no letters that every machine has. */
  private static String name(Told told, Predicate<String> writable) {
    String title = told.title();
    String sign = told.outline().verdict().tone().sign();
    String plain = (title.startsWith(sign) ? title.substring(sign.length()) : title).strip();
    if (writable.test(plain)) {
      return plain;
    }
    LogGroup group = told.group();
    return (group.codes() + " " + group.cause().label() + " " + group.provider()).strip();
  }
}
