package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.diagnosis.Finding.Origin;
import io.github.smtpbot.diagnosis.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A reply as it stands in the text, or what the text tells of a failure without one.
 *
 * @param code the reply code, or null
 * @param enhanced the reply's own enhanced status code, or null
 * @param status the status that a report gives beside the reply: the field Status, {@code dsn=} in
 *     a log; or null
 * @param text the reply's words without its codes
 * @param asWritten the words with the codes that stand among them; empty if none do
 * @param context words around the reply that may tell its cause where the reply does not
 * @param greeting what the server said when the connection was opened; empty if that is not told
 * @param command the command or phase that was answered, or null
 * @param remoteHost the host that replied, or null
 * @param reportingHost the host that reports, or null
 * @param reportingSystem the id of the provider whose template the report is, or null
 * @param speaker the id of the provider in whose server's own log that server itself says this; or
 *     null
 * @param recipient the recipient's address, or null
 * @param outcome what is said to have become of the message, or null
 * @param origin who tells of it
 * @param isOutOfTurn whether it consents, in a text that tells of a failure all the same
 * @param isInside whether a host of the sender's own network replied
 */
public record Reply(
    @Nullable ReplyCode code,
    @Nullable EnhancedStatusCode enhanced,
    @Nullable EnhancedStatusCode status,
    String text,
    String asWritten,
    String context,
    String greeting,
    @Nullable Command command,
    @Nullable String remoteHost,
    @Nullable String reportingHost,
    @Nullable String reportingSystem,
    @Nullable String speaker,
    @Nullable String recipient,
    @Nullable Outcome outcome,
    Origin origin,
    boolean isOutOfTurn,
    boolean isInside) {

  /** Whether the text quotes a reply; else it only tells of a failure. */
  public boolean isReply() {
    return code != null || enhanced != null;
  }

  /** The first digit of the reply or, where there is none, of the status; 0 if there is neither. */
  public int severityDigit() {
    return severityDigit(code, enhanced, status);
  }

  static int severityDigit(
      @Nullable ReplyCode code,
      @Nullable EnhancedStatusCode enhanced,
      @Nullable EnhancedStatusCode status) {
    if (code != null) {
      return code.value() / 100;
    }
    if (enhanced != null) {
      return enhanced.classDigit();
    }
    return status == null ? 0 : status.classDigit();
  }

  /** This, with other words. */
  public Reply saying(String words) {
    return new Reply(
        code,
        enhanced,
        status,
        words.trim(),
        asWritten,
        context,
        greeting,
        command,
        remoteHost,
        reportingHost,
        reportingSystem,
        speaker,
        recipient,
        outcome,
        origin,
        isOutOfTurn,
        isInside);
  }

  /** Whether nothing is known but that something failed. */
  public boolean tellsNothing() {
    return !isReply() && text.isEmpty() && status == null;
  }

  /** The reply's codes as written; empty if it has none. */
  public String codes() {
    String first = code == null ? "" : code.text();
    String second = enhanced == null ? "" : enhanced.text();
    return first.isEmpty() || second.isEmpty() ? first + second : first + " " + second;
  }

  /**
   * The enhanced status code to report: the reply's own, or the one that the report gives where the
   * reply has none, or says no more than its class, and the report more.
   */
  public @Nullable EnhancedStatusCode written() {
    return enhanced == null || isTold(enhanced, status) ? status : enhanced;
  }

  private static boolean isTold(EnhancedStatusCode own, @Nullable EnhancedStatusCode other) {
    return other != null
        && other.classDigit() == own.classDigit()
        && ProseReplies.isVague(own)
        && !ProseReplies.isVague(other);
  }
}
