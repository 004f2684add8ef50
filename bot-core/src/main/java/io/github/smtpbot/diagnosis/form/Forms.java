package io.github.smtpbot.diagnosis.form;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.Diagnosis.Form;
import io.github.smtpbot.diagnosis.Finding.Origin;
import io.github.smtpbot.diagnosis.decode.Mail;
import io.github.smtpbot.diagnosis.syntax.HostNames;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what kind of text a text is, and keeps what it says itself. Immutable; safe for use by many
 * threads.
 */
public final class Forms {

  /** How deep messages within messages are opened. */
  private static final int DEEPEST = 3;

  private final ReadingCues cues;
  private final Transcript transcript;
  private final FormTeller teller;
  private final ReturnedMessage returned;
  private final ReportingHost hosts;
  private final Beginning.Reader beginnings;
  private final Boilerplate boilerplate;

  public Forms(Catalog catalog) {
    ReadingCues cues = catalog.readingCues();
    this.cues = cues;
    this.transcript = new Transcript(cues);
    this.beginnings = new Beginning.Reader(cues);
    this.boilerplate = new Boilerplate(catalog.templates());
    this.teller = new FormTeller(cues);
    this.returned = new ReturnedMessage(cues);
    this.hosts = new ReportingHost(cues);
  }

  /** What a text says that is no message. */
  public Said ofText(String text) {
    String words = text.substring(0, returned.begins(text));
    StatusFields fields = StatusFields.read(words);
    boolean isReport = !fields.recipients().isEmpty();
    Beginning beginning = beginnings.read(words);
    Surroundings around = surroundings(words, beginning, isReport);
    String host = isReport ? fields.reportingHost() : namedHost(words, beginning);
    Boilerplate.Cut spoken = boilerplate.cut(words);
    List<TextLine> lines = LineReader.read(spoken.text(), cues, transcript);
    return new Said(
        isReport || around.isReport() ? Form.BOUNCE : Form.TEXT,
        spoken.text(),
        lines,
        fields,
        isReport,
        around,
        isNotice(around, beginning, isReport) ? Origin.NOTICE : originOf(beginning, lines),
        // A mail program that gives up may be told to try again.
        isOfMailProgram(beginning) ? null : OutcomeWords.ofReport(beginning.outcome()),
        spoken.system(),
        host,
        host,
        "");
  }

  /** What kind of message a message is. */
  public Form formOf(Mail mail) {
    return teller.of(mail);
  }

  /**
   * What a message says, and then what the messages say that it carries: one is read after the
   * other until one tells something.
   */
  public Stream<Said> ofMail(Mail mail) {
    return ofMail(mail, 1);
  }

  private Stream<Said> ofMail(Mail mail, int depth) {
    Form form = formOf(mail);
    return switch (form) {
      case FEEDBACK_REPORT, AUTO_REPLY -> Stream.empty();
      case BOUNCE -> ofBounce(mail, depth);
      case TEXT, MESSAGE -> {
        Stream<Said> spoken = Stream.of(ofText(mail.prose()));
        yield depth == DEEPEST
            ? spoken
            : Stream.concat(
                spoken, mail.carried().stream().flatMap(inner -> ofMail(inner.get(), depth + 1)));
      }
    };
  }

  private Stream<Said> ofBounce(Mail mail, int depth) {
    String prose = mail.prose();
    String words = prose.substring(0, returned.begins(prose));
    StatusFields fields = StatusFields.read(mail.status().isBlank() ? words : mail.status());
    Beginning beginning = beginnings.read(words);
    String ofFields = fields.reportingHost();
    String named = ofFields == null ? namedHost(words, beginning) : ofFields;
    Boilerplate.Cut spoken = boilerplate.cut(words);
    Said said =
        new Said(
            Form.BOUNCE,
            spoken.text(),
            LineReader.read(spoken.text(), cues, transcript),
            fields,
            true,
            surroundings(words, beginning, true),
            Origin.NOTICE,
            OutcomeWords.ofReport(beginning.outcome()),
            spoken.system(),
            named,
            named == null ? senderOf(mail) : named,
            mail.field("x-failed-recipients"));
    // A bounce that was passed on in the body of another message.
    int body = prose.indexOf("\n\n", words.length());
    return body < 0 || depth == DEEPEST
        ? Stream.of(said)
        : Stream.concat(Stream.of(said), Stream.of(body).map(at -> ofText(prose.substring(at))));
  }

  private static Surroundings surroundings(String words, Beginning beginning, boolean isReport) {
    Set<ReadingCue> signs = beginning.signs();
    boolean mail = signs.contains(ReadingCue.MAIL_SIGNS);
    return new Surroundings(
        isReport || signs.contains(ReadingCue.REPORT_WORDS),
        !isReport && isOtherSystem(signs),
        mail || isReport,
        words.trim().indexOf('\n') < 0,
        signs.contains(ReadingCue.FAILURE_SIGNS));
  }

  /** Whether a text is about another system, or about a neighbour of SMTP and not about SMTP. */
  private static boolean isOtherSystem(Set<ReadingCue> signs) {
    return signs.contains(ReadingCue.OTHER_SYSTEMS)
        && !signs.contains(ReadingCue.SMTP_SIGNS)
        && (!signs.contains(ReadingCue.MAIL_SIGNS) || signs.contains(ReadingCue.NEIGHBOURS));
  }

  /**
   * Whether a mail system tells. A mail program uses the words of notices too, where it was refused
   * by the server that it hands its mail to.
   */
  private static boolean isNotice(Surroundings around, Beginning beginning, boolean hasFields) {
    return around.isReport() && (hasFields || !isOfMailProgram(beginning));
  }

  private static boolean isOfMailProgram(Beginning beginning) {
    return beginning.signs().contains(ReadingCue.MAIL_PROGRAM_SIGNS);
  }

  /** Who tells, unless it is a program: that shows by words outside the replies. */
  private static Origin originOf(Beginning beginning, List<TextLine> lines) {
    if (beginning.isOfQueue()) {
      return Origin.QUEUE;
    }
    for (TextLine line : lines) {
      if (line.kind() == TextLine.Kind.CLIENT) {
        return Origin.SESSION;
      }
    }
    return Origin.UNKNOWN;
  }

  /** The host that words name as their author, or null. */
  private @Nullable String namedHost(String words, Beginning beginning) {
    return beginning.isOfNoHost() ? null : hosts.in(words);
  }

  private static @Nullable String senderOf(Mail mail) {
    String sender = mail.field("from");
    return HostNames.hostAt(sender, sender.lastIndexOf('@') + 1);
  }
}
