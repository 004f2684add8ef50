package io.github.smtpbot.catalog;

/** How a reply code stands with the RFCs. */
public enum CodeStatus {
  /** Defined by an RFC in force. */
  STANDARD,
  /** Defined once, withdrawn or historical since. */
  OBSOLETE,
  /** Defined by no RFC, but seen in practice or named by the registry only. */
  NONSTANDARD
}
