package io.github.smtpbot.note;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.diagnosis.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a note is about. It fits an answer that is about all of what is named.
 *
 * @param code a reply code, or null
 * @param enhanced an enhanced status code, or null
 * @param provider the id of a provider, or null
 * @param cause what went wrong, or null
 */
public record NoteSubject(
    @Nullable String code,
    @Nullable String enhanced,
    @Nullable String provider,
    @Nullable Cause cause) {

  /** The longest name of a provider that people write, in words. */
  private static final int NAME_WORDS = 3;

  /**
   * What stands at the beginning of a text, and what comes behind it.
   *
   * @param subject null if it names nothing that a note can be about
   */
  public record Read(@Nullable NoteSubject subject, String rest) {}

  /** Reads {@code 550 5.7.1}, {@code gmail}, {@code mailbox_full} or any of them together. */
  public static Read read(String text, Catalog catalog) {
    List<String> words = List.of(Note.line(text).split(" ", -1));
    NoteSubject found = new NoteSubject(null, null, null, null);
    int at = 0;
    while (at < words.size()) {
      String word = words.get(at);
      if (found.code == null && isReplyCode(word)) {
        found = new NoteSubject(word, found.enhanced, found.provider, found.cause);
        at++;
      } else if (found.enhanced == null && isEnhanced(word)) {
        found = new NoteSubject(found.code, word, found.provider, found.cause);
        at++;
      } else if (found.cause == null && Cause.ofLabel(lower(word)).isPresent()) {
        Cause cause = Cause.ofLabel(lower(word)).get();
        found = new NoteSubject(found.code, found.enhanced, found.provider, cause);
        at++;
      } else {
        Named named = found.provider == null ? provider(words, at, catalog) : null;
        if (named == null) {
          break;
        }
        found = new NoteSubject(found.code, found.enhanced, named.id(), found.cause);
        at += named.words();
      }
    }
    String rest = String.join(" ", words.subList(at, words.size())).strip();
    return new Read(at == 0 ? null : found, rest);
  }

  private static boolean isReplyCode(String word) {
    return word.length() == 3 && isNumber(word) && word.charAt(0) >= '2' && word.charAt(0) <= '5';
  }

  private static boolean isEnhanced(String word) {
    String[] numbers = word.split("\\.", -1);
    return numbers.length == 3
        && numbers[0].length() == 1
        && "245".contains(numbers[0])
        && isNumber(numbers[1])
        && isNumber(numbers[2]);
  }

  private static boolean isNumber(String word) {
    return !word.isEmpty()
        && word.length() <= 3
        && word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private record Named(String id, int words) {}

  /** The provider that is named by as many words as possible. */
  private static @Nullable Named provider(List<String> words, int from, Catalog catalog) {
    for (int count = Math.min(NAME_WORDS, words.size() - from); count > 0; count--) {
      String name = lower(String.join(" ", words.subList(from, from + count)));
      for (Provider provider : catalog.providers()) {
        if (name.equals(provider.id())
            || name.equals(lower(provider.shortName()))
            || provider.aliases().contains(name)) {
          return new Named(provider.id(), count);
        }
      }
    }
    return null;
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** As one writes it. */
  public String text() {
    return Stream.of(code, enhanced, provider, cause == null ? null : cause.label())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }

  /** Whether an answer is about it. */
  public boolean fits(Answer answer) {
    return sights(answer).stream().anyMatch(this::fits);
  }

  private boolean fits(Sight sight) {
    return (code == null || sight.codes().contains(code))
        && (enhanced == null || sight.codes().contains(enhanced))
        && (provider == null || sight.providers().contains(provider))
        && (cause == null || sight.causes().contains(cause));
  }

  /** What one reply in an answer shows. */
  private record Sight(List<String> codes, List<String> providers, List<Cause> causes) {}

  private static List<Sight> sights(Answer answer) {
    List<Sight> sights = new ArrayList<>();
    sights.add(
        new Sight(
            answer.codes(),
            answer.asked().mentions().providers(),
            answer.asked().mentions().causes()));
    if (answer.diagnosis() != null) {
      answer.diagnosis().findings().forEach(finding -> sights.add(sight(finding)));
    }
    if (answer.shareable() instanceof Shareable.Found found) {
      List<String> codes =
          Stream.of(found.replyCode(), found.enhanced())
              .filter(Objects::nonNull)
              .map(each -> each.text())
              .toList();
      sights.add(new Sight(codes, List.of(found.provider()), List.of(found.cause())));
    }
    return sights;
  }

  private static Sight sight(Finding finding) {
    return new Sight(
        List.of(finding.codes().split(" ", -1)),
        finding.provider() == null ? List.of() : List.of(finding.provider().id()),
        List.of(finding.cause()));
  }
}
