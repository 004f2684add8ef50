package io.github.smtpbot.diagnosis;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.PhraseRule;
import io.github.smtpbot.catalog.Provider;
import java.util.List;

/**
 * All that the catalog says of wording, tokens and hosts, arranged so that the time to look a text
 * up does not grow with the number of rules. Immutable once built; safe for use by many threads.
 */
final class Knowledge {

  final PhraseIndex<Signal> phrases = new PhraseIndex<>();
  final MarkIndex<Signal> marks = new MarkIndex<>();
  final HostIndex hosts = new HostIndex();

  Knowledge(Catalog catalog) {
    int rank = 0;
    for (PhraseRule rule : catalog.phrases()) {
      for (String phrase : rule.phrases()) {
        phrases.add(phrase, new Signal.OfCause(rank++, rule.cause()));
      }
    }
    catalog.providers().forEach(this::add);
  }

  private void add(Provider provider) {
    Signal known = new Signal.OfProvider(provider);
    provider.hosts().forEach(host -> hosts.add(host, provider));
    provider.phrases().forEach(phrase -> phrases.add(phrase, known));
    provider.marks().forEach(mark -> marks.add(mark, known));
    for (Provider.Rule rule : provider.rules()) {
      Signal condition = new Signal.OfRule(provider, rule);
      rule.phrases().forEach(phrase -> phrases.add(phrase, condition));
      if (rule.mark() != null) {
        marks.add(rule.mark(), condition);
      }
    }
  }

  /** What was found in one text. */
  record Found(List<PhraseIndex.Hit<Signal>> phrases, List<MarkIndex.Hit<Signal>> marks) {}

  /** Looks a reply up: its words with its codes, and as they stood before its lines were joined. */
  Found find(Draft draft) {
    String codes = draft.codes();
    Found found = find(codes.isEmpty() ? draft.text : codes + " " + draft.text);
    if (draft.raw.isEmpty()) {
      return found;
    }
    Found asWritten = find(draft.raw);
    found.phrases.addAll(asWritten.phrases);
    found.marks.addAll(asWritten.marks);
    return found;
  }

  /** Looks a text up. */
  Found find(String text) {
    List<PhraseIndex.Hit<Signal>> hits = phrases.find(text);
    if (text.indexOf('@') >= 0) {
      hits.removeIf(hit -> hit.value() instanceof Signal.OfCause && isAddress(text, hit));
    }
    return new Found(hits, marks.find(text));
  }

  /** Whether a text holds wording that betrays a cause. */
  boolean tellsCause(String text) {
    return find(text).phrases.stream().anyMatch(hit -> hit.value() instanceof Signal.OfCause);
  }

  /**
   * Whether a phrase stands within an address, which says nothing: {@code user-unknown@example}.
   */
  private static boolean isAddress(String text, PhraseIndex.Hit<Signal> hit) {
    int end = hit.end();
    int limit = Math.min(text.length(), end + 100);
    while (end < limit && " <>\n".indexOf(text.charAt(end)) < 0 && text.charAt(end) != '@') {
      end++;
    }
    return end < limit
        && text.charAt(end) == '@'
        && text.substring(hit.start(), hit.end()).indexOf(' ') < 0;
  }
}
