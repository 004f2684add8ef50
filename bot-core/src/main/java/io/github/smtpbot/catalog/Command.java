package io.github.smtpbot.catalog;

/**
 * A point of the SMTP session at which a server answers: a command, the opening of the connection,
 * or the end of the message data (RFC 5321 section 4.3.2 and the extensions).
 */
public enum Command {
  CONNECT,
  EHLO,
  HELO,
  STARTTLS,
  AUTH,
  MAIL,
  RCPT,
  DATA,
  END_OF_DATA,
  BDAT,
  BURL,
  RSET,
  VRFY,
  EXPN,
  HELP,
  NOOP,
  QUIT,
  ETRN,
  ATRN,
  TURN,
  SEND,
  SOML,
  SAML;

  /**
   * Whether a refusal of it refuses a message, to one recipient at least; a refused login or {@code
   * VRFY} refuses none.
   */
  public boolean isOfMessage() {
    return switch (this) {
      case CONNECT, MAIL, RCPT, DATA, END_OF_DATA, BDAT, BURL, SEND, SOML, SAML -> true;
      case EHLO, HELO, STARTTLS, AUTH, RSET, VRFY, EXPN, HELP, NOOP, QUIT, ETRN, ATRN, TURN ->
          false;
    };
  }
}
