package io.github.smtpbot.slack.bot;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.response.Response;
import io.github.smtpbot.store.Claims;
import io.github.smtpbot.store.StoreException;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has one of several copies of the bot answer an event, however often Slack sends it and to whom. A
 * copy that takes an event and ends before it has acknowledged it loses it to the one that Slack
 * turns to next. While the database is away, each copy answers what it gets. Safe for use by many
 * threads and processes.
 */
final class SharedEvents {

  private static final Logger LOG = LoggerFactory.getLogger(SharedEvents.class);

  /** An event is acknowledged within milliseconds; who has not by then has ended. */
  private static final Duration TAKEN = Duration.ofSeconds(2);

  /** Slack sends an event again for the last time after five minutes. */
  private static final Duration DONE = Duration.ofHours(1);

  /** What is left for longer than this is done, however far the clocks of two copies are apart. */
  private static final Duration SURELY_DONE = Duration.ofMinutes(5);

  /** Slack waits three seconds. */
  private static final Duration PATIENCE = Duration.ofMillis(2_500);

  private static final Duration GLANCE = Duration.ofMillis(50);
  private static final int UNAVAILABLE = 503;
  private static final int OK = 200;
  private static final String CLAIM = "slack event ";

  private final Claims claims;
  private final OnceAMinute minute = new OnceAMinute();

  SharedEvents(Claims claims) {
    this.claims = claims;
  }

  /** What answers a request. */
  interface Run {
    Response run() throws Exception;
  }

  /** Answers a request, if it is an event, unless that was done. */
  Response once(Request<?> request, String body, Run run) throws Exception {
    String id = request.getRequestType() == RequestType.Event ? eventId(body) : null;
    if (id == null) {
      return run.run();
    }
    try {
      if (!isMine(CLAIM + id)) {
        return empty(isDone(CLAIM + id) ? OK : UNAVAILABLE);
      }
    } catch (StoreException e) {
      if (minute.isDue()) {
        LOG.warn("Each copy answers what it gets: {}", e.getMessage());
      }
      return run.run();
    }
    Response response = empty(UNAVAILABLE);
    try {
      response = run.run();
    } finally {
      tell(CLAIM + id, response.getStatusCode() == OK);
    }
    return response;
  }

  /** Waits for another copy that has taken it, until that has acknowledged it or has ended. */
  private boolean isMine(String claim) throws StoreException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!claims.take(claim, TAKEN)) {
      if (isDone(claim) || System.nanoTime() - deadline > 0) {
        return false;
      }
      Thread.sleep(GLANCE.toMillis());
    }
    return true;
  }

  private boolean isDone(String claim) throws StoreException {
    return claims.left(claim).compareTo(SURELY_DONE) > 0;
  }

  private void tell(String claim, boolean done) {
    try {
      if (done) {
        claims.extend(claim, DONE);
      } else {
        boolean unused = claims.release(claim);
      }
    } catch (StoreException e) {
      LOG.debug("What was answered is not told to other copies: {}", e.getMessage());
    }
  }

  /** Nothing but a status. */
  static Response empty(int status) {
    return Response.builder().statusCode(status).contentType("text/plain").body("").build();
  }

  /** Null if there is none. */
  private static @Nullable String eventId(String body) {
    try (JsonReader json = new JsonReader(new StringReader(body))) {
      json.beginObject();
      while (json.hasNext()) {
        if (json.nextName().equals("event_id") && json.peek() == JsonToken.STRING) {
          String id = json.nextString();
          return id.length() > 100 ? null : id;
        }
        json.skipValue();
      }
      return null;
    } catch (IOException | IllegalStateException e) {
      return null;
    }
  }
}
