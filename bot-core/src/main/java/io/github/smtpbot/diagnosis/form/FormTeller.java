package io.github.smtpbot.diagnosis.form;

import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.Diagnosis.Form;
import io.github.smtpbot.diagnosis.decode.Mail;
import java.util.Locale;

/** Tells what kind of message a message is, by its header, its parts and its first words. */
final class FormTeller {

  /** How much of a message says what it is. */
  private static final int BEGINNING = 4_000;

  private final ReadingCues cues;

  FormTeller(ReadingCues cues) {
    this.cues = cues;
  }

  /** The form of a message. */
  Form of(Mail mail) {
    String type = lower(mail.field("content-type"));
    String subject = lower(mail.field("subject"));
    if (mail.feedback() || type.contains("feedback-report")) {
      return Form.FEEDBACK_REPORT;
    }
    String from = lower(mail.field("from"));
    boolean system = cues.isIn(ReadingCue.REPORT_SENDERS, from);
    if (!mail.status().isBlank()
        || type.contains("delivery-status")
        || !mail.field("x-failed-recipients").isEmpty()) {
      return Form.BOUNCE;
    }
    String start = lower(mail.prose().substring(0, Math.min(mail.prose().length(), BEGINNING)));
    if (cues.isIn(ReadingCue.COMPLAINT_WORDS, subject)
        && cues.isIn(ReadingCue.COMPLAINT_WORDS, start)) {
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
            || cues.isIn(ReadingCue.ABSENCE_WORDS, subject);
    boolean report =
        cues.isIn(ReadingCue.REPORT_SUBJECTS, subject) || cues.isIn(ReadingCue.REPORT_WORDS, start);
    if (automatic && !(system && report)) {
      return report && cues.isIn(ReadingCue.REPORT_SUBJECTS, subject)
          ? Form.BOUNCE
          : Form.AUTO_REPLY;
    }
    return system || report ? Form.BOUNCE : Form.MESSAGE;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
