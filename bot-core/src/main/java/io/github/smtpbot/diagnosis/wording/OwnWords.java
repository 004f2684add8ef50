package io.github.smtpbot.diagnosis.wording;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.PhraseRule;
import io.github.smtpbot.catalog.Provider;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells the words that one provider alone uses from those that any server may say: {@code rejected
 * by DMARC policy} names nobody, whoever has documented it. Immutable; safe for use by many
 * threads.
 */
final class OwnWords {

  /** From so many words on, a phrase is a sentence that nobody else happens to say. */
  private static final int SENTENCE = 6;

  /** Who uses a word that several use. */
  private static final String ANYBODY = "";

  /** Who uses each word: the id of a provider. */
  private final Map<String, String> users = new HashMap<>();

  private OwnWords() {}

  /** The words of every reply in a catalog. */
  static OwnWords of(Catalog catalog) {
    OwnWords words = new OwnWords();
    for (PhraseRule rule : catalog.phrases()) {
      rule.phrases().forEach(phrase -> words.add(phrase, ANYBODY));
    }
    for (Provider provider : catalog.providers()) {
      for (Provider.Rule rule : provider.rules()) {
        rule.phrases().forEach(phrase -> words.add(phrase, provider.id()));
      }
    }
    return words;
  }

  private void add(String phrase, String user) {
    WordSequence words = WordSequence.of(phrase);
    for (int i = 0; i < words.size(); i++) {
      users.merge(words.word(i), user, (one, other) -> one.equals(other) ? one : ANYBODY);
    }
  }

  /** Whether a phrase of a provider's replies is a sentence, or has a word that is its own. */
  boolean isOwn(String phrase, Provider provider) {
    WordSequence words = WordSequence.of(phrase);
    for (int i = 0; i < words.size(); i++) {
      if (provider.id().equals(users.get(words.word(i)))) {
        return true;
      }
    }
    return words.size() >= SENTENCE;
  }
}
