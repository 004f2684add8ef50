package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.Intent;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Asked;
import io.github.smtpbot.question.ProviderTokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that can be asked about by a name that somebody has begun: providers, their tokens, causes,
 * codes, and what may be asked of a code. Names are known in every language; a thing is found by
 * the beginnings of the words of one of its names, and by nothing else.
 */
final class Completions {

  /** What may be asked of a code, in the order people ask. */
  private static final List<Intent> OF_A_CODE =
      List.of(Intent.FIX, Intent.PERMANENT, Intent.RETRY, Intent.WHO, Intent.WHEN);

  private final Catalog catalog;
  private final Words words;
  private final List<Words> languages;
  private final List<Named> named;
  private final List<Named> providers;
  private final List<Named> intents;

  Completions(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
    this.languages =
        catalog.languages().stream()
            .map(catalog::words)
            .sorted(Comparator.comparing(said -> !said.language().equals(words.language())))
            .toList();
    this.providers = catalog.providers().stream().map(Completions::provider).toList();
    this.intents = OF_A_CODE.stream().map(this::intent).toList();
    List<Named> all = new ArrayList<>(providers);
    Stream.of(Cause.values())
        .filter(cause -> cause != Cause.OTHER && cause != Cause.SUCCESS)
        .forEach(cause -> all.add(cause(cause)));
    catalog.replyCodes().forEach(facts -> all.add(code(facts.code())));
    catalog.enhancedCodes().forEach(facts -> all.add(code(facts.code())));
    catalog.providers().forEach(provider -> all.addAll(tokens(provider)));
    this.named = List.copyOf(all);
  }

  /**
   * Something with names.
   *
   * @param question what asks about it
   * @param label what it is called in the reader's language
   * @param names what it is called, in that language first
   * @param wordings what else people or servers say of it, in lower case
   */
  private record Named(String question, String label, List<String> names, List<String> wordings) {

    Named(String question, String label, List<String> names) {
      this(question, label, names, List.of());
    }
  }

  /** What is begun, and by which of its names: the better, the lower. */
  private record Match(Named thing, int rank, String name) {

    /** With the name by which it was found, where that is not to be seen. */
    Suggestion suggestion(String before) {
      String label = thing.label();
      boolean seen = label.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
      return new Suggestion(
          Clip.to(before + (seen ? label : label + " (" + name + ")"), Suggester.MAX_LABEL),
          before + thing.question());
    }
  }

  /** What is called by these words, the last of which may be incomplete. */
  Stream<Suggestion> of(String typed) {
    return matches(named, typed, "");
  }

  /** What may be asked of a code. */
  Stream<Suggestion> asked(String code) {
    return intents.stream().map(intent -> new Match(intent, 0, "").suggestion(code + " "));
  }

  /** What may be said after codes. */
  Stream<Suggestion> after(String codes, String typed) {
    return Stream.concat(matches(intents, typed, codes), matches(providers, typed, codes));
  }

  private static Stream<Suggestion> matches(List<Named> things, String typed, String before) {
    List<String> begun = Arrays.asList(typed.split(" "));
    return things.stream()
        .map(thing -> match(thing, typed, begun))
        .filter(Objects::nonNull)
        .sorted(Comparator.comparingInt(Match::rank))
        .map(match -> match.suggestion(before));
  }

  private static @Nullable Match match(Named thing, String typed, List<String> begun) {
    Match best = null;
    for (String name : thing.names()) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.startsWith(typed)) {
        return new Match(thing, 0, name);
      }
      if (best == null && begins(lower, begun)) {
        best = new Match(thing, 1, name);
      }
    }
    for (String wording : best == null ? thing.wordings() : List.<String>of()) {
      if (begins(wording, begun)) {
        return new Match(thing, 2, wording);
      }
    }
    return best;
  }

  private static boolean begins(String name, List<String> begun) {
    return begun.stream().allMatch(word -> begins(name, word));
  }

  /** Whether a word of the name begins so; in a script without spaces, any part of it may. */
  private static boolean begins(String name, String word) {
    for (int at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
      if (at == 0 || word.charAt(0) > 0x7f || !Character.isLetterOrDigit(name.charAt(at - 1))) {
        return true;
      }
    }
    return false;
  }

  private static Named provider(Provider provider) {
    return new Named(
        provider.id(),
        provider.name(),
        Stream.concat(Stream.of(provider.name(), provider.id()), provider.aliases().stream())
            .toList());
  }

  private static List<Named> tokens(Provider provider) {
    return ProviderTokens.of(provider).stream()
        .filter(mark -> !mark.endsWith("*"))
        .map(mark -> new Named(mark, mark + " — " + provider.name(), List.of(mark)))
        .toList();
  }

  private Named cause(Cause cause) {
    List<String> names = new ArrayList<>(inEach(said -> said.cause(cause).name()));
    names.add(cause.label().replace('_', ' '));
    Stream<String> asked =
        catalog.cues().stream()
            .flatMap(cues -> cues.causes().getOrDefault(cause, List.of()).stream());
    Stream<String> said =
        catalog.phrases().stream()
            .filter(rule -> rule.cause() == cause)
            .flatMap(rule -> Stream.concat(rule.asked().stream(), rule.phrases().stream()));
    return new Named(
        cause.label(),
        names.get(0),
        List.copyOf(names),
        Stream.concat(asked, said).filter(wording -> wording.indexOf('*') < 0).toList());
  }

  private Named code(Code code) {
    List<String> names = inEach(said -> said.code(code).name());
    return new Named(code.text(), words.ui("title", code.text(), names.get(0)), names);
  }

  private Named intent(Intent intent) {
    List<String> names = inEach(said -> said.ui("next." + intent.label()));
    return new Named(Asked.of(intent).canonical(catalog), names.get(0), names);
  }

  private List<String> inEach(Function<Words, String> name) {
    return languages.stream().map(name).distinct().toList();
  }
}
