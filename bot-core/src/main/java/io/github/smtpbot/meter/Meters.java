package io.github.smtpbot.meter;

import io.github.smtpbot.CacheUse;
import io.github.smtpbot.QuestionListener;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.ToLongFunction;

/**
 * Counts and measures what a bot does, and shows it: {@code /metrics} in Prometheus' text format,
 * {@code /health/live} and {@code /health/ready}. Safe for use by many threads.
 */
public final class Meters implements AutoCloseable, QuestionListener {

  private static final String QUESTIONS = "smtpbot.questions";
  private static final String ANSWER = "smtpbot.answer";
  private static final String DIAGNOSIS = "smtpbot.diagnosis";
  private static final String CALLS = "smtpbot.api.calls";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final MeterServer server;
  private volatile BooleanSupplier ready = () -> false;

  private Meters(MeterSettings settings) throws IOException {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
    server = MeterServer.start(settings, registry::scrape, () -> open.get() && isReady());
  }

  /**
   * Shows numbers from now on; the bot is alive, and not ready before {@link #ready} says so.
   *
   * @throws IOException if the port cannot be listened on
   */
  public static Meters start(MeterSettings settings) throws IOException {
    return new Meters(settings);
  }

  /** Where they are shown. */
  public InetSocketAddress address() {
    return server.address();
  }

  /** How it is known from now on whether the bot can be asked. */
  public void ready(BooleanSupplier when) {
    ready = when;
  }

  private boolean isReady() {
    return ready.getAsBoolean();
  }

  /** The bot ends: it is not ready any more, and this is shown until all is {@link #close}d. */
  public void ending() {
    open.set(false);
  }

  /** Shows how well the cache of answers works. */
  public void cache(SmtpBot bot) {
    cache("hit", bot, CacheUse::hits);
    cache("miss", bot, CacheUse::misses);
  }

  private void cache(String result, SmtpBot bot, ToLongFunction<CacheUse> number) {
    FunctionCounter.builder(
            "smtpbot.cache.requests", bot, asked -> number.applyAsLong(asked.cacheUse()))
        .description("Answers that were asked of the cache")
        .tag("result", result)
        .register(registry);
  }

  /**
   * Shows a number that goes up and down.
   *
   * @param name {@code smtpbot.…}, in words with dots between
   */
  public void gauge(String name, String description, DoubleSupplier number) {
    Gauge.builder(name, number::getAsDouble)
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  /**
   * Counts something that happens.
   *
   * @param name {@code smtpbot.…}, in words with dots between
   * @return to be run each time
   */
  public Runnable counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry)::increment;
  }

  @Override
  public void answered(Answered question) {
    String kind = label(question.kind());
    Counter.builder(QUESTIONS)
        .description("Questions that were answered")
        .tag("kind", kind)
        .tag("place", label(question.place()))
        .tag("language", question.language().getLanguage())
        .register(registry)
        .increment();
    timer(ANSWER, "From the question to the answer, before it is rendered")
        .tag("kind", kind)
        .register(registry)
        .record(question.took());
    if (question.kind() == Answer.Kind.DIAGNOSIS) {
      timer(DIAGNOSIS, "From a pasted text to its diagnosis")
          .register(registry)
          .record(question.took());
    }
  }

  /** What came of a call of the platform's API. */
  public enum Outcome {
    /** It was done. */
    OK,
    /** The platform said no. */
    REFUSED,
    /** The platform asked to come again later. */
    RATE_LIMITED,
    /** The platform failed. */
    FAILED,
    /** The platform was not reached, or said nothing in time. */
    UNREACHED;

    private static final int SUCCESS = 2;
    private static final int SERVER_ERROR = 5;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int HUNDRED = 100;

    /** What the status of an HTTP response says. */
    public static Outcome of(int status) {
      if (status == TOO_MANY_REQUESTS) {
        return RATE_LIMITED;
      } else if (status / HUNDRED >= SERVER_ERROR) {
        return FAILED;
      }
      return status / HUNDRED == SUCCESS ? OK : REFUSED;
    }
  }

  /**
   * A call of the platform's API was made.
   *
   * @param method of a fixed list: never a whole path, which may hold a secret
   */
  public void called(String method, Outcome outcome, Duration took) {
    timer(CALLS, "Calls of the platform's API")
        .tag("method", method)
        .tag("outcome", label(outcome))
        .register(registry)
        .record(took);
  }

  private static Timer.Builder timer(String name, String description) {
    return Timer.builder(name)
        .description(description)
        .serviceLevelObjectives(
            Duration.ofMillis(1),
            Duration.ofMillis(10),
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofSeconds(3));
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    ending();
    server.close();
    collections.close();
    registry.close();
  }
}
