package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.Codes;
import io.github.smtpbot.catalog.Lazy;
import io.github.smtpbot.catalog.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Completes what somebody is typing: the code that is begun, or what is called so. */
public final class Suggester {

  static final int MAX_LABEL = 100;
  private static final int MAX_TYPED = 100;
  private static final List<String> FIRST =
      List.of("252 vs 501", "550", "550 5.7.1", "4.2.2", "421", "451", "4xx", "help");
  private static final List<String> LISTS =
      List.of("list providers", "list causes", "list commands", "list ports");
  private static final Set<String> JOINS = Set.of("vs", "or", "and", "กับ", "หรือ", "และ");

  private final Catalog catalog;
  private final Words words;
  private final Lazy<Completions> completions;

  /** A suggester in one language. */
  public Suggester(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
    this.completions = new Lazy<>(() -> new Completions(catalog, words));
  }

  /**
   * Completes.
   *
   * @param typed so far; only the first hundred characters count
   * @param limit how many at the most
   */
  public List<Suggestion> suggest(String typed, int limit) {
    String text = Clip.to(typed.strip(), MAX_TYPED).toLowerCase(Locale.ROOT);
    Map<String, Suggestion> found = new LinkedHashMap<>();
    if (text.isEmpty()) {
      FIRST.forEach(question -> put(found, "", question));
    } else {
      LISTS.stream()
          .filter(list -> text.length() > 1 && list.startsWith(text))
          .forEach(list -> put(found, "", list));
      int space = text.lastIndexOf(' ');
      String before = space < 0 ? "" : text.substring(0, space + 1);
      String last = text.substring(space + 1);
      boolean codesBefore = Stream.of(before.split(" ")).allMatch(Suggester::isCodeOrJoin);
      if (codesBefore && isBegunCode(last)) {
        codes(last).limit(limit).forEach(code -> put(found, before, code.text()));
      } else if (codesBefore && !before.isEmpty()) {
        completions.get().after(before, last).forEach(next -> put(found, next));
      }
      if (before.isEmpty() && isWhole(last)) {
        completions.get().asked(text).forEach(next -> put(found, next));
      } else if (before.isEmpty() || !codesBefore) {
        completions.get().of(text).forEach(next -> put(found, next));
      }
    }
    return found.values().stream().limit(limit).toList();
  }

  private static boolean isCodeOrJoin(String word) {
    return word.isEmpty() || JOINS.contains(word) || Codes.parse(word).isPresent();
  }

  private static boolean isBegunCode(String word) {
    return !word.isEmpty()
        && ((word.charAt(0) >= '1' && word.charAt(0) <= '5') || word.startsWith("x."));
  }

  private Stream<Code> codes(String begun) {
    Stream<Code> replyCodes = catalog.replyCodes().stream().map(facts -> facts.code());
    Stream<Code> enhanced =
        catalog.enhancedCodes().stream()
            .flatMap(
                facts ->
                    begun.startsWith("x")
                        ? Stream.of(facts.code())
                        : facts.classes().stream().map(digit -> facts.code().ofClass(digit)));
    return Stream.concat(replyCodes, enhanced).filter(code -> code.text().startsWith(begun));
  }

  private static boolean isWhole(String word) {
    return Codes.parse(word).isPresent();
  }

  private static void put(Map<String, Suggestion> found, Suggestion suggestion) {
    if (suggestion.question().length() <= MAX_TYPED) {
      found.putIfAbsent(suggestion.question(), suggestion);
    }
  }

  private void put(Map<String, Suggestion> found, String before, String last) {
    String question = before + last;
    String name = Codes.parse(last).map(code -> " — " + words.code(code).name()).orElse("");
    put(found, new Suggestion(Clip.to(question + name, MAX_LABEL), question));
  }
}
