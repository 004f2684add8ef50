package io.github.smtpbot.catalog;

/** To whom a piece of advice is addressed. */
public enum Role {
  SENDER,
  RECIPIENT,
  ADMINISTRATOR,
  EVERYONE
}
