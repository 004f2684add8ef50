package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Sentences;
import io.github.smtpbot.catalog.Source;
import io.github.smtpbot.catalog.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A brief in the making: holds all that might be told, and fits as much of it on a screen as there
 * is room for, in the order of its importance.
 */
final class BriefDraft {

  /** Two lines, so that the rest has room. */
  private static final int MAX_TITLE = 76;

  private static final int MAX_SOURCES = 3;
  private static final int MAX_QUOTED = 2;
  private static final int CONTEXT_LINES = 2;

  private Brief.@Nullable Verdict verdict;
  private String notice = "";
  private String meaning = "";
  private String rule = "";
  private Part.@Nullable Fact first;
  private String title = "";
  private @Nullable Groups groups;
  private List<String> columns = List.of();
  private List<Part.Row> rows = List.of();
  private boolean ranked;
  private List<String> lines = List.of();
  private List<String> offers = List.of();
  private String quote = "";
  private String telling = "";
  private List<String> context = List.of();

  private final Words words;

  BriefDraft(Words words) {
    this.words = words;
  }

  /** What a brief tells, to be told with something else. */
  BriefDraft(Words words, Brief brief) {
    this.words = words;
    verdict = brief.verdict();
    notice = brief.notice();
    meaning = brief.meaning();
    first = brief.first();
    if (brief.table() != null) {
      table(brief.table().columns(), brief.table().rows());
    }
    lines = brief.lines();
    offers = brief.offers();
    quote = String.join(" ", brief.quote());
    context = brief.context();
  }

  BriefDraft verdict(Brief.Verdict told) {
    verdict = told;
    return this;
  }

  /** Of several warnings the first is told, the most important one. */
  BriefDraft notice(Part.@Nullable Notice warning) {
    if (warning != null && notice.isEmpty()) {
      notice = warning.text();
    }
    return this;
  }

  BriefDraft meaning(String text) {
    meaning = text;
    return this;
  }

  /** What it means, as far as it is known. */
  String meaning() {
    return meaning;
  }

  /** What is told whole, as its sentences belong together. */
  BriefDraft rule(String text) {
    rule = text;
    return this;
  }

  BriefDraft first(Part.@Nullable Fact step) {
    first = step;
    return this;
  }

  /** Things side by side, the most important row first. */
  BriefDraft table(List<String> heads, List<Part.Row> important) {
    columns = heads;
    rows = important;
    return this;
  }

  /** Things in the order of their rank: none is told before one that has no room. */
  BriefDraft ranked(List<String> heads, List<Part.Row> inOrder) {
    ranked = true;
    return table(heads, inOrder);
  }

  /** Counted groups, of which the last told stands for those that there is no room for. */
  BriefDraft groups(Groups counted) {
    groups = counted;
    return table(List.of(words.ui("groups.what")), counted.rows());
  }

  /** Another title than the answer's. */
  BriefDraft title(String other) {
    title = other;
    return this;
  }

  /** More lines, of which as many are told as there is room for, and how many were not. */
  BriefDraft lines(List<String> all) {
    lines = Stream.concat(lines.stream(), all.stream()).toList();
    return this;
  }

  /** Codes to choose from, a line each, told like lines, after them. */
  BriefDraft offers(List<String> all) {
    offers = Stream.concat(offers.stream(), all.stream()).toList();
    return this;
  }

  /** Masked words of others. */
  BriefDraft quote(String masked) {
    quote = masked;
    return this;
  }

  /** Those of the quoted words that led to the verdict, which are shown if any are. */
  BriefDraft telling(String words) {
    telling = words;
    return this;
  }

  BriefDraft context(List<String> told) {
    context = told;
    return this;
  }

  /** Whether anything is told beside a title. */
  boolean isEmpty() {
    return verdict == null
        && notice.isEmpty()
        && meaning.isEmpty()
        && first == null
        && rows.isEmpty()
        && lines.isEmpty();
  }

  /** What fits. */
  Brief done(String answerTitle, List<Source> all) {
    List<Source> sources = differentlyNamed(all);
    Screen screen = new Screen();
    String heading = Clip.to(title.isEmpty() ? answerTitle : title, MAX_TITLE);
    screen.take(heading);
    if (verdict != null) {
      screen.take(verdict.text());
    }
    // What is done first is told whole if that leaves room for what it means, else by its
    // beginning.
    List<String> steps = first == null ? List.of() : sentences(first.value());
    String step = first == null ? "" : label(first) + steps.get(0);
    screen.take(step);
    // One source has room before all that is not needed; more of them only what is left.
    String where = context(sources, Math.min(1, sources.size()));
    screen.take(where);
    String warning = beginning(notice, screen);
    String told = screen.take(rule) && !rule.isEmpty() ? rule : beginning(meaning, screen);
    List<Part.Row> side = groups == null ? side(screen) : counted(groups, screen);
    List<String> listed = listed(lines, screen);
    List<String> offered = listed(offers, screen);
    List<String> quoted = quoted(screen);
    step = more(step, steps, screen);
    told = told.equals(rule) ? told : more(told, sentences(meaning), screen);
    screen.free(where);
    List<Source> cited = cited(sources, screen);
    return new Brief(
        heading,
        List.of(),
        verdict,
        warning,
        told,
        first == null ? null : new Part.Fact(first.label(), step.substring(label(first).length())),
        side.isEmpty() ? null : new Part.Table("", columns, side),
        listed,
        offered,
        quoted,
        context,
        cited);
  }

  private static String label(Part.Fact fact) {
    return Brief.text(new Part.Fact(fact.label(), ""));
  }

  /** As many sources as stand on two lines with the rest of the context, if there is room. */
  private List<Source> cited(List<Source> sources, Screen screen) {
    for (int count = Math.min(MAX_SOURCES, sources.size()); count > 0; count--) {
      String line = context(sources, count);
      if ((count == 1 || Screen.lines(line) <= CONTEXT_LINES) && screen.take(line)) {
        return List.copyOf(sources.subList(0, count));
      }
    }
    return List.of();
  }

  /** Two pages of the same name would read as one said twice. */
  private static List<Source> differentlyNamed(List<Source> sources) {
    Map<String, Source> named = new LinkedHashMap<>();
    sources.forEach(source -> named.putIfAbsent(source.label(), source));
    return List.copyOf(named.values());
  }

  private String context(List<Source> sources, int count) {
    return Brief.contextLine(context, sources.subList(0, count));
  }

  /** The first sentence, if there is room for it. */
  private String beginning(String text, Screen screen) {
    if (text.isEmpty()) {
      return "";
    }
    String sentence = sentences(text).get(0);
    return screen.take(sentence) ? sentence : "";
  }

  /** The same with as many of the next sentences as there is room for. */
  private static String more(String told, List<String> sentences, Screen screen) {
    if (told.isEmpty()) {
      return told;
    }
    String longest = told;
    for (String sentence : sentences.subList(1, sentences.size())) {
      String longer = longest + " " + sentence;
      screen.free(longest);
      if (!screen.take(longer)) {
        screen.take(longest);
        return longest;
      }
      longest = longer;
    }
    return longest;
  }

  private List<String> sentences(String text) {
    return Sentences.of(text, words.ui("sentence.start"));
  }

  /** Rows that fit, whichever they are: each stands for itself, unless they are ranked. */
  private List<Part.Row> side(Screen screen) {
    if (ranked) {
      return rows.stream().takeWhile(row -> screen.take(text(row))).toList();
    }
    return rows.stream().filter(row -> screen.take(text(row))).toList();
  }

  /** As many groups as fit in few words, then in more, the first ones first. */
  private List<Part.Row> counted(Groups all, Screen screen) {
    IntFunction<String> others = from -> text(all.others(from));
    int fit = fitting(rows.size(), i -> text(rows.get(i)), others, screen);
    screen.take(others.apply(fit));
    List<Part.Row> told = new ArrayList<>(rows.subList(0, fit));
    for (int more = 0; more < Groups.LONGER; more++) {
      for (int i = 0; i < fit; i++) {
        Part.Row longer = all.longer(i).get(more);
        screen.free(text(told.get(i)));
        if (screen.take(text(longer))) {
          told.set(i, longer);
        } else {
          screen.take(text(told.get(i)));
        }
      }
    }
    Part.Row rest = all.others(fit);
    return rest == null ? List.copyOf(told) : with(told, rest);
  }

  private List<String> listed(List<String> all, Screen screen) {
    IntFunction<String> more =
        from -> from == all.size() ? "" : words.ui("replies.more", all.size() - from);
    int fit = fitting(all.size(), all::get, more, screen);
    boolean rest = fit > 0 && fit < all.size() && screen.take(more.apply(fit));
    return rest ? with(all.subList(0, fit), more.apply(fit)) : List.copyOf(all.subList(0, fit));
  }

  /**
   * Takes as many paragraphs as there is room for, if what stands for the rest has room too.
   *
   * @param rest what would stand for those from this one on; empty if none would
   * @return how many
   */
  private static int fitting(
      int count, IntFunction<String> paragraph, IntFunction<String> rest, Screen screen) {
    for (int i = 0; i < count; i++) {
      String reserved = rest.apply(i == count - 1 ? count : i);
      boolean room = screen.take(reserved);
      boolean fits = room && screen.take(paragraph.apply(i));
      if (room) {
        screen.free(reserved);
      }
      if (!fits) {
        return i;
      }
    }
    return count;
  }

  private String text(Part.@Nullable Row row) {
    return row == null ? "" : Brief.text(row, columns);
  }

  private static <T> List<T> with(List<T> some, T last) {
    return Stream.concat(some.stream(), Stream.of(last)).toList();
  }

  /** At most two lines of it, that end at a word. */
  private List<String> quoted(Screen screen) {
    int room = Math.min(MAX_QUOTED, screen.lines()) * Brief.COLUMNS - 2;
    if (quote.isEmpty() || room < Brief.COLUMNS - 2) {
      return List.of();
    }
    String line = Clip.keeping(telling, quote, room);
    return screen.take(line) ? List.of(line) : List.of();
  }
}
