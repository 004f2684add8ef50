package io.github.smtpbot.diagnosis;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.CatalogFiles;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.compiler.CatalogCompiler;
import io.github.smtpbot.diagnosis.reader.Diagnoser;
import io.github.smtpbot.diagnosis.syntax.CodeReader;
import io.github.smtpbot.question.QuestionScore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Prints how much of the corpora is read right, field by field, next to a baseline that looks at
 * the codes alone; and each that is read wrong.
 */
public final class Score {

  private static final String FOUND = ", found ";

  private final Catalog catalog;
  private final Diagnoser diagnoser;
  private final Tally tally = new Tally();

  Score(Catalog catalog) {
    this.catalog = catalog;
    this.diagnoser = new Diagnoser(catalog);
  }

  /**
   * Prints the score.
   *
   * @param args any of {@code --catalog} with the folder of another catalog's files, {@code
   *     --threads} with a file of texts from public threads, {@code --held-out} to print those too
   *     that are kept apart to notice rules that fit only what they were made for
   */
  public static void main(String[] args) throws IOException {
    List<String> given = List.of(args);
    String folder = option(given, "--catalog");
    Catalog catalog =
        folder == null
            ? Catalog.builtIn()
            : Catalog.of(new CatalogFiles(CatalogCompiler.read(Path.of(folder))));
    Score score = new Score(catalog);
    score.run();
    String threads = option(given, "--threads");
    if (threads != null) {
      ThreadScore texts = new ThreadScore(score.diagnoser, score.tally);
      Corpus.threads(Path.of(threads))
          .forEach(text -> texts.count(text, given.contains("--held-out")));
    }
    score.tally.wrong().forEach(System.out::println);
    score.tally.print(System.out::println);
    if (folder == null) {
      new AnswerScore().print(System.out::println);
    }
    new QuestionScore(catalog).run().print(System.out::println);
  }

  private static @Nullable String option(List<String> given, String name) {
    int at = given.indexOf(name);
    return at < 0 || at + 1 == given.size() ? null : given.get(at + 1);
  }

  /** Counts the corpora that belong to this project. */
  void run() {
    Corpus.bounces().forEach(this::bounce);
    Corpus.replies().forEach(this::reply);
  }

  /** The share that is right of a field, 0 to 1. */
  double share(String field) {
    return tally.share(field);
  }

  /** What is read wrong: field, name and what was expected, a line each, in alphabetical order. */
  List<String> wrong() {
    return tally.wrong().stream()
        .map(line -> line.substring(0, line.indexOf(FOUND)))
        .sorted()
        .toList();
  }

  private void bounce(Corpus.Bounce bounce) {
    Diagnosis diagnosis = diagnoser.readMessage(bounce.message());
    List<Finding> left = new ArrayList<>(diagnosis.findings());
    for (Map<String, String> expected : bounce.records()) {
      String reason = Objects.requireNonNull(expected.get("reason"));
      String code = Objects.requireNonNull(expected.get("replycode"));
      String status = Objects.requireNonNull(expected.get("status"));
      Set<Cause> causes = Corpus.causes(reason);
      Finding finding = closest(left, code, status, causes);
      left.remove(finding);
      String name = bounce.name();
      Baseline baseline =
          Baseline.of(
              new String(bounce.message(), java.nio.charset.StandardCharsets.ISO_8859_1), catalog);
      if (reason.equals("feedback") || reason.equals("vacation")) {
        count("bounces: no failure", finding == null, baseline.isEmpty(), name, reason, finding);
        continue;
      }
      count(
          "bounces: reply code",
          code.equals(text(finding == null ? null : finding.replyCode())),
          code.equals(baseline.replyCode()),
          name,
          code,
          finding);
      count(
          "bounces: enhanced code",
          status.equals(text(finding == null ? null : finding.enhanced())),
          status.equals(baseline.enhanced()),
          name,
          status,
          finding);
      permanence(bounce, expected, finding);
      if (causes != null) {
        if (finding != null) {
          tally.told("bounces", finding.confidence(), causes.contains(finding.cause()));
        }
        count(
            "bounces: cause",
            finding != null && causes.contains(finding.cause()),
            causes.contains(baseline.cause),
            name,
            reason,
            finding);
      }
    }
  }

  private void reply(Corpus.Reply reply) {
    List<Finding> findings = diagnoser.read(reply.text()).findings();
    Finding finding = findings.isEmpty() ? null : findings.get(0);
    Baseline baseline = Baseline.of(reply.text(), catalog);
    String code = reply.expected().getOrDefault("reply_code", "");
    String enhanced = reply.expected().getOrDefault("enhanced", "");
    String provider = Objects.requireNonNull(reply.expected().get("provider"));
    count(
        "replies: reply code",
        code.equals(text(finding == null ? null : finding.replyCode())),
        code.equals(baseline.replyCode()),
        reply.id(),
        code,
        finding);
    count(
        "replies: enhanced code",
        enhanced.equals(text(finding == null ? null : finding.enhanced())),
        enhanced.equals(baseline.enhanced()),
        reply.id(),
        enhanced,
        finding);
    count(
        "replies: provider",
        finding != null && finding.provider() != null && provider.equals(finding.provider().id()),
        false,
        reply.id(),
        provider,
        finding);
  }

  private void count(
      String field,
      boolean right,
      boolean baseline,
      String name,
      String expected,
      @Nullable Finding finding) {
    if (!tally.count(field, right, baseline)) {
      tally.isWrong(
          String.format(
              Locale.ROOT,
              "%s: %s: expected \"%s\"" + FOUND + "%s",
              field,
              name,
              expected,
              shown(finding)));
    }
  }

  /**
   * A bounce is for good if it is a hard one, has a permanent code, or says that delivery was given
   * up for; it is not if it only says that it is delayed.
   */
  private void permanence(
      Corpus.Bounce bounce, Map<String, String> expected, @Nullable Finding finding) {
    String name = bounce.name();
    String raw =
        new String(bounce.message(), java.nio.charset.StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    String code = expected.getOrDefault("replycode", "") + expected.getOrDefault("status", "");
    boolean failed = raw.contains("action: failed");
    boolean permanent = "true".equals(expected.get("hardbounce")) || code.startsWith("5") || failed;
    boolean transientCode = raw.contains("action: delayed") && !failed;
    if (permanent != transientCode) {
      Boolean told = finding == null ? null : finding.permanent();
      count(
          "bounces: permanence",
          Boolean.valueOf(permanent).equals(told),
          code.startsWith(permanent ? "5" : "4"),
          name,
          permanent ? "permanent" : "not permanent",
          finding);
    }
  }

  static String shown(@Nullable Finding finding) {
    if (finding == null) {
      return "nothing";
    }
    String text = finding.text().length() > 160 ? finding.text().substring(0, 160) : finding.text();
    return finding.codes()
        + " "
        + finding.cause().label()
        + " "
        + (finding.provider() == null ? "-" : finding.provider().id())
        + (finding.house() == null ? "" : " (any of " + finding.house().id() + ")")
        + " sure="
        + Math.round(finding.confidence() * 100)
        + " permanent="
        + finding.permanent()
        + " \""
        + text
        + "\" "
        + finding.evidence();
  }

  private static @Nullable Finding closest(
      List<Finding> findings, String code, String status, @Nullable Set<Cause> causes) {
    Finding best = null;
    int most = -1;
    for (Finding finding : findings) {
      int fit =
          (code.equals(text(finding.replyCode())) ? 2 : 0)
              + (status.equals(text(finding.enhanced())) ? 2 : 0)
              + (causes != null && causes.contains(finding.cause()) ? 1 : 0);
      if (fit > most) {
        best = finding;
        most = fit;
      }
    }
    return best;
  }

  private static String text(@Nullable Code code) {
    return code == null ? "" : code.text();
  }

  /** What one reads who looks for the first code of each kind, and knows what it stands for. */
  private static final class Baseline {
    private @Nullable ReplyCode code;
    private @Nullable EnhancedStatusCode enhanced;
    private Cause cause = Cause.OTHER;

    static Baseline of(String text, Catalog catalog) {
      Baseline found = new Baseline();
      CodeReader reader = new CodeReader(catalog);
      for (int i = 0; i < text.length() && (found.code == null || found.enhanced == null); i++) {
        boolean begins =
            i == 0 || (!Character.isLetterOrDigit(text.charAt(i - 1)) && text.charAt(i - 1) != '.');
        if (!begins) {
          continue;
        }
        if (found.code == null
            && text.charAt(i) >= '4'
            && CodeReader.isCodeAt(text, i)
            && reader.isReplyCode(CodeReader.codeAt(text, i))) {
          found.code = CodeReader.codeAt(text, i);
        }
        CodeReader.Enhanced enhanced = reader.enhancedAt(text, i);
        if (found.enhanced == null && enhanced != null && reader.isRegistered(enhanced.code())) {
          found.enhanced = enhanced.code();
        }
      }
      if (found.enhanced != null) {
        found.cause = Objects.requireNonNull(catalog.find(found.enhanced)).cause();
      }
      if (found.cause == Cause.OTHER && found.code != null) {
        found.cause = Objects.requireNonNull(catalog.find(found.code)).cause();
      }
      return found;
    }

    boolean isEmpty() {
      return code == null && enhanced == null;
    }

    String replyCode() {
      return text(code);
    }

    String enhanced() {
      return text(enhanced);
    }
  }
}
