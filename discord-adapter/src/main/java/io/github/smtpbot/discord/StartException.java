package io.github.smtpbot.discord;

/**
 * The bot cannot start, and waiting would not help. The message is one line and holds no secret.
 */
final class StartException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /**
   * A start that failed.
   *
   * @param exitCode with which the program ends
   */
  StartException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
