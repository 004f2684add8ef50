package io.github.smtpbot.catalog;

/** Whose turn it is after a reply. */
public enum Party {
  /** The person or program that wrote the message. */
  SENDER,
  /** Whoever runs the sending mail system. */
  SENDER_ADMIN,
  /** The person the message is for. */
  RECIPIENT,
  /** Whoever runs the receiving mail system. */
  RECIPIENT_ADMIN,
  /** Nobody: wait, or nothing is wrong. */
  NOBODY
}
