package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.diagnosis.Finding.Origin;
import io.github.smtpbot.diagnosis.Outcome;
import io.github.smtpbot.diagnosis.form.TextLine;
import org.jspecify.annotations.Nullable;

/** A reply while it is being read: what is known of it so far. Used by one thread. */
final class ReplyBuilder {

  @Nullable ReplyCode code;
  @Nullable EnhancedStatusCode enhanced;
  @Nullable EnhancedStatusCode status;
  String text = "";

  /** The line that holds those words, where they begin in it; null if they stand on several. */
  @Nullable TextLine line;

  int at;
  String asWritten = "";
  String context = "";
  String greeting = "";
  @Nullable Command command;
  @Nullable String remoteHost;
  @Nullable String reportingHost;
  @Nullable String reportingSystem;
  @Nullable String speaker;
  @Nullable String recipient;
  @Nullable Outcome outcome;
  Origin origin = Origin.UNKNOWN;
  boolean isOutOfTurn;
  boolean isInside;

  boolean isReply() {
    return code != null || enhanced != null;
  }

  int severityDigit() {
    return Reply.severityDigit(code, enhanced, status);
  }

  Reply build() {
    return new Reply(
        code,
        enhanced,
        status,
        text,
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
}
