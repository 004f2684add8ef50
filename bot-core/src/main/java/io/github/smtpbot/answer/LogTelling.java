package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the summary of a log tells, in one language, to be made into an answer. All text is plain
 * and masked.
 *
 * @param messages how many messages the log tells of
 * @param headline what matters, in a sentence or two
 * @param happening what happens, alone
 * @param acting what is to be done about it; null for nothing
 * @param tone how bad it is
 * @param heading says how many groups of how many are told
 * @param groups the kinds of failures, the worst first
 * @param others what the other groups are together; empty if there are none
 * @param totals what became of the mail, a line each
 * @param changes what changed, a line each
 * @param notes what could not be read, and how exact the counts are
 * @param kept under which others may be shown the same
 */
public record LogTelling(
    String messages,
    String headline,
    String happening,
    @Nullable Outline acting,
    Tone tone,
    String heading,
    List<Group> groups,
    String others,
    List<String> totals,
    List<String> changes,
    List<String> notes,
    Shareable.Kept kept) {

  /** Copies the lists. */
  public LogTelling {
    groups = List.copyOf(groups);
    totals = List.copyOf(totals);
    changes = List.copyOf(changes);
    notes = List.copyOf(notes);
  }

  /**
   * Failures that share cause, provider and codes.
   *
   * @param messages how many messages failed so
   * @param title codes, cause and provider on one line
   * @param name the same in a few words: the codes, or else the cause, and the provider
   * @param facts how many, since when, and of how much mail, a line each
   * @param codes as one may ask for them; empty if there are none
   * @param outline the verdict, what to do first, and where that is written
   * @param reply one of the replies, masked; empty if nothing was said
   */
  public record Group(
      String messages,
      String title,
      String name,
      List<String> facts,
      String codes,
      Outline outline,
      String reply) {

    /** Copies the list. */
    public Group {
      facts = List.copyOf(facts);
    }

    List<Source> sources() {
      return outline.sources();
    }
  }
}
