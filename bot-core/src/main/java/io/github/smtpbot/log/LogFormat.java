package io.github.smtpbot.log;

import java.util.Locale;

/** The kinds of log that are read. */
public enum LogFormat {
  /** Postfix, through syslog or its own {@code maillog_file}. */
  POSTFIX("Postfix"),
  /** Exim's main log. */
  EXIM("Exim"),
  /** Sendmail. */
  SENDMAIL("Sendmail"),
  /** qmail-send through {@code multilog} or syslog. */
  QMAIL("qmail"),
  /** OpenSMTPD. */
  OPENSMTPD("OpenSMTPD"),
  /** Haraka. */
  HARAKA("Haraka"),
  /** Stalwart. */
  STALWART("Stalwart"),
  /** Dovecot's LMTP and LDA. */
  DOVECOT("Dovecot"),
  /** Exchange's message tracking log, CSV. */
  EXCHANGE_TRACKING("Exchange message tracking"),
  /** Microsoft 365's message trace, CSV. */
  MICROSOFT_365_TRACE("Microsoft 365 message trace"),
  /** PowerMTA's accounting file, CSV. */
  POWERMTA("PowerMTA"),
  /** KumoMTA's log records, JSON. */
  KUMOMTA("KumoMTA"),
  /** MailerQ's results, JSON. */
  MAILERQ("MailerQ"),
  /** What a post-delivery script of Halon writes of its variables, JSON. */
  HALON("Halon"),
  /** Events of Amazon SES, alone or inside those of SNS, JSON. */
  AMAZON_SES("Amazon SES"),
  /** SendGrid's event webhook, JSON. */
  SENDGRID("SendGrid"),
  /** Mailgun's events, JSON. */
  MAILGUN("Mailgun"),
  /** Postmark's webhooks and bounces, JSON. */
  POSTMARK("Postmark"),
  /** SparkPost's message events, JSON. */
  SPARKPOST("SparkPost"),
  /** A mailbox of bounces: a folder of {@code .eml}, mbox, or Maildir. */
  BOUNCES("bounces");

  private final String label;

  LogFormat(String label) {
    this.label = label;
  }

  /** The product's own name. */
  public String label() {
    return label;
  }

  /** What {@code --format} takes, such as {@code amazon-ses}. */
  public String option() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
