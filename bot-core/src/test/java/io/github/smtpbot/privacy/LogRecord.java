package io.github.smtpbot.privacy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.spi.FilterReply;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * Writes into a file the lines that the finished program would write, by its own configuration of
 * Logback but with the bot's own lines of all levels; those of libraries, which quote what they
 * read, are let through as far as the program does. What the tests print stays as it is.
 */
final class LogRecord extends AppenderBase<ILoggingEvent> {

  private static final String OWN = "io.github.smtpbot";

  private final LoggerContext program;

  private LogRecord(LoggerContext program) {
    this.program = program;
  }

  /** Records from now on, for as long as this process runs. */
  static void start(Path configuration, Path file) throws IOException {
    LoggerContext program = new LoggerContext();
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(program);
    try {
      configurator.doConfigure(configuration.toFile());
    } catch (JoranException e) {
      throw new IOException(e);
    }
    program.getLogger(OWN).setLevel(Level.TRACE);
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
    for (Logger logger : program.getLoggerList()) {
      for (Iterator<Appender<ILoggingEvent>> all = logger.iteratorForAppenders(); all.hasNext(); ) {
        if (all.next() instanceof ConsoleAppender<ILoggingEvent> console) {
          console.setOutputStream(out);
        }
      }
    }

    LoggerContext tests = (LoggerContext) LoggerFactory.getILoggerFactory();
    Map<String, Level> shown = new HashMap<>();
    for (LoggerContext each : new LoggerContext[] {tests, program}) {
      for (Logger logger : each.getLoggerList()) {
        if (logger.getLevel() != null) {
          shown.put(logger.getName(), tests.getLogger(logger.getName()).getEffectiveLevel());
        }
      }
    }
    Logger root = tests.getLogger(Logger.ROOT_LOGGER_NAME);
    for (Iterator<Appender<ILoggingEvent>> all = root.iteratorForAppenders(); all.hasNext(); ) {
      all.next().addFilter(new AsBefore(Map.copyOf(shown)));
    }
    for (String name : shown.keySet()) {
      tests.getLogger(name).setLevel(program.getLogger(name).getEffectiveLevel());
    }
    LogRecord record = new LogRecord(program);
    record.setContext(tests);
    record.start();
    root.addAppender(record);
    // Without this line nothing else is in the record either.
    tests.getLogger(OWN).trace(NoLeaks.BEGINNING);
  }

  @Override
  protected void append(ILoggingEvent event) {
    Logger logger = program.getLogger(event.getLoggerName());
    if (logger.isEnabledFor(event.getLevel())) {
      logger.callAppenders(event);
    }
  }

  /** Prints no more than the tests' own configuration would. */
  private static final class AsBefore extends Filter<ILoggingEvent> {

    private final Map<String, Level> shown;

    AsBefore(Map<String, Level> shown) {
      this.shown = shown;
    }

    @Override
    public FilterReply decide(ILoggingEvent event) {
      return event.getLevel().isGreaterOrEqual(level(event.getLoggerName()))
          ? FilterReply.NEUTRAL
          : FilterReply.DENY;
    }

    private Level level(String logger) {
      String name = logger;
      while (!name.isEmpty()) {
        Level level = shown.get(name);
        if (level != null) {
          return level;
        }
        name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
      }
      return shown.getOrDefault(Logger.ROOT_LOGGER_NAME, Level.OFF);
    }
  }
}
