package io.github.smtpbot.answer;

import io.github.smtpbot.answer.Shareable.Found;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.diagnosis.Diagnosis;
import io.github.smtpbot.diagnosis.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The replies of a text, those counted together that share codes, cause and provider. The one that
 * is told of stands first, then the most frequent.
 */
final class Groups {

  /** How many ways there are to tell a group in more words. */
  static final int LONGER = 2;

  /** A row begins with its count; what is known of it has the rest of a line of a phone. */
  private static final int ONE_LINE = 33;

  /**
   * Replies of one kind.
   *
   * @param finding the first of them
   * @param count how many there are
   */
  record Group(Finding finding, int count) {}

  private record Kind(Tone tone, String codes, Cause cause, @Nullable String speaker) {}

  private final Words words;
  private final List<Group> groups;
  private final int rest;
  private final int restKinds;
  private final int delivered;

  private Groups(Words words, List<Group> groups, int rest, int restKinds, int delivered) {
    this.words = words;
    this.groups = groups;
    this.rest = rest;
    this.restKinds = restKinds;
    this.delivered = delivered;
  }

  /** All that was read. */
  static Groups of(Diagnosis read, Words words) {
    Map<Kind, Finding> firsts = new LinkedHashMap<>();
    Map<Kind, Integer> counts = new LinkedHashMap<>();
    for (Finding finding : read.findings()) {
      Kind kind =
          new Kind(
              DiagnosisComposer.tone(finding),
              finding.codes(),
              finding.cause(),
              WhoAnswered.speaker(finding));
      firsts.putIfAbsent(kind, finding);
      counts.merge(kind, 1, Integer::sum);
    }
    List<Group> sorted = new ArrayList<>();
    firsts.forEach((kind, finding) -> sorted.add(new Group(finding, counts.getOrDefault(kind, 1))));
    sorted
        .subList(Math.min(1, sorted.size()), sorted.size())
        .sort((one, other) -> Integer.compare(other.count(), one.count()));
    return new Groups(words, List.copyOf(sorted), 0, 0, read.delivered());
  }

  /** What others may see of it. */
  static Groups of(Shareable.Groups shared, Catalog catalog, Words words) {
    return new Groups(
        words,
        shared.groups().stream()
            .map(group -> new Group(PublicFinding.finding(group.found(), catalog), group.count()))
            .toList(),
        shared.rest(),
        shared.restKinds(),
        shared.delivered());
  }

  /**
   * What others may see; null if that is not the group that is told of. Those of which nothing may
   * be seen are counted with the rest.
   */
  Shareable.@Nullable Groups shareable() {
    if (groups.isEmpty() || PublicFinding.of(groups.get(0).finding()) == null) {
      return null;
    }
    List<Shareable.Group> shown = new ArrayList<>();
    int told = 0;
    for (Group group : groups) {
      Found found = PublicFinding.of(group.finding());
      if (found != null && shown.size() < Shareable.Groups.MAX_GROUPS) {
        shown.add(new Shareable.Group(group.count(), found.labels()));
        told += group.count();
      }
    }
    return new Shareable.Groups(
        List.copyOf(shown), replies() - told, kinds() - shown.size(), delivered);
  }

  List<Group> all() {
    return groups;
  }

  int replies() {
    return groups.stream().mapToInt(Group::count).sum() + rest;
  }

  int kinds() {
    return groups.size() + restKinds;
  }

  /** How many there are, of how many kinds, and how many deliveries went well. */
  String title() {
    return delivered == 0
        ? words.ui("groups.title", replies(), kinds())
        : words.ui("groups.title.delivered", replies(), kinds(), delivered);
  }

  /** The rows as short as they may be, each for a group, no two of which read the same. */
  List<Part.Row> rows() {
    List<Part.Row> rows = new ArrayList<>();
    Set<Part.Row> seen = new HashSet<>();
    for (Group group : groups) {
      Part.Row shortest = row(group, Clip.to(name(group), ONE_LINE));
      Part.Row row = seen.add(shortest) ? shortest : row(group, nameAndSpeaker(group));
      rows.add(row);
    }
    return List.copyOf(rows);
  }

  /** The same group in more words, the fewest first. */
  List<Part.Row> longer(int group) {
    Group of = groups.get(group);
    return Stream.of(name(of), nameAndSpeaker(of)).map(name -> row(of, name)).toList();
  }

  /** Each group as a line with all that is known of it. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Group group : groups) {
      lines.add(words.ui("groups.count", group.count()) + " " + nameAndSpeaker(group));
    }
    if (rest > 0) {
      lines.add(words.ui("groups.count", rest) + " " + words.ui("groups.others"));
    }
    return List.copyOf(lines);
  }

  /** What stands for the groups from this one on; null if there are none. */
  Part.@Nullable Row others(int from) {
    int count = rest;
    for (Group group : groups.subList(from, groups.size())) {
      count += group.count();
    }
    return count == 0
        ? null
        : new Part.Row(words.ui("groups.count", count), List.of(words.ui("groups.others")), true);
  }

  private Part.Row row(Group group, String what) {
    return new Part.Row(words.ui("groups.count", group.count()), List.of(what), true);
  }

  private String name(Group group) {
    Finding finding = group.finding();
    String sign = DiagnosisComposer.tone(finding).sign();
    return Stream.of(
            (sign + " " + DiagnosisComposer.subject(finding, words)).strip(),
            words.cause(finding.cause()).name())
        .collect(Collectors.joining(Brief.JOIN));
  }

  private String nameAndSpeaker(Group group) {
    String who = WhoAnswered.shortSpeaker(group.finding());
    return who == null ? name(group) : name(group) + Brief.JOIN + who;
  }
}
