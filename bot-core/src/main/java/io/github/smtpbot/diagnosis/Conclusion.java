package io.github.smtpbot.diagnosis;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.diagnosis.Draft.Action;
import io.github.smtpbot.diagnosis.Finding.Contradiction;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what was read of a reply into a finding. Immutable; safe for use by many threads. */
final class Conclusion {

  private static final String[] RETRY_WORDS = {
    "try again later",
    "try later",
    "retry later",
    "try again in",
    "please try again",
    "temporarily deferred",
    "temporarily unavailable",
    "temporary failure",
    "come back later",
    "try your request again",
    "resend your message at a later time",
    "temporarily rejected"
  };

  private static final String[] FINAL_WORDS = {
    "giving up",
    "given up",
    "permanent failure",
    "permanently rejected",
    "do not try again",
    "do not retry",
    "will not be retried",
    "permanent error"
  };

  private final Knowledge knowledge;
  private final ProviderFinder providers;
  private final CauseFinder causes;

  Conclusion(Catalog catalog) {
    this.knowledge = new Knowledge(catalog);
    this.providers = new ProviderFinder(knowledge);
    this.causes = new CauseFinder(catalog, knowledge);
  }

  Knowledge knowledge() {
    return knowledge;
  }

  /** What a reply says, beyond its words. */
  Finding of(Draft draft) {
    if (!draft.isReply() && draft.text.isEmpty()) {
      draft.text = draft.context.trim();
    }
    Knowledge.Found found = knowledge.find(draft);
    Provider provider = providers.find(draft, found);
    CauseFinder.Verdict verdict = causes.find(draft, found, provider);
    return new Finding(
        draft.code,
        draft.written(),
        draft.text,
        draft.command,
        draft.remoteHost,
        draft.recipient,
        permanent(draft, verdict.rule()),
        verdict.cause(),
        verdict.confidence(),
        verdict.evidence(),
        provider,
        verdict.rule(),
        contradictions(draft, verdict.rule()));
  }

  private static @Nullable Boolean permanent(Draft draft, Provider.@Nullable Rule rule) {
    if (draft.action == Action.FAILED) {
      return true;
    }
    if (draft.action == Action.DELAYED) {
      return false;
    }
    // The sending server goes by the code, whatever the provider says of trying again.
    return switch (draft.severityDigit()) {
      case 5 -> Boolean.TRUE;
      case 4 -> Boolean.FALSE;
      default -> (rule == null || rule.retry() == null) ? null : !rule.retry();
    };
  }

  private static Set<Contradiction> contradictions(Draft draft, Provider.@Nullable Rule rule) {
    Set<Contradiction> found = EnumSet.noneOf(Contradiction.class);
    int digit = draft.severityDigit();
    if (draft.code != null
        && draft.enhanced != null
        && draft.enhanced.classDigit() != draft.code.value() / 100) {
      found.add(Contradiction.CLASSES_DIFFER);
    }
    String lower = draft.text.toLowerCase(Locale.ROOT);
    Boolean retry = rule == null ? null : rule.retry();
    if (digit == 5 && (Boolean.TRUE.equals(retry) || containsAny(lower, RETRY_WORDS))) {
      found.add(Contradiction.PERMANENT_SAYS_RETRY);
    }
    boolean saysFinal = Boolean.FALSE.equals(retry) || containsAny(lower, FINAL_WORDS);
    if (digit == 4 && (draft.action == Action.FAILED || saysFinal)) {
      found.add(Contradiction.TRANSIENT_SAYS_FINAL);
    }
    return Set.copyOf(found);
  }

  private static boolean containsAny(String text, String[] words) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
