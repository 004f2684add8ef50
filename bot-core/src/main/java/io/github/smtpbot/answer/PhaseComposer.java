package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.CodeWords;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Asked;
import java.util.List;

/** Answers which commands a code answers: {@code which phase is 354}. */
final class PhaseComposer extends OneAspect {

  PhaseComposer(Catalog catalog, Words words) {
    super(catalog, words);
  }

  @Override
  String sentence(Profile profile, Asked asked) {
    return profile.commands().isEmpty()
        ? words.ui("ask.phase.unknown", profile.text())
        : words.ui("ask.phase", profile.text(), parts.commands(profile.commands()));
  }

  @Override
  void complete(Draft draft, Profile profile, Asked asked) {
    CodeWords said = profile.words();
    if (said != null) {
      draft.lead(parts.meaning(said)).brief().lines(List.of(said.gist()));
    }
  }
}
