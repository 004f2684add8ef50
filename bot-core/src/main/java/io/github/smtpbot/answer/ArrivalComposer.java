package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Outcome;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Asked;
import java.util.List;

/**
 * Answers what a code says of the message's end: {@code does 250 mean delivered}, {@code can 250
 * still bounce}.
 */
final class ArrivalComposer extends OneAspect {

  ArrivalComposer(Catalog catalog, Words words) {
    super(catalog, words);
  }

  static boolean asks(Asked asked) {
    return switch (asked.yesIf()) {
      case DELIVERED, RETURNED, BOUNCED -> true;
      case PERMANENT, TEMPORARY, MEANS, UNTOLD, NEVER -> false;
    };
  }

  private static String of(Asked asked) {
    return asked.yesIf() == Asked.YesIf.DELIVERED ? "delivered" : "returned";
  }

  @Override
  String sentence(Profile profile, Asked asked) {
    String untold = untold(profile, asked);
    if (untold == null && asked.yesIf() == Asked.YesIf.BOUNCED && isConsent(profile)) {
      return words.ui("ask.no", words.ui("ask.final.nothing", profile.text()))
          + (isOfMessage(profile, asked) ? " " + words.ui("ask.returned.later") : "");
    }
    return words.ui(
        untold == null ? "ask." + of(asked) + "." + end(profile, asked) : untold, profile.text());
  }

  private static String end(Profile profile, Asked asked) {
    if (isConsent(profile)) {
      return isOfMessage(profile, asked) ? "accepted" : "other";
    }
    Outcome outcome = profile.outcome();
    return switch (outcome) {
      case BOUNCES -> "refused";
      case RETRIES -> "deferred";
      case PROCEEDS, AWAITS, ENDS, INFORMS, ADAPTS, EXPIRES, VARIES -> "depends";
    };
  }

  private static boolean isConsent(Profile profile) {
    return profile.severity() == Severity.SUCCESS || profile.severity() == Severity.INTERMEDIATE;
  }

  /** Whether it may answer the message itself: the consent to go on does not. */
  private static boolean isOfMessage(Profile profile, Asked asked) {
    List<Command> named = asked.mentions().commands();
    List<Command> sent = profile.commands();
    return profile.severity() == Severity.SUCCESS
        && (isOfAny(profile) || sent.contains(Command.END_OF_DATA))
        && (named.isEmpty()
            || named.contains(Command.DATA)
            || named.contains(Command.END_OF_DATA)
            || named.contains(Command.BDAT));
  }

  /** Whether it is the success of any command, {@code 2.0.0}. */
  private static boolean isOfAny(Profile profile) {
    return profile.codes().get(0) instanceof EnhancedStatusCode code && code.subject() == 0;
  }

  @Override
  String title(Asked asked, String codes) {
    return words.ui("ask.title." + of(asked), codes);
  }

  @Override
  void complete(Draft draft, Profile profile, Asked asked) {
    whoAndFirstStep(draft, profile);
  }
}
