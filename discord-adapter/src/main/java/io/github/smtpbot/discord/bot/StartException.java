package io.github.smtpbot.discord.bot;

import io.github.smtpbot.owner.OwnerException;

/**
 * The bot cannot start, and waiting would not help. The message is one line and holds no secret.
 */
final class StartException extends Exception {

  private static final long serialVersionUID = 1L;

  /** A setting is missing or wrong. */
  static final int USAGE = 2;

  /** Discord refuses the token. */
  static final int REFUSED = 3;

  /** Discord lets the bot in no more, or ended the connection for good. */
  static final int UNAVAILABLE = 4;

  private final int exitCode;

  private StartException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  static StartException usage(String message) {
    return new StartException(USAGE, message);
  }

  /** Discord does not take the token. */
  static StartException refused() {
    return new StartException(
        REFUSED,
        "Discord refuses the token; copy "
            + DiscordSettings.TOKEN
            + " anew from the Bot page of your application");
  }

  static StartException unavailable(String message) {
    return new StartException(UNAVAILABLE, message);
  }

  /** What the owner wants cannot be had. */
  static StartException of(OwnerException failure) {
    return new StartException(
        failure.isSetting() ? USAGE : UNAVAILABLE, String.valueOf(failure.getMessage()));
  }

  int exitCode() {
    return exitCode;
  }
}
