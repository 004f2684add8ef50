package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.slack.api.methods.SlackApiException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slow work is done again where Slack asks for patience, a few times, and else has failed. */
@Timeout(30)
class WorkTest {

  private final Work work = new Work(Runnable::run);
  private final AtomicInteger attempts = new AtomicInteger();
  private final BlockingQueue<Exception> failures = new LinkedBlockingQueue<>();

  private static SlackApiException answered(int status, String retryAfter) {
    Response response =
        new Response.Builder()
            .request(new Request.Builder().url("http://127.0.0.1/").build())
            .protocol(Protocol.HTTP_1_1)
            .code(status)
            .message("")
            .header("Retry-After", retryAfter)
            .build();
    return new SlackApiException(response, "{\"ok\":false}");
  }

  private Work.Piece failing(Exception failure) {
    return () -> {
      attempts.incrementAndGet();
      throw failure;
    };
  }

  private Exception failure() throws InterruptedException {
    Exception failure = failures.poll(10, TimeUnit.SECONDS);
    assertNotNull(failure, "it did not fail");
    return failure;
  }

  @Test
  void whatSlackPutsOffIsDoneAgainThriceInAllAndNotForEver() throws Exception {
    SlackApiException tooMany = answered(429, "0");
    work.later(failing(tooMany), failures::add);
    assertSame(tooMany, failure());
    assertEquals(3, attempts.get());
  }

  @Test
  void whatIsDoneAtLastHasNotFailed() throws Exception {
    BlockingQueue<Integer> done = new LinkedBlockingQueue<>();
    Work.Piece piece =
        () -> {
          if (attempts.incrementAndGet() == 1) {
            throw answered(429, "0");
          }
          done.add(attempts.get());
        };
    work.now(piece, failures::add);
    assertEquals(2, done.poll(10, TimeUnit.SECONDS));
    assertEquals(0, failures.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"31", "999", "1000", "soon", "", "-1", "1.5"})
  void itIsNotWaitedForLongNorForNoTime(String seconds) throws Exception {
    SlackApiException tooMany = answered(429, seconds);
    work.now(failing(tooMany), failures::add);
    assertSame(tooMany, failure());
    assertEquals(1, attempts.get());
  }

  @ParameterizedTest
  @CsvSource({"503, 0", "500, 0", "200, 0"})
  void whatFailedOtherwiseIsNotDoneAgain(int status, String seconds) throws Exception {
    work.now(failing(answered(status, seconds)), failures::add);
    failure();
    work.now(failing(new IOException()), failures::add);
    failure();
    assertEquals(2, attempts.get());
  }

  @Test
  void whatIsNotTakenAnyMoreHasFailed() throws Exception {
    Work closed =
        new Work(
            piece -> {
              throw new RejectedExecutionException();
            });
    closed.later(attempts::incrementAndGet, failures::add);
    assertEquals(RejectedExecutionException.class, failure().getClass());
    assertEquals(0, attempts.get());
  }

  @Test
  void itMayBeginAfterAPause() throws Exception {
    BlockingQueue<Integer> done = new LinkedBlockingQueue<>();
    work.later(Duration.ofMillis(1), () -> done.add(1), failures::add);
    assertNotNull(done.poll(10, TimeUnit.SECONDS));
    assertEquals(0, failures.size());
  }
}
