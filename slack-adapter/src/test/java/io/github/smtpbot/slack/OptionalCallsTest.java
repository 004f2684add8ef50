package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
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

/** What an app may not do is said once in the log, and ends nothing. */
class OptionalCallsTest {

  private final Logger log = (Logger) LoggerFactory.getLogger(SmtpSlackPlugin.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final OptionalCalls calls = new OptionalCalls();

  @BeforeEach
  void listen() {
    log.setLevel(Level.WARN);
    lines.start();
    log.addAppender(lines);
  }

  @AfterEach
  void stop() {
    log.detachAppender(lines);
    log.setLevel(null);
  }

  @Test
  void whatSlackRefusesIsLoggedOnceByMethodAndWord() throws Exception {
    assertFalse(calls.made("chat.unfurl", () -> refuse("missing_scope")));
    assertFalse(calls.made("chat.unfurl", () -> refuse("missing_scope")));
    assertFalse(calls.made("views.publish", () -> refuse("not_enabled")));

    assertEquals(
        List.of(
            "Slack refuses chat.unfurl: missing_scope; see docs/slack.md",
            "Slack refuses views.publish: not_enabled; see docs/slack.md"),
        lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
  }

  @Test
  void whatWorksIsNotLoggedAndWhatFailsOtherwiseIsNotHidden() throws Exception {
    assertTrue(calls.made("chat.unfurl", () -> {}));
    assertThrows(
        IOException.class,
        () ->
            calls.made(
                "chat.unfurl",
                () -> {
                  throw new IOException("no network");
                }));
    assertTrue(lines.list.isEmpty());
  }

  private static void refuse(String word) throws IOException {
    throw new Sending.RefusedException(word);
  }
}
