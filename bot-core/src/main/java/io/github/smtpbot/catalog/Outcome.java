package io.github.smtpbot.catalog;

/** What the sending server does after a reply. */
public enum Outcome {
  /** Goes on with the next command; after the end of the data the message is delivered. */
  PROCEEDS,
  /** Sends what the server waits for; nothing is decided yet. */
  AWAITS,
  /** Closes the session in good order. */
  ENDS,
  /** Does nothing: the reply is for people to read. */
  INFORMS,
  /** Changes what it asked, or gives up on that command only. */
  ADAPTS,
  /** Keeps the message queued and tries again later (RFC 5321 section 4.5.4.1). */
  RETRIES,
  /** Has given up by now, or still tries: a queue says the same of both. */
  EXPIRES,
  /** Gives up and returns the message to its sender (RFC 5321 section 6.1). */
  BOUNCES,
  /** Depends on who sent the code. */
  VARIES
}
