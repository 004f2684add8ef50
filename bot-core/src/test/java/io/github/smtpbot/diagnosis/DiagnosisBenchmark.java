package io.github.smtpbot.diagnosis;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.diagnosis.reader.Diagnoser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How fast texts are read on one core: single replies, whole bounces, and hostile texts of growing
 * size, whose time has to grow no faster than they do.
 */
@Fork(0)
@Warmup(iterations = 12, time = 5) // So long the compiler finds something to do.
@Measurement(iterations = 5, time = 2)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DiagnosisBenchmark {

  /** Runs all of it, and prints how the time for a byte grows with the size of the text. */
  public static void main(String[] args) throws RunnerException {
    Collection<RunResult> results =
        new Runner(new OptionsBuilder().include(DiagnosisBenchmark.class.getSimpleName()).build())
            .run();
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark();
      if (!name.endsWith("hostile")) {
        System.out.printf(
            "%n%s: %.0f a second", name.substring(name.lastIndexOf('.') + 1), median(result));
      }
    }
    System.out.printf(
        "%n%n%-20s %10s %10s %10s %10s%n", "hostile text", "KiB", "ms", "ns/byte", "ratio");
    Map<String, Double> smallest = new HashMap<>();
    for (RunResult result : results) {
      String shape = result.getParams().getParam("shape");
      if (shape != null) {
        int size = Integer.parseInt(result.getParams().getParam("size"));
        double perByte = median(result) * 1e6 / (size * 1024.0);
        System.out.printf(
            "%-20s %10d %10.1f %10.1f %10.2f%n",
            shape,
            size,
            median(result),
            perByte,
            perByte / smallest.computeIfAbsent(shape, key -> perByte));
      }
    }
  }

  private static double median(RunResult result) {
    return result.getPrimaryResult().getStatistics().getPercentile(50);
  }

  /** What the corpora hold, read once. */
  @State(Scope.Benchmark)
  public static class Corpora {
    final Diagnoser diagnoser = new Diagnoser(Catalog.builtIn());
    final List<String> replies = Corpus.replies().stream().map(Corpus.Reply::text).toList();
    final List<byte[]> bounces = new ArrayList<>();
    int next;

    /** Reads the files. */
    public Corpora() {
      Corpus.bounces().forEach(bounce -> bounces.add(bounce.message()));
    }
  }

  /** Texts that are made to be hard. */
  @State(Scope.Benchmark)
  public static class Hostile {
    private static final Map<String, String> PIECES =
        Map.of(
            "codes", "550 5.7.1 ",
            "lines", "550\n",
            "brackets", "<<<[[((",
            "phrases", "your ip address has been ",
            "fields", "Final-Recipient: rfc822; a@b\nAction: failed\nStatus: 5.1.1\n",
            "messages", "From a\nFrom: a\nTo: b\nSubject: c\n\n550 5.1.1 x\n\n");

    final Diagnoser diagnoser = new Diagnoser(Catalog.builtIn());

    /** What the text repeats. */
    @Param({"codes", "lines", "brackets", "phrases", "fields", "messages"})
    public String shape = "codes";

    /** How long the text is, in KiB. */
    @Param({"100", "1000", "10000"})
    public int size = 100;

    String text() {
      String piece = PIECES.getOrDefault(shape, "550 ");
      return piece.repeat(size * 1024 / piece.length());
    }
  }

  /** Single replies a second. */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  public Diagnosis reply(Corpora corpora) {
    corpora.next = (corpora.next + 1) % corpora.replies.size();
    return corpora.diagnoser.read(corpora.replies.get(corpora.next));
  }

  /** Whole bounces a second. */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  public Diagnosis bounce(Corpora corpora) {
    corpora.next = (corpora.next + 1) % corpora.bounces.size();
    return corpora.diagnoser.readMessage(corpora.bounces.get(corpora.next));
  }

  /** Milliseconds for a hostile text. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Warmup(iterations = 3)
  @Measurement(iterations = 5)
  public void hostile(Hostile hostile, Blackhole sink) {
    sink.consume(hostile.diagnoser.read(hostile.text()));
  }
}
