package io.github.smtpbot.diagnosis.form;

/**
 * What stands on one line of meaning: a line of the text and those that only a narrow window or a
 * reply of many lines parted from it.
 *
 * @param kind how it begins
 * @param text its words, its lines joined by a space, without quote and transcript signs
 * @param manyLines whether it holds a reply that went over many lines, as nothing else does
 */
public record TextLine(Kind kind, String text, boolean manyLines) {

  /** How a line begins. */
  public enum Kind {
    /** Prose, or anything else. */
    PROSE,
    /** A line of a log: it begins with a time. */
    LOG,
    /** What the client said in a transcript. */
    CLIENT,
    /** What the server said in a transcript. */
    SERVER,
    /** A reply code. */
    CODE,
    /** An address, and nothing else but a colon. */
    RECIPIENT,
    /** A field of a delivery status notification or of a message. */
    FIELD
  }
}
