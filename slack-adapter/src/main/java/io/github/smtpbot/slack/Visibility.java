package io.github.smtpbot.slack;

/** Who sees the answer to a slash command at first. */
public enum Visibility {
  /** The asker alone. */
  EPHEMERAL,

  /**
   * Everybody in the channel. Slack then shows what was typed as well, so that the answer to a
   * pasted text still goes to the asker alone.
   */
  IN_CHANNEL
}
