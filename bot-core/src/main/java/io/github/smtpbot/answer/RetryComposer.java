package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Outcome;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.QueueTime;
import io.github.smtpbot.catalog.Source;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Asked;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    Provider sender = sender(profile, asked);
    if (sender == null) {
      return words.ui(sentenceKey(profile.outcome()), profile.text());
    }
    QueueTime time = catalog.queueTime(sender);
    return time == null
        ? words.ui(sentenceKey(profile.outcome()), profile.text())
            + " "
            + words.ui("ask.retry.queue.unknown", sender.shortName())
        : words.ui("ask.retry.queue", profile.text(), sender.shortName(), told(time));
  }

  /**
   * Who is asked how long it tries: the provider that is named where no code of anybody's is, and
   * it tries at all; null if nobody is.
   */
  private @Nullable Provider sender(Profile profile, Asked asked) {
    return asked.mentions().subjects().isEmpty() && profile.outcome() == Outcome.RETRIES
        ? onlyProvider(asked)
        : null;
  }

  private String told(QueueTime time) {
    return time.hours() % 24 == 0 && time.hours() > 24
        ? words.ui("time.days", time.hours() / 24)
        : words.ui("time.hours", time.hours());
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

  /** The pages that say how long the one tries who is asked about. */
  @Override
  List<Source> sources(Profile profile, Asked asked) {
    Provider sender = sender(profile, asked);
    QueueTime time = sender == null ? null : catalog.queueTime(sender);
    return time == null ? profile.sources() : time.sources();
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
