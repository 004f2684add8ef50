package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Outcome;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.ReplyCodeFacts;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.diagnosis.Finding;
import io.github.smtpbot.question.Question;
import org.jspecify.annotations.Nullable;

/** What the codes of a reply that was found in a text tell of it. */
final class Diagnosed {

  private final Catalog catalog;
  private final Words words;

  Diagnosed(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
  }

  /**
   * What the sending server does next: what the codes say, unless the text is about a message to
   * somebody, whose fate it tells.
   *
   * @param codes what holds for its codes, see {@link #codes}
   */
  Outcome outcome(Finding finding, @Nullable Profile codes) {
    Boolean permanent = finding.permanent();
    if (permanent == null && finding.cause() != Cause.SUCCESS) {
      return Outcome.VARIES;
    }
    Outcome told = permanent == null ? granted(codes) : isFinal(permanent);
    if (isOfMessage(finding)) {
      return told;
    }
    Provider.Rule rule = finding.rule();
    if (rule != null && rule.outcome() != null) {
      return rule.outcome();
    }
    if (codes == null
        || codes.outcome() == Outcome.EXPIRES
        || Profile.outcome(codes.severity()) != told) {
      return told;
    }
    ReplyCodeFacts code = finding.replyCode() == null ? null : catalog.find(finding.replyCode());
    return code != null && code.adapts().contains(finding.cause())
        ? Outcome.ADAPTS
        : codes.outcome();
  }

  private static Outcome isFinal(boolean permanent) {
    return permanent ? Outcome.BOUNCES : Outcome.RETRIES;
  }

  /** What follows where nothing was refused. */
  private static Outcome granted(@Nullable Profile codes) {
    boolean waits = codes != null && codes.severity() == Severity.INTERMEDIATE;
    return waits ? Outcome.AWAITS : Outcome.PROCEEDS;
  }

  /** Whether the text tells what became of a message; a refused login refuses none. */
  static boolean isOfMessage(Finding finding) {
    return switch (finding.circumstances().origin()) {
      case QUEUE, NOTICE -> true;
      case PROGRAM, SESSION, UNKNOWN ->
          finding.recipient() != null
              || isDeferred(finding)
              || (finding.command() != null && finding.command().isOfMessage());
    };
  }

  /** Whether a sending server tells of a host that it will try again. */
  private static boolean isDeferred(Finding finding) {
    return finding.circumstances().origin() == Finding.Origin.UNKNOWN
        && finding.remoteHost() != null
        && Boolean.FALSE.equals(finding.permanent());
  }

  /** What holds for its codes; null if it has none. */
  @Nullable Profile codes(Finding finding) {
    if (finding.replyCode() != null) {
      return Profile.of(
          finding.enhanced() != null
              ? new Question.Reply(finding.replyCode(), finding.enhanced())
              : new Question.OneCode(finding.replyCode()),
          catalog,
          words);
    }
    return finding.enhanced() == null
        ? null
        : Profile.of(new Question.OneCode(finding.enhanced()), catalog, words);
  }
}
