package io.github.smtpbot.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to deliver one message to one recipient, as a log tells it. Holds parts of the log,
 * so it must not be logged, and is shown only masked.
 *
 * @param time when, or null if the log does not tell
 * @param message what tells this message from others in the same log: a queue id with its host, a
 *     message id; empty if nothing does, in which case each delivery is a message of its own
 * @param sender the address of the reverse-path, empty for the null reverse-path or if not told
 * @param recipient the address of the forward-path, empty if not told
 * @param host who answered, or was to answer: a host name, or an address literal; {@link #HERE} for
 *     a program on the server whose log it is; empty if not told
 * @param result what came of it
 * @param reply what was said about it, as text that {@code SmtpBot.read} understands: a reply with
 *     its codes, or the log's own words; empty if nothing was said
 */
public record Delivery(
    @Nullable Instant time,
    String message,
    String sender,
    String recipient,
    String host,
    Result result,
    String reply) {

  /** The host of a program on the server itself: one that keeps mailboxes, a filter, a script. */
  public static final String HERE = "localhost";

  /** What came of an attempt. */
  public enum Result {
    /** The next host took the message, or it lies in the mailbox. */
    DELIVERED,
    /** It failed for now and is retried. */
    DEFERRED,
    /** It failed for good: a bounce is sent, or the message is dropped. */
    BOUNCED,
    /** The server whose log this is refused to take the message from its client. */
    REJECTED
  }
}
