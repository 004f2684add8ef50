package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Outcome;
import io.github.smtpbot.catalog.Sentences;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Asked;

/** Answers whether a code is final: {@code is 421 permanent?}. */
final class PermanentComposer extends OneAspect {

  PermanentComposer(Catalog catalog, Words words) {
    super(catalog, words);
  }

  @Override
  boolean holdsForFamilies() {
    return true;
  }

  @Override
  String sentence(Profile profile, Asked asked) {
    String text = profile.text();
    String untold = untold(profile, asked);
    if (untold != null) {
      return words.ui(untold, text);
    }
    if (profile.severity() == Severity.TRANSIENT && profile.tellsCause(Cause.DELIVERY_EXPIRED)) {
      // The class is temporary, yet the queue that says so has given up, unless it only warns.
      return words.ui("ask.final.expired", text);
    }
    Outcome outcome = profile.outcome();
    return answer(text, outcome, asked.yesIf(), words);
  }

  /** Whether what ends so is final, as it was asked for, and what follows. */
  static String answer(String text, Outcome outcome, Asked.YesIf yesIf, Words words) {
    String is = words.ui(sentenceKey(outcome), text);
    String answer =
        switch (outcome) {
          case BOUNCES -> yesOrNo(yesIf, Asked.YesIf.PERMANENT, is, words);
          case RETRIES -> yesOrNo(yesIf, Asked.YesIf.TEMPORARY, is, words);
          case ADAPTS, PROCEEDS, AWAITS, ENDS, INFORMS ->
              yesIf == Asked.YesIf.NEVER ? is : words.ui("ask.no", is);
          case EXPIRES, VARIES -> is;
        };
    return Sentences.upperFirst(answer) + " " + words.ui("ask.then." + key(outcome));
  }

  /** The key of the sentence that says whether what ends so is final. */
  private static String sentenceKey(Outcome outcome) {
    return switch (outcome) {
      case BOUNCES -> "ask.final.permanent";
      case RETRIES -> "ask.final.temporary";
      case ADAPTS -> "ask.final.command";
      case PROCEEDS, AWAITS, ENDS, INFORMS -> "ask.final.nothing";
      case EXPIRES -> "ask.final.expired";
      case VARIES -> "ask.final.varies";
    };
  }

  private static String yesOrNo(Asked.YesIf yesIf, Asked.YesIf says, String is, Words words) {
    if (yesIf == Asked.YesIf.NEVER) {
      return is;
    }
    return words.ui(yesIf == says ? "ask.yes" : "ask.no", is);
  }

  @Override
  void complete(Draft draft, Profile profile, Asked asked) {
    if (profile.severity() != Severity.SUCCESS && profile.severity() != Severity.INTERMEDIATE) {
      whoAndFirstStep(draft, profile);
    }
  }
}
