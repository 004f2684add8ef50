package io.github.smtpbot.catalog;

/** On whose side the reason of a failure lies; who acts may be somebody else. */
public enum Fault {
  /** The sender's: the message, the account, the sending server, its domain or its reputation. */
  SENDER,
  /** The recipient's: the address, the mailbox or its domain. */
  RECIPIENT,
  /** That of the server that replied or should have. */
  RECEIVING_SERVER,
  /** That of what lies between the two: routes, firewalls, time-outs. */
  NETWORK,
  /** Nobody's: nothing is wrong. */
  NOBODY
}
