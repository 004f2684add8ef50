package io.github.smtpbot.slack.bot;

import io.github.smtpbot.measure.Running;
import io.github.smtpbot.privacy.Markers;
import io.github.smtpbot.slack.fake.FakeSlack;
import io.github.smtpbot.slack.fake.Payloads;
import java.io.BufferedReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Requests a second over HTTP for {@code /smtp 252 501}, or for another question, beside a bare
 * Bolt app that repeats the question and one that returns the same body, each in a process of its
 * own and in turn. Prints medians and ratios; the aim is 0.9 of the latter. Processor time for a
 * request is printed too, as other work on the machine disturbs it less.
 */
public final class HttpMeasure {

  private static final String SECRET = Markers.SLACK_SIGNING_SECRET;
  private static final String SAME_BODY = "same body";
  private static final int[] CONNECTIONS = {1, 8, 64};
  private static final int RUNS = 5;
  private static final long WARM_UP_MILLIS = 15_000;
  private static final long RUN_MILLIS = 2_000;

  /** One server and its load. */
  private record Server(Process process, HttpLoad load) {}

  /** One run. */
  private record Run(HttpLoad.Result result, double cpuMicros) {}

  private HttpMeasure() {}

  /**
   * Measures.
   *
   * @param args the question, if it is to be another one
   */
  public static void main(String[] args) throws Exception {
    String question = args.length == 0 ? "252 501" : String.join(" ", args);
    System.out.printf(
        "# Java %s, %d processors, load %s%n",
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        Files.readString(Path.of("/proc/loadavg")).strip());
    Map<String, Server> servers = new LinkedHashMap<>();
    try (FakeSlack slack = new FakeSlack()) {
      Server ours = start(slack, question, "ours", null);
      try {
        // The first answer may not know the reader yet.
        ours.load().once();
        String body = ours.load().once();
        System.out.printf("/smtp %s is answered with %,d characters%n", question, body.length());
        servers.put("echo", start(slack, question, "echo", null));
        servers.put(SAME_BODY, start(slack, question, "body", body));
        servers.put("smtpbot", ours);
        for (Server server : servers.values()) {
          server.load().run(8, WARM_UP_MILLIS);
        }
        for (int connections : CONNECTIONS) {
          measure(servers, connections);
        }
      } finally {
        ours.process().destroy();
        servers.values().forEach(server -> server.process().destroy());
      }
    }
  }

  private static void measure(Map<String, Server> servers, int connections) throws Exception {
    Map<String, List<Run>> runs = new LinkedHashMap<>();
    for (int i = 0; i < RUNS; i++) {
      for (Map.Entry<String, Server> entry : servers.entrySet()) {
        runs.computeIfAbsent(entry.getKey(), name -> new ArrayList<>())
            .add(run(entry.getValue(), connections));
      }
    }
    List<Run> sameBody = Objects.requireNonNull(runs.get(SAME_BODY));
    double bare = median(sameBody, run -> run.result().perSecond());
    double bareCpu = median(sameBody, Run::cpuMicros);
    System.out.printf(
        "%-24s %10s %8s %10s %12s %10s%n",
        connections + " connections", "a second", "ratio", "p99, ms", "CPU us each", "CPU ratio");
    runs.forEach(
        (name, all) -> {
          double perSecond = median(all, run -> run.result().perSecond());
          double cpu = median(all, Run::cpuMicros);
          System.out.printf(
              "%-24s %10.0f %8.2f %10.2f %12.0f %10.2f%n",
              name,
              perSecond,
              perSecond / bare,
              median(all, run -> run.result().p99()),
              cpu,
              cpu / bareCpu);
        });
  }

  private static Run run(Server server, int connections) throws Exception {
    long before = cpuNanos(server.process());
    HttpLoad.Result result = server.load().run(connections, RUN_MILLIS);
    return new Run(
        result, (cpuNanos(server.process()) - before) / 1e3 / Math.max(1, result.requests()));
  }

  private static long cpuNanos(Process process) {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }

  private static double median(List<Run> runs, ToDoubleFunction<Run> of) {
    double[] sorted = runs.stream().mapToDouble(of).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static Server start(FakeSlack slack, String question, String mode, @Nullable String body)
      throws Exception {
    ProcessBuilder builder =
        Running.program(List.of(), HttpServerProgram.class, mode)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    Map<String, String> environment = builder.environment();
    environment.put("SLACK_API_URL", slack.apiUrl());
    environment.put("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN);
    environment.put("SLACK_SIGNING_SECRET", SECRET);
    environment.put("SMTPBOT_SLACK_MODE", "http");
    environment.put("PORT", "0");
    if (body != null) {
      environment.put("BODY", body);
    }
    Process process = builder.start();
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    String port = said.readLine();
    while (port != null && !port.matches("[0-9]+")) {
      port = said.readLine();
    }
    if (port == null) {
      process.destroy();
      throw new IllegalStateException(mode + " did not start");
    }
    TimeUnit.MILLISECONDS.sleep(200);
    return new Server(
        process, new HttpLoad(Integer.parseInt(port), SECRET, command(slack, question)));
  }

  private static String command(FakeSlack slack, String question) {
    return new Payloads(slack)
        .commandFields(Payloads.USER, question).entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }
}
