package io.github.smtpbot.slack.bot;

import io.github.smtpbot.owner.OwnerException;
import io.github.smtpbot.store.StoreException;

/** The bot cannot start; the message is one line for the person who starts it. */
final class StartException extends Exception {

  private static final long serialVersionUID = 1L;

  /** A setting is missing or wrong. */
  static final int USAGE = 2;

  /** Slack refuses a token. */
  static final int REFUSED = 3;

  /** Slack or the database cannot be reached, or the port is taken: it may work later. */
  static final int UNAVAILABLE = 4;

  private final int exitCode;

  private StartException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  static StartException usage(String message) {
    return new StartException(USAGE, message);
  }

  static StartException refused(String message) {
    return new StartException(REFUSED, message);
  }

  static StartException unavailable(String message) {
    return new StartException(UNAVAILABLE, message);
  }

  /** The database cannot be used. */
  static StartException of(StoreException failure) {
    return failure.kind() == StoreException.Kind.SETTING
        ? usage(failure.getMessage() + "")
        : unavailable(failure.getMessage() + "");
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
