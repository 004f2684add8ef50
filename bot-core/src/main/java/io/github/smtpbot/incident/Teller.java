package io.github.smtpbot.incident;

import io.github.smtpbot.answer.Brief;
import io.github.smtpbot.answer.Composer;
import io.github.smtpbot.answer.LogTelling;
import io.github.smtpbot.answer.Outline;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.log.LogCount;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a summary in one language. Immutable; safe for use by many threads. */
public final class Teller {

  /** How many groups are shown unless somebody asks for more. */
  public static final int USUAL_GROUPS = 8;

  /** A group of less than this part of all failing attempts is not shown among many. */
  private static final double LEAST_PART = 0.01;

  /** So many groups are shown, however small they are. */
  private static final int FEW = 3;

  private static final int MOST_PROBLEMS = 10;

  private final Composer composer;
  private final Words words;

  /** A teller that says what this composer says of a single reply. */
  public Teller(Composer composer, Words words) {
    this.composer = composer;
    this.words = words;
  }

  /**
   * Tells a summary.
   *
   * @param most how many groups are shown at most
   * @param zone the time zone of the times told
   */
  public Incident tell(LogSummary summary, int most, ZoneId zone) {
    Speech speech = speech(summary, zone);
    Numbered apart = new Numbered();
    List<LogGroup> shown = shown(summary, most);
    List<Told> groups = shown.stream().map(group -> told(group, speech, apart)).toList();
    List<ToldChange> changes =
        summary.changes().stream().map(change -> told(change, speech)).toList();
    Count late = summary.totals().messages().late();
    Headline headline = headline(summary, changes, groups, speech);
    return new Incident(
        words.language(),
        zone,
        headline.acting() == null
            ? headline.happening()
            : acts(headline.happening(), headline.acting()),
        headline.happening(),
        headline.acting(),
        summary.totals(),
        late.value() == 0 ? "" : words.ui("log.late", speech.number(late)),
        groups,
        words.ui("log.groups", shown.size(), summary.groups().size()),
        others(summary, shown, speech),
        changes,
        notes(summary, speech));
  }

  /** The same as an answer is made of. */
  public LogTelling telling(LogSummary summary, Incident incident, Shareable.Kept kept) {
    return new LogTellings(words, speech(summary, incident.zone())).of(incident, kept);
  }

  /** The largest groups, and those that changed; of many, none that hardly matters. */
  private static List<LogGroup> shown(LogSummary summary, int most) {
    long failed = failedAttempts(summary);
    List<LogGroup> changed = summary.changes().stream().map(Change::group).toList();
    List<LogGroup> shown = new ArrayList<>();
    for (LogGroup group : summary.groups()) {
      boolean matters =
          shown.size() < FEW || group.attempts() >= failed * LEAST_PART || changed.contains(group);
      if (matters && shown.size() < most) {
        shown.add(group);
      }
    }
    return shown;
  }

  private static long failedAttempts(LogSummary summary) {
    return summary.groups().stream().mapToLong(LogGroup::attempts).sum();
  }

  private String others(LogSummary summary, List<LogGroup> shown, Speech speech) {
    int kinds = summary.groups().size() - shown.size();
    long all = failedAttempts(summary);
    long told = shown.stream().mapToLong(LogGroup::attempts).sum();
    return kinds == 0
        ? ""
        : words.ui("log.others", kinds, speech.number(all - told), speech.number(all));
  }

  private Told told(LogGroup group, Speech speech, Numbered apart) {
    Outline outline = composer.outline(group.found());
    Instant first = group.first();
    Instant last = group.last();
    String seen =
        first == null || last == null
            ? ""
            : words.ui(
                group.ongoing() ? "log.seen" : "log.seen.over",
                speech.time(first),
                speech.time(last));
    return new Told(
        group,
        outline,
        title(group, outline),
        words.ui(
            "log.counts",
            speech.number(group.messages()),
            speech.number(group.attempts()),
            speech.number(group.recipients()),
            speech.number(group.domains())),
        group.rejected()
            ? words.ui(
                "log.share.all", speech.percent(group.share()), speech.number(group.traffic()))
            : words.ui(
                "log.share",
                speech.percent(group.share()),
                speech.number(group.traffic()),
                who(group, outline)),
        seen,
        group.reply().shown(apart));
  }

  private String who(LogGroup group, Outline outline) {
    if (group.rejected()) {
      return words.ui("log.ours");
    }
    return outline.speaker().isEmpty() ? words.ui("log.elsewhere") : outline.speaker();
  }

  private String title(LogGroup group, Outline outline) {
    String sign = outline.verdict().tone().sign();
    String speaker = group.rejected() ? words.ui("log.ours") : outline.speaker();
    return (sign + " ").strip()
        + (sign.isEmpty() ? "" : " ")
        + Stream.of(group.codes(), outline.name(), speaker)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(Brief.JOIN));
  }

  private ToldChange told(Change change, Speech speech) {
    Outline outline = composer.outline(change.group().found());
    String title = title(change.group(), outline);
    Instant until = change.until();
    return new ToldChange(
        change,
        title,
        words.ui(
            until == null ? "log.change.since" : "log.change.past",
            title,
            speech.time(change.since()),
            speech.percent(change.before()),
            speech.percent(change.during()),
            until == null ? "" : speech.time(until)));
  }

  /** What happens, and what is to be done about it; null for nothing. */
  private record Headline(String happening, @Nullable Outline acting) {}

  private Headline headline(
      LogSummary summary, List<ToldChange> changes, List<Told> groups, Speech speech) {
    Totals.Outcome messages = summary.totals().messages();
    if (messages.all().value() == 0) {
      return new Headline(words.ui("log.nothing"), null);
    }
    if (groups.isEmpty()) {
      return new Headline(words.ui("log.all", speech.number(messages.all())), null);
    }
    if (!changes.isEmpty()) {
      Change change = changes.get(0).change();
      Outline outline = composer.outline(change.group().found());
      String what = what(change, outline, speech);
      String sentence =
          changes.size() == 1
              ? words.ui("log.else.same", what)
              : words.ui("log.else.more", what, changes.size() - 1);
      return new Headline(sentence, change.until() == null ? outline : null);
    }
    Told worst = groups.get(0);
    Instant first = summary.first();
    Instant last = summary.last();
    String sentence =
        first == null || last == null
            ? words.ui(
                "log.untimed",
                speech.number(messages.delivered()),
                speech.number(messages.all()),
                worst.title())
            : words.ui(
                "log.steady",
                speech.time(first),
                speech.time(last),
                speech.number(messages.delivered()),
                speech.number(messages.all()),
                worst.title());
    return new Headline(sentence, worst.outline());
  }

  private String what(Change change, Outline outline, Speech speech) {
    LogGroup group = change.group();
    Instant until = change.until();
    boolean passive = group.codes().isEmpty() || outline.speaker().isEmpty();
    String how = group.permanent() ? "bounced" : "deferred";
    String key =
        (until == null ? "log.since." : "log.past.")
            + (group.rejected() ? "rejected" : passive ? "passive." + how : how);
    return words.ui(
        key,
        speech.time(change.since()),
        who(group, outline),
        speech.percent(change.during()),
        Stream.of(outline.name(), group.codes())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", ")),
        until == null ? "" : speech.time(until));
  }

  private String acts(String sentence, Outline outline) {
    return outline.nobody() || outline.acts().isEmpty()
        ? words.ui("log.waits", sentence, outline.first())
        : words.ui("log.acts", sentence, upperFirst(outline.acts()), outline.first());
  }

  private static String upperFirst(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private List<String> notes(LogSummary summary, Speech speech) {
    List<String> notes = new ArrayList<>();
    LogCount count = summary.count();
    if (count.unknownLines() > 0) {
      notes.add(
          words.ui(
              "log.unknown_lines",
              speech.number(count.unknownLines()),
              speech.number(count.lines())));
    }
    for (LogCount.Problem problem :
        count.problems().subList(0, Math.min(MOST_PROBLEMS, count.problems().size()))) {
      String kind = problem.kind().name().toLowerCase(Locale.ROOT);
      notes.add(words.ui("log.problem." + kind, problem.source()));
    }
    double error = largestError(summary);
    if (error > 0) {
      notes.add(words.ui("log.estimate", speech.percent(error)));
    }
    return List.copyOf(notes);
  }

  private static double largestError(LogSummary summary) {
    Totals totals = summary.totals();
    Totals.Outcome messages = totals.messages();
    Totals.Outcome deliveries = totals.deliveries();
    Stream<Count> counts =
        Stream.concat(
            Stream.of(
                totals.recipients(),
                totals.domains(),
                messages.all(),
                messages.delivered(),
                messages.deferred(),
                messages.bounced(),
                messages.rejected(),
                messages.late(),
                deliveries.delivered(),
                deliveries.deferred(),
                deliveries.bounced(),
                deliveries.rejected()),
            summary.groups().stream()
                .flatMap(
                    group -> Stream.of(group.messages(), group.recipients(), group.domains())));
    return counts.filter(count -> count.value() > 0).mapToDouble(Count::error).max().orElse(0);
  }

  /** What changed, as it is told in {@link #tell}. */
  List<ToldChange> changes(LogSummary summary, ZoneId zone) {
    Speech speech = speech(summary, zone);
    return summary.changes().stream().map(change -> told(change, speech)).toList();
  }

  /** A line that says that a group began or rose. */
  String began(ToldChange told, LogSummary summary, ZoneId zone) {
    Speech speech = speech(summary, zone);
    Change change = told.change();
    return words.ui(
        change.began() ? "log.follow.began" : "log.follow.rose",
        speech.time(change.since()),
        told.title(),
        speech.percent(change.before()),
        speech.percent(change.during()));
  }

  /** A line that says that a group ended. */
  String ended(ToldChange told, LogSummary summary, ZoneId zone) {
    Instant last = summary.last();
    return words.ui(
        "log.follow.ended", last == null ? "" : speech(summary, zone).time(last), told.title());
  }

  private Speech speech(LogSummary summary, ZoneId zone) {
    return new Speech(words, zone, summary.first(), summary.last());
  }
}
