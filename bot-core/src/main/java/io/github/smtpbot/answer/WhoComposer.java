package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.CodeWords;
import io.github.smtpbot.catalog.Party;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Asked;
import java.util.List;

/** Answers whose turn it is: {@code who should fix 5.2.2?}. */
final class WhoComposer extends OneAspect {

  WhoComposer(Catalog catalog, Words words) {
    super(catalog, words);
  }

  @Override
  String sentence(Profile profile, Asked asked) {
    boolean failed =
        profile.severity() != Severity.SUCCESS && profile.severity() != Severity.INTERMEDIATE;
    return answer(profile.text(), profile.acts(), failed, parts, words);
  }

  /**
   * Whose turn it is.
   *
   * @param yet whether somebody may have to act later, where nobody has to now
   */
  static String answer(String text, List<Party> acts, boolean yet, CodeParts parts, Words words) {
    if (acts.get(0) != Party.NOBODY) {
      return words.ui("ask.who", text, parts.anyOf(acts));
    }
    return words.ui(yet ? "ask.who.nobody.yet" : "ask.who.nobody", text);
  }

  @Override
  void complete(Draft draft, Profile profile, Asked asked) {
    CodeWords said = profile.words();
    if (profile.rule() != null) {
      ownFirstStep(draft, profile);
    } else if (said != null) {
      draft.lead(parts.fix(said.fix())).brief().first(parts.firstStep(profile));
    }
  }
}
