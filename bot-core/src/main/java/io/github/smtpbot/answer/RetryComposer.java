package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Outcome;
import io.github.smtpbot.catalog.Source;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Asked;
import java.util.List;

/** Answers whether, by whom and for how long it is tried again: {@code should I retry 452?}. */
final class RetryComposer extends OneAspect {

  private static final Source SCHEDULE =
      new Source("RFC 5321 §4.5.4.1", "https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.1");

  RetryComposer(Catalog catalog, Words words) {
    super(catalog, words);
  }

  @Override
  boolean holdsForFamilies() {
    return true;
  }

  @Override
  String sentence(Profile profile, Asked asked) {
    String untold = untold(profile, asked);
    if (untold != null) {
      return words.ui(untold, profile.text());
    }
    return words.ui(sentenceKey(profile.outcome()), profile.text());
  }

  /** The key of the sentence that says whether what ends so is tried again. */
  static String sentenceKey(Outcome outcome) {
    return switch (outcome) {
      case BOUNCES -> "ask.retry.bounces";
      case RETRIES -> "ask.retry.retries";
      case ADAPTS -> "ask.retry.adapts";
      case PROCEEDS, AWAITS, ENDS, INFORMS -> "ask.retry.nothing";
      case EXPIRES -> "ask.final.expired";
      case VARIES -> "ask.retry.varies";
    };
  }

  @Override
  void complete(Draft draft, Profile profile, Asked asked) {
    switch (profile.outcome()) {
      case RETRIES -> {
        ownFirstStep(draft, profile);
        draft
            .lead(
                new Part.Text(words.ui("ask.schedule"), words.outcome(profile.outcome()).meaning()))
            .sources(List.of(SCHEDULE));
      }
      case BOUNCES, ADAPTS, EXPIRES, VARIES -> whoAndFirstStep(draft, profile);
      case PROCEEDS, AWAITS, ENDS, INFORMS -> {}
    }
  }
}
