package io.github.smtpbot.owner;

import io.github.smtpbot.store.StoreException;

/**
 * What the owner wants cannot be had. The message is one line for the person who runs the bot; it
 * holds no secret.
 */
public final class OwnerException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean setting;

  private OwnerException(boolean setting, String message) {
    super(message);
    this.setting = setting;
  }

  static OwnerException setting(String message) {
    return new OwnerException(true, message);
  }

  static OwnerException unavailable(String message) {
    return new OwnerException(false, message);
  }

  static OwnerException of(StoreException failure) {
    return new OwnerException(
        failure.kind() == StoreException.Kind.SETTING, String.valueOf(failure.getMessage()));
  }

  /** Whether a setting is wrong, so that waiting does not help. */
  public boolean isSetting() {
    return setting;
  }
}
