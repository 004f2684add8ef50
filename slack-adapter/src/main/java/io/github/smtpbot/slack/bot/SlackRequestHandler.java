package io.github.smtpbot.slack.bot;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.QueryStringParser;
import com.slack.api.bolt.util.SlackRequestParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
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

  /** How long a body may take. */
  private static final Duration BODY_TIMEOUT = Duration.ofSeconds(10);

  private static final String TIMESTAMP = "X-Slack-Request-Timestamp";
  private static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(SlackRequestHandler.class);

  private final App app;
  private final SlackRequestParser parser;

  SlackRequestHandler(App app) {
    this.app = app;
    this.parser = new SlackRequestParser(app.config());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = Request.getPathInContext(request);
    if (path.equals(HEALTH)) {
      answer(response, callback, HttpStatus.OK_200, "text/plain", "ok\n");
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

  private void receive(Request request, Response response, Callback callback) {
    String body;
    try {
      body = read(request);
    } catch (IOException e) {
      answer(response, callback, HttpStatus.REQUEST_TIMEOUT_408, "text/plain", "too slow\n");
      return;
    }
    if (body == null) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
      answer(response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413, "text/plain", "too large\n");
      return;
    }
    if (isOfTheFuture(request.getHeaders().get(TIMESTAMP))) {
      answer(response, callback, HttpStatus.UNAUTHORIZED_401, "text/plain", "invalid request\n");
      return;
    }
    try {
      com.slack.api.bolt.request.Request<?> parsed = parser.parse(toBolt(request, body));
      if (parsed == null) {
        answer(response, callback, HttpStatus.BAD_REQUEST_400, "text/plain", "bad request\n");
        return;
      }
      com.slack.api.bolt.response.Response result = app.run(parsed);
      answer(
          response,
          callback,
          result.getStatusCode(),
          result.getContentType(),
          result.getBody() == null ? "" : result.getBody());
    } catch (Exception e) {
      // The message of a parser quotes what it read.
      LOG.warn("A request was not understood: {}", e.getClass().getName());
      answer(response, callback, HttpStatus.BAD_REQUEST_400, "text/plain", "bad request\n");
    }
  }

  /** Bolt refuses what is old; what is dated ahead could be sent again until it is. */
  private static boolean isOfTheFuture(@Nullable String timestamp) {
    try {
      Instant limit = Instant.now().plus(MAX_CLOCK_SKEW);
      return timestamp != null && Long.parseLong(timestamp) > limit.getEpochSecond();
    } catch (NumberFormatException e) {
      return true;
    }
  }

  /** The body, or null if it is too large. */
  private static @Nullable String read(Request request) throws IOException {
    if (request.getLength() > MAX_BODY) {
      return null;
    }
    long deadline = System.nanoTime() + BODY_TIMEOUT.toNanos();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] chunk = new byte[8192];
    try (InputStream in = Content.Source.asInputStream(request)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        body.write(chunk, 0, read);
        if (body.size() > MAX_BODY) {
          return null;
        }
        if (System.nanoTime() > deadline) {
          throw new IOException("too slow");
        }
      }
    }
    return body.toString(StandardCharsets.UTF_8);
  }

  private static SlackRequestParser.HttpRequest toBolt(Request request, String body) {
    Map<String, List<String>> headers = new TreeMap<>();
    for (HttpField field : request.getHeaders()) {
      headers.put(field.getName(), field.getValueList());
    }
    return SlackRequestParser.HttpRequest.builder()
        .requestUri(EVENTS)
        .queryString(QueryStringParser.toMap(request.getHttpURI().getQuery()))
        .requestBody(body)
        .headers(new RequestHeaders(headers))
        .remoteAddress(Request.getRemoteAddr(request))
        .build();
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
