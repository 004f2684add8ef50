package io.github.smtpbot.incident;

import io.github.smtpbot.answer.Brief;
import io.github.smtpbot.answer.Composer;
import io.github.smtpbot.answer.LogTelling;
import io.github.smtpbot.answer.Masked;
import io.github.smtpbot.answer.Outline;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.answer.Tone;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.log.LogCount;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

  /** More of the mail than this is nearly all. */
  private static final double ALL = 0.95;

  /** Of less mail than this, nearly all is not much. */
  private static final int FEWEST_OF_ALL = 20;

  /** A group that half the mail fails by is trouble, since whenever. */
  private static final double TROUBLE = 0.5;

  /** How long before the last mail trouble may have begun that stopped it. */
  private static final Duration BEFORE_STALL = Duration.ofMinutes(15);

  private static final String WARNING = "warning: ";

  /** How Postfix begins to name the host and port that it does not reach. */
  private static final String CONNECT = "connect to ";

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
    List<LogGroup> stuck = stuckThroughout(summary);
    List<Told> groups =
        shown.stream()
            .map(
                group ->
                    told(
                        group,
                        outline(group, summary.changes(), stuck),
                        since(group, summary.changes()),
                        seen(group, summary.changes(), speech),
                        speech,
                        apart))
            .toList();
    List<ToldChange> changes = changes(summary, zone);
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
        changes.isEmpty() ? unchanged(summary, speech) : "",
        notes(summary, shown, speech));
  }

  /** The same as an answer is made of. */
  public LogTelling telling(LogSummary summary, Incident incident, Shareable.Kept kept) {
    return new LogTellings(words, speech(summary, incident.zone())).of(incident, kept);
  }

  /** What is said of changes where there are none, and why. */
  private String unchanged(LogSummary summary, Speech speech) {
    Instant last = summary.last();
    if (last != null && stall(summary) != null) {
      return words.ui("log.changes.stopped", speech.time(last));
    }
    return words.ui(speech.isOfFailures() ? "log.changes.unknown" : "log.changes.none");
  }

  /** The largest groups, and those that changed; of many, none that hardly matters. */
  private static List<LogGroup> shown(LogSummary summary, int most) {
    long failed = failedAttempts(summary);
    List<LogGroup> changed =
        summary.changes().stream().flatMap(change -> change.groups().stream()).toList();
    List<LogGroup> shown = new ArrayList<>();
    for (LogGroup group : summary.groups()) {
      // Who asks for more than is usual gets it.
      boolean matters =
          most > USUAL_GROUPS
              || shown.size() < FEW
              || group.attempts() >= failed * LEAST_PART
              || changed.contains(group);
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

  private Outline outline(LogGroup group, List<Change> changes, List<LogGroup> stuck) {
    return changes.stream()
        .filter(change -> change.groups().contains(group) && OwnServer.of(change) != null)
        .findFirst()
        .map(change -> outline(change, group))
        .orElseGet(() -> stuck.contains(group) ? throughout(group, stuck) : outline(group));
  }

  /** From when to when a group was seen, and what is known of its end. */
  private String seen(LogGroup group, List<Change> changes, Speech speech) {
    Instant first = group.first();
    Instant last = group.last();
    if (first == null || last == null) {
      return "";
    }
    List<Change> about =
        changes.stream().filter(change -> change.groups().contains(group)).toList();
    boolean ended = !about.isEmpty() && about.stream().allMatch(change -> change.until() != null);
    String key;
    if (speech.isOfFailures()) {
      key = "log.seen.only";
    } else if (group.isOver() || (ended && group.unsure())) {
      key = "log.seen.over";
    } else if (group.unsure()) {
      key = "log.seen.unsure";
    } else {
      key = ended ? "log.seen.rest" : "log.seen";
    }
    return words.ui(key, speech.time(first), speech.time(last));
  }

  private Told told(
      LogGroup group,
      Outline outline,
      @Nullable Instant since,
      String seen,
      Speech speech,
      Numbered apart) {
    return new Told(
        group,
        outline,
        title(group, outline),
        speaker(group),
        words.ui(
            "log.counts",
            speech.number(group.messages()),
            speech.number(group.attempts()),
            speech.number(group.recipients()),
            speech.number(group.domains())),
        place(group, since, speech),
        share(group, speech),
        seen,
        group.reply().shown(apart));
  }

  /** When a group began or rose; else when it was first seen. */
  private static @Nullable Instant since(LogGroup group, List<Change> changes) {
    return changes.stream()
        .filter(change -> change.groups().contains(group))
        .map(Change::since)
        .findFirst()
        .orElse(group.first());
  }

  /** Of how much mail a group is which part. */
  private String share(LogGroup group, Speech speech) {
    if (speech.isOfFailures()) {
      return words.ui("log.share.failures", speech.number(group.messages()), speech.failures());
    }
    if (group.traffic().value() == 1) {
      return words.ui("log.share.one");
    }
    return group.rejected()
        ? words.ui("log.share.all", speech.percent(group.share()), speech.number(group.traffic()))
        : words.ui(
            "log.share",
            speech.percent(group.share()),
            speech.number(group.traffic()),
            whose(group));
  }

  /** The domains that a group is about, where its provider does not say it. */
  private String place(LogGroup group, @Nullable Instant since, Speech speech) {
    boolean said =
        group.provider().equals(LogGroup.HERE)
            || group.mainDomains().stream()
                .allMatch(part -> composer.isDomainOf(part.domain(), group.provider()));
    return said
        ? ""
        : words.ui(
            "log.place",
            group.mainDomains().stream()
                .map(part -> place(part, group, since, speech))
                .collect(Collectors.joining(", ")));
  }

  /** A domain with its share, and since when nothing gets through to it. */
  private String place(
      LogGroup.DomainPart part, LogGroup group, @Nullable Instant since, Speech speech) {
    Instant delivered = part.lastDelivered();
    boolean dead =
        !group.isOver() && since != null && part.isDeadSince(since) && part.failed() >= FEW;
    String key =
        speech.isOfFailures()
            ? ".failures"
            : !dead ? "" : Instant.MIN.equals(delivered) ? ".never" : ".dead";
    return words.ui(
        "log.place.part" + key,
        part.domain(),
        speech.number(part.failed()),
        speech.number(part.attempts()),
        delivered == null || Instant.MIN.equals(delivered) ? "" : speech.time(delivered));
  }

  /** What to do about a group; of what goes wrong on the own server, its administrator. */
  private Outline outline(LogGroup group) {
    OwnServer own = OwnServer.of(group);
    return own == null ? composer.outline(group.found()) : outline(group, own);
  }

  private Outline outline(Change change) {
    return outline(change, change.group());
  }

  /** What to do about a group of a change. */
  private Outline outline(Change change, LogGroup group) {
    OwnServer own = OwnServer.of(change);
    return own == null ? outline(group) : outline(group, own, relay(change));
  }

  /** The host to which all mail is handed that fails; empty if there are several. */
  private static String relay(Change change) {
    return change.isOfSeveral() ? relay(change.groups()) : "";
  }

  private static String relay(List<LogGroup> groups) {
    List<String> hosts = groups.stream().map(LogGroup::host).distinct().toList();
    String port = groups.size() == 1 ? hostWithPort(groups.get(0)) : "";
    return !port.isEmpty() ? port : hosts.size() == 1 ? hosts.get(0) : "";
  }

  /** The host that alone is not reached, with its port; empty if the reply does not name both. */
  private static String hostWithPort(LogGroup group) {
    String reply = group.reply().shown((shown, hash) -> 1);
    int start = reply.indexOf(CONNECT);
    int open = start < 0 ? -1 : reply.indexOf('[', start);
    int close = open < 0 ? -1 : reply.indexOf("]:", open);
    if (close < 0) {
      return "";
    }
    int end = close + 2;
    while (end < reply.length() && Character.isDigit(reply.charAt(end))) {
      end++;
    }
    String host = reply.substring(start + CONNECT.length(), open);
    String port = reply.substring(close + 2, end);
    // Other servers are asked at port 25; at another, it is one that passes mail on.
    return host.isEmpty() || host.contains(" ") || port.isEmpty() || port.equals("25")
        ? ""
        : host + ':' + port;
  }

  private Outline outline(LogGroup group, OwnServer own) {
    return outline(group, own, "");
  }

  /**
   * What the administrator does about a group.
   *
   * @param relay the host to which all mail is handed; empty if that is not known
   */
  private Outline outline(LogGroup group, OwnServer own, String relay) {
    String step = relay.isEmpty() ? null : own.relayStep(group.cause());
    Outline outline =
        composer.outline(
            group.found(),
            words.ui(own.acts()),
            step == null ? words.ui(own.step(group.cause())) : words.ui(step, relay));
    String name = own.name(group.cause());
    return name == null ? outline : outline.named(words.ui(name));
  }

  /** Whose mail it is, within a sentence. */
  private String whose(LogGroup group) {
    if (group.rejected()) {
      return words.ui("log.ours");
    }
    String name = group.provider().equals(LogGroup.HERE) ? "" : composer.nameOf(group.provider());
    return !name.isEmpty()
        ? name
        : words.ui(group.provider().equals(LogGroup.HERE) ? "log.local" : "log.elsewhere");
  }

  /** The same in a title, or the domains where nobody knows the provider. */
  private String speaker(LogGroup group) {
    return isOfTenant(group)
        ? words.ui("log.tenant", domains(group), whose(group))
        : !group.rejected() && group.provider().isEmpty() ? domains(group) : whose(group);
  }

  /** Whether it is about one of the domains whose mail a provider takes, and hardly any other. */
  private boolean isOfTenant(LogGroup group) {
    return !group.rejected()
        && !group.provider().isEmpty()
        && group.isOfOneDomain()
        && group.messages().value() >= Scan.FEWEST_FAILURES
        && !composer.isDomainOf(group.mainDomains().get(0).domain(), group.provider());
  }

  private boolean isToldByDomain(LogGroup group) {
    return group.provider().isEmpty() || isOfTenant(group);
  }

  private static String domains(LogGroup group) {
    return group.mainDomains().stream()
        .filter(part -> part.failed() > 1 || group.attempts() == 1)
        .map(LogGroup.DomainPart::domain)
        .collect(Collectors.joining(", "));
  }

  private String title(LogGroup group, Outline outline) {
    return signed(
        outline, Stream.of(group.codes(), outline.name(), speaker(group), wording(group)));
  }

  /** Whose words the reply is, where a host of somebody else passed it on. */
  private String wording(LogGroup group) {
    String by = group.found().provider();
    boolean foreign =
        !group.rejected()
            && !group.provider().equals(LogGroup.HERE)
            && !by.equals(group.provider())
            && composer.isParty(by);
    String name = foreign ? composer.nameOf(by) : "";
    return name.isEmpty() || name.equals(speaker(group)) ? "" : words.ui("log.words_of", name);
  }

  private String title(Change change, Outline outline) {
    return change.isOfSeveral()
        ? signed(outline, Stream.of(outline.name(), where(change)))
        : title(change.group(), outline);
  }

  private static String signed(Outline outline, Stream<String> parts) {
    String sign = outline.verdict().tone().sign();
    return (sign + " ").strip()
        + (sign.isEmpty() ? "" : " ")
        + parts.filter(text -> !text.isEmpty()).collect(Collectors.joining(Brief.JOIN));
  }

  /** Where a change is that is not of one group. */
  private String where(Change change) {
    if (change.everywhere()) {
      return words.ui("log.everywhere");
    }
    List<String> names =
        change.groups().stream().map(this::whose).distinct().limit(FEW + 1L).toList();
    String some = String.join(", ", names.subList(0, Math.min(FEW, names.size())));
    return words.ui(
        "log.providers", change.providers().size(), names.size() > FEW ? some + ", …" : some);
  }

  private ToldChange told(Change change, List<Change> all, Speech speech) {
    Outline outline = outline(change);
    String title = title(change, outline);
    Instant until = change.until();
    boolean ofDomains = isOfDomains(change) && !speech.isOfFailures();
    String key =
        until == null
            ? "log.change.since"
            : change.fromStart() ? "log.change.start" : "log.change.past";
    return new ToldChange(
        change,
        title,
        alone(change, all),
        words.ui(
            ofDomains ? key + (isDead(change, speech) ? ".dead" : ".at") : key,
            title,
            speech.time(change.since()),
            before(change, speech),
            during(change, speech),
            until == null ? "" : speech.time(until),
            whose(change.group()),
            speech.percent(change.after())));
  }

  private static String before(Change change, Speech speech) {
    return speech.part(change.before(), change.mailBefore());
  }

  /** The share in the time of a change; where it still rose, that at its end as well. */
  private String during(Change change, Speech speech) {
    String during = speech.part(change.during(), change.mail());
    return !change.isRising() || speech.isOfFailures()
        ? during
        : words.ui(
            change.until() == null ? "log.rising" : "log.rising.past",
            during,
            speech.percent(change.atEnd()));
  }

  /** Whom a change is about; where others are about the same, with what fails. */
  private String alone(Change change, List<Change> all) {
    String about = about(change);
    boolean same =
        all.stream()
            .anyMatch(
                other -> about(other).equals(about) && !other.group().isSameAs(change.group()));
    String codes = change.group().codes();
    return same ? about + " (" + (codes.isEmpty() ? outline(change).name() : codes) + ')' : about;
  }

  /** Whether no mail gets through any more to the domains that a change is about. */
  private boolean isDead(Change change, Speech speech) {
    return isOfDomains(change)
        && !speech.isOfFailures()
        && change.until() == null
        && change.group().mainDomains().stream().allMatch(part -> part.isDeadSince(change.since()));
  }

  /** Whether it is told by the domains that it is about. */
  private boolean isOfDomains(Change change) {
    LogGroup group = change.group();
    return !change.isOfSeveral()
        && !group.rejected()
        && isToldByDomain(group)
        && !group.mainDomains().isEmpty()
        && group.mainDomains().stream().allMatch(part -> part.failed() > 1);
  }

  /** What happens, and what is to be done about it; null for nothing. */
  private record Headline(String happening, @Nullable Outline acting) {}

  /** That nothing fails, and until when that is known: a log may go on without any delivery. */
  private String nothingFails(LogSummary summary, Speech speech) {
    String all = speech.number(summary.totals().messages().all());
    Instant first = summary.first();
    Instant last = summary.last();
    return first == null || last == null
        ? words.ui("log.all", all)
        : words.ui("log.all.timed", all, speech.time(first), speech.time(last));
  }

  /**
   * What a program of the mail server gave up by, where no mail was tried any more since, though
   * the log goes on; null if there is none.
   */
  private static LogCount.@Nullable Trouble stall(LogSummary summary) {
    Instant first = summary.first();
    Instant last = summary.last();
    List<LogCount.Trouble> since =
        summary.count().troubles().stream()
            .filter(trouble -> trouble.lines() >= FEW)
            .filter(trouble -> isStill(summary, first, last, trouble))
            .toList();
    // A program that ends says why; who watches it only says that it ended.
    return since.stream()
        .max(
            Comparator.comparing((LogCount.Trouble trouble) -> !trouble.text().startsWith(WARNING))
                .thenComparing(LogCount.Trouble::lines)
                .thenComparing(LogCount.Trouble::program))
        .orElse(null);
  }

  /** Whether trouble began when mail stopped, and lasts too long for a pause. */
  private static boolean isStill(
      LogSummary summary, @Nullable Instant first, @Nullable Instant last, LogCount.Trouble of) {
    if (first == null || last == null) {
      return summary.totals().messages().all().value() == 0;
    }
    double silence = Duration.between(last, of.last()).toSeconds();
    double time = Math.max(1, Duration.between(first, last).toSeconds());
    double expected = summary.totals().attempts().all().value() * silence / time;
    return expected >= Scan.FEWEST_FAILURES && !of.first().isBefore(last.minus(BEFORE_STALL));
  }

  private Headline stalled(LogCount.Trouble trouble, LogSummary summary, Speech speech) {
    Instant last = summary.last();
    String lines = speech.number(trouble.lines());
    String program = trouble.program().isEmpty() ? "…" : trouble.program();
    String happens =
        last == null
            ? words.ui("log.stall.always", program, lines, trouble.text())
            : words.ui(
                "log.stall",
                speech.time(last),
                speech.time(trouble.last()),
                program,
                lines,
                trouble.text());
    String acts = words.ui("log.own.acts");
    Brief.Verdict verdict =
        new Brief.Verdict(
            Tone.PERMANENT, List.of(new Brief.Span(words.ui("verdict.acts", acts), true)));
    return new Headline(
        happens,
        new Outline(
            words.ui("log.own.name.error"),
            "",
            verdict,
            acts,
            false,
            words.ui("log.own.stall"),
            List.of()));
  }

  private Headline headline(
      LogSummary summary, List<ToldChange> changes, List<Told> groups, Speech speech) {
    LogCount.Trouble stall = stall(summary);
    if (stall != null) {
      return stalled(stall, summary, speech);
    }
    Totals.Outcome messages = summary.totals().messages();
    if (messages.all().value() == 0) {
      LogCount.Span span = summary.count().span();
      boolean cut =
          summary.count().problems().stream()
              .anyMatch(problem -> problem.kind() == LogCount.Problem.Kind.LONG_LINE);
      return new Headline(
          span == null
              ? words.ui(cut ? "log.nothing.cut" : "log.nothing")
              : words.ui(
                  "log.nothing.then",
                  speech.dayAndTime(span.first()),
                  speech.dayAndTime(span.last())),
          null);
    }
    if (groups.isEmpty()) {
      return new Headline(nothingFails(summary, speech), null);
    }
    if (!changes.isEmpty()) {
      Change change = changes.get(0).change();
      Outline outline = outline(change);
      String what = what(change, outline, summary.groups(), speech);
      Told trouble = trouble(summary, groups);
      String sentence =
          changes.size() == 1
              ? trouble == null
                  ? words.ui(speech.isOfFailures() ? "log.else.failures" : "log.else.same", what)
                  : words.ui("log.else.trouble", what, trouble(trouble, speech))
              : words.ui(
                  changes.size() == 2 ? "log.else.also" : "log.else.more",
                  what,
                  changes.size() - 1,
                  also(changes.get(1).change(), speech));
      return new Headline(sentence, change.until() == null ? outline : null);
    }
    List<LogGroup> stuck = stuckThroughout(summary);
    Instant begin = summary.first();
    Instant end = summary.last();
    if (!stuck.isEmpty() && begin != null && end != null) {
      Outline outline = throughout(stuck.get(0), stuck);
      return new Headline(
          words.ui("log.throughout", speech.time(begin), speech.time(end), outline.name()),
          outline);
    }
    // What is refused as it should be is no news where mail that was sent fails.
    Told trouble = trouble(summary, groups);
    Told worst =
        trouble != null
            ? trouble
            : groups.stream()
                .filter(told -> OwnServer.of(told.group()) != OwnServer.REFUSED)
                .filter(told -> !told.group().isEndOfAny(summary.groups()))
                .min(Comparator.comparing(told -> told.group().cause() == Cause.GREYLISTED))
                .orElse(groups.get(0));
    Instant first = summary.first();
    Instant last = summary.last();
    if (speech.isOfFailures()) {
      return new Headline(failures(summary, worst, speech), worst.outline());
    }
    Count taken = taken(messages);
    if (summary.groups().stream().allMatch(group -> OwnServer.of(group) == OwnServer.REFUSED)) {
      return new Headline(onlyRefused(messages, first, last, worst, speech), worst.outline());
    }
    String sentence =
        first == null || last == null
            ? words.ui(
                "log.untimed",
                speech.number(messages.delivered()),
                speech.number(taken),
                worst.title())
            : words.ui(
                trouble == null ? "log.steady" : "log.steady.trouble",
                speech.time(first),
                speech.time(last),
                speech.number(messages.delivered()),
                speech.number(taken),
                worst.title(),
                trouble == null ? "" : upperFirst(trouble(trouble, speech)));
    return new Headline(
        messages.rejected().value() == 0
            ? sentence
            : words.ui("log.refused.apart", sentence, speech.number(messages.rejected())),
        worst.outline());
  }

  /** All messages but those that the server whose log it is did not take. */
  private static Count taken(Totals.Outcome messages) {
    return new Count(messages.all().value() - messages.rejected().value(), messages.all().error());
  }

  /** That nothing fails but what the server refuses as it is set up to. */
  private String onlyRefused(
      Totals.Outcome messages,
      @Nullable Instant first,
      @Nullable Instant last,
      Told worst,
      Speech speech) {
    String delivered = speech.number(messages.delivered());
    String taken = speech.number(taken(messages));
    String rejected = speech.number(messages.rejected());
    return first == null || last == null
        ? words.ui("log.untimed.refused", delivered, taken, rejected, worst.title())
        : words.ui(
            "log.steady.refused",
            delivered,
            taken,
            rejected,
            worst.title(),
            speech.time(first),
            speech.time(last));
  }

  /**
   * The largest group by which half the mail to a provider fails, or all that to a domain, though
   * it did not change in this log: there was too little mail before, or none. Null without one.
   */
  private @Nullable Told trouble(LogSummary summary, List<Told> groups) {
    return summary.isOfFailuresOnly()
        ? null
        : groups.stream()
            .filter(told -> isTrouble(told.group()))
            .filter(told -> !told.group().isEndOfAny(summary.groups()))
            .filter(told -> summary.changes().stream().noneMatch(told.group()::isOf))
            .findFirst()
            .orElse(null);
  }

  private boolean isTrouble(LogGroup group) {
    boolean many = group.messages().value() >= Scan.FEWEST_FAILURES && !group.isOver();
    Instant first = group.first();
    boolean dead =
        first != null
            && !group.mainDomains().isEmpty()
            && group.mainDomains().stream().allMatch(part -> part.isDeadSince(first));
    return many
        && !group.rejected()
        && ((isToldByDomain(group) && dead)
            || (!group.provider().isEmpty() && group.share() >= TROUBLE));
  }

  /** What fails so, and how much of it. */
  private String trouble(Told told, Speech speech) {
    LogGroup group = told.group();
    boolean ever =
        group.mainDomains().stream().anyMatch(part -> !Instant.MIN.equals(part.lastDelivered()));
    long failed = group.mainDomains().stream().mapToLong(LogGroup.DomainPart::failed).sum();
    return isToldByDomain(group)
        ? words.ui(
            ever ? "log.trouble.last" : "log.trouble.dead",
            speaker(group),
            told.outline().name(),
            speech.number(failed))
        : words.ui(
            "log.trouble",
            whose(group),
            told.outline().name(),
            speech.number(group.messages()),
            speech.number(group.traffic()));
  }

  /** What was read where nothing tells how much mail went through. */
  private String failures(LogSummary summary, Told worst, Speech speech) {
    Instant first = summary.first();
    Instant last = summary.last();
    String count = speech.number(worst.group().messages());
    return first == null || last == null
        ? words.ui("log.failures.untimed", speech.failures(), count, worst.title())
        : words.ui(
            "log.failures",
            speech.failures(),
            count,
            worst.title(),
            speech.time(first),
            speech.time(last));
  }

  /**
   * The groups of one cause on the own side by which nearly all mail fails, at several providers,
   * from the first line to the last; empty if there are none. It is no change of anything.
   */
  private static List<LogGroup> stuckThroughout(LogSummary summary) {
    List<LogGroup> stuck =
        summary.changes().isEmpty() && !summary.isSelection()
            ? summary.groups().stream()
                .filter(group -> !group.rejected() && !group.permanent() && !group.isOver())
                .filter(group -> ownOfGroup(group) || OwnServer.isOfNames(group))
                .toList()
            : List.of();
    Totals.Outcome messages = summary.totals().messages();
    long sent = messages.all().value() - messages.rejected().value();
    long failed = stuck.stream().mapToLong(group -> group.messages().value()).sum();
    long providers = stuck.stream().map(LogGroup::provider).distinct().count();
    long domains = stuck.stream().mapToLong(group -> group.domains().value()).max().orElse(0);
    return Math.max(providers, domains) >= FEW && sent >= FEWEST_OF_ALL && failed >= sent * ALL
        ? stuck
        : List.of();
  }

  /** What to do about one of the groups by which nearly all mail fails throughout. */
  private Outline throughout(LogGroup group, List<LogGroup> stuck) {
    return outline(group, ownThroughout(group), relay(stuck));
  }

  private static boolean ownOfGroup(LogGroup group) {
    return OwnServer.of(group) == OwnServer.PROGRAM || OwnServer.of(group) == OwnServer.LOGIN;
  }

  private static OwnServer ownThroughout(LogGroup group) {
    OwnServer own = OwnServer.of(group);
    return own == null ? OwnServer.NETWORK : own;
  }

  /** A further change in a few words: what it is about, and since when. */
  private String also(Change change, Speech speech) {
    Instant until = change.until();
    Outline outline = outline(change);
    boolean acts = until == null && !outline.nobody() && !outline.acts().isEmpty();
    return words.ui(
        until != null ? "log.also.past" : acts ? "log.also.acts" : "log.also.since",
        about(change),
        speech.time(change.since()),
        until == null ? "" : speech.time(until),
        outline.name(),
        outline.acts());
  }

  /** Whom a change is about. */
  private String about(Change change) {
    if (change.group().rejected()) {
      return words.ui("log.refusals");
    }
    return change.isOfSeveral()
        ? where(change)
        : isOfDomains(change) ? speaker(change.group()) : whose(change.group());
  }

  /** Who sent most of a group, where not all that fails is of the same sender. */
  private static String sender(LogGroup group, List<LogGroup> others) {
    Masked sender = group.sender();
    boolean alone =
        others.stream()
            .filter(other -> !other.isSameAs(group))
            .filter(other -> other.messages().value() >= Scan.FEWEST_FAILURES)
            .anyMatch(other -> !other.sender().equals(sender));
    return sender.marked().isEmpty() || !(alone || OwnServer.of(group) == OwnServer.ACCOUNT)
        ? ""
        : sender.shown((shown, hash) -> 1);
  }

  /** Who sent most of what fails in several groups, where others sent some as well. */
  private static String senderOf(Change change, List<LogGroup> others) {
    OwnServer own = OwnServer.of(change);
    if (own != null && own != OwnServer.ACCOUNT) {
      return ""; // What fails of all mail is no sender's doing.
    }
    Map<Masked, Long> bySender = new HashMap<>();
    long all = 0;
    for (LogGroup group : change.groups()) {
      all += group.attempts();
      group.senders().forEach(part -> bySender.merge(part.sender(), part.failed(), Long::sum));
    }
    Masked most =
        bySender.entrySet().stream()
            .max(
                Map.Entry.<Masked, Long>comparingByValue()
                    .thenComparing(entry -> entry.getKey().marked()))
            .map(Map.Entry::getKey)
            .orElse(null);
    if (most == null) {
      return "";
    }
    long failed = bySender.getOrDefault(most, 0L);
    if (failed < Math.max(Scan.FEWEST_FAILURES, all * Analysis.MOST)) {
      return "";
    }
    boolean alone =
        all - failed >= Scan.FEWEST_FAILURES
            || others.stream()
                .filter(other -> change.groups().stream().noneMatch(other::isSameAs))
                .filter(other -> other.messages().value() >= Scan.FEWEST_FAILURES)
                .anyMatch(other -> !other.sender().equals(most));
    return alone ? most.shown((shown, hash) -> 1) : "";
  }

  /** When what goes on was last seen, where hardly any mail came since; null otherwise. */
  private static @Nullable Instant lastSeen(Change change) {
    return change.until() != null || change.groups().stream().anyMatch(group -> !group.unsure())
        ? null
        : change.groups().stream()
            .map(LogGroup::last)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
  }

  private String what(Change change, Outline outline, List<LogGroup> others, Speech speech) {
    LogGroup group = change.group();
    Instant until = change.until();
    long failed = group.mainDomains().stream().mapToLong(LogGroup.DomainPart::failed).sum();
    long attempts = group.mainDomains().stream().mapToLong(LogGroup.DomainPart::attempts).sum();
    String happens =
        words.ui(
            (until == null ? "log.since." : "log.past.") + kind(change, speech),
            speech.time(change.since()),
            about(change),
            during(change, speech),
            Stream.of(outline.name(), change.isOfSeveral() ? "" : group.codes())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", ")),
            until == null ? "" : speech.time(until),
            speech.number(failed),
            speech.number(attempts));
    String sender = change.isOfSeveral() ? senderOf(change, others) : sender(group, others);
    String sent = sender.isEmpty() ? happens : words.ui("log.by_sender", happens, sender);
    Instant last = speech.isOfFailures() ? null : lastSeen(change);
    String by = last == null ? sent : words.ui("log.last_seen", sent, speech.time(last));
    return change.fromStart() ? words.ui("log.from_start", by) : by;
  }

  private String kind(Change change, Speech speech) {
    LogGroup group = change.group();
    if (speech.isOfFailures()) {
      return group.rejected() || change.everywhere() ? "failures.all" : "failures";
    }
    if (group.rejected()) {
      return "rejected";
    }
    boolean bounced = change.groups().stream().allMatch(LogGroup::permanent);
    boolean deferred = change.groups().stream().noneMatch(LogGroup::permanent);
    String how = bounced ? "bounced" : deferred ? "deferred" : "failed";
    if (change.isOfSeveral()) {
      return (change.everywhere() ? "all." : "passive.") + how;
    }
    // Only who gave a reply does something; of all else one's own server tells.
    boolean answered =
        group.found().replyCode() != null && group.found().provider().equals(group.provider());
    return (isDead(change, speech)
            ? "dead."
            : isOfDomains(change)
                ? "at."
                : answered && !group.provider().isEmpty() ? "" : "passive.")
        + how;
  }

  private String acts(String sentence, Outline outline) {
    return outline.nobody() || outline.acts().isEmpty()
        ? words.ui("log.waits", sentence, outline.first())
        : words.ui("log.acts", sentence, upperFirst(outline.acts()), outline.first());
  }

  private static String upperFirst(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private List<String> notes(LogSummary summary, List<LogGroup> shown, Speech speech) {
    List<String> notes = new ArrayList<>();
    LogCount count = summary.count();
    Instant compared = summary.comparedFrom();
    if (compared != null) {
      notes.add(words.ui("log.compared", speech.dayAndTime(compared)));
    }
    Instant stray = summary.stray();
    if (stray != null) {
      notes.add(words.ui("log.stray", speech.dayAndTime(stray)));
    }
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
    double error = largestError(summary.totals(), shown);
    if (error > 0) {
      notes.add(words.ui("log.estimate", speech.percent(error)));
    }
    return List.copyOf(notes);
  }

  /** How far off a number may be of those that are shown. */
  private static double largestError(Totals totals, List<LogGroup> shown) {
    Totals.Outcome messages = totals.messages();
    Totals.Outcome deliveries = totals.deliveries();
    Stream<Count> counts =
        Stream.concat(
            Stream.of(
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
            shown.stream()
                .flatMap(
                    group ->
                        Stream.of(
                            group.messages(),
                            group.recipients(),
                            group.domains(),
                            group.traffic())));
    return counts.filter(count -> count.value() > 0).mapToDouble(Count::error).max().orElse(0);
  }

  /** What changed, as it is told in {@link #tell}. */
  List<ToldChange> changes(LogSummary summary, ZoneId zone) {
    Speech speech = speech(summary, zone);
    List<Change> changes = summary.changes();
    return changes.stream().map(change -> told(change, changes, speech)).toList();
  }

  /** A line that says that a group began or rose. */
  String began(ToldChange told, LogSummary summary, ZoneId zone) {
    Speech speech = speech(summary, zone);
    Change change = told.change();
    return words.ui(
        change.began() ? "log.follow.began" : "log.follow.rose",
        speech.time(change.since()),
        told.title(),
        before(change, speech),
        during(change, speech));
  }

  /** A line that says that a group ended. */
  String ended(ToldChange told, LogSummary summary, ZoneId zone) {
    Speech speech = speech(summary, zone);
    Instant now = summary.last();
    Instant until = last(told.change(), summary);
    return words.ui(
        "log.follow.ended",
        now == null ? "" : speech.time(now),
        told.title(),
        until == null ? "" : speech.time(until));
  }

  /** The last failure of a change; null if that is not known. */
  private static @Nullable Instant last(Change change, LogSummary summary) {
    return change.until() != null
        ? change.until()
        : summary.groups().stream()
            .filter(group -> group.isOf(change))
            .map(LogGroup::last)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
  }

  private Speech speech(LogSummary summary, ZoneId zone) {
    return new Speech(words, zone, summary);
  }
}
