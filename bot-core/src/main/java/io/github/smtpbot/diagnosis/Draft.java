package io.github.smtpbot.diagnosis;

import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.ReplyCode;
import org.jspecify.annotations.Nullable;

/** A reply while it is being read: what is known of it so far. Used by one thread. */
final class Draft {

  /** What a report says became of the message (the field Action of RFC 3464, or a log's word). */
  enum Action {
    FAILED,
    DELAYED,
    DELIVERED
  }

  @Nullable ReplyCode code;
  @Nullable EnhancedStatusCode enhanced;

  /** The status that a report gives beside the reply: the field Status, {@code dsn=} in a log. */
  @Nullable EnhancedStatusCode status;

  String text = "";

  /** The reply's words with the codes that stand among them, if any do. */
  String raw = "";

  /** Words around the reply that may tell its cause where the reply does not. */
  String context = "";

  @Nullable Command command;
  @Nullable String remoteHost;
  @Nullable String reportingHost;
  @Nullable String recipient;
  @Nullable Action action;

  /** Whether the text quotes a reply; else it only tells of a failure. */
  boolean isReply() {
    return code != null || enhanced != null;
  }

  /** The first digit of the reply or, where there is none, of the status; 0 if there is neither. */
  int severityDigit() {
    if (code != null) {
      return code.value() / 100;
    }
    if (enhanced != null) {
      return enhanced.classDigit();
    }
    return status == null ? 0 : status.classDigit();
  }

  /** The reply's codes as written; empty if it has none. */
  String codes() {
    String first = code == null ? "" : code.text();
    String second = enhanced == null ? "" : enhanced.text();
    return first.isEmpty() || second.isEmpty() ? first + second : first + " " + second;
  }

  /** The enhanced status code to report: the reply's own, or the one that the report gives. */
  @Nullable EnhancedStatusCode written() {
    return enhanced != null ? enhanced : status;
  }
}
