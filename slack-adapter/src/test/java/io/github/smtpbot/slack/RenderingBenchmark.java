package io.github.smtpbot.slack;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.catalog.Catalog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * From a question to Slack's JSON, with the answer composed anew and with the answer in the cache,
 * beside what it costs to write that same JSON alone. The aim is at most one and a half times as
 * much, uncached. A comparison is a long answer; a question in one's own words has a short one, so
 * that reading it weighs more.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
// On two processors that others use too it takes the compiler so long until nothing gets faster.
@Warmup(iterations = 20, time = 1)
@Measurement(iterations = 9, time = 1)
@Fork(1)
public class RenderingBenchmark {

  private static final Locale ENGLISH = Locale.ENGLISH;
  private static final int SAMPLE = 500;

  private final SmtpBot bot = SmtpBot.create();
  private final SmtpBot uncached = SmtpBot.createUncached();
  private final List<String> questions = new ArrayList<>();
  private final List<SlackMessage> rendered = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private final List<SlackMessage> renderedAsked = new ArrayList<>();
  private int next;

  /** A question in one's own words, about one code. */
  private static final List<String> ASKING =
      List.of(
          "is %s permanent?",
          "should I retry %s?",
          "who should fix %s?",
          "how do I fix %s",
          "when does a server send %s",
          "gmail %s",
          "what does outlook mean by %s",
          "why do I get %s when sending to a customer");

  /** Many more questions, each three codes, than the cache of answers holds. */
  @Setup
  public void prepare() {
    List<String> codes =
        Catalog.builtIn().replyCodes().stream().map(facts -> facts.code().text()).toList();
    for (String one : codes) {
      for (String two : codes) {
        for (String three : codes) {
          if (!one.equals(two) && !two.equals(three) && !one.equals(three)) {
            questions.add(one + " vs " + two + " vs " + three);
          }
        }
      }
    }
    Collections.shuffle(questions, new Random(1));
    questions.stream().limit(SAMPLE).map(this::show).forEach(rendered::add);
    Stream<String> enhanced =
        Catalog.builtIn().enhancedCodes().stream().map(facts -> facts.code().ofClass(5).text());
    Stream.concat(codes.stream(), enhanced)
        .flatMap(code -> ASKING.stream().map(words -> String.format(Locale.ROOT, words, code)))
        .forEach(asked::add);
    Collections.shuffle(asked, new Random(1));
    asked.stream().map(this::showUncached).forEach(renderedAsked::add);
  }

  /** The answer is in the cache. */
  @Benchmark
  public String warm() {
    return json(show(questions.get(next++ % SAMPLE)));
  }

  /** The answer is in no cache. */
  @Benchmark
  public String cold() {
    return json(show(questions.get(next++ % questions.size())));
  }

  /** The same messages, written alone. */
  @Benchmark
  public String jsonAlone() {
    return json(rendered.get(next++ % SAMPLE));
  }

  /** A question in one's own words, whose answer is in no cache. */
  @Benchmark
  public String asked() {
    return json(showUncached(asked.get(next++ % asked.size())));
  }

  /** The messages that answer those, written alone. */
  @Benchmark
  public String askedJsonAlone() {
    return json(renderedAsked.get(next++ % renderedAsked.size()));
  }

  private SlackMessage show(String question) {
    return render(bot, question);
  }

  private SlackMessage showUncached(String question) {
    return render(uncached, question);
  }

  private static SlackMessage render(SmtpBot bot, String question) {
    return Card.of(
        bot.answer(question, ENGLISH),
        Destination.CHANNEL,
        null,
        false,
        Label.Speaker.of(bot, ENGLISH));
  }

  private static String json(SlackMessage message) {
    return message.toAcknowledgement(Visibility.EPHEMERAL);
  }

  /** Runs it, and prints how many times as long as the JSON alone the rest takes. */
  public static void main(String[] args) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(RenderingBenchmark.class.getSimpleName())
                    .addProfiler(CpuTimeProfiler.class)
                    .build())
            .run();
    System.out.printf(
        "%n%-32s %12s %8s %12s %8s%n",
        "question to Slack's JSON", "median us", "ratio", "CPU us", "ratio");
    for (String benchmark : List.of("jsonAlone", "cold", "warm", "askedJsonAlone", "asked")) {
      String alone = benchmark.startsWith("asked") ? "askedJsonAlone" : "jsonAlone";
      System.out.printf(
          "%-32s %12.0f %8.2f %12.0f %8.2f%n",
          benchmark,
          median(results, benchmark),
          median(results, benchmark) / median(results, alone),
          cpu(results, benchmark),
          cpu(results, benchmark) / cpu(results, alone));
    }
  }

  private static double median(Collection<RunResult> results, String benchmark) {
    return of(results, benchmark).getPrimaryResult().getStatistics().getPercentile(50);
  }

  private static double cpu(Collection<RunResult> results, String benchmark) {
    return Objects.requireNonNull(
            of(results, benchmark).getSecondaryResults().get(CpuTimeProfiler.LABEL))
        .getStatistics()
        .getPercentile(50);
  }

  private static RunResult of(Collection<RunResult> results, String benchmark) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
        .findFirst()
        .orElseThrow();
  }
}
