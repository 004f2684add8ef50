package io.github.smtpbot.discord;

import java.io.PrintStream;
import net.dv8tion.jda.api.events.ExceptionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;

/**
 * Ends the process when memory has run out: what is left of a program then answers nobody, and is
 * not started anew by whatever watches over it. Part of the program, not of the plugin.
 */
final class OutOfMemory extends ListenerAdapter implements Thread.UncaughtExceptionHandler {

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
    Failures.report(failure);
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
