package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The log tells what failed and where, and nothing that anybody pasted. */
class FailureLogTest {

  private static final String SECRET = "550 5.1.1 <zebra@example.com> in zebra.eml";

  private final Logger log = (Logger) LoggerFactory.getLogger(SmtpSlackPlugin.class);
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
    Failures.report(new IllegalStateException(SECRET, new IOException(SECRET)));
    String line = line();
    assertTrue(line.contains("IllegalStateException at io.github.smtpbot.slack.FailureLog"), line);
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
  void whatSlackRefusesIsLoggedBySlacksWord() {
    Failures.report(new Sending.RefusedException("missing_scope"));
    assertEquals(
        "Slack did not take an answer: missing_scope; add the scope that docs/slack.md names, and"
            + " install the app again",
        line());
  }

  @Test
  void whatIsNoWordOfSlacksIsNotLogged() {
    Failures.report(new Sending.RefusedException(SECRET));
    assertEquals("Slack did not take an answer: no word for it", line());
  }

  @Test
  void aWordThatIsTooLongOrMissingIsNotLogged() {
    Failures.report(new Sending.RefusedException("a".repeat(61)));
    assertTrue(line().endsWith(": no word for it"));
    lines.list.clear();
    Failures.report(new Sending.RefusedException(null));
    assertTrue(line().endsWith(": no word for it"));
    lines.list.clear();
    Failures.report(new Sending.RefusedException("a1_".repeat(20)));
    assertTrue(line().endsWith("a1_"));
  }

  @Test
  void thePersonIsToldTheIdOfTheLine() {
    String told =
        Failures.say(
            new IllegalStateException(SECRET), (label, values) -> label + " " + List.of(values));
    ILoggingEvent event = lines.list.get(0);
    String id = event.getFormattedMessage().substring(0, 8);
    assertEquals("FAILED [" + id + "]", told);
  }

  private String line() {
    assertEquals(1, lines.list.size());
    ILoggingEvent event = lines.list.get(0);
    assertNull(event.getThrowableProxy());
    assertFalse(event.getFormattedMessage().contains("zebra"), event.getFormattedMessage());
    String line = event.getFormattedMessage();
    assertTrue(line.matches("[0-9a-f]{8} .*"), line);
    return line.substring("00000000 ".length());
  }
}
