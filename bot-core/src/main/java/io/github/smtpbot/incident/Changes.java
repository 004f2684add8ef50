package io.github.smtpbot.incident;

import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.log.Delivery.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds which groups began or rose, and which go on. */
final class Changes {

  /** The place of whom nobody knows. */
  private static final int UNKNOWN = 0;

  /** So many groups are looked at: those of most messages. */
  private static final int MOST = 50;

  /** At so many places at once a failure is not theirs but has one reason. */
  private static final int FEWEST_PLACES = 3;

  /** A place has so many of the failures at least. */
  private static final int FEWEST_AT_PLACE = 3;

  /** At a place that is hit as well, the share is no less than this part of the whole share. */
  private static final double LEAST_PART = 0.5;

  /** More of the mail than this is all mail. */
  private static final double ALL = 0.95;

  /** Where the own machinery fails by so much more than it was used, other mail fails by it too. */
  private static final double MORE_THAN_USUAL = 1.5;

  /** A group is told to have begun or risen so often at most. */
  private static final int MOST_TIMES = 3;

  /** What is refused in place of nearly all mail is so much of it at least. */
  private static final double NEARLY_ALL = 0.9;

  /** And so much is left at most of what was taken before, in the same time. */
  private static final double HARDLY_ANY = 0.25;

  /** A flood of mail that nobody wants is more mail than before, by this at least. */
  private static final double FLOOD = 2;

  /** Of less time, in seconds, or of less mail nobody can tell how much mail is usual. */
  private static final int SHORTEST_BEFORE = 1_800;

  private static final int FEWEST_BEFORE = 20;

  /** At the end of a time there is so much mail at least, of which a share is told. */
  private static final int FEWEST_AT_END = 20;

  /** The end of a time is this part of its mail. */
  private static final int END_PART = 4;

  /** What a share rises by at least up to its end, and how many times. */
  private static final double LEAST_RISE_AT_END = 0.1;

  private static final double LEAST_FACTOR_AT_END = 1.5;

  /** Less likely than this is as good as impossible; nobody has to reckon on. */
  private static final double MOST_UNLIKELY = 50;

  /** What is known of the end of a group. */
  enum End {
    /** It was there to the end of the log, or silent for no longer than before. */
    GOES_ON,
    /** It would be an accident if it went on. */
    OVER,
    /** It was last seen long before the end, but hardly any mail that might fail so came since. */
    UNSURE
  }

  private final Tally tally;
  private final Walk walk;
  private final List<LogGroup> groups;
  private final List<Integer> candidates;
  private final Map<Cause, Set<Integer>> causes;

  /** Whether there is nothing but failures, so that each is a share of them. */
  private final boolean ofFailures;

  /** How many times something is looked for, by which chance finds more. */
  private final int tests;

  /** The failures of mail that was for others, but that the own machinery could not even try. */
  private Set<Integer> untried = Set.of();

  /** A change that was found, by the places of its groups. */
  private record Found(Change change, Set<Integer> places) {}

  /**
   * @param groups what is told of each group of the tally, in its order
   */
  Changes(Tally tally, Walk walk, List<LogGroup> groups) {
    this.tally = tally;
    this.walk = walk;
    this.groups = groups;
    this.candidates =
        IntStream.range(0, tally.groups.size())
            .boxed()
            .filter(group -> walk.groupMessages[group] >= Scan.FEWEST_FAILURES)
            .filter(group -> !groups.get(group).isEndOfAny(groups))
            .sorted(Comparator.comparingLong(group -> -walk.groupMessages[group]))
            .limit(MOST)
            .toList();
    this.causes = byCause();
    this.ofFailures = tally.attempts[Results.place(Result.DELIVERED)] == 0;
    this.tests = candidates.size() + causes.size() + 1;
  }

  /** Whether a group goes on at the end of the log. */
  static End end(Tally tally, Walk walk, int group) {
    Set<Integer> places = Set.of(group);
    long last = walk.last(group);
    Set<Integer> providers = provider(tally, group);
    if (!isOngoing(series(tally, walk, places, providers, Set.of(), false), last)) {
      return End.OVER;
    }
    // Where little of that mail came up since, all mail tells how near the end the last one was.
    boolean ours = tally.groups.get(group).key.ours();
    boolean near =
        ours || isOngoing(series(tally, walk, places, everySent(tally), Set.of(), false), last);
    return near ? End.GOES_ON : End.UNSURE;
  }

  private static boolean isOngoing(Series series, long last) {
    int start = series.firstFailed();
    int end = last == Group.NO_TIME ? series.size() : series.after((int) (last / 1000));
    return Scan.isOngoing(
        series.share(start, Math.max(start, end)), 0, series.all(end, series.size()));
  }

  /** All whose mail the server took, programs on it among them. */
  private static Set<Integer> everySent(Tally tally) {
    return IntStream.range(0, tally.providers.size())
        .boxed()
        .filter(place -> !tally.providers.get(place).equals(Tally.OURS))
        .collect(Collectors.toSet());
  }

  /** What changed, that which goes on first, then what is no wave of spam, and affects most. */
  List<Change> find() {
    List<Found> found = new ArrayList<>();
    List<Found> machinery = machinery();
    if (!machinery.isEmpty()) {
      found.addAll(machinery);
      untried = machinery.get(0).places;
    }
    for (int group : candidates) {
      if (untried.contains(group)) {
        continue;
      }
      found.addAll(find(Set.of(group), provider(tally, group), false));
    }
    List<Found> together = new ArrayList<>();
    for (Set<Integer> ofCause : causes.values()) {
      for (Found one : together(ofCause, found)) {
        together.add(one);
        found.removeIf(
            other -> one.places.containsAll(other.places) && overlap(one.change, other.change));
      }
    }
    found.addAll(together);
    found.addAll(dead(found));
    return found.stream()
        .map(Found::change)
        .sorted(
            Comparator.comparing((Change change) -> change.until() != null)
                .thenComparing(OwnServer::isBackground)
                .thenComparing(change -> -change.affected().value())
                .thenComparing(Change::since))
        .toList();
  }

  /** Where the own machinery fails for more mail than it was there for before. */
  private List<Found> machinery() {
    Set<Integer> own = new LinkedHashSet<>();
    for (int group = 0; group < tally.groups.size(); group++) {
      if (OwnServer.of(groups.get(group)) == OwnServer.PROGRAM) {
        own.add(group);
      }
    }
    Set<Integer> here = new HashSet<>();
    Set<Integer> all = everyProvider();
    int place = tally.providers.indexOf(GroupKey.HERE);
    if (own.isEmpty() || place < 0) {
      return List.of();
    }
    here.add(place);
    all.add(place);
    return find(own, all, true).stream()
        .filter(found -> found.change.during() > usual(found, here, all) * MORE_THAN_USUAL)
        .toList();
  }

  /** What part of all mail that was for programs on the server itself before. */
  private double usual(Found found, Set<Integer> here, Set<Integer> all) {
    int since = (int) found.change.since().getEpochSecond();
    long[] before = new long[2];
    walk.events.each(
        (second, provider, failedAs, isNew, count) -> {
          if (isNew && second < since && all.contains(provider)) {
            before[0] += here.contains(provider) ? count : 0;
            before[1] += count;
          }
        });
    return before[1] == 0 ? 0 : (double) before[0] / before[1];
  }

  /**
   * Domains to which no mail gets through any more, though they have too little of the mail to
   * their provider, or of the mail to no known one, for its share to tell.
   */
  private List<Found> dead(List<Found> found) {
    List<Found> dead = new ArrayList<>();
    for (int group : candidates) {
      LogGroup told = groups.get(group);
      boolean looked =
          ofFailures
              || untried.contains(group)
              || told.isOver()
              || found.stream().anyMatch(other -> other.places.contains(group));
      double chance = looked ? 1 : orderByChance(told) * tests;
      Instant first = told.first();
      Instant last = told.last();
      if (chance <= Scan.FALSE_ALARMS && first != null && last != null) {
        Span span =
            new Span((int) first.getEpochSecond(), (int) last.getEpochSecond(), chance, false);
        Set<Integer> places = Set.of(group);
        Set<Integer> providers = provider(tally, group);
        dead.add(
            new Found(
                change(
                    places,
                    false,
                    span,
                    series(tally, walk, places, providers, untried, false),
                    series(tally, walk, places, providers, Set.of(), false)),
                places));
      }
    }
    return dead;
  }

  /**
   * How likely it is that all that was delivered to the domains of a group came before all that
   * failed, if both came in any order; 1 if it did not, or the group is not about them alone.
   */
  private static double orderByChance(LogGroup group) {
    Instant first = group.first();
    boolean named = group.provider().isEmpty() || group.isOfOneDomain();
    if (first == null || group.rejected() || !named || group.mainDomains().isEmpty()) {
      return 1;
    }
    double unlikely = 0;
    for (LogGroup.DomainPart part : group.mainDomains()) {
      if (part.failed() < 2 || !part.isDeadSince(first)) {
        return 1;
      }
      // A message that is tried again says nothing new.
      long failed =
          Math.round((double) group.messages().value() * part.failed() / group.attempts());
      long fewer = Math.min(failed, part.delivered());
      for (long i = 1; i <= fewer && unlikely < MOST_UNLIKELY; i++) {
        unlikely += Math.log((double) (failed + part.delivered() - fewer + i) / i);
      }
    }
    return Math.exp(-unlikely);
  }

  private static boolean overlap(Change one, Change other) {
    Instant end = one.until();
    Instant otherEnd = other.until();
    return (end == null || !other.since().isAfter(end))
        && (otherEnd == null || !otherEnd.isBefore(one.since()));
  }

  /** The groups that may have one reason; what we refuse ourselves has another. */
  private Map<Cause, Set<Integer>> byCause() {
    Map<Cause, Set<Integer>> byCause = new EnumMap<>(Cause.class);
    for (int group = 0; group < tally.groups.size(); group++) {
      GroupKey key = tally.groups.get(group).key;
      boolean ours = key.ours() || key.provider().equals(GroupKey.HERE);
      if (!ours && !Group.isFurther(key) && !groups.get(group).isEndOfAny(groups)) {
        byCause.computeIfAbsent(family(key), none -> new LinkedHashSet<>()).add(group);
      }
    }
    byCause.values().removeIf(ofCause -> places(ofCause) < FEWEST_PLACES);
    return byCause;
  }

  /** Where one's own network fails, some names are not found and some hosts not reached. */
  private static Cause family(GroupKey key) {
    return key.cause() == Cause.DOMAIN_NOT_FOUND && !key.permanent()
        ? Cause.HOST_UNREACHABLE_OR_TIMEOUT
        : key.cause();
  }

  /** Changes of all groups of a cause that began at several places at once. */
  private List<Found> together(Set<Integer> ofCause, List<Found> alone) {
    List<Change> times = new ArrayList<>();
    find(ofCause, everyProvider(), true).forEach(found -> times.add(found.change));
    alone.stream()
        .filter(found -> ofCause.containsAll(found.places))
        .map(Found::change)
        .forEach(times::add);
    Set<Integer> most = Set.of();
    for (Change time : times) {
      Set<Integer> hit = hit(ofCause, time);
      most = places(hit) > places(most) ? hit : most;
    }
    if (places(most) < FEWEST_PLACES) {
      return List.of();
    }
    Set<Integer> providers = new HashSet<>();
    most.forEach(group -> providers.addAll(provider(tally, group)));
    Set<Integer> hit = most;
    boolean all =
        messages(providers) >= ALL * messages(everyProvider())
            || find(most, everyProvider(), true).stream()
                .anyMatch(found -> found.change.during() >= ALL);
    return find(most, all ? everyProvider() : providers, all).stream()
        .filter(found -> places(hit(hit, found.change)) >= FEWEST_PLACES)
        .toList();
  }

  private long messages(Set<Integer> providers) {
    return providers.stream().mapToLong(provider -> walk.providerMessages[provider]).sum();
  }

  /** The groups that are higher in that time than before, about as much as the others. */
  private Set<Integer> hit(Set<Integer> ofCause, Change time) {
    int from = time.fromStart() ? 0 : (int) time.since().getEpochSecond();
    Instant until = time.until();
    int to = until == null ? Integer.MAX_VALUE : (int) until.getEpochSecond();
    Map<Integer, Set<Integer>> byProvider = new HashMap<>();
    for (int group : ofCause) {
      byProvider
          .computeIfAbsent(tally.providerOf(tally.groups.get(group)), none -> new HashSet<>())
          .add(group);
    }
    Map<Integer, Double> shares = new HashMap<>();
    byProvider.forEach(
        (provider, ofProvider) -> {
          Set<Integer> providers = provider(tally, ofProvider.iterator().next());
          Series series = series(tally, walk, ofProvider, providers, untried, false);
          int start = series.after(from - 1);
          int end = to == Integer.MAX_VALUE ? series.size() : series.after(to);
          double during = series.share(start, end);
          if (series.failed(start, end) >= FEWEST_AT_PLACE
              && during >= series.share(0, start) * Scan.LEAST_FACTOR) {
            shares.put(provider, during);
          }
        });
    double highest = shares.values().stream().mapToDouble(share -> share).max().orElse(0);
    shares.values().removeIf(share -> share < highest * LEAST_PART);
    Set<Integer> hit = new LinkedHashSet<>();
    shares.keySet().stream().sorted().map(byProvider::get).forEach(hit::addAll);
    return hit;
  }

  /** At how many places groups are: providers, or where those are not known, domains. */
  private int places(Set<Integer> of) {
    int places =
        (int)
            of.stream()
                .map(group -> groups.get(group).provider())
                .filter(provider -> !provider.isEmpty())
                .distinct()
                .count();
    long domains =
        of.stream()
            .map(groups::get)
            .filter(group -> group.provider().isEmpty())
            .mapToLong(
                group ->
                    group.mainDomains().isEmpty()
                        ? group.domains().value()
                        : group.mainDomains().size())
            .max()
            .orElse(0);
    return places + (int) Math.min(FEWEST_PLACES, domains);
  }

  /** All times at which groups began or rose. */
  private List<Found> find(Set<Integer> places, Set<Integer> providers, boolean everywhere) {
    Series series = series(tally, walk, places, providers, untried, false);
    List<Span> apart =
        spans(series, ofFailures ? series : series(tally, walk, places, providers, untried, true));
    if (apart.isEmpty()) {
      return List.of();
    }
    // What could not be tried since tells nothing of an end.
    Series tried = series(tally, walk, places, providers, Set.of(), false);
    List<Span> spans = joined(apart, tried);
    List<Found> found = new ArrayList<>();
    for (Span span : spans) {
      Series alone = series;
      Series aloneTried = tried;
      for (Span other : spans) {
        alone = other.equals(span) ? alone : alone.without(other);
        aloneTried = other.equals(span) ? aloneTried : aloneTried.without(other);
      }
      Change change = change(places, everywhere, span, alone, aloneTried);
      // What was there from the first line on, and has no end, is no change.
      if (!span.fromStart() || change.until() != null) {
        found.add(new Found(change, places));
      }
    }
    return found;
  }

  /** The times that stand out: the one that does most, and then what does without it. */
  private List<Span> spans(Series series, Series answered) {
    List<Span> spans = new ArrayList<>();
    Series rest = series;
    Series restAnswered = answered;
    while (spans.size() < MOST_TIMES) {
      Span span = span(rest, Scan.in(rest, restAnswered, tests));
      span = span == null ? beside(rest, restAnswered) : span;
      if (span == null) {
        break;
      }
      Span next = span;
      if (spans.stream().anyMatch(other -> next.holds(other.first()))) {
        break; // What lies around another is the same, less clear.
      }
      spans.add(span);
      rest = rest.without(span);
      restAnswered = restAnswered.without(span);
    }
    Span start = ofFailures ? null : start(rest, restAnswered);
    if (start != null && spans.stream().noneMatch(other -> start.holds(other.first()))) {
      spans.add(start);
    }
    spans.sort(Comparator.comparingInt(Span::first));
    return spans;
  }

  /** What was there from the first line on, and ended. */
  private @Nullable Span start(Series series, Series answered) {
    Scan.Found found = Scan.atStart(series, answered, tests);
    return found == null
        ? null
        : new Span(
            series.second(series.firstFailed()),
            series.second(found.to() - 1),
            found.chance(),
            true);
  }

  /** One of two times that hide each other; null if there are none. */
  private @Nullable Span beside(Series series, Series answered) {
    Span other = span(series, Scan.likely(series, tests));
    if (other == null) {
      return null;
    }
    Series rest = series.without(other);
    Span span = span(rest, Scan.beside(rest, answered.without(other), tests));
    if (span == null) {
      return null;
    }
    rest = series.without(span);
    return Scan.beside(rest, answered.without(span), tests) == null ? null : span;
  }

  private static @Nullable Span span(Series series, Scan.@Nullable Found found) {
    return found == null
        ? null
        : new Span(
            series.second(found.from()), series.second(found.to() - 1), found.chance(), false);
  }

  /** Two between which it did not end are one. */
  private static List<Span> joined(List<Span> spans, Series series) {
    List<Span> joined = new ArrayList<>();
    for (Span span : spans) {
      Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last == null) {
        joined.add(span);
        continue;
      }
      int start = series.after(last.first() - 1);
      int end = series.after(last.last());
      int next = Math.max(end, series.after(span.first() - 1));
      boolean goesOn =
          Scan.isOngoing(series.share(start, end), series.failed(end, next), series.all(end, next));
      if (goesOn) {
        joined.set(joined.size() - 1, last.upTo(span));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  private Change change(
      Set<Integer> places, boolean everywhere, Span span, Series series, Series tried) {
    int from = series.after(span.first() - 1);
    int to = series.after(span.last());
    double during = series.share(from, to);
    int end = tried.after(span.last());
    boolean fell =
        !Scan.isOngoing(during, tried.failed(end, tried.size()), tried.all(end, tried.size()));
    List<LogGroup> changed = places.stream().map(groups::get).sorted(Analysis.ORDER).toList();
    Instant until =
        fell
            ? Instant.ofEpochSecond(span.last())
            : changed.stream().allMatch(LogGroup::isOver) ? last(changed) : null;
    int rest = until == null ? tried.size() : tried.after((int) until.getEpochSecond());
    return new Change(
        changed.get(0),
        changed,
        everywhere,
        series.failed(0, from) == 0,
        span.fromStart(),
        changed.get(0).rejected() && isInsteadOfAll(series, from, to),
        Instant.ofEpochSecond(span.first()),
        until,
        rise(series, from, to),
        series.share(0, from),
        during,
        atEnd(series, from, to),
        until == null ? 0 : tried.share(rest, tried.size()),
        tally.outcomes.count(series.all(0, from)),
        tally.outcomes.count(series.all(from, to)),
        tally.outcomes.count(series.failed(from, to)),
        span.chance());
  }

  /** How many times as much mail came up in a time as before it; 0 where nobody can tell. */
  private static double rise(Series series, int from, int to) {
    double before = series.second(from) - (double) series.second(0);
    double length = Math.max(1, series.second(to - 1) - (double) series.second(from));
    return before < SHORTEST_BEFORE || series.all(0, from) < FEWEST_BEFORE
        ? 0
        : series.all(from, to) / length / (series.all(0, from) / before);
  }

  /** When the last of these was last seen; null if that is not known. */
  private static @Nullable Instant last(List<LogGroup> groups) {
    return groups.stream()
        .map(LogGroup::last)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The share at the end of a time, where it still rose; else that in all of it. */
  private static double atEnd(Series series, int from, int to) {
    double during = series.share(from, to);
    long least = Math.max(FEWEST_AT_END, series.all(from, to) / END_PART);
    int at = to;
    while (at > from && series.all(at, to) < least) {
      at--;
    }
    double share = series.share(at, to);
    boolean rose =
        series.all(from, at) >= least
            && share >= during * LEAST_FACTOR_AT_END
            && share - during >= LEAST_RISE_AT_END
            && Scan.rises(series, from, at, to);
    return rose ? share : during;
  }

  /**
   * Whether what is refused in that time came in place of mail that was taken before: then it is
   * the server that changed, and not that somebody sends much more that nobody wants.
   */
  private static boolean isInsteadOfAll(Series series, int from, int to) {
    double length = Math.max(1, series.second(to - 1) - series.second(from));
    double before = Math.max(1, series.second(from) - series.second(0));
    double all = series.all(from, to) / length;
    double allBefore = series.all(0, from) / before;
    double taken = all - series.failed(from, to) / length;
    double takenBefore = allBefore - series.failed(0, from) / before;
    return series.share(from, to) >= NEARLY_ALL
        && series.share(0, from) <= 1 - NEARLY_ALL
        && taken <= takenBefore * HARDLY_ANY
        && all <= allBefore * FLOOD;
  }

  /** Whose mail a group's share is taken of: its provider's; of what we reject ourselves, all. */
  static Set<Integer> provider(Tally tally, int place) {
    Group group = tally.groups.get(place);
    if (group.key.ours()) {
      return IntStream.range(0, tally.providers.size()).boxed().collect(Collectors.toSet());
    }
    int provider = tally.providerOf(group);
    return provider != UNKNOWN && tally.isLoose(place)
        ? Set.of(provider, UNKNOWN)
        : Set.of(provider);
  }

  /** All to whom mail is sent. */
  private Set<Integer> everyProvider() {
    return IntStream.range(0, tally.providers.size())
        .boxed()
        .filter(place -> !tally.providers.get(place).equals(GroupKey.HERE))
        .filter(place -> !tally.providers.get(place).equals(Tally.OURS))
        .collect(Collectors.toSet());
  }

  /**
   * The mail to some providers, and what of it fails as some groups do.
   *
   * @param untried failures of mail for anybody, which is counted as mail to these too
   * @param answered whether mail that failed in another way is left out: it could not fail in this
   */
  private static Series series(
      Tally tally,
      Walk walk,
      Set<Integer> places,
      Set<Integer> providers,
      Set<Integer> untried,
      boolean answered) {
    boolean[] fail = new boolean[tally.groups.size()];
    places.forEach(place -> fail[place] = true);
    boolean[] stuck = new boolean[tally.groups.size()];
    untried.forEach(place -> stuck[place] = true);
    boolean[] of = new boolean[tally.providers.size()];
    providers.forEach(provider -> of[provider] = true);
    Series series = new Series();
    walk.events.each(
        (second, provider, failedAs, isNew, count) -> {
          boolean fails = failedAs >= 0 && fail[failedAs];
          boolean isStuck = failedAs >= 0 && stuck[failedAs];
          boolean isTold = of[provider] && !(answered && failedAs >= 0);
          boolean counts = isNew && (isStuck || isTold);
          if (fails || counts) {
            series.add(second, fails, count);
          }
        });
    return series;
  }
}
