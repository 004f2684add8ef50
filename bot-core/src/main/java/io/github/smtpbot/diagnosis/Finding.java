package io.github.smtpbot.diagnosis;

import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.House;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.ReplyCode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One reply that was found in a text, and what it says.
 *
 * @param replyCode the reply code as written, or null if none is
 * @param enhanced the enhanced status code as written, or null if none is
 * @param text the reply's words without its codes, its lines joined by a space
 * @param quotesReply whether the text quotes a reply; else it is words about a failure, which may
 *     be anybody's
 * @param command the command or phase it answered, or null if the text does not tell
 * @param remoteHost the host that replied, or null
 * @param recipient the recipient's address, or null
 * @param permanent whether delivery was given up for good; null if the text does not tell
 * @param cause what went wrong
 * @param confidence 0 to 1: how sure the cause is
 * @param evidence what in the text led to the cause, the strongest first; never empty
 * @param provider who answered, or null; the brand that stands for the {@link #house} where no more
 *     is shown
 * @param rule what that provider says of this very reply, or null
 * @param contradictions where the reply contradicts itself
 * @param circumstances what else the text tells of the failure
 */
public record Finding(
    @Nullable ReplyCode replyCode,
    @Nullable EnhancedStatusCode enhanced,
    String text,
    boolean quotesReply,
    @Nullable Command command,
    @Nullable String remoteHost,
    @Nullable String recipient,
    @Nullable Boolean permanent,
    Cause cause,
    double confidence,
    List<Evidence> evidence,
    @Nullable Provider provider,
    Provider.@Nullable Rule rule,
    Set<Contradiction> contradictions,
    Circumstances circumstances) {

  /** A finding of whose circumstances nothing is known. */
  public Finding(
      @Nullable ReplyCode replyCode,
      @Nullable EnhancedStatusCode enhanced,
      String text,
      boolean quotesReply,
      @Nullable Command command,
      @Nullable String remoteHost,
      @Nullable String recipient,
      @Nullable Boolean permanent,
      Cause cause,
      double confidence,
      List<Evidence> evidence,
      @Nullable Provider provider,
      Provider.@Nullable Rule rule,
      Set<Contradiction> contradictions) {
    this(
        replyCode,
        enhanced,
        text,
        quotesReply,
        command,
        remoteHost,
        recipient,
        permanent,
        cause,
        confidence,
        evidence,
        provider,
        rule,
        contradictions,
        new Circumstances(Origin.UNKNOWN, null, false, false));
  }

  /**
   * What else the text tells of a failure.
   *
   * @param origin who tells of it, and so whether anybody will try again unasked
   * @param retryAfter how long the server asks to wait; null if it does not say
   * @param isFollowUp whether it only follows from an earlier refusal, or is a question that the
   *     client could do without: {@code 503} after a refused MAIL, a refused EHLO before HELO
   * @param isHouseOnly whether the text shows no more than the house of who answered, so that it
   *     may be any of its brands
   */
  public record Circumstances(
      Origin origin, @Nullable Duration retryAfter, boolean isFollowUp, boolean isHouseOnly) {}

  /** Who tells of a failure. */
  public enum Origin {
    /** A program or a library that sends: it has no queue, and nothing is tried again unasked. */
    PROGRAM,
    /** A mail server's log: the message is in its queue, or was. */
    QUEUE,
    /** A mail server's report to the sender. */
    NOTICE,
    /** A session that somebody watched. */
    SESSION,
    /** A reply alone: the text does not tell. */
    UNKNOWN
  }

  /** A way in which a reply can contradict itself. */
  public enum Contradiction {
    /**
     * The reply code's first digit and the enhanced status code's class differ: {@code 550 4.2.2}.
     */
    CLASSES_DIFFER,
    /** A permanent code whose words ask to try again later. */
    PERMANENT_SAYS_RETRY,
    /** A transient code whose words say that it is final, or a queue that has given up. */
    TRANSIENT_SAYS_FINAL
  }

  /** The house of who answered where no brand of it is shown; else null. */
  public @Nullable House house() {
    return provider == null || !circumstances.isHouseOnly() ? null : provider.house();
  }

  /** The codes as written, {@code 550 5.7.1}; empty if none is. */
  public String codes() {
    if (replyCode == null) {
      return enhanced == null ? "" : enhanced.text();
    }
    return enhanced == null ? replyCode.text() : replyCode.text() + " " + enhanced.text();
  }
}
