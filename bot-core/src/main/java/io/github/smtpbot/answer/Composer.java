package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.catalog.search.CatalogSearch;
import io.github.smtpbot.diagnosis.Diagnosis;
import io.github.smtpbot.question.Question;

/** Composes answers in one language. Immutable and safe for use by many threads. */
public final class Composer {

  private final ExplainComposer explain;
  private final CompareComposer compare;
  private final FamiliesComposer families;
  private final BrowseComposer browse;
  private final HelpComposer help;
  private final SearchComposer search;
  private final DiagnosisComposer diagnosis;

  /** A composer of answers with these words. */
  public Composer(Catalog catalog, Words words) {
    this.explain = new ExplainComposer(catalog, words);
    this.compare = new CompareComposer(catalog, words);
    this.families = new FamiliesComposer(catalog, words);
    this.browse = new BrowseComposer(catalog, words);
    this.help = new HelpComposer(catalog, words);
    this.search = new SearchComposer(catalog, words);
    this.diagnosis = new DiagnosisComposer(catalog, words);
  }

  /**
   * Answers a question of codes.
   *
   * @throws IllegalArgumentException for a {@link Question.FreeText}, which is diagnosed or
   *     searched
   */
  public Answer answer(Question question) {
    if (question instanceof Question.Explain explained) {
      return explain.explain(explained);
    } else if (question instanceof Question.Compare compared) {
      return compare.compare(compared);
    } else if (question instanceof Question.CompareFamilies compared) {
      return families.compare(compared);
    } else if (question instanceof Question.InPhase phase) {
      return explain.inPhase(phase);
    } else if (question instanceof Question.Browse browsed) {
      return browse.browse(browsed);
    } else if (question instanceof Question.CommandReplies command) {
      return browse.command(command);
    } else if (question instanceof Question.NoSuchCode unknown) {
      return help.noSuchCode(unknown);
    } else if (question instanceof Question.TooManyCodes many) {
      return help.tooMany(many);
    } else if (question instanceof Question.TooLong longer) {
      return help.tooLong(longer);
    } else if (question instanceof Question.Help) {
      return help.help();
    }
    throw new IllegalArgumentException("free text is diagnosed or searched");
  }

  /** Answers a search for words. */
  public Answer search(String text, CatalogSearch index) {
    return search.search(text, index);
  }

  /** Tells what a pasted text says. */
  public Answer diagnosis(Diagnosis read) {
    return diagnosis.diagnosis(read);
  }

  /** Tells what a pasted text said, to others than the one who pasted it. */
  public Answer shared(Shareable.Found found) {
    return diagnosis.shared(found);
  }

  /**
   * Says that a file is larger than what is read.
   *
   * @param limit how much is read, in bytes
   */
  public Answer tooLarge(int limit) {
    return help.tooLarge(limit);
  }
}
