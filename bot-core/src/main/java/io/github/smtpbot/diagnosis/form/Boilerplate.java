package io.github.smtpbot.diagnosis.form;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.diagnosis.wording.PhraseIndex;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the sentences out of a text that a template says whatever failed: greetings, apologies, whom
 * to write to, legal notes. Linear in the text. Immutable; safe for use by many threads.
 */
final class Boilerplate {

  /** No sentence of a template is longer. */
  private static final int LONGEST_SENTENCE = 400;

  private final PhraseIndex<String> sentences = new PhraseIndex<>();

  /** Knows how each sentence begins, by the id of the provider whose template it is. */
  Boilerplate(Map<String, List<String>> templates) {
    templates.forEach(
        (system, phrases) -> phrases.forEach(phrase -> sentences.add(phrase, system)));
  }

  /**
   * A text without the sentences of templates.
   *
   * @param system the id of the provider whose template it is, or null
   */
  record Cut(String text, @Nullable String system) {}

  /** The text with spaces for each sentence of a template, to its end; its lines stay lines. */
  Cut cut(String text) {
    List<PhraseIndex.Hit<String>> hits = sentences.find(text);
    if (hits.isEmpty()) {
      return new Cut(text, null);
    }
    StringBuilder out = new StringBuilder(text);
    String system = null;
    for (PhraseIndex.Hit<String> hit : hits) {
      system = system == null && !hit.value().equals(Catalog.ANYONE) ? hit.value() : system;
      int end = sentenceEnd(text, hit.end());
      for (int i = hit.start(); i < end; i++) {
        if (out.charAt(i) != '\n') {
          out.setCharAt(i, ' ');
        }
      }
    }
    return new Cut(out.toString(), system);
  }

  /** Where the sentence ends: after its full stop or colon, or before a blank line. */
  private static int sentenceEnd(String text, int from) {
    int limit = Math.min(text.length(), from + LONGEST_SENTENCE);
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      boolean lastOfWord = i + 1 == text.length() || text.charAt(i + 1) <= ' ';
      if (lastOfWord && ".!?:".indexOf(c) >= 0) {
        return i + 1;
      }
      if (c == '\n' && (i + 1 == text.length() || text.charAt(i + 1) == '\n')) {
        return i;
      }
    }
    return Math.min(from, text.length());
  }
}
