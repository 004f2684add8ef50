package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
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

  private Telling() {}

  /**
   * Whether it is the reply code.
   *
   * @param enhanced in the class of the reply code
   */
  static boolean isReplyCode(ReplyCode code, EnhancedStatusCode enhanced, Catalog catalog) {
    EnhancedCodeFacts about = catalog.find(enhanced);
    ReplyCodeFacts basic = catalog.find(code);
    if (about == null || basic == null) {
      return about == null;
    }
    boolean undefined = enhanced.detail() == 0;
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
