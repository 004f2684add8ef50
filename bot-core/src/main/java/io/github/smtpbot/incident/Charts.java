package io.github.smtpbot.incident;

import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.chart.FailureChart;
import io.github.smtpbot.chart.FailureChart.Band;
import io.github.smtpbot.chart.FailureChart.Mark;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Puts what a log says into a chart. */
public final class Charts {

  /** So that a phone shows each as a bar of its own. */
  private static final int PERIODS = 96;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

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
        incident
            .groups()
            .subList(0, Math.min(FailureChart.MAX_BANDS - 1, incident.groups().size()));
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
      bands.add(new Band(writable.test(others) ? others : "…", timeline.others()));
    }
    return Optional.of(
        new FailureChart(
            timeline.start(), timeline.width(), incident.zone(), bands, mark(incident)));
  }

  private static @Nullable Mark mark(Incident incident) {
    if (incident.changes().isEmpty()) {
      return null;
    }
    Change change = incident.changes().get(0).change();
    return new Mark(
        change.since(), TIME.format(ZonedDateTime.ofInstant(change.since(), incident.zone())));
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
