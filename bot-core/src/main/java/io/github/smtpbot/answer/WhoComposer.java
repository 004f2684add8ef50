package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.CodeWords;
import io.github.smtpbot.catalog.Party;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Asked;

/** Answers whose turn it is: {@code who should fix 5.2.2?}. */
final class WhoComposer extends OneAspect {

  WhoComposer(Catalog catalog, Words words) {
    super(catalog, words);
  }

  @Override
  String sentence(Profile profile, Asked asked) {
    if (profile.acts().get(0) != Party.NOBODY) {
      return words.ui("ask.who", profile.text(), parts.anyOf(profile.acts()));
    }
    boolean failed =
        profile.severity() != Severity.SUCCESS && profile.severity() != Severity.INTERMEDIATE;
    return words.ui(failed ? "ask.who.nobody.yet" : "ask.who.nobody", profile.text());
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
