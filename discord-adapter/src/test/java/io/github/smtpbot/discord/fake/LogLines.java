package io.github.smtpbot.discord.fake;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What a class logs while a test runs. */
public final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private final Logger logger;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  /** Listens to warnings and errors of this class. */
  public LogLines(Class<?> of) {
    logger = (Logger) LoggerFactory.getLogger(of);
    start();
    logger.addAppender(this);
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
      lines.add(event.getFormattedMessage());
    }
  }

  public List<String> all() {
    return lines;
  }

  /** Waits for a line with this in it. */
  public String await(String part) throws InterruptedException {
    for (int i = 0; i < 1000; i++) {
      for (String line : lines) {
        if (line.contains(part)) {
          return line;
        }
      }
      Thread.sleep(20);
    }
    throw new AssertionError("no " + part + " in " + lines);
  }

  @Override
  public void close() {
    logger.detachAppender(this);
  }
}
