package io.github.smtpbot.diagnosis.reader;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.diagnosis.Diagnosis;
import io.github.smtpbot.diagnosis.Diagnosis.Form;
import io.github.smtpbot.diagnosis.Finding;
import io.github.smtpbot.diagnosis.conclude.Concluder;
import io.github.smtpbot.diagnosis.decode.Decoded;
import io.github.smtpbot.diagnosis.decode.Mail;
import io.github.smtpbot.diagnosis.form.Forms;
import io.github.smtpbot.diagnosis.form.Said;
import io.github.smtpbot.diagnosis.provider.Answerer;
import io.github.smtpbot.diagnosis.provider.Recogniser;
import io.github.smtpbot.diagnosis.reply.Replies;
import io.github.smtpbot.diagnosis.reply.Reply;
import io.github.smtpbot.diagnosis.wording.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads pasted texts and whole messages, and says what the SMTP replies in them mean: leads what
 * was pasted through the rooms, from one to the next.
 *
 * <p>Immutable and safe for use by many threads. The time for a text is linear in its length,
 * whatever stands in it. It never throws for what a text holds, and keeps nothing of it.
 */
public final class Diagnoser {

  private final Catalog catalog;
  private final Forms forms;
  private final Replies replies;
  private final Recogniser recogniser;
  private final Concluder concluder;

  /** A diagnoser that knows what this catalog knows. */
  public Diagnoser(Catalog catalog) {
    this.catalog = catalog;
    Wording wording = new Wording(catalog);
    this.forms = new Forms(catalog);
    this.replies = new Replies(catalog, wording);
    this.recogniser = new Recogniser(wording, catalog);
    this.concluder = new Concluder(catalog);
  }

  /**
   * Reads what somebody pasted: replies, log lines, an exception, a report, a whole message.
   *
   * @param text of any length
   * @return what it says; without findings if it holds no SMTP
   */
  public Diagnosis read(String text) {
    return read(Decoded.of(text));
  }

  /**
   * Reads a message, a mailbox in the mbox format, or a text in any charset.
   *
   * @param message of any length
   * @return what it says; without findings if it holds no SMTP
   */
  public Diagnosis readMessage(byte[] message) {
    return read(Decoded.of(message));
  }

  /**
   * What several texts say that belong together: the findings of all, the most important first.
   *
   * @param read at least one; the form is that of the first that tells something
   */
  public Diagnosis together(List<Diagnosis> read) {
    if (read.size() == 1) {
      return read.get(0);
    }
    Diagnosis first =
        read.stream().filter(diagnosis -> !diagnosis.isEmpty()).findFirst().orElse(read.get(0));
    List<Finding> findings =
        read.stream().flatMap(diagnosis -> diagnosis.findings().stream()).toList();
    return Diagnosis.of(first.form(), Concluder.ordered(findings), first.reportingHost(), catalog)
        .beside(read.stream().mapToInt(Diagnosis::delivered).sum());
  }

  /**
   * Reads a reply that somebody typed who knows whose it is.
   *
   * @param text a code and its words
   * @param named who answered: one, or brands of one house, of which the first stands for all;
   *     empty if nobody is known to
   */
  public Diagnosis readTyped(String text, List<Provider> named) {
    return readText(text, named.isEmpty() ? null : new Answerer(named.get(0), named.size() > 1));
  }

  private Diagnosis read(Decoded decoded) {
    return decoded.read(text -> readText(text, null), this::readMails);
  }

  private Diagnosis readText(String text, @Nullable Answerer named) {
    Said said = forms.ofText(text);
    List<Reply> found = replies.in(said);
    if (found.isEmpty()) {
      // The template of a notice tells that it is one, though not what failed.
      boolean notice = said.reportingSystem() != null && said.form() == Form.BOUNCE;
      return Diagnosis.of(notice ? Form.BOUNCE : Form.TEXT, List.of(), "", catalog);
    }
    return diagnosis(said, found, named);
  }

  private Diagnosis readMails(List<Mail> mails) {
    return together(mails.stream().map(this::read).toList());
  }

  private Diagnosis read(Mail mail) {
    Diagnosis vague = Diagnosis.of(forms.formOf(mail), List.of(), "", catalog);
    for (Said said : (Iterable<Said>) forms.ofMail(mail)::iterator) {
      List<Reply> found = replies.in(said);
      if (!found.stream().allMatch(Reply::tellsNothing)) {
        return diagnosis(said, found, null);
      }
      if (vague.isEmpty() && !found.isEmpty()) {
        vague = diagnosis(said, found, null);
      }
    }
    return vague;
  }

  private Diagnosis diagnosis(Said said, List<Reply> found, @Nullable Answerer named) {
    List<Finding> findings = concluder.conclude(recogniser.recognise(found, named));
    String host = said.reportingHost();
    return Diagnosis.of(said.form(), findings, host == null ? "" : host, catalog)
        .beside(Concluder.delivered(found));
  }
}
