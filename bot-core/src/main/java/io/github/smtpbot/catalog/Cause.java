package io.github.smtpbot.catalog;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a message was refused, delayed or accepted: a closed list whose labels are public and stable.
 */
public enum Cause {
  USER_UNKNOWN,
  MAILBOX_MOVED,
  MAILBOX_FULL,
  MAILBOX_DISABLED,
  DOMAIN_NOT_FOUND,
  HOST_UNREACHABLE_OR_TIMEOUT,
  GREYLISTED,
  RATE_LIMITED,
  TOO_MANY_CONNECTIONS,
  IP_BLOCKLISTED_OR_BAD_REPUTATION,
  SPAM_CONTENT,
  VIRUS_OR_FORBIDDEN_ATTACHMENT,
  SPF_DKIM_DMARC_FAILURE,
  MISSING_OR_BAD_PTR,
  RELAY_DENIED,
  AUTH_REQUIRED,
  AUTH_FAILED,
  TLS_REQUIRED_OR_FAILED,
  MESSAGE_TOO_BIG,
  SYNTAX_OR_PROTOCOL_ERROR,
  COMMAND_SEQUENCE_ERROR,
  COMMAND_NOT_SUPPORTED,
  TOO_MANY_RECIPIENTS,
  SENDER_REJECTED,
  POLICY_REJECTION,
  MAIL_LOOP,
  SERVER_LOCAL_ERROR,
  SERVER_SHUTTING_DOWN_OR_UNAVAILABLE,
  SYSTEM_STORAGE_FULL,
  DELIVERY_EXPIRED,
  SMTPUTF8_UNSUPPORTED,
  SUCCESS,
  OTHER;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The public, machine-readable label, such as {@code user_unknown}. */
  public String label() {
    return label;
  }

  /** The cause with this label, if there is one. */
  public static Optional<Cause> ofLabel(String label) {
    return Stream.of(values()).filter(cause -> cause.label.equals(label)).findFirst();
  }
}
