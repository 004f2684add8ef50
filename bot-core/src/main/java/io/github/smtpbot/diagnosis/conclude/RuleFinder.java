package io.github.smtpbot.diagnosis.conclude;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.EnhancedPattern;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.diagnosis.Evidence;
import io.github.smtpbot.diagnosis.Evidence.Kind;
import io.github.smtpbot.diagnosis.provider.RuleFit;
import io.github.smtpbot.diagnosis.reply.Reply;
import io.github.smtpbot.diagnosis.wording.MarkIndex;
import io.github.smtpbot.diagnosis.wording.Meaning;
import io.github.smtpbot.diagnosis.wording.PhraseIndex;
import io.github.smtpbot.diagnosis.wording.Wording;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the provider that answered says of such a reply. Immutable; safe for use by many
 * threads.
 */
final class RuleFinder {

  /** So many rules at most most replies have words or tokens of. */
  private static final int FEW = 4;

  private final Catalog catalog;

  RuleFinder(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * A rule that fits.
   *
   * @param evidence what of the reply shows that it is meant
   * @param strong whether that can mean nothing else: words, a token, or a code that nobody else
   *     uses
   */
  record Match(Provider.Rule rule, Evidence evidence, boolean strong) {}

  /**
   * The first of the provider's rules whose words or token the reply has; else the first that only
   * its codes fit; null if none does.
   */
  @Nullable Match find(Reply reply, Wording.Found found, Provider provider) {
    Match weak = null;
    IdentityHashMap<Provider.Rule, String> phrases = phrases(found);
    IdentityHashMap<Provider.Rule, String> tokens = tokens(found);
    for (Provider.Rule rule : provider.rules()) {
      if (!RuleFit.fitsCodes(rule, reply)) {
        continue;
      }
      Evidence told = null;
      if (!rule.phrases().isEmpty()) {
        String words = phrases.get(rule);
        if (words == null) {
          continue;
        }
        told = new Evidence(Kind.PHRASE, words);
      }
      if (rule.mark() != null) {
        String token = tokens.get(rule);
        if (token == null) {
          continue;
        }
        told = new Evidence(Kind.PROVIDER_TOKEN, token);
      }
      if (told != null) {
        // A code of the provider's own knows the cause better than words used with any code.
        boolean ofAnyCode = rule.enhanced() == null && rule.code() == null;
        boolean known =
            ofAnyCode && weak != null && weak.strong() && weak.rule().cause() != rule.cause();
        return known ? weak : new Match(rule, told, true);
      }
      EnhancedStatusCode own = reply.enhanced();
      if (own != null && weak == null) {
        weak = new Match(rule, new Evidence(Kind.PROVIDER_TOKEN, own.text()), isOwn(own, rule));
      }
    }
    return weak;
  }

  /**
   * Whether a code alone tells what a provider means: one that only the provider uses, not one of a
   * range and not one that stands for anything.
   */
  private boolean isOwn(EnhancedStatusCode code, Provider.Rule rule) {
    EnhancedPattern meant = rule.enhanced();
    return catalog.find(code) == null
        && meant != null
        && meant.isOne()
        && rule.cause() != Cause.OTHER;
  }

  /** The words that each rule asks for, where the text has them. */
  private static IdentityHashMap<Provider.Rule, String> phrases(Wording.Found found) {
    IdentityHashMap<Provider.Rule, String> words = new IdentityHashMap<>(FEW);
    for (PhraseIndex.Hit<Meaning> hit : found.phrases()) {
      if (hit.value() instanceof Meaning.OfRule known) {
        words.computeIfAbsent(known.rule(), rule -> CauseFinder.shorten(hit.matched()));
      }
    }
    return words;
  }

  /** The token that each rule asks for, where the text has it. */
  private static IdentityHashMap<Provider.Rule, String> tokens(Wording.Found found) {
    IdentityHashMap<Provider.Rule, String> words = new IdentityHashMap<>(FEW);
    for (MarkIndex.Hit<Meaning> hit : found.marks()) {
      if (hit.value() instanceof Meaning.OfRule known) {
        words.putIfAbsent(known.rule(), CauseFinder.shorten(hit.token()));
      }
    }
    return words;
  }
}
