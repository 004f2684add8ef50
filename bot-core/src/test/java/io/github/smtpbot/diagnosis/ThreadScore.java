package io.github.smtpbot.diagnosis;

import io.github.smtpbot.diagnosis.reader.Diagnoser;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts what is read right of texts that people posted in public threads. */
final class ThreadScore {

  private final Diagnoser diagnoser;
  private final Tally tally;

  ThreadScore(Diagnoser diagnoser, Tally tally) {
    this.diagnoser = diagnoser;
    this.tally = tally;
  }

  /**
   * Counts a text.
   *
   * @param showAll whether it is shown when it is read wrong though it is held out
   */
  void count(Corpus.Posted text, boolean showAll) {
    List<Finding> findings = diagnoser.read(text.text()).findings();
    Finding finding = findings.isEmpty() ? null : findings.get(0);
    String corpus = text.isHeldOut() ? "threads (held out): " : "threads: ";
    boolean shown = showAll || !text.isHeldOut();
    if (text.kind().equals("none")) {
      judge(corpus + "without SMTP", finding == null, text, "nothing", finding, shown);
      return;
    }
    if (finding == null && text.isRight("no_diagnosis", "true")) {
      return;
    }
    judge(corpus + "diagnosed", finding != null, text, "a failure", finding, shown);
    boolean all = finding != null;
    String code =
        finding == null || finding.replyCode() == null ? null : finding.replyCode().text();
    all &= field(corpus, "reply_code", code, text, finding, shown);
    String enhanced =
        finding == null || finding.enhanced() == null ? null : finding.enhanced().text();
    all &= field(corpus, "enhanced", enhanced, text, finding, shown);
    String cause = finding == null ? null : finding.cause().label();
    boolean causeRight = field(corpus, "causes", cause, text, finding, shown);
    String provider =
        finding == null || finding.provider() == null ? null : finding.provider().id();
    all &= causeRight;
    all &= field(corpus, "provider", provider, text, finding, shown);
    Boolean permanent = finding == null ? null : finding.permanent();
    String told = permanent == null ? null : permanent.toString();
    all &= field(corpus, "permanent", told, text, finding, shown);
    tally.count(corpus + "all five", all, false);
    if (provider != null) {
      tally.count(corpus + "provider, where told", text.isRight("provider", provider), false);
    }
    if (finding != null) {
      tally.told("threads", finding.confidence(), causeRight);
      if (cause != null && cause.equals("success")) {
        tally.count(corpus + "success, where told", causeRight, false);
      }
    }
  }

  private boolean field(
      String corpus,
      String field,
      @Nullable String told,
      Corpus.Posted text,
      @Nullable Finding finding,
      boolean shown) {
    boolean right = finding != null && text.isRight(field, told);
    return judge(
        corpus + field, right, text, String.valueOf(text.right().get(field)), finding, shown);
  }

  private boolean judge(
      String field,
      boolean right,
      Corpus.Posted text,
      String expected,
      @Nullable Finding finding,
      boolean shown) {
    if (!right && shown) {
      tally.isWrong(
          String.format(
              Locale.ROOT,
              "%s: %s: expected %s, found %s",
              field,
              text.id(),
              expected,
              Score.shown(finding)));
    }
    return tally.count(field, right, false);
  }
}
