package io.github.smtpbot.console;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Outline;
import io.github.smtpbot.answer.Visible;
import io.github.smtpbot.catalog.Source;
import io.github.smtpbot.incident.Count;
import io.github.smtpbot.incident.Incident;
import io.github.smtpbot.incident.LogGroup;
import io.github.smtpbot.incident.LogSummary;
import io.github.smtpbot.incident.Row;
import io.github.smtpbot.incident.Timeline;
import io.github.smtpbot.incident.Told;
import io.github.smtpbot.incident.ToldChange;
import io.github.smtpbot.incident.Totals;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Renders the summary of a log as text for a terminal: what matters first. */
final class LogText {

  private static final int MIN_WIDTH = 40;
  private static final int MAX_WIDTH = 100;
  private static final int BAR = 10;
  private static final int COLUMN = 11;
  private static final String SPARKS = "▁▂▃▄▅▆▇█";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final SmtpBot bot;
  private final Locale locale;
  private final int width;
  private final Style style;
  private final StringBuilder out = new StringBuilder();

  LogText(SmtpBot bot, Locale locale, int width, Style style) {
    this.bot = bot;
    this.locale = locale;
    this.width = Math.max(MIN_WIDTH, Math.min(width, MAX_WIDTH));
    this.style = style;
  }

  /** The summary, its lines parted by a line feed, without one at its end. */
  String render(LogSummary summary, Incident incident, @Nullable Breakdown breakdown, int top) {
    for (String line : Columns.wrap(printable(incident.headline()), width)) {
      line(style.bold(line));
    }
    if (summary.totals().attempts().all().value() > 0) {
      totals(incident);
      changes(incident);
      groups(summary, incident);
      time(summary, incident);
    }
    if (breakdown != null) {
      breakdown(summary, incident, breakdown, top);
    }
    if (!incident.notes().isEmpty()) {
      line("");
      incident.notes().forEach(note -> wrap(note, "! ", "  "));
    }
    return out.toString().stripTrailing();
  }

  private String label(String key, Object... values) {
    return bot.label(key, locale, values);
  }

  private void heading(String text) {
    line("");
    line(style.bold(text));
  }

  private void totals(Incident incident) {
    Totals totals = incident.totals();
    List<String> names =
        List.of(label("log.by.message"), label("log.by.recipient"), label("log.by.attempt"));
    int first = names.stream().mapToInt(Columns::width).max().orElse(0);
    heading(label("log.totals"));
    StringBuilder head = new StringBuilder(Columns.pad("", first));
    for (String column : List.of("all", "delivered", "deferred", "bounced", "rejected")) {
      head.append(right(label("log.column." + column)));
    }
    line(style.dim(head.toString()));
    row(names.get(0), first, totals.messages());
    row(names.get(1), first, totals.deliveries());
    row(names.get(2), first, totals.attempts());
    if (!incident.late().isEmpty()) {
      wrap(incident.late(), "", "");
    }
  }

  private void row(String name, int first, Totals.Outcome counts) {
    StringBuilder row = new StringBuilder(Columns.pad(name, first));
    for (Count count :
        List.of(
            counts.all(),
            counts.delivered(),
            counts.deferred(),
            counts.bounced(),
            counts.rejected())) {
      row.append(right(number(count)));
    }
    line(row.toString());
  }

  private String number(Count count) {
    String number = number(count.value());
    return count.isExact() ? number : label("log.about", number);
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String right(String text) {
    return " ".repeat(Math.max(1, COLUMN - Columns.width(text))) + text;
  }

  private void changes(Incident incident) {
    if (incident.groups().isEmpty()) {
      return;
    }
    heading(label("log.changes"));
    if (incident.changes().isEmpty()) {
      wrap(incident.unchanged(), "", "");
    }
    for (ToldChange change : incident.changes()) {
      wrap(change.text(), "- ", "  ");
    }
  }

  private void groups(LogSummary summary, Incident incident) {
    if (incident.groups().isEmpty()) {
      return;
    }
    heading(incident.title());
    long most =
        incident.groups().stream()
            .mapToLong(told -> told.group().messages().value())
            .max()
            .orElse(1);
    List<LogGroup> groups = incident.groups().stream().map(Told::group).toList();
    Timeline timeline = summary.timeline(groups, sparks());
    for (int i = 0; i < groups.size(); i++) {
      group(
          incident.groups().get(i),
          i == 0 ? null : incident.groups().get(i - 1),
          most,
          timeline == null ? List.of() : timeline.groups().get(i));
    }
    if (!incident.others().isEmpty()) {
      line("");
      wrap(incident.others(), "", "  ");
    }
  }

  private int sparks() {
    return Math.min(60, width - 4);
  }

  private void group(Told told, @Nullable Told above, long most, List<Long> times) {
    line("");
    int bar = (int) Math.max(1, told.group().messages().value() * BAR / most);
    String head = Columns.pad("█".repeat(bar), BAR) + " ";
    List<String> title = Columns.wrap(printable(told.title()), width - BAR - 1);
    for (int i = 0; i < title.size(); i++) {
      line(
          (i == 0 ? head : " ".repeat(BAR + 1))
              + style.tone(told.outline().verdict().tone(), title.get(i)));
    }
    wrap(told.counts(), "  ", "  ");
    if (!told.place().isEmpty()) {
      wrap(told.place(), "  ", "  ");
    }
    wrap(told.share(), "  ", "  ");
    if (!told.seen().isEmpty()) {
      wrap(told.seen(), "  ", "  ");
      line("  " + style.dim(spark(times)));
    }
    if (!told.reply().isEmpty()) {
      wrap(told.reply(), "  > ", "  > ");
    }
    if (above != null && isSame(told.outline(), above.outline())) {
      wrap(label("log.as_above"), "  ", "  ");
      return;
    }
    wrap(told.outline().verdict().text(), "  ", "  ");
    wrap(label("labelled", label("first_step"), told.outline().first()), "  ", "  ");
    told.outline().sources().stream().limit(1).forEach(this::source);
  }

  /** Whether one says nothing that the other does not. */
  private static boolean isSame(Outline one, Outline other) {
    return one.verdict().text().equals(other.verdict().text()) && one.first().equals(other.first());
  }

  private void source(Source source) {
    line("  " + style.dim(source.url()));
  }

  private static String spark(List<Long> counts) {
    long most = counts.stream().mapToLong(Long::longValue).max().orElse(0);
    StringBuilder sparks = new StringBuilder();
    for (long count : counts) {
      // Nothing is not a low bar: one failure can be seen.
      sparks.append(
          count == 0
              ? ' '
              : SPARKS.charAt((int) ((count * SPARKS.length() - 1) / Math.max(1, most))));
    }
    return sparks.toString().stripTrailing();
  }

  private void time(LogSummary summary, Incident incident) {
    Timeline timeline = summary.timeline(List.of(), sparks());
    if (timeline == null || incident.groups().isEmpty()) {
      return;
    }
    heading(
        label(
            "log.over_time",
            TIME.format(timeline.start().atZone(incident.zone())),
            TIME.format(timeline.start(timeline.periods()).atZone(incident.zone()))));
    line("  " + spark(IntStream.range(0, timeline.periods()).mapToObj(timeline::failed).toList()));
  }

  private void breakdown(LogSummary summary, Incident incident, Breakdown breakdown, int top) {
    List<Row> rows = breakdown.rows(summary, incident.zone());
    List<Row> shown = breakdown.shown(rows, top);
    heading(label("log.by", breakdown.label(bot, locale), shown.size(), rows.size()));
    List<String> names = new ArrayList<>();
    shown.forEach(row -> names.add(name(row, breakdown)));
    int room = Math.max(MIN_WIDTH / 2, width - 4 * COLUMN);
    int first = Math.min(room, names.stream().mapToInt(Columns::width).max().orElse(0));
    StringBuilder head = new StringBuilder(Columns.pad("", first));
    for (String column : List.of("delivered", "deferred", "bounced", "rejected")) {
      head.append(right(label("log.column." + column)));
    }
    line(style.dim(head.toString()));
    for (int i = 0; i < shown.size(); i++) {
      Row row = shown.get(i);
      List<String> name = Columns.wrap(printable(names.get(i)), first);
      name.subList(0, name.size() - 1).forEach(this::line);
      line(
          Columns.pad(name.get(name.size() - 1), first)
              + right(number(row.delivered()))
              + right(number(row.deferred()))
              + right(number(row.bounced()))
              + right(number(row.rejected())));
    }
    long error = breakdown.error(summary);
    if (error > 0) {
      line(label("log.by.error", number(error)));
    }
  }

  private String name(Row row, Breakdown breakdown) {
    boolean here = breakdown == Breakdown.PROVIDER && row.name().equals(LogGroup.HERE);
    return here ? label("log.ours") : row.name().isEmpty() ? label("log.elsewhere") : row.name();
  }

  private void wrap(String text, String first, String next) {
    String head = first;
    for (String line : Columns.wrap(printable(text), width - Columns.width(first))) {
      line(head + line);
      head = next;
    }
  }

  /** What was logged must not steer the terminal. */
  static String printable(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().filter(Visible::is).forEach(safe::appendCodePoint);
    return safe.toString();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
