package io.github.smtpbot.discord.bot;

import java.util.Objects;

/** Tells failures of the network in a few words. */
final class Causes {

  private Causes() {}

  /** The kind of what is at the root of a failure, and the first line that it says. */
  static String of(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String message = Objects.requireNonNullElse(root.getMessage(), "");
    String kind = root.getClass().getSimpleName();
    return message.lines().findFirst().map(line -> kind + ": " + line).orElse(kind);
  }
}
