package io.github.smtpbot.diagnosis;

import io.github.smtpbot.diagnosis.Diagnosis.Form;
import java.util.Locale;

/** Tells what kind of message a message is, by its header, its parts and its first words. */
final class MailForm {

  private static final String[] SENDERS = {
    "mailer-daemon",
    "postmaster",
    "mail delivery",
    "mail.delivery",
    "mailerdaemon",
    "poostmaster",
    "mail administrator",
    "microsoftexchange",
    "delivery subsystem",
    "maildelivery",
    "bounce@",
    "system administrator"
  };

  private static final String[] SUBJECTS = {
    "undeliver",
    "delivery status notification",
    "delivery failure",
    "delivery notification",
    "returned mail",
    "mail delivery failed",
    "mail delivery system",
    "failure notice",
    "delivery has failed",
    "delivery report",
    "could not be delivered",
    "delivery failed",
    "mail system error",
    "non-delivery",
    "unzustellbar",
    "non remis",
    "no se puede entregar",
    "nicht zustellbar",
    "mail failure",
    "error sending your mail",
    "delivery delayed",
    "delayed mail",
    "could not send message",
    "message delayed",
    "nondeliverable",
    "mail could not",
    "loop alert",
    "non recapitabile",
    "delivery error"
  };

  private static final String[] REPORTS = {
    "could not be delivered",
    "couldn't be delivered",
    "wasn't delivered",
    "was not delivered",
    "has not yet been delivered",
    "delivery has failed",
    "delivery to the following recipient",
    "undeliverable",
    "unable to deliver",
    "wasn't able to deliver",
    "failed permanently",
    "mail delivery failed",
    "delivery status notification",
    "did not reach the following recipient",
    "did not reach some or all",
    "not delivered to",
    "cannot be delivered",
    "delivery failed",
    "could not deliver",
    "returned to sender",
    "returned mail",
    "delivery has been delayed",
    "had permanent fatal errors",
    "transcript of session",
    "this is the mail system at host",
    "message delivery failed",
    "can't be delivered",
    "diagnostic information for administrators",
    "there was an error delivering your mail",
    "cannot send message",
    "following recipients was",
    "responded with failure",
    "trouble delivering",
    "the following recipient(s)",
    "this report relates to",
    "an error has occurred while attempting to deliver",
    "message is delayed for more than",
    "could not be sent",
    "undelivered mail",
    "following address(es) failed",
    "address not found",
    "was automatically rejected",
    "not been delivered",
    "was rejected by a remote",
    "not a member of this mailing list",
    "rejected by the list moderator"
  };

  private static final String[] ABSENCES = {
    "out of office",
    "out-of-office",
    "automatic reply",
    "auto-reply",
    "autoreply",
    "auto reply",
    "auto response",
    "autoresponse",
    "auto:",
    "vacation",
    "away from my mail",
    "abwesen",
    "automatische antwort",
    "absence du bureau",
    "r\u00e9ponse automatique",
    "respuesta autom",
    "risposta automatica",
    "i am out",
    "on leave",
    "\u81ea\u52d5",
    "\u4e0d\u5728"
  };

  private static final String[] COMPLAINTS = {
    "abuse report",
    "feedback report",
    "spam complaint",
    "complaint about message",
    "spamtraphit",
    "email abuse report"
  };

  private MailForm() {}

  /** The form of a message. */
  static Form of(MailReader.Mail mail, String prose) {
    String type = lower(mail.field("content-type"));
    String subject = lower(mail.field("subject"));
    if (mail.feedback() || type.contains("feedback-report")) {
      return Form.FEEDBACK_REPORT;
    }
    String from = lower(mail.field("from"));
    boolean system = containsAny(from, SENDERS);
    if (!mail.status().isBlank()
        || type.contains("delivery-status")
        || !mail.field("x-failed-recipients").isEmpty()) {
      return Form.BOUNCE;
    }
    String start = lower(prose.length() > 4_000 ? prose.substring(0, 4_000) : prose);
    if (containsAny(subject, COMPLAINTS) && containsAny(start, COMPLAINTS)) {
      return Form.FEEDBACK_REPORT;
    }
    boolean automatic =
        lower(mail.field("auto-submitted")).startsWith("auto-replied")
            || !mail.field("x-autoreply").isEmpty()
            || !mail.field("x-autorespond").isEmpty()
            || !mail.field("x-autoreply-domain").isEmpty()
            || (!mail.field("x-auto-response-suppress").isEmpty() && !system)
            || lower(mail.field("precedence")).startsWith("auto")
            || lower(mail.field("x-apple-action")).equals("vacation")
            || containsAny(subject, ABSENCES);
    boolean report = containsAny(subject, SUBJECTS) || isReport(start);
    if (automatic && !(system && report)) {
      return report && containsAny(subject, SUBJECTS) ? Form.BOUNCE : Form.AUTO_REPLY;
    }
    return system || report ? Form.BOUNCE : Form.MESSAGE;
  }

  /** Whether a text in lower case has the words of a mail server's report. */
  static boolean isReport(String lower) {
    return containsAny(lower, REPORTS);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static boolean containsAny(String text, String[] words) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
