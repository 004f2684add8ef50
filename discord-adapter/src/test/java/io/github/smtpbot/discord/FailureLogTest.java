package io.github.smtpbot.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The log tells what failed and where, and nothing that anybody pasted. */
class FailureLogTest {

  private static final String SECRET = "550 5.1.1 <zebra@example.com> in zebra.eml";

  private final Logger log = (Logger) LoggerFactory.getLogger(SmtpDiscordPlugin.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.setLevel(Level.TRACE);
    lines.start();
    log.addAppender(lines);
  }

  @AfterEach
  void stop() {
    log.detachAppender(lines);
    log.setLevel(null);
  }

  @Test
  void aFailureIsLoggedByItsKindAndItsPlaceInOurCode() {
    String id = Failures.report(new IllegalStateException(SECRET, new IOException(SECRET)));
    assertTrue(id.matches("[0-9a-f]{8}"), id);
    assertTrue(lines.list.get(0).getFormattedMessage().startsWith(id + " "));
    String line = line();
    String start =
        "Could not answer: java.lang.IllegalStateException at io.github.smtpbot.discord.";
    assertTrue(line.startsWith(start), line);
  }

  @Test
  void aFailureOfALibraryIsLoggedWithoutItsPlace() {
    IOException failure = new IOException(SECRET);
    failure.setStackTrace(
        new StackTraceElement[] {new StackTraceElement("com.example.A", "b", "A.java", 1)});
    Failures.report(failure);
    assertEquals("Could not answer: java.io.IOException", line());
  }

  @Test
  void whatDiscordRefusesIsLoggedByItsNumbers() {
    Response refused =
        new Response.Builder()
            .request(new Request.Builder().url("http://127.0.0.1/" + "zebra").build())
            .protocol(Protocol.HTTP_1_1)
            .code(400)
            .message("zebra")
            .body(ResponseBody.create("{\"message\":\"zebra\",\"code\":50035}", null))
            .build();
    Failures.report(
        ErrorResponseException.create(
            ErrorResponse.INVALID_FORM_BODY,
            new net.dv8tion.jda.api.requests.Response(refused, -1, Set.of())));
    assertEquals("Discord did not take an answer: HTTP 400, error 50035", line());
  }

  @Test
  void whatIsGivenUpAtTheEndIsNoWarning() {
    Failures.report(new CancellationException(SECRET));
    assertEquals("Not sent, because the bot is being closed", line());
    assertEquals(Level.DEBUG, lines.list.get(0).getLevel());
    lines.list.clear();
    Failures.report(new RejectedExecutionException(SECRET));
    assertEquals("Not sent, because the bot is being closed", line());
  }

  private String line() {
    assertEquals(1, lines.list.size());
    ILoggingEvent event = lines.list.get(0);
    assertNull(event.getThrowableProxy());
    assertFalse(event.getFormattedMessage().contains("zebra"), event.getFormattedMessage());
    return event.getFormattedMessage().substring("01234567 ".length());
  }
}
