package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Intent;
import io.github.smtpbot.catalog.Source;
import io.github.smtpbot.diagnosis.Diagnosis;
import io.github.smtpbot.question.Asked;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The platform-neutral reply to a person. All text is plain: an adapter escapes it for its
 * platform, and shows {@code lead} before anything else, {@code details} as far as its limits
 * allow.
 *
 * @param kind what was understood
 * @param language the language it is written in
 * @param codes the codes it is about, as text
 * @param title one line, at most 150 characters
 * @param summary one to three sentences that stand alone: for a notification, or a reader in a
 *     hurry
 * @param tone its colour
 * @param brief what goes on one screen; the rest is for those who open it
 * @param lead what must be read without scrolling
 * @param details the rest, the most useful first
 * @param sources where this is written
 * @param followUps what one may ask next
 * @param shareable what others may be shown of it, without anything private; of a diagnosis, its
 *     first finding; null if the answer is not for sharing
 * @param diagnosis what was read out of a pasted text; null for all other kinds. It holds pasted
 *     text
 * @param asked what was asked, of what
 */
public record Answer(
    Kind kind,
    Locale language,
    List<String> codes,
    String title,
    String summary,
    Tone tone,
    Brief brief,
    List<Part> lead,
    List<Part> details,
    List<Source> sources,
    List<FollowUp> followUps,
    @Nullable Shareable shareable,
    @Nullable Diagnosis diagnosis,
    Asked asked) {

  /** An answer of which it is not told what was asked; its brief is its summary. */
  public Answer(
      Kind kind,
      Locale language,
      List<String> codes,
      String title,
      String summary,
      Tone tone,
      List<Part> lead,
      List<Part> details,
      List<Source> sources,
      List<FollowUp> followUps,
      @Nullable Shareable shareable,
      @Nullable Diagnosis diagnosis) {
    this(
        kind,
        language,
        codes,
        title,
        summary,
        tone,
        Brief.of(title, summary),
        lead,
        details,
        sources,
        followUps,
        shareable,
        diagnosis,
        Asked.NOTHING);
  }

  /** The same with another brief and other parts in the lead. */
  Answer with(Brief other, List<Part> parts) {
    return new Answer(
        kind, language, codes, title, summary, tone, other, parts, details, sources, followUps,
        shareable, diagnosis, asked);
  }

  /** The same, after what another says in short that was asked for with it. */
  public Answer beside(Answer other) {
    List<Part> parts = new ArrayList<>(lead);
    parts.add(0, new Part.Text(other.title(), other.summary()));
    List<FollowUp> next = new ArrayList<>(followUps);
    if (other.shareable() instanceof Shareable.Asked question) {
      next.add(0, new FollowUp(Clip.to(other.title(), 40), question.question()));
    }
    return new Answer(
        kind, language, codes, title, summary, tone, brief, parts, details, sources, next,
        shareable, diagnosis, asked);
  }

  /** The same as an answer to what was asked. */
  public Answer to(Asked question) {
    return new Answer(
        kind, language, codes, title, summary, tone, brief, lead, details, sources, followUps,
        shareable, diagnosis, question);
  }

  /** Whoever asks these has named codes and nothing else. */
  private static final Set<Kind> ABOUT_CODES =
      EnumSet.of(Kind.EXPLAIN, Kind.COMPARE, Kind.REPLY, Kind.BROWSE, Kind.COMMAND, Kind.PHASE);

  /** Whether others may be shown this answer, in the form of {@link #shareable}. */
  public boolean isShareable() {
    return shareable != null;
  }

  /**
   * Whether what to do is worth an answer of its own, see {@link
   * io.github.smtpbot.SmtpBot#answerSteps}: something failed and can be dealt with, and that was
   * not what was asked for.
   */
  public boolean hasSteps() {
    return brief.first() != null
        && tone != Tone.SUCCESS
        && tone != Tone.PROGRESS
        && shareable != null
        && (!(shareable instanceof Shareable.Asked)
            || (asked.intent() == Intent.MEANING && !asked.mentions().subjects().isEmpty()));
  }

  /**
   * Whether this asks what to do about it: {@link io.github.smtpbot.SmtpBot#answerSteps} of {@link
   * #shareable} tells that, and knows more than the question in words, such as who answered.
   *
   * @param next one of {@link #followUps}
   */
  public boolean asksForSteps(FollowUp next) {
    return next.intent() == Intent.FIX && shareable != null;
  }

  /** The language that the question names, as {@code th 550} does; null if it names none. */
  public @Nullable Locale languageAsked() {
    return asked.mentions().language();
  }

  /**
   * The same; help says how one asks where it is read, in the place of its examples, which are what
   * one may choose from. Any other answer stays as it is.
   *
   * @param heading above the ways
   * @param ways a line for each
   */
  public Answer withWays(String heading, List<String> ways) {
    if (kind != Kind.HELP) {
      return this;
    }
    List<Part> told = new ArrayList<>(lead);
    told.add(new Part.Bullets(heading, ways));
    return with(
        new Brief(
            brief.title(),
            brief.notes(),
            brief.verdict(),
            brief.notice(),
            brief.meaning(),
            brief.first(),
            brief.table(),
            ways,
            brief.offers(),
            brief.quote(),
            brief.context(),
            brief.sources()),
        told);
  }

  /**
   * The same, below what the reader's team wrote about it.
   *
   * @param heading above the notes
   * @param notes a line each
   * @param most how many of them the brief tells
   */
  public Answer withNotes(String heading, List<String> notes, int most) {
    List<Part> told = new ArrayList<>(lead);
    if (told.isEmpty() && !summary.isEmpty()) {
      // Where there is no lead, the summary is shown in its place.
      told.add(new Part.Text("", summary));
    }
    told.add(0, new Part.Bullets(heading, notes));
    return with(brief.with(notes.stream().limit(most).toList()), told);
  }

  /** Whether it can be right or wrong: help and limits answer nothing. */
  public boolean canBeRight() {
    return kind != Kind.HELP && kind != Kind.LIMIT;
  }

  /**
   * Whether all that was asked for is codes, so that others may see the answer before anybody
   * decides that they shall. Any other question holds words that somebody typed or pasted.
   */
  public boolean isAboutCodes() {
    return ABOUT_CODES.contains(kind) && diagnosis == null;
  }

  /** What was understood; the labels in lower case are public and stable. */
  public enum Kind {
    EXPLAIN,
    COMPARE,
    REPLY,
    BROWSE,
    SEARCH,
    COMMAND,
    PHASE,
    HELP,
    /** A code that is none of SMTP's, or is unassigned. */
    UNKNOWN,
    /** More was asked than one answer holds. */
    LIMIT,
    DIAGNOSIS,
    /** What a mail log says, counted. */
    LOG
  }
}
