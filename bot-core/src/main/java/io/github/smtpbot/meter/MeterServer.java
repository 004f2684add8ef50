package io.github.smtpbot.meter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Answers those who look after the bot, by few threads. */
final class MeterServer implements AutoCloseable {

  private static final int THREADS = 2;
  private static final int WAITING = 50;

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int UNAVAILABLE = 503;

  private static final String TEXT = "text/plain; charset=utf-8";

  /** Prometheus' text format. */
  private static final String NUMBERS = "text/plain; version=0.0.4; charset=utf-8";

  /** For how long the server waits for a request that is sent slowly, in seconds. */
  private static final String PATIENCE = "sun.net.httpserver.maxReqTime";

  private static final String SECONDS = "10";

  private final HttpServer server;
  private final ThreadPoolExecutor threads;

  private MeterServer(HttpServer server, ThreadPoolExecutor threads) {
    this.server = server;
    this.threads = threads;
  }

  static MeterServer start(MeterSettings settings, Supplier<String> numbers, BooleanSupplier ready)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
    if (address.isUnresolved()) {
      throw new IOException("no such host");
    }
    if (System.getProperty(PATIENCE) == null) {
      System.setProperty(PATIENCE, SECONDS);
    }
    HttpServer server = HttpServer.create(address, WAITING);
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            task -> {
              Thread made = new Thread(task, "smtpbot-metrics");
              made.setDaemon(true);
              return made;
            },
            new ThreadPoolExecutor.CallerRunsPolicy());
    threads.allowCoreThreadTimeOut(true);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            answer(exchange, numbers, ready);
          }
        });
    server.start();
    return new MeterServer(server, threads);
  }

  private static void answer(HttpExchange exchange, Supplier<String> numbers, BooleanSupplier ready)
      throws IOException {
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      send(exchange, METHOD_NOT_ALLOWED, TEXT, "GET or HEAD\n");
      return;
    }
    switch (exchange.getRequestURI().getPath()) {
      case "/metrics" -> send(exchange, OK, NUMBERS, numbers.get());
      case "/health/live" -> send(exchange, OK, TEXT, "alive\n");
      case "/health/ready" -> {
        if (ready.getAsBoolean()) {
          send(exchange, OK, TEXT, "ready\n");
        } else {
          send(exchange, UNAVAILABLE, TEXT, "not ready\n");
        }
      }
      default ->
          send(exchange, NOT_FOUND, TEXT, "There are /metrics, /health/live, /health/ready\n");
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
    if (!head) {
      try (OutputStream body = exchange.getResponseBody()) {
        body.write(bytes);
      }
    }
  }

  InetSocketAddress address() {
    return server.getAddress();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
