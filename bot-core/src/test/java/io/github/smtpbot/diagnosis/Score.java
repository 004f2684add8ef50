package io.github.smtpbot.diagnosis;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.CatalogFiles;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.compiler.CatalogCompiler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

  private final Catalog catalog;
  private final Diagnoser diagnoser;
  private final Map<String, int[]> counts = new LinkedHashMap<>();
  private final List<String> wrong = new ArrayList<>();

  Score(Catalog catalog) {
    this.catalog = catalog;
    this.diagnoser = new Diagnoser(catalog);
  }

  /**
   * Prints the score.
   *
   * @param args none for the catalog of this build, or the folder of another catalog's files
   */
  public static void main(String[] args) throws IOException {
    Catalog catalog =
        args.length == 0
            ? Catalog.builtIn()
            : Catalog.of(new CatalogFiles(CatalogCompiler.read(Path.of(args[0]))));
    Score score = new Score(catalog);
    score.run();
    score.wrong.forEach(System.out::println);
    System.out.printf("%n%-32s %14s %22s%n", "corpus and field", "smtpbot", "the codes alone");
    score.counts.forEach(
        (field, count) ->
            System.out.printf(
                "%-32s %4d of %3d %4.1f%% %8d of %3d %4.1f%%%n",
                field,
                count[0],
                count[1],
                100.0 * count[0] / count[1],
                count[2],
                count[1],
                100.0 * count[2] / count[1]));
  }

  /** Counts both corpora. */
  void run() {
    Corpus.bounces().forEach(this::bounce);
    Corpus.replies().forEach(this::reply);
  }

  /** The share that is right of a field, 0 to 1. */
  double share(String field) {
    int[] count = Objects.requireNonNull(counts.get(field), field);
    return (double) count[0] / count[1];
  }

  /** What is read wrong, a line each. */
  List<String> wrong() {
    return wrong;
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
      if (causes != null) {
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
    int[] count = counts.computeIfAbsent(field, key -> new int[3]);
    count[0] += right ? 1 : 0;
    count[1]++;
    count[2] += baseline ? 1 : 0;
    if (!right) {
      wrong.add(
          String.format(
              Locale.ROOT,
              "%s: %s: expected \"%s\", found %s",
              field,
              name,
              expected,
              shown(finding)));
    }
  }

  private static String shown(@Nullable Finding finding) {
    if (finding == null) {
      return "nothing";
    }
    String text = finding.text().length() > 160 ? finding.text().substring(0, 160) : finding.text();
    return finding.codes()
        + " "
        + finding.cause().label()
        + " "
        + (finding.provider() == null ? "-" : finding.provider().id())
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
