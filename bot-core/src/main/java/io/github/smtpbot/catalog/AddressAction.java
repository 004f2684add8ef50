package io.github.smtpbot.catalog;

/** What the keeper of a mailing list does with the recipient's address, the mildest first. */
public enum AddressAction {
  /** Goes on sending to it: the failure says nothing against the address. */
  KEEP,
  /** Sends nothing to it until somebody has looked into it, or for some days. */
  PAUSE,
  /** Takes it off the list: mail to it will not arrive any more. */
  REMOVE
}
