package io.github.smtpbot.incident;

/** How a message, or one for one recipient, ended; what is worse comes later. */
enum Standing {
  DELIVERED,
  REJECTED,
  DEFERRED,
  BOUNCED
}
