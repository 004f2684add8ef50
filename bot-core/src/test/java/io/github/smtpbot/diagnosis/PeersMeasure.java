package io.github.smtpbot.diagnosis;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.diagnosis.reader.Diagnoser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Compares our reading of the corpora with other bounce classifiers, each driven as {@code
 * bench/peers/README.md} says: how many a second, and how many are right of what each can tell.
 */
public final class PeersMeasure {

  /** So long the virtual machine finds something to compile better, on one processor. */
  private static final int WARM_UP_SECONDS = 60;

  private static final int SECONDS = 10;

  /** What one classifier did. A rate that is missing is 0. */
  private static final class Result {
    String name = "";
    double messages;
    double replies;
    final Map<String, Verdict> read = new HashMap<>();
  }

  /** What it says of a message: permanent, temporary, none or -; and the causes it may mean. */
  private record Verdict(String permanence, Set<Cause> causes) {}

  private final Map<String, Corpus.Bounce> bounces = new HashMap<>();

  private PeersMeasure() {
    Corpus.bounces().forEach(bounce -> bounces.put(bounce.name(), bounce));
  }

  /**
   * Measures.
   *
   * @param args the folder of the messages, the file of the replies, and after each {@code --} the
   *     command of a driver
   */
  public static void main(String[] args) throws Exception {
    PeersMeasure measure = new PeersMeasure();
    List<Result> results = new ArrayList<>();
    results.add(measure.ours());
    List<String> command = new ArrayList<>();
    List<String> all = new ArrayList<>(Arrays.asList(args).subList(2, args.length));
    all.add("--");
    for (String arg : all) {
      if (!arg.equals("--")) {
        command.add(arg);
      } else if (!command.isEmpty()) {
        command.add(args[0]);
        command.add(args[1]);
        Result result = drive(command);
        if (result != null) {
          results.add(result);
        }
        command.clear();
      }
    }
    measure.print(results);
  }

  private Result ours() {
    Diagnoser diagnoser = new Diagnoser(Catalog.builtIn());
    Result result = new Result();
    result.name = "smtpbot";
    for (Corpus.Bounce bounce : bounces.values()) {
      result.read.put(bounce.name(), verdict(diagnoser.readMessage(bounce.message())));
    }
    List<byte[]> messages = bounces.values().stream().map(Corpus.Bounce::message).toList();
    result.messages = rate(messages, diagnoser::readMessage);
    List<String> replies = Corpus.replies().stream().map(Corpus.Reply::text).toList();
    result.replies = rate(replies, diagnoser::read);
    return result;
  }

  private static Verdict verdict(Diagnosis diagnosis) {
    if (diagnosis.isEmpty()) {
      return new Verdict("none", EnumSet.noneOf(Cause.class));
    }
    Finding finding = diagnosis.findings().get(0);
    Boolean permanent = finding.permanent();
    return new Verdict(
        permanent == null ? "-" : permanent ? "permanent" : "temporary",
        EnumSet.of(finding.cause()));
  }

  private static <T> double rate(List<T> texts, Consumer<T> read) {
    repeat(texts, read, WARM_UP_SECONDS);
    return repeat(texts, read, SECONDS);
  }

  private static <T> double repeat(List<T> texts, Consumer<T> read, int seconds) {
    long start = System.nanoTime();
    long count = 0;
    while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(seconds)) {
      texts.forEach(read);
      count += texts.size();
    }
    return count * 1e9 / (System.nanoTime() - start);
  }

  /** What a driver reports; null if it fails, which is told and does not stop the others. */
  private static @Nullable Result drive(List<String> command)
      throws IOException, InterruptedException {
    Result result = new Result();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        String[] words = line.split(" ", -1);
        switch (words[0]) {
          case "name" -> result.name = line.substring(5);
          case "messages" -> result.messages = Double.parseDouble(words[1]);
          case "replies" -> result.replies = Double.parseDouble(words[1]);
          case "read" -> result.read.put(words[1], new Verdict(words[2], causes(words[3])));
          default -> throw new IOException("not a driver's line: " + line);
        }
      }
    }
    if (process.waitFor() != 0) {
      System.err.println("left out, it fails here: " + String.join(" ", command));
      return null;
    }
    return result;
  }

  private static Set<Cause> causes(String written) {
    if (written.startsWith("=")) {
      Set<Cause> causes = Corpus.causes(written.substring(1));
      return causes == null ? EnumSet.noneOf(Cause.class) : causes;
    }
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    for (String label : written.split(",", -1)) {
      Cause.ofLabel(label).ifPresent(causes::add);
    }
    return causes;
  }

  private void print(List<Result> results) {
    System.out.printf(
        "%-42s %10s %8s %10s %8s %12s %12s%n",
        "", "messages/s", "smtpbot", "replies/s", "smtpbot", "permanence", "cause");
    Result ours = results.get(0);
    for (Result result : results) {
      System.out.printf(
          "%-42s %10.0f %8s %10s %8s %12s %12s%n",
          result.name,
          result.messages,
          times(ours.messages, result.messages),
          result.replies == 0 ? "-" : String.format("%.0f", result.replies),
          times(ours.replies, result.replies),
          share(result, this::permanenceIsRight),
          share(result, this::causeIsRight));
    }
    System.out.println("(smtpbot: how many times as many as the other; the rest: right of judged)");
  }

  private static String times(double ours, double theirs) {
    return theirs == 0 ? "-" : String.format("%.1fx", ours / theirs);
  }

  private String share(Result result, Judge judge) {
    int right = 0;
    int judged = 0;
    for (Map.Entry<String, Verdict> read : result.read.entrySet()) {
      Boolean good =
          judge.judge(
              Objects.requireNonNull(bounces.get(read.getKey())).records(), read.getValue());
      if (good != null) {
        judged++;
        right += good ? 1 : 0;
      }
    }
    return right + " of " + judged;
  }

  /** Judges a message; null if the corpus does not say what is right. */
  private interface Judge {
    @Nullable Boolean judge(List<Map<String, String>> records, Verdict verdict);
  }

  /** Whether it is told what is final, what is not, and what is no failure at all. */
  private @Nullable Boolean permanenceIsRight(List<Map<String, String>> records, Verdict verdict) {
    Set<String> right = new HashSet<>();
    for (Map<String, String> expected : records) {
      String reason = expected.getOrDefault("reason", "");
      String code = expected.getOrDefault("status", "") + expected.getOrDefault("replycode", "");
      if (reason.equals("feedback") || reason.equals("vacation")) {
        right.add("none");
      } else if (code.startsWith("5")) {
        right.add("permanent");
      } else if (code.startsWith("4")) {
        right.add("temporary");
      }
    }
    return right.isEmpty() ? null : right.contains(verdict.permanence());
  }

  private @Nullable Boolean causeIsRight(List<Map<String, String>> records, Verdict verdict) {
    Set<Cause> right = EnumSet.noneOf(Cause.class);
    for (Map<String, String> expected : records) {
      Set<Cause> causes = Corpus.causes(expected.getOrDefault("reason", ""));
      if (causes != null) {
        right.addAll(causes);
      }
    }
    return right.isEmpty() ? null : verdict.causes().stream().anyMatch(right::contains);
  }
}
