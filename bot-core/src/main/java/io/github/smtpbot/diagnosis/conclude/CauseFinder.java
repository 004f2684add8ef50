package io.github.smtpbot.diagnosis.conclude;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.EnhancedCodeFacts;
import io.github.smtpbot.catalog.EnhancedPattern;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.ReplyCodeFacts;
import io.github.smtpbot.diagnosis.Evidence;
import io.github.smtpbot.diagnosis.Evidence.Kind;
import io.github.smtpbot.diagnosis.Outcome;
import io.github.smtpbot.diagnosis.provider.Recognised;
import io.github.smtpbot.diagnosis.provider.RuleFit;
import io.github.smtpbot.diagnosis.reply.Reply;
import io.github.smtpbot.diagnosis.wording.Meaning;
import io.github.smtpbot.diagnosis.wording.PhraseIndex;
import io.github.smtpbot.diagnosis.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what went wrong, from the strongest evidence there is: the provider's own rule, common
 * wording, the enhanced status code, the reply code. Immutable; safe for use by many threads.
 */
final class CauseFinder {

  private static final int LONGEST_EVIDENCE = 1_000;

  private static final Set<Cause> OF_THE_MAILBOX =
      Set.of(Cause.USER_UNKNOWN, Cause.MAILBOX_FULL, Cause.MAILBOX_DISABLED, Cause.MAILBOX_MOVED);

  private static final Set<Cause> OF_THE_SENDER =
      Set.of(Cause.SENDER_REJECTED, Cause.SPF_DKIM_DMARC_FAILURE, Cause.MISSING_OR_BAD_PTR);

  /** Named checks that a policy may rest on. */
  private static final Set<Cause> OF_A_CHECK =
      Set.of(
          Cause.SPF_DKIM_DMARC_FAILURE,
          Cause.IP_BLOCKLISTED_OR_BAD_REPUTATION,
          Cause.MISSING_OR_BAD_PTR,
          Cause.VIRUS_OR_FORBIDDEN_ATTACHMENT);

  /** How sure common wording is of itself; of one word, in any sense, and against the code. */
  private static final double PHRASE = 0.85;

  private static final double ONE_WORD = 0.75;
  private static final double VAGUE = 0.7;
  private static final double DISPUTED = 0.7;

  /** From so many words on, nobody says the same of something else. */
  private static final int SENTENCE = 4;

  /** With this digit begins the code of a success. */
  private static final int SUCCESS = 2;

  /** How sure a code alone is, which may stand for many causes. */
  static final double BY_CODE = 0.4;

  private final Catalog catalog;
  private final RuleFinder rules;

  CauseFinder(Catalog catalog) {
    this.catalog = catalog;
    this.rules = new RuleFinder(catalog);
  }

  /**
   * What went wrong.
   *
   * @param rule the provider's rule that told, or null
   */
  record Verdict(
      Cause cause, double confidence, List<Evidence> evidence, Provider.@Nullable Rule rule) {}

  Verdict find(Recognised recognised) {
    Reply reply = recognised.reply();
    Wording.Found found = recognised.found();
    Provider provider = recognised.provider();
    List<Evidence> evidence = new ArrayList<>();
    Cause cause = null;
    double confidence = 0;
    RuleFinder.Match match = provider == null ? null : rules.find(reply, found, provider);
    boolean success = reply.severityDigit() == SUCCESS && reply.outcome() != Outcome.FAILED;
    if (success) {
      cause = reply.isOutOfTurn() ? Cause.COMMAND_SEQUENCE_ERROR : Cause.SUCCESS;
      confidence = reply.isOutOfTurn() ? 0.3 : 0.9;
    } else if (reply.severityDigit() == 3 && reply.isOutOfTurn()) {
      // A program that awaited the verdict got the question before it.
      cause = Cause.COMMAND_SEQUENCE_ERROR;
      confidence = 0.3;
    }
    PhraseIndex.Hit<Meaning> phrase = strongest(found);
    if (match != null && match.strong() && cause == null && !saysMore(phrase, match)) {
      cause = match.rule().cause();
      confidence = match.evidence().kind() == Kind.PROVIDER_TOKEN ? 0.97 : 0.93;
      evidence.add(match.evidence());
    }
    EnhancedStatusCode status = telling(reply);
    boolean isTelling = isTelling(status);
    Cause byEnhanced = status == null || isSuccessOfFailure(reply, status) ? null : cause(status);
    if (phrase != null && !success && phrase.value() instanceof Meaning.OfCause known) {
      evidence.add(new Evidence(Kind.PHRASE, shorten(phrase.matched())));
      // That a message is not wanted says less than a code that says who is not.
      boolean saysLess =
          (known.vague() && isOfLogin(reply))
              || (known.cause() == Cause.POLICY_REJECTION && isOfOneCode(match))
              || (byEnhanced != null
                  && isTelling
                  && (known.vague()
                      || (known.cause() == Cause.POLICY_REJECTION
                          && OF_THE_SENDER.contains(byEnhanced))));
      if (cause == null && !saysLess) {
        cause = known.cause();
        confidence = known.vague() ? VAGUE : phrase.words() == 1 ? ONE_WORD : PHRASE;
      }
    }
    if (match != null && !match.strong() && cause == null) {
      cause = match.rule().cause();
      confidence = 0.75;
    }
    boolean byWordingAlone = match == null || !match.strong();
    if (status != null) {
      evidence.add(new Evidence(Kind.ENHANCED_STATUS_CODE, status.text()));
    }
    if (cause != null
        && byWordingAlone
        && !success
        && byEnhanced != null
        && byEnhanced != cause
        && isTelling) {
      // The words say one thing, the code another.
      confidence = Math.min(confidence, DISPUTED);
    }
    if (cause == null && byEnhanced != null && isTelling) {
      cause = byEnhanced;
      confidence = 0.65;
    } else if (byEnhanced == cause && !success) {
      confidence = Math.min(0.99, confidence + 0.04);
    }
    PhraseIndex.Hit<Meaning> others = cause == null ? ofAnother(reply, found) : null;
    if (others != null && others.value() instanceof Meaning.OfRule known) {
      cause = known.rule().cause();
      confidence = VAGUE;
      evidence.add(new Evidence(Kind.PHRASE, shorten(others.matched())));
    }
    if (cause == null) {
      PhraseIndex.Hit<Meaning> hint = strongest(recognised.around().get());
      if (hint != null) {
        cause = ((Meaning.OfCause) hint.value()).cause();
        confidence = 0.7;
        evidence.add(new Evidence(Kind.PHRASE, shorten(hint.matched())));
      }
    }
    Cause byCode = byCode(reply, evidence);
    if (cause == null) {
      cause = byEnhanced != null && byEnhanced != Cause.OTHER ? byEnhanced : byCode;
      cause = cause == null ? Cause.OTHER : cause;
      confidence = cause == Cause.OTHER ? 0.2 : BY_CODE;
    }
    if (cause == Cause.SERVER_SHUTTING_DOWN_OR_UNAVAILABLE
        && reply.severityDigit() == 5
        && match == null) {
      // A server that will never be available is not on its way down: something in it is broken,
      // unless the code says what it refuses.
      if (byEnhanced == null || byEnhanced == Cause.OTHER) {
        cause = Cause.SERVER_LOCAL_ERROR;
      } else {
        cause = byEnhanced;
        confidence = Math.min(confidence, DISPUTED);
      }
      // Sendmail says so of any mailer that failed; what failed stands above.
      PhraseIndex.Hit<Meaning> hint = strongest(recognised.around().get());
      if (hint != null
          && hint.value() instanceof Meaning.OfCause above
          && OF_THE_MAILBOX.contains(above.cause())) {
        cause = above.cause();
      }
    }
    if (cause == Cause.MAILBOX_DISABLED && match == null && isOfLogin(reply)) {
      // Whoever logs in is the one who sends.
      cause = Cause.SENDER_REJECTED;
    }
    if (cause == Cause.USER_UNKNOWN && reply.command() == Command.MAIL) {
      // Only the sender's address was given yet.
      cause = Cause.SENDER_REJECTED;
    }
    if (evidence.isEmpty()) {
      evidence.add(new Evidence(Kind.CONTEXT, shorten(reply.text() + " " + reply.context())));
    }
    return new Verdict(
        cause, confidence, List.copyOf(evidence), match == null ? null : agreed(match, cause));
  }

  /**
   * Whether other words of the reply name what the words of a provider's rule leave open, which say
   * no more than that a policy was broken: {@code Local Policy Violation - DMARC Reject}.
   */
  private static boolean saysMore(
      PhraseIndex.@Nullable Hit<Meaning> phrase, RuleFinder.Match match) {
    Provider.Rule rule = match.rule();
    return phrase != null
        && phrase.value() instanceof Meaning.OfCause known
        && !known.vague()
        && OF_A_CHECK.contains(known.cause())
        && rule.cause() == Cause.POLICY_REJECTION
        && rule.code() == null
        && rule.enhanced() == null
        && match.evidence().kind() == Kind.PHRASE;
  }

  /**
   * A sentence that one provider documents, in the reply of somebody else, who has it from there:
   * it says the same where nothing else does.
   */
  private static PhraseIndex.@Nullable Hit<Meaning> ofAnother(Reply reply, Wording.Found found) {
    for (PhraseIndex.Hit<Meaning> hit : found.phrases()) {
      if (hit.words() >= SENTENCE
          && hit.value() instanceof Meaning.OfRule known
          && known.rule().mark() == null
          && known.rule().cause() != Cause.OTHER
          && RuleFit.fitsCodes(known.rule(), reply)) {
        return hit;
      }
    }
    return null;
  }

  /** Whether the reply code is one that only a login is answered with: {@code 535 Denied}. */
  private boolean isOfLogin(Reply reply) {
    ReplyCodeFacts facts = reply.code() == null ? null : catalog.find(reply.code());
    return facts != null
        && (facts.cause() == Cause.AUTH_FAILED || facts.cause() == Cause.AUTH_REQUIRED);
  }

  /** Whether the provider says what just this code means, and not only that a policy forbids. */
  private static boolean isOfOneCode(RuleFinder.@Nullable Match match) {
    EnhancedPattern meant = match == null ? null : match.rule().enhanced();
    return meant != null && meant.isOne() && tellsMore(meant.first());
  }

  /** X.0 and X.7.1 are sent for anything. */
  private static boolean tellsMore(EnhancedStatusCode code) {
    return code.detail() != 0 && !(code.subject() == 7 && code.detail() == 1);
  }

  private static Provider.@Nullable Rule agreed(RuleFinder.Match match, Cause cause) {
    return match.rule().cause() == cause ? match.rule() : null;
  }

  /** Whether an enhanced status code says more than that something is amiss. */
  private boolean isTelling(@Nullable EnhancedStatusCode code) {
    Cause told = code == null ? null : cause(code);
    return code != null && told != null && told != Cause.OTHER && tellsMore(code);
  }

  /**
   * Of the reply's own enhanced status code and the one that the report gives, the one that says
   * more: its own, unless that says nothing, or no more than that something is amiss.
   */
  private @Nullable EnhancedStatusCode telling(Reply reply) {
    EnhancedStatusCode code = reply.enhanced();
    EnhancedStatusCode status = reply.status();
    Cause told = code == null ? null : cause(code);
    boolean silent = told == null || told == Cause.OTHER;
    boolean saysLess = !isTelling(code) && isTelling(status);
    return status != null && (silent || saysLess) ? status : code;
  }

  /** Whether a code that is about a success stands in a refusal, {@code 550 5.1.9}. */
  private boolean isSuccessOfFailure(Reply reply, EnhancedStatusCode code) {
    return cause(code) == Cause.SUCCESS && reply.severityDigit() != SUCCESS;
  }

  private @Nullable Cause cause(EnhancedStatusCode code) {
    EnhancedCodeFacts facts = catalog.find(code);
    return facts == null ? null : facts.cause();
  }

  private @Nullable Cause byCode(Reply reply, List<Evidence> evidence) {
    if (reply.code() == null) {
      return null;
    }
    evidence.add(new Evidence(Kind.REPLY_CODE, reply.code().text()));
    ReplyCodeFacts facts = catalog.find(reply.code());
    return facts == null ? null : facts.cause();
  }

  /** The wording that comes first in the catalog. */
  private static PhraseIndex.@Nullable Hit<Meaning> strongest(Wording.Found found) {
    PhraseIndex.Hit<Meaning> best = null;
    int rank = Integer.MAX_VALUE;
    for (PhraseIndex.Hit<Meaning> hit : found.phrases()) {
      if (hit.value() instanceof Meaning.OfCause known && known.rank() < rank) {
        best = hit;
        rank = known.rank();
      }
    }
    return best;
  }

  /** As much of a text as evidence holds. */
  static String shorten(String text) {
    String trimmed = text.trim();
    return trimmed.substring(0, Math.min(trimmed.length(), LONGEST_EVIDENCE));
  }
}
