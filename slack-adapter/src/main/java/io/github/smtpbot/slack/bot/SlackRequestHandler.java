package io.github.smtpbot.slack.bot;

import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.QueryStringParser;
import com.slack.api.bolt.util.SlackRequestParser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands Slack's requests to Bolt, which checks their signature and age. {@code POST /slack/events}
 * takes them all; {@code GET /healthz} tells that the bot runs.
 */
final class SlackRequestHandler extends Handler.Abstract {

  static final String EVENTS = "/slack/events";
  static final String HEALTH = "/healthz";

  /** More than Slack sends: a request holds one message at the most. */
  static final int MAX_BODY = 1024 * 1024;

  /** Whoever sends more than this may not hear why it is refused. */
  private static final long MAX_THROWN_AWAY = 4L * MAX_BODY;

  /** How long a body may take in all, however steadily it drips. */
  private static final Duration BODY_TIMEOUT = Duration.ofSeconds(10);

  private static final String TIMESTAMP = "X-Slack-Request-Timestamp";
  private static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(SlackRequestHandler.class);

  private static final String SIGNATURE = "X-Slack-Signature";

  /** How much of the bodies that are not there in full yet is kept. */
  private static final int MAX_BODIES = 32 * MAX_BODY;

  private final Semaphore room = new Semaphore(MAX_BODIES);
  private final App app;
  private final @Nullable SharedEvents events;
  private final SlackRequestParser parser;
  private final SlackSignature.@Nullable Verifier verifier;
  private volatile boolean draining;
  private final FloodLog refused = new FloodLog(LOG, "requests without Slack's signature refused");

  private final FloodLog crowded =
      new FloodLog(LOG, "requests refused, as too many are being read");

  /**
   * Hands requests to an app.
   *
   * @param events null if there is but one copy of the bot
   */
  SlackRequestHandler(App app, @Nullable SharedEvents events) {
    this.app = app;
    this.events = events;
    this.parser = new SlackRequestParser(app.config());
    String secret = app.config().getSigningSecret();
    this.verifier =
        secret.isEmpty() ? null : new SlackSignature.Verifier(new SlackSignature.Generator(secret));
  }

  /** From now on {@code GET /healthz} tells that the bot ends. */
  void drain() {
    draining = true;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = Request.getPathInContext(request);
    if (path.equals(HEALTH)) {
      if (draining) {
        answer(response, callback, HttpStatus.SERVICE_UNAVAILABLE_503, "text/plain", "ending\n");
      } else {
        answer(response, callback, HttpStatus.OK_200, "text/plain", "ok\n");
      }
    } else if (!path.equals(EVENTS)) {
      answer(response, callback, HttpStatus.NOT_FOUND_404, "text/plain", "not found\n");
    } else if (!HttpMethod.POST.is(request.getMethod())) {
      response.getHeaders().put(HttpHeader.ALLOW, "POST");
      answer(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "text/plain", "POST only\n");
    } else {
      receive(request, response, callback);
    }
    return true;
  }

  /** Cheap reasons to refuse come first: whoever has no signature is not read at all. */
  private void receive(Request request, Response response, Callback callback) {
    if (request.getLength() > MAX_THROWN_AWAY) {
      refuse(response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413, "too large\n");
    } else if (!isTimely(request.getHeaders().get(TIMESTAMP))
        || request.getHeaders().get(SIGNATURE) == null) {
      refused.tell();
      refuse(response, callback, HttpStatus.UNAUTHORIZED_401, "invalid request\n");
    } else {
      read(request, response, callback);
    }
  }

  /** No thread waits for a body; it has to be there in time. */
  private void read(Request request, Response response, Callback callback) {
    Scheduler.Task deadline =
        request
            .getComponents()
            .getScheduler()
            .schedule(
                () -> request.fail(new TimeoutException("too slow")),
                BODY_TIMEOUT.toMillis(),
                TimeUnit.MILLISECONDS);
    new RequestBody(
            request,
            MAX_BODY,
            MAX_THROWN_AWAY,
            room,
            new RequestBody.Reader() {
              @Override
              public void read(String body) {
                deadline.cancel();
                answer(request, response, callback, body);
              }

              @Override
              public void tooLarge() {
                deadline.cancel();
                refuse(response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413, "too large\n");
              }

              @Override
              public void crowded() {
                deadline.cancel();
                crowded.tell();
                refuse(response, callback, HttpStatus.SERVICE_UNAVAILABLE_503, "too busy\n");
              }

              @Override
              public void failed() {
                deadline.cancel();
                refuse(response, callback, HttpStatus.REQUEST_TIMEOUT_408, "too slow\n");
              }
            })
        .run();
  }

  private void answer(Request request, Response response, Callback callback, String body) {
    if (!isSigned(request, body)) {
      refused.tell();
      refuse(response, callback, HttpStatus.UNAUTHORIZED_401, "invalid request\n");
      return;
    }
    try {
      com.slack.api.bolt.request.Request<?> parsed = parser.parse(toBolt(EVENTS, request, body));
      if (parsed == null) {
        answer(response, callback, HttpStatus.BAD_REQUEST_400, "text/plain", "bad request\n");
        return;
      }
      com.slack.api.bolt.response.Response result =
          events == null ? app.run(parsed) : events.once(parsed, body, () -> app.run(parsed));
      if (result.getStatusCode() == HttpStatus.NOT_FOUND_404) {
        // Nobody is meant to answer it, so that Slack need not send it again.
        answer(response, callback, HttpStatus.OK_200, "text/plain", "");
        return;
      }
      answer(
          response,
          callback,
          result.getStatusCode(),
          result.getContentType(),
          result.getBody() == null ? "" : result.getBody());
    } catch (Exception | StackOverflowError e) {
      // The message of a parser quotes what it read.
      LOG.warn("A request was not understood: {}", e.getClass().getName());
      answer(response, callback, HttpStatus.BAD_REQUEST_400, "text/plain", "bad request\n");
    }
  }

  /** Bolt checks it once more, after it has parsed the body, which is dear. */
  private boolean isSigned(Request request, String body) {
    // Without a secret, Slack comes by Socket Mode, and nobody that way.
    return verifier != null
        && verifier.isValid(
            request.getHeaders().get(TIMESTAMP), body, request.getHeaders().get(SIGNATURE));
  }

  /** What is old may be sent again by whoever saw it; what is dated ahead, until it is old. */
  private static boolean isTimely(@Nullable String timestamp) {
    try {
      return timestamp != null
          && Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp))
              <= MAX_CLOCK_SKEW.toSeconds();
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /**
   * A request as Bolt takes it.
   *
   * @param path as Bolt knows it, whatever a proxy makes of it
   */
  static SlackRequestParser.HttpRequest toBolt(String path, Request request, String body) {
    Map<String, List<String>> headers = new TreeMap<>();
    for (HttpField field : request.getHeaders()) {
      headers.put(field.getName(), field.getValueList());
    }
    // Jetty splits a header where it holds commas; a browser sends its cookies in one.
    List<String> cookies = request.getHeaders().getValuesList(HttpHeader.COOKIE);
    if (!cookies.isEmpty()) {
      headers.put(HttpHeader.COOKIE.asString(), cookies);
    }
    return SlackRequestParser.HttpRequest.builder()
        .requestUri(path)
        .queryString(QueryStringParser.toMap(request.getHttpURI().getQuery()))
        .requestBody(body)
        .headers(new RequestHeaders(headers))
        .remoteAddress(Request.getRemoteAddr(request))
        .build();
  }

  private static void refuse(Response response, Callback callback, int status, String body) {
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    answer(response, callback, status, "text/plain", body);
  }

  private static void answer(
      Response response, Callback callback, int status, @Nullable String type, String body) {
    response.setStatus(status);
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_TYPE, type == null ? "text/plain; charset=utf-8" : type);
    Content.Sink.write(response, true, body, callback);
  }
}
