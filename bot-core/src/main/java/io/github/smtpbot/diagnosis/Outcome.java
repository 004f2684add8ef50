package io.github.smtpbot.diagnosis;

/** What a report or a log says became of the message (the field Action of RFC 3464). */
public enum Outcome {
  FAILED,
  DELAYED,
  DELIVERED
}
