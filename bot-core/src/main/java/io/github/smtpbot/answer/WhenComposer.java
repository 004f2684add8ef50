package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.CodeWords;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Asked;

/** Answers when and why a code is sent: {@code why am I getting 550}. */
final class WhenComposer extends OneAspect {

  WhenComposer(Catalog catalog, Words words) {
    super(catalog, words);
  }

  @Override
  String sentence(Profile profile, Asked asked) {
    CodeWords said = profile.words();
    return said == null
        ? words.ui("labelled", profile.text(), profile.name())
        : words.ui("labelled", profile.text(), said.gist());
  }

  @Override
  void complete(Draft draft, Profile profile, Asked asked) {
    CodeWords said = profile.words();
    if (said == null) {
      profile.codes().forEach(code -> draft.lead(parts.digits(code)));
      return;
    }
    draft.lead(said.when().isEmpty() ? null : parts.when(said)).detail(parts.commands(profile));
    whoAndFirstStep(draft, profile);
  }
}
