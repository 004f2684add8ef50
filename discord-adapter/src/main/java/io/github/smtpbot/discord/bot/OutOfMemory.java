package io.github.smtpbot.discord.bot;

import java.io.PrintStream;
import java.util.Arrays;
import net.dv8tion.jda.api.events.ExceptionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when memory has run out: what is left of a program then answers nobody, and is
 * not started anew by whatever watches over it. Part of the program, not of the plugin.
 */
final class OutOfMemory extends ListenerAdapter implements Thread.UncaughtExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(DiscordBot.class);

  /** How deep causes are nested at the most. */
  private static final int DEPTH = 20;

  private final PrintStream err;

  OutOfMemory(PrintStream err) {
    this.err = err;
  }

  /** What went wrong within JDA. */
  @Override
  public void onException(ExceptionEvent event) {
    check(event.getCause());
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    check(failure);
    // Without the words of the exception, which may hold what a person wrote.
    String place =
        Arrays.stream(failure.getStackTrace()).findFirst().map(frame -> " at " + frame).orElse("");
    LOG.error(
        "The thread {} has ended: {}{}", thread.getName(), failure.getClass().getName(), place);
  }

  private void check(Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; cause != null && i < DEPTH; i++) {
      if (cause instanceof OutOfMemoryError) {
        try {
          err.println(
              "smtpbot-discord: out of memory; ending, to be started anew. Give it more: -Xmx");
        } finally {
          // There may not be enough left for hooks.
          Runtime.getRuntime().halt(DiscordMain.OUT_OF_MEMORY);
        }
      }
      cause = cause.getCause();
    }
  }
}
