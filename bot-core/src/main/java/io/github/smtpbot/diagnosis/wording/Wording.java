package io.github.smtpbot.diagnosis.wording;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Lazy;
import io.github.smtpbot.catalog.PhraseRule;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.ReadingCue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the catalog says of wording, tokens and hosts, arranged so that the time to look a text
 * up does not grow with the number of rules. Immutable once built; safe for use by many threads.
 */
public final class Wording {

  /** From so many words on, a phrase is a sentence that only a server says. */
  private static final int SENTENCE = 4;

  /** Longer phrases are what somebody said, full stops and all. */
  private static final int FEW_WORDS = 3;

  /** So many words of a provider's reply are no chance, beside what shows the provider. */
  private static final int FEW_OF_OWN = 3;

  /** How far after a phrase the @ of an address may stand. */
  private static final int ADDRESS_WINDOW = 100;

  /** A limit of time, as settings call it, and the longest number or name beside one. */
  private static final String LIMIT = "timeout";

  private static final int LONGEST_VALUE = 40;

  /** The value of a field that says of what its name tells that it is so. */
  private static final String YES = "true";

  /** So that a text made of nothing else is read in linear time. */
  private static final int MOST_TAKEN_BACK = 50;

  final PhraseIndex<Meaning> phrases = new PhraseIndex<>();
  final MarkIndex<Meaning> marks = new MarkIndex<>();
  public final HostIndex hosts = new HostIndex();

  private final List<String> emptyValues;
  private final Lazy<OwnWords> ownWords;
  private final Map<String, Provider> providers = new HashMap<>();

  public Wording(Catalog catalog) {
    this.ownWords = new Lazy<>(() -> OwnWords.of(catalog));
    this.emptyValues = catalog.readingCues().list(ReadingCue.EMPTY_VALUES);
    int rank = 0;
    for (PhraseRule rule : catalog.phrases()) {
      for (String phrase : rule.phrases()) {
        phrases.add(phrase, Meaning.OfCause.of(phrase, rank++, rule));
      }
    }
    Meaning nothing = new Meaning.OfNothing();
    catalog.provesNothing().forEach(phrase -> phrases.add(phrase, nothing));
    catalog.providers().forEach(this::add);
  }

  /** The provider of this id, or null. */
  public @Nullable Provider provider(String id) {
    return providers.get(id);
  }

  private void add(Provider provider) {
    providers.put(provider.id(), provider);
    provider.hosts().forEach(host -> hosts.add(host, provider));
    provider
        .phrases()
        .forEach(phrase -> phrases.add(phrase, Meaning.OfProvider.of(provider, phrase)));
    provider.marks().forEach(mark -> marks.add(mark, Meaning.OfProvider.of(provider, mark)));
    for (Provider.Rule rule : provider.rules()) {
      Meaning condition = new Meaning.OfRule(provider, rule);
      rule.phrases().forEach(phrase -> phrases.add(phrase, condition));
      if (rule.mark() != null) {
        marks.add(rule.mark(), condition);
      }
    }
  }

  /** Whether words of a provider's reply show that it is the provider's, and not anybody's. */
  public boolean isOwn(String words, Provider provider) {
    return ownWords.get().isOwn(words, provider);
  }

  /** What was found in one text. */
  public record Found(List<PhraseIndex.Hit<Meaning>> phrases, List<MarkIndex.Hit<Meaning>> marks) {

    /** This, and what was found in another text. */
    public Found and(Found other) {
      return new Found(
          Stream.concat(phrases.stream(), other.phrases.stream()).toList(),
          Stream.concat(marks.stream(), other.marks.stream()).toList());
    }

    /** Whether wording in it betrays one of these causes, whoever sends it. */
    public boolean tellsOf(Set<Cause> causes) {
      for (PhraseIndex.Hit<Meaning> hit : phrases) {
        if (hit.value() instanceof Meaning.OfCause known && causes.contains(known.cause())) {
          return true;
        }
      }
      return false;
    }
  }

  /** Looks a text up. */
  public Found find(String text) {
    return new Found(phrasesIn(text), marks.find(text));
  }

  private List<PhraseIndex.Hit<Meaning>> phrasesIn(String text) {
    List<PhraseIndex.Hit<Meaning>> hits = phrases.find(text);
    if (!hits.isEmpty()) {
      hits.removeIf(
          hit ->
              hit.value() instanceof Meaning.OfCause
                  && (crossesSentence(hit)
                      || isAddress(text, hit)
                      || isDenied(text, hit.end())
                      || isSetting(text, hit)
                      || isName(text, hit)));
      removeWhatProvesNothing(hits);
    }
    return hits;
  }

  /** Whether a name ends here whose value says that there is none: {@code rejected: []}. */
  public boolean isDenied(String text, int end) {
    int at = skip(text, end, "\"' ");
    if (at >= text.length() || ":=".indexOf(text.charAt(at)) < 0) {
      return false;
    }
    int value = skip(text, at + 1, " ");
    for (String none : emptyValues) {
      int after = value + none.length();
      if (text.regionMatches(true, value, none, 0, none.length())
          && (after >= text.length() || ",;)}]\n".indexOf(text.charAt(after)) >= 0)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a limit is set, and not reached: {@code timeout: 30s, options=…}. */
  private static boolean isSetting(String text, PhraseIndex.Hit<Meaning> hit) {
    int sign = skip(text, hit.end(), "\"'");
    if (!hit.matched().toLowerCase(Locale.ROOT).endsWith(LIMIT)
        || sign >= text.length()
        || ":=".indexOf(text.charAt(sign)) < 0) {
      return false;
    }
    int value = skip(text, sign + 1, " \"'");
    int end = value;
    while (end < text.length()
        && end - value < LONGEST_VALUE
        && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    boolean number = end > value && Character.isDigit(text.charAt(value));
    if (!number || end == text.length() || ",;)}]\n\"'".indexOf(text.charAt(end)) >= 0) {
      return number;
    }
    // The next setting follows, and no word that says what became of the time.
    int next = end + 1;
    while (next < text.length() && next - end < LONGEST_VALUE && isOfName(text.charAt(next))) {
      next++;
    }
    return text.charAt(end) == ' '
        && next > end + 1
        && next < text.length()
        && ":=".indexOf(text.charAt(next)) >= 0;
  }

  /**
   * Whether a phrase is the name of a setting, whose value says what is set and not what failed:
   * {@code return_path: mail.example.com}.
   */
  private static boolean isName(String text, PhraseIndex.Hit<Meaning> hit) {
    int sign = skip(text, hit.end(), "\"'");
    if (sign >= text.length() || ":=".indexOf(text.charAt(sign)) < 0) {
      return false;
    }
    boolean underscored = false;
    for (int i = hit.start(); i < hit.end(); i++) {
      underscored |= text.charAt(i) == '_';
      if (!isOfName(text.charAt(i))) {
        return false;
      }
    }
    int value = skip(text, sign + 1, " \"'");
    return underscored
        && value < text.length()
        && !Character.isDigit(text.charAt(value))
        && !text.regionMatches(true, value, YES, 0, YES.length());
  }

  private static boolean isOfName(char c) {
    return c == '_' || c == '-' || c == '.' || Character.isLetterOrDigit(c);
  }

  private static int skip(String text, int from, String signs) {
    int at = from;
    while (at < text.length() && signs.indexOf(text.charAt(at)) >= 0 && at - from < 4) {
      at++;
    }
    return at;
  }

  /** Takes out the wording that stands within words which take it back. */
  private static void removeWhatProvesNothing(List<PhraseIndex.Hit<Meaning>> hits) {
    List<PhraseIndex.Hit<Meaning>> nothing = new ArrayList<>(0);
    for (PhraseIndex.Hit<Meaning> hit : hits) {
      if (hit.value() instanceof Meaning.OfNothing && nothing.size() < MOST_TAKEN_BACK) {
        nothing.add(hit);
      }
    }
    if (!nothing.isEmpty()) {
      hits.removeIf(
          hit ->
              !(hit.value() instanceof Meaning.OfProvider)
                  && nothing.stream().anyMatch(words -> words.holds(hit)));
    }
  }

  /**
   * Whether the few words of a phrase belong to two sentences or names, and mean nothing together.
   */
  private static boolean crossesSentence(PhraseIndex.Hit<Meaning> hit) {
    boolean name = hit.value() instanceof Meaning.OfCause known && known.dotted();
    if (name || hit.words() > FEW_WORDS || hit.span() > hit.words()) {
      // A name, a sentence, or a phrase with a gap for an address or a host.
      return false;
    }
    for (int i = hit.start() + 1; i + 1 < hit.end(); i++) {
      char c = hit.text().charAt(i);
      if ((c == '"' || c == '\'') && ",:".indexOf(hit.text().charAt(i + 1)) >= 0) {
        // One field ends and the next begins: "SMTP server","error".
        return true;
      }
      if ((c == '.' || c == '!' || c == '?')
          && !Character.isDigit(hit.text().charAt(i - 1))
          && (hit.text().charAt(i + 1) == ' ' || Character.isLetter(hit.text().charAt(i + 1)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text holds wording that betrays a cause. */
  public boolean tellsCause(String text) {
    return phrasesIn(text).stream().anyMatch(hit -> hit.value() instanceof Meaning.OfCause);
  }

  /**
   * Whether a text holds wording that nobody uses by chance: of more than a word for some causes,
   * of a whole sentence for the others; none that others use in another sense.
   */
  public boolean tellsPlainly(String text, Set<Cause> causes) {
    return phrasesIn(text).stream()
        .anyMatch(
            hit ->
                hit.value() instanceof Meaning.OfCause known
                    && !known.vague()
                    && words(hit) >= (causes.contains(known.cause()) ? 2 : SENTENCE));
  }

  /** Whether a text holds a sentence of a provider's replies, and what shows that it is its own. */
  public boolean tellsOwn(String text) {
    List<PhraseIndex.Hit<Meaning>> hits = phrasesIn(text);
    for (PhraseIndex.Hit<Meaning> hit : hits) {
      if (hit.value() instanceof Meaning.OfRule known
          && hit.words() >= FEW_OF_OWN
          && (isShown(known.provider(), hits) || isOwn(hit.matched(), known.provider()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isShown(Provider provider, List<PhraseIndex.Hit<Meaning>> hits) {
    for (PhraseIndex.Hit<Meaning> hit : hits) {
      if (hit.value() instanceof Meaning.OfProvider shown
          && shown.provider().id().equals(provider.id())) {
        return true;
      }
    }
    return false;
  }

  /** A script that puts no spaces between words has more of them than are seen. */
  private static int words(PhraseIndex.Hit<Meaning> hit) {
    boolean unspaced = !hit.matched().isEmpty() && WordSequence.isUnspaced(hit.matched().charAt(0));
    return unspaced ? Math.max(hit.words(), 2) : hit.words();
  }

  /**
   * Whether a phrase stands within an address, which says nothing: {@code user-unknown@example}.
   */
  private static boolean isAddress(String text, PhraseIndex.Hit<Meaning> hit) {
    for (int i = hit.start(); i < hit.end(); i++) {
      if (text.charAt(i) == ' ') {
        return false;
      }
    }
    int end = hit.end();
    int limit = Math.min(text.length(), end + ADDRESS_WINDOW);
    while (end < limit && " <>?;,\n".indexOf(text.charAt(end)) < 0 && text.charAt(end) != '@') {
      end++;
    }
    return end < limit && text.charAt(end) == '@';
  }
}
