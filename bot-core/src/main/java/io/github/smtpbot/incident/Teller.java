package io.github.smtpbot.incident;

import io.github.smtpbot.answer.Composer;
import io.github.smtpbot.answer.LogTelling;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.catalog.Words;
import java.time.ZoneId;
import java.util.List;

/**
 * Tells a summary in one language. Comes in: what was counted of a log, and in which time zone to
 * tell its times. Goes out: an {@link Incident}, which a terminal or a chat shows, and lines for
 * who watches the log. Immutable; safe for use by many threads.
 */
public final class Teller {

  /** How many groups are shown unless somebody asks for more. */
  public static final int USUAL_GROUPS = ToldGroups.USUAL;

  private final Words words;
  private final Parties parties;
  private final Outlines outlines;

  /** A teller that says what this composer says of a single reply. */
  public Teller(Composer composer, Words words) {
    this.words = words;
    this.parties = new Parties(composer, words);
    this.outlines = new Outlines(composer, words);
  }

  /**
   * Tells a summary.
   *
   * @param most how many groups are shown at most
   * @param zone the time zone of the times told
   */
  public Incident tell(LogSummary summary, int most, ZoneId zone) {
    Speech speech = speech(summary, zone);
    ToldGroups groups = new ToldGroups(summary, words, speech, parties, outlines);
    ToldChanges changes = changes(summary, zone);
    List<LogGroup> shown = groups.shown(most);
    List<Told> toldGroups = groups.of(shown);
    List<ToldChange> toldChanges = changes.all();
    Headline headline =
        new Headlines(
                summary,
                words,
                speech,
                outlines,
                new Happenings(words, speech, parties, changes),
                new Troubles(words, speech, parties))
            .of(toldChanges, toldGroups);
    Count late = summary.totals().messages().late();
    return new Incident(
        words.language(),
        zone,
        headline.text(words),
        headline.happening(),
        headline.acting(),
        summary.totals(),
        late.value() == 0 ? "" : words.ui("log.late", speech.number(late)),
        toldGroups,
        words.ui("log.groups", shown.size(), summary.groups().size()),
        groups.others(shown),
        toldChanges,
        toldChanges.isEmpty() ? changes.unchanged() : "",
        new Notes(words, speech).of(summary, shown));
  }

  /** The same as an answer is made of. */
  public LogTelling telling(LogSummary summary, Incident incident, Shareable.Kept kept) {
    return new LogTellings(words, speech(summary, incident.zone())).of(incident, kept);
  }

  /** What changed, as it is told in {@link #tell}. */
  ToldChanges changes(LogSummary summary, ZoneId zone) {
    return new ToldChanges(summary, words, speech(summary, zone), parties, outlines);
  }

  private Speech speech(LogSummary summary, ZoneId zone) {
    return new Speech(words, zone, summary);
  }
}
