package io.github.smtpbot.console;

/**
 * Keeps libraries that log by {@code java.util.logging} from writing between the lines of an
 * answer: the log manager makes one of these instead of reading its configuration, and then has no
 * handlers.
 */
public final class QuietLogging {

  /** What the log manager looks this class up by. */
  static final String PROPERTY = "java.util.logging.config.class";

  /** Called by the log manager when something is logged for the first time. */
  public QuietLogging() {}
}
