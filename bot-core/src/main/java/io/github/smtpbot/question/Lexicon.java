package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.CodeToSend;
import io.github.smtpbot.catalog.Cues;
import io.github.smtpbot.catalog.Intent;
import io.github.smtpbot.catalog.KnownError;
import io.github.smtpbot.catalog.Lazy;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.ReplyCodeFacts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog's words, names and forms of errors stand for in a question. The words of
 * questions and the many names are read when they are first needed: a question of codes alone waits
 * for neither. Immutable to its users; safe for use by many threads.
 */
final class Lexicon {

  private final Lazy<Phrases> cues;
  private final Lazy<Phrases> all;
  private final Lazy<Typos> names;
  private final Lazy<Typos> asking;
  private final Lazy<Set<String>> runs;
  private final Lazy<Map<String, Map<String, KnownError>>> numbered;
  private final Lazy<Map<Character.UnicodeScript, Locale>> scripts;

  Lexicon(Catalog catalog) {
    this.cues = new Lazy<>(() -> cues(catalog));
    this.all = new Lazy<>(() -> names(catalog, new Phrases(cues.get())));
    this.names =
        new Lazy<>(() -> new Typos(all.get().naming(term -> term instanceof Term.AProvider)));
    this.asking =
        new Lazy<>(
            () ->
                new Typos(
                    cues.get()
                        .naming(term -> term instanceof Term.ACue || term instanceof Term.ACause)));
    this.numbered = new Lazy<>(() -> numbered(catalog));
    this.runs = new Lazy<>(() -> all.get().runs);
    this.scripts = new Lazy<>(() -> scripts(catalog));
  }

  /** The words by which a question is understood. */
  Phrases cues() {
    return cues.get();
  }

  /** Those, and the names of providers, their tokens, and the forms of errors. */
  Phrases cuesAndNames() {
    return all.get();
  }

  /** Knows the names of providers from what is mistyped for them. */
  Typos names() {
    return names.get();
  }

  /** Knows the words that ask, or name a cause, from what is mistyped for them. */
  Typos asking() {
    return asking.get();
  }

  /** The errors that a program calls by numbers, {@code curl error 67}; empty if it does not. */
  Map<String, KnownError> numbered(String program) {
    return numbered.get().getOrDefault(program.toLowerCase(Locale.ROOT), Map.of());
  }

  private static Map<String, Map<String, KnownError>> numbered(Catalog catalog) {
    Map<String, Map<String, KnownError>> all = new HashMap<>();
    for (KnownError error : catalog.errors()) {
      for (String form : error.forms()) {
        List<String> words = Typed.words(form);
        String number = words.get(words.size() - 1);
        boolean named = words.size() == 2 || (words.size() == 3 && words.get(1).equals("error"));
        if (named && number.chars().allMatch(Character::isDigit)) {
          all.computeIfAbsent(words.get(0), program -> new HashMap<>()).put(number, error);
        }
      }
    }
    return all;
  }

  /** The words of languages that put no spaces between words, and the names written so. */
  Set<String> runs() {
    return runs.get();
  }

  /**
   * The language that is told by the script of a text, of those that answers are written in; null
   * if none is. Latin letters tell none.
   */
  @Nullable Locale ofScript(String text) {
    return text.codePoints()
        .filter(c -> c > 0x7f && Character.isLetter(c))
        .mapToObj(c -> scripts.get().get(Character.UnicodeScript.of(c)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static Map<Character.UnicodeScript, Locale> scripts(Catalog catalog) {
    Map<Character.UnicodeScript, Locale> scripts = new EnumMap<>(Character.UnicodeScript.class);
    for (Cues cues : catalog.cues()) {
      List<String> words = cues.asks().getOrDefault(Intent.MEANING, List.of());
      if (catalog.languages().contains(cues.language()) && !words.isEmpty()) {
        Character.UnicodeScript script = Character.UnicodeScript.of(words.get(0).codePointAt(0));
        if (script != Character.UnicodeScript.LATIN) {
          scripts.put(script, cues.language());
        }
      }
    }
    return scripts;
  }

  private static Phrases cues(Catalog catalog) {
    Phrases phrases = new Phrases();
    // The public labels are understood in every language.
    for (Cause cause : Cause.values()) {
      if (cause != Cause.OTHER) {
        phrases.add(cause.label(), new Term.ACause(cause));
      }
    }
    for (Locale spoken : catalog.languages()) {
      phrases.add(spoken.toLanguageTag(), new Term.APart(Cues.Part.PASSED_OVER));
    }
    for (Cues cues : catalog.cues()) {
      cues.asks().forEach((intent, words) -> phrases.add(words, new Term.ACue(intent)));
      cues.causes().forEach((cause, words) -> phrases.add(words, new Term.ACause(cause)));
      cues.situations()
          .forEach(
              (key, words) -> {
                phrases.add(words, new Term.ACause(CodeToSend.causeOf(key)));
                phrases.add(words, new Term.ASituation(key));
              });
      cues.commands().forEach((command, words) -> phrases.add(words, new Term.ACommand(command)));
      cues.lists().forEach((listed, words) -> phrases.add(words, new Term.AList(listed)));
      cues.families()
          .forEach(
              (family, words) ->
                  Families.parse(family)
                      .ifPresent(of -> phrases.add(words, new Term.AFamily(of, true))));
      cues.words()
          .forEach(
              (part, words) ->
                  phrases.add(
                      words,
                      part == Cues.Part.LANGUAGE
                          ? new Term.ALanguage(cues.language())
                          : new Term.APart(part)));
    }
    return phrases;
  }

  private static Phrases names(Catalog catalog, Phrases phrases) {
    Set<String> ids = new HashSet<>();
    catalog.providers().forEach(provider -> ids.add(provider.id()));
    for (Provider provider : catalog.providers()) {
      String name = provider.name().toLowerCase(Locale.ROOT);
      Term term = new Term.AProvider(provider.id());
      Stream.of(List.of(provider.id(), name), List.of(name.split(" / ", -1)), provider.aliases())
          .flatMap(List::stream)
          // A number is a code, whoever is called so.
          .filter(alias -> !alias.chars().allMatch(Character::isDigit))
          .filter(alias -> alias.equals(provider.id()) || !ids.contains(alias))
          .forEach(alias -> phrases.add(alias, term));
      provider.hosts().forEach(host -> phrases.add(host, term));
      for (String mark : ProviderTokens.of(provider)) {
        phrases.add(mark, new Term.AToken(provider.id(), mark));
      }
    }
    for (KnownError error : catalog.errors()) {
      error.forms().forEach(form -> phrases.add(form, new Term.AnError(error)));
    }
    for (ReplyCodeFacts facts : catalog.replyCodes()) {
      facts.names().forEach(name -> phrases.add(name, new Term.ACode(facts.code())));
    }
    return phrases;
  }

  /** Phrases by their words, and by what a word begins with. */
  static final class Phrases {

    private static final int LONGEST = 7;

    private final Map<String, List<Term>> byWords = new HashMap<>();
    private final Map<String, List<Term>> byBeginning = new HashMap<>();
    private final Set<String> runs = new HashSet<>();

    /** How many words the longest phrase has that begins with this one and has several. */
    private final Map<String, Integer> longest = new HashMap<>();

    Phrases() {}

    /** The same phrases, to which others may be added. */
    Phrases(Phrases known) {
      known.byWords.forEach((key, terms) -> byWords.put(key, new ArrayList<>(terms)));
      known.byBeginning.forEach((key, terms) -> byBeginning.put(key, new ArrayList<>(terms)));
      runs.addAll(known.runs);
      longest.putAll(known.longest);
    }

    void add(List<String> phrases, Term term) {
      phrases.forEach(phrase -> add(phrase, term));
    }

    /** Adds a phrase; if it ends in {@code *}, it is what a word begins with. */
    void add(String phrase, Term term) {
      if (phrase.contains("n't")) {
        // So people type it on a phone.
        add(phrase.replace("n't", "nt"), term);
      }
      boolean beginning = phrase.endsWith("*");
      String key = key(Typed.words(Typed.clean(phrase)));
      if (beginning && key.indexOf(' ') > 0 && isParted(phrase)) {
        key += " ";
      }
      if (!key.isEmpty()) {
        List<Term> terms =
            (beginning ? byBeginning : byWords).computeIfAbsent(key, k -> new ArrayList<>(1));
        if (!terms.contains(term)) {
          terms.add(term);
        }
        int space = key.indexOf(' ');
        if (space > 0) {
          int words = 1 + (int) key.chars().filter(c -> c == ' ').count();
          longest.merge(key.substring(0, space), Math.min(words, LONGEST), Math::max);
        }
        for (String word : key.split(" ", -1)) {
          if (!word.isEmpty() && Typed.isUnspaced(word.charAt(0))) {
            runs.add(word);
          }
        }
      }
    }

    /** The phrases that stand for one of these. */
    List<String> naming(Predicate<Term> these) {
      return byWords.entrySet().stream()
          .filter(entry -> entry.getValue().stream().anyMatch(these))
          .map(Map.Entry::getKey)
          .sorted()
          .toList();
    }

    /** Whether what is left open is a word of its own: {@code AUP#In-*}. */
    private static boolean isParted(String phrase) {
      return !Character.isLetterOrDigit(phrase.charAt(phrase.length() - 2));
    }

    private static String key(List<String> words) {
      return String.join(" ", words).toLowerCase(Locale.ROOT);
    }

    /** What this word alone stands for; empty if it is not known. */
    List<Term> of(String word) {
      String lower = word.toLowerCase(Locale.ROOT);
      List<Term> found = byWords.get(lower);
      if (found == null && lower.endsWith("'s")) {
        found = byWords.get(lower.substring(0, lower.length() - 2));
      }
      if (found != null) {
        return found;
      }
      for (Map.Entry<String, List<Term>> entry : byBeginning.entrySet()) {
        if (lower.startsWith(entry.getKey()) && goesOn(lower, entry.getKey().length())) {
          return entry.getValue();
        }
      }
      return List.of();
    }

    /** What goes on behind letters is no letter, or it is another word: {@code TSS04}. */
    private static boolean goesOn(String word, int end) {
      return end == word.length()
          || !Character.isLetter(word.charAt(end))
          || !word.substring(0, end).chars().allMatch(Character::isLetter);
    }

    /** A phrase of several words whose end is left open; null if none begins here. */
    private @Nullable Piece beginning(List<String> words, int from) {
      String first = words.get(from).toLowerCase(Locale.ROOT) + " ";
      for (Map.Entry<String, List<Term>> entry : byBeginning.entrySet()) {
        String key = entry.getKey();
        int end = from + 1 + (int) key.chars().filter(c -> c == ' ').count();
        if (key.startsWith(first) && end <= words.size()) {
          List<String> piece = words.subList(from, end);
          if (key(piece).startsWith(key)) {
            return new Piece(String.join(" ", piece), entry.getValue());
          }
        }
      }
      return null;
    }

    /** The longest phrase of several words that begins here; null if there is none. */
    @Nullable Piece longest(List<String> words, int from) {
      int most = longest.getOrDefault(words.get(from).toLowerCase(Locale.ROOT), 0);
      int last = Math.min(words.size(), from + most);
      String key = most == 0 ? "" : key(words.subList(from, last));
      for (int end = last; end > from + 1; end--) {
        List<Term> terms = byWords.get(key);
        if (terms != null) {
          return new Piece(String.join(" ", words.subList(from, end)), terms);
        }
        key = key.substring(0, key.lastIndexOf(' '));
      }
      return most == 0 ? null : beginning(words, from);
    }
  }
}
