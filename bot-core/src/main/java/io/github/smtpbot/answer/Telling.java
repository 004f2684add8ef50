package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.CodeStatus;
import io.github.smtpbot.catalog.EnhancedCodeFacts;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.ReplyCodeFacts;
import io.github.smtpbot.catalog.Severity;

/**
 * Which of a reply's two codes tells more. As a rule it is the enhanced one; but {@code 530} says
 * more than {@code 5.7.0}, and {@code 250} more than {@code 2.1.0}.
 */
final class Telling {

  /** What comes with as many reply codes tells little. */
  private static final int WITH_MANY = 5;

  /** What answers no more commands than these tells by that alone what it is about. */
  private static final int FEW_COMMANDS = 2;

  /** A reply code that comes with codes of as many subjects may be about anything. */
  private static final int OF_ANYTHING = 3;

  private Telling() {}

  /**
   * Whether it is the reply code.
   *
   * @param enhanced in the class of the reply code; one that the catalog has
   */
  static boolean isReplyCode(ReplyCode code, EnhancedStatusCode enhanced, Catalog catalog) {
    EnhancedCodeFacts about = catalog.find(enhanced);
    ReplyCodeFacts basic = catalog.find(code);
    if (about == null || basic == null) {
      return about == null;
    }
    boolean undefined = enhanced.detail() == 0;
    if (isProducts(basic, about) || isPairOfProduct(basic, enhanced, about)) {
      return true;
    }
    if (code.severity() == Severity.SUCCESS || code.severity() == Severity.INTERMEDIATE) {
      return undefined || !about.classes().contains(enhanced.classDigit());
    }
    if (enhanced.subject() == 0) {
      return undefined;
    }
    if (basic.outcome() != Profile.outcome(code.severity())) {
      return undefined || about.basic().size() >= WITH_MANY;
    }
    int commands = basic.commands().size();
    return undefined && (namesCause(basic) || (commands > 0 && commands <= FEW_COMMANDS));
  }

  /**
   * Whether it is a product that made up the reply code, and says by it what went wrong: the status
   * beside it is the nearest that the registry has.
   */
  private static boolean isProducts(ReplyCodeFacts basic, EnhancedCodeFacts about) {
    return basic.status() == CodeStatus.NONSTANDARD
        && !basic.emitters().isEmpty()
        && namesCause(basic)
        && basic.cause() != about.cause()
        && !about.basic().contains(basic.code());
  }

  /**
   * Whether products send a code of the standard beside one that no document pairs it with, so that
   * only the page of the reply code knows the two: Exchange's {@code 432 4.3.2}.
   */
  private static boolean isPairOfProduct(
      ReplyCodeFacts basic, EnhancedStatusCode enhanced, EnhancedCodeFacts about) {
    return basic.status() == CodeStatus.STANDARD
        && !basic.emitters().isEmpty()
        && basic.related().contains(enhanced)
        && !about.basic().contains(basic.code());
  }

  /**
   * Whether a reply code says what it is about, so that a code beside it that nobody has assigned
   * adds nothing: it is no failure, ends other than its first digit says, or comes with codes of
   * few subjects.
   */
  static boolean isSpecific(ReplyCode code, Catalog catalog) {
    ReplyCodeFacts facts = catalog.find(code);
    if (facts == null) {
      return false;
    }
    long subjects =
        catalog.enhancedCodes().stream()
            .filter(about -> about.basic().contains(code))
            .map(about -> about.code().subject())
            .filter(subject -> subject != 0)
            .distinct()
            .count();
    return code.severity().digit() < 4
        || facts.outcome() != Profile.outcome(code.severity())
        || subjects < OF_ANYTHING
        || (subjects == OF_ANYTHING && namesCause(facts));
  }

  /**
   * Whether an enhanced status code stands for so much that its cause is a guess: {@code 5.7.0},
   * {@code 5.7.1}.
   */
  static boolean isGeneral(EnhancedCodeFacts facts) {
    EnhancedStatusCode code = facts.code();
    return code.detail() == 0 || (code.subject() == 7 && code.detail() == 1);
  }

  /** A server that closes the connection, with 421, does so for any cause. */
  private static boolean namesCause(ReplyCodeFacts basic) {
    return basic.cause() != Cause.OTHER
        && basic.cause() != Cause.SERVER_SHUTTING_DOWN_OR_UNAVAILABLE;
  }
}
