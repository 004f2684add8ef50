package io.github.smtpbot.diagnosis;

/**
 * Words of the text that led to a conclusion.
 *
 * @param kind what they are
 * @param matched the words as they stand in the text, at most 1000 characters
 */
public record Evidence(Kind kind, String matched) {

  /** What kind of words, the strongest first. */
  public enum Kind {
    PROVIDER_TOKEN,
    PHRASE,
    ENHANCED_STATUS_CODE,
    REPLY_CODE,
    /** The form of the text itself, such as {@code Action: delayed} or a timeout in a log line. */
    CONTEXT
  }
}
