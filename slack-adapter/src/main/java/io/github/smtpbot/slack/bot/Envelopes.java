package io.github.smtpbot.slack.bot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.socket_mode.request.SocketModeEnvelope;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the envelopes of Socket Mode: hands each to Bolt, once however often Slack sends it, and
 * sends the acknowledgement by the connection that the envelope came by. Where that connection is
 * gone by then, an answer goes to the {@code response_url} that came with the question, so that who
 * asked is not left alone.
 *
 * <p>What was answered is known by its id for a quarter of an hour; no answer is kept. Safe for use
 * by many threads.
 */
final class Envelopes {

  private static final Logger LOG = LoggerFactory.getLogger(Envelopes.class);

  private static final int THREADS = 10;
  private static final int WAITING = 1_000;
  private static final int MAX_KNOWN = 20_000;
  private static final Duration KNOWN = Duration.ofMinutes(15);

  private final App app;
  private final Slack slack;
  private final SocketModeRequestParser parser;
  private final Cache<String, CompletableFuture<Boolean>> known =
      Caffeine.newBuilder()
          .maximumSize(MAX_KNOWN)
          .expireAfterWrite(KNOWN)
          .executor(Runnable::run)
          .build();
  private final ThreadPoolExecutor threads;

  Envelopes(App app) {
    this.app = app;
    this.slack = app.slack();
    this.parser = new SocketModeRequestParser(app.config());
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            task -> new Thread(task, "smtpbot-envelope"));
    this.threads.allowCoreThreadTimeOut(true);
  }

  /** Answers an envelope later, by a thread of its own. */
  void answer(String envelope, SocketConnection connection) {
    try {
      threads.execute(() -> run(envelope, connection));
    } catch (RejectedExecutionException e) {
      // Slack sends an event again that nobody acknowledges, to another process if this one ends.
      if (!threads.isShutdown()) {
        LOG.warn("Too many questions at once: one was not taken");
      }
    }
  }

  /** Takes no more, and waits as long as this for those that were taken. */
  void stop(Duration patience) {
    threads.shutdown();
    try {
      if (threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    LOG.warn("Some answers under way were given up");
  }

  private void run(String message, SocketConnection connection) {
    try {
      SocketModeRequest request = parser.parse(message);
      if (request != null && request.getEnvelope().getEnvelopeId() != null) {
        answerOnce(request, connection);
      }
    } catch (Exception | StackOverflowError e) {
      // The message of a parser quotes what it read.
      LOG.warn("An envelope was not understood: {}", e.getClass().getName());
    }
  }

  private void answerOnce(SocketModeRequest request, SocketConnection connection) throws Exception {
    SocketModeEnvelope envelope = request.getEnvelope();
    String key = key(envelope);
    CompletableFuture<Boolean> mine = new CompletableFuture<>();
    CompletableFuture<Boolean> earlier = known.asMap().putIfAbsent(key, mine);
    if (earlier != null) {
      if (earlier.get()) {
        connection.acknowledge(acknowledgement(envelope, null));
      }
      return;
    }
    boolean taken = false;
    try {
      taken = deliver(envelope, app.run(request.getBoltRequest()), connection);
    } finally {
      if (!taken) {
        // Should Slack send it again, it is answered again.
        known.invalidate(key);
      }
      mine.complete(taken);
    }
  }

  /** Whether there is nothing left to do. */
  private boolean deliver(
      SocketModeEnvelope envelope, Response response, SocketConnection connection)
      throws IOException {
    if (response.getStatusCode() != 200) {
      LOG.warn("An envelope was refused: HTTP {}", response.getStatusCode());
      return false;
    }
    JsonElement answer = answer(response);
    if (connection.acknowledge(acknowledgement(envelope, answer)) || answer == null) {
      return true;
    }
    String responseUrl = text(envelope.getPayload(), "response_url");
    if (responseUrl == null) {
      return false;
    }
    return slack.send(responseUrl, answer.toString()).getCode() == 200;
  }

  /** What the acknowledgement says to the person; null if nothing. */
  private static @Nullable JsonElement answer(Response response) {
    String body = response.getBody();
    if (body == null || body.isEmpty()) {
      return null;
    }
    String type = response.getContentType();
    if (type != null && type.startsWith("application/json")) {
      return JsonParser.parseString(body);
    }
    JsonObject text = new JsonObject();
    text.addProperty("text", body);
    return text;
  }

  private static String acknowledgement(SocketModeEnvelope envelope, @Nullable JsonElement answer) {
    JsonObject acknowledgement = new JsonObject();
    acknowledgement.addProperty("envelope_id", envelope.getEnvelopeId());
    if (answer != null) {
      acknowledgement.add("payload", answer);
    }
    return acknowledgement.toString();
  }

  /** The same for whatever is sent again, be it in a new envelope. */
  private static String key(SocketModeEnvelope envelope) {
    String event = text(envelope.getPayload(), "event_id");
    if (event != null) {
      return event;
    }
    String trigger = text(envelope.getPayload(), "trigger_id");
    return trigger == null ? envelope.getEnvelopeId() : trigger;
  }

  private static @Nullable String text(@Nullable JsonElement payload, String field) {
    return payload instanceof JsonObject object
            && object.get(field) instanceof JsonPrimitive value
            && value.isString()
        ? value.getAsString()
        : null;
  }
}
