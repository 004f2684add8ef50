package io.github.smtpbot;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.CodeWords;
import io.github.smtpbot.catalog.Intent;
import io.github.smtpbot.catalog.Lazy;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.diagnosis.Diagnosis;
import io.github.smtpbot.diagnosis.Evidence;
import io.github.smtpbot.diagnosis.Finding;
import io.github.smtpbot.diagnosis.reader.Diagnoser;
import io.github.smtpbot.question.Asked;
import io.github.smtpbot.question.BesideCode;
import io.github.smtpbot.question.QuestionParser.Understood;
import io.github.smtpbot.question.Saying;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Replies that somebody types, with who said them: {@code postfix 454 4.7.1 relay access denied}.
 * The words decide, of which only the diagnosis knows whether servers say them. Safe for use by
 * many threads.
 */
final class TypedReplies {

  private final Catalog catalog;
  private final Lazy<Diagnoser> diagnoser;

  TypedReplies(Catalog catalog, Lazy<Diagnoser> diagnoser) {
    this.catalog = catalog;
    this.diagnoser = diagnoser;
  }

  /** What somebody is said to have answered; empty if nobody is, or no server says such words. */
  Optional<Diagnosis> read(Understood understood) {
    Saying saying = understood.saying();
    if (saying == null) {
      return Optional.empty();
    }
    List<Provider> named =
        saying.providers().stream()
            .map(catalog::provider)
            .flatMap(Stream::ofNullable)
            .filter(provider -> provider.kind() != Provider.Kind.BLOCKLIST)
            .toList();
    boolean severalHouses =
        named.size() > 1 && named.stream().map(Provider::house).distinct().count() > 1;
    return severalHouses
        ? Optional.empty()
        : Optional.of(diagnoser.get().readTyped(saying.text(), named))
            .filter(read -> isToldByWords(read, understood.isPaste()));
  }

  /**
   * Whether the words tell what happened.
   *
   * @param quoted whether they are a server's, whatever they say
   */
  private boolean isToldByWords(Diagnosis read, boolean quoted) {
    if (read.findings().stream().anyMatch(this::isNameOfCode)) {
      return false;
    }
    boolean byRule = quoted && read.findings().stream().anyMatch(finding -> finding.rule() != null);
    return byRule || ofWords(read).filter(TypedReplies::isExact).isPresent();
  }

  /** Whether the words are no more than what the code is called, {@code 554 transaction failed}. */
  private boolean isNameOfCode(Finding finding) {
    ReplyCode code = finding.replyCode();
    CodeWords known = code == null ? null : catalog.words(Locale.ENGLISH).find(code);
    return known != null
        && known.name().toLowerCase(Locale.ROOT).contains(finding.text().toLowerCase(Locale.ROOT));
  }

  /** Whether more is told than that it was some rule: of that the code may tell more. */
  private static boolean isExact(Finding finding) {
    return finding.rule() != null || finding.cause() != Cause.POLICY_REJECTION;
  }

  /** The one failure that the words of a reply tell, not its code; empty if they tell none. */
  static Optional<Finding> ofWords(Diagnosis diagnosis) {
    if (diagnosis.findings().size() != 1) {
      return Optional.empty();
    }
    Finding finding = diagnosis.findings().get(0);
    // A single word, "blocked", may be a person's as well.
    boolean words =
        finding.evidence().stream()
            .anyMatch(
                told -> told.kind() == Evidence.Kind.PHRASE && told.matched().indexOf(' ') > 0);
    boolean failure = finding.cause() != Cause.OTHER && finding.cause() != Cause.SUCCESS;
    return words && failure ? Optional.of(finding) : Optional.empty();
  }

  /** Whether a provider is named around codes, beside words that no server is known to say. */
  static boolean isAskedOf(Understood understood, BesideCode beside) {
    return namesProvider(understood) && beside.byCodeAlone();
  }

  private static boolean namesProvider(Understood understood) {
    Saying saying = understood.saying();
    return saying != null && !saying.providers().isEmpty();
  }

  /** Who names a provider asks what it means by the reply, unless something else is asked. */
  static Asked asked(Understood understood) {
    Asked asked = understood.asked();
    return namesProvider(understood) && asked.intent() == Intent.MEANING
        ? new Asked(Intent.PROVIDER_MEANING, asked.yesIf(), asked.mentions(), asked.codes())
        : asked;
  }
}
