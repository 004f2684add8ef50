package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.CodeWords;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.Role;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Asked;
import java.util.List;
import java.util.Map;

/** Answers what to do, the first step first: {@code how do I fix 535}. */
final class FixComposer extends OneAspect {

  FixComposer(Catalog catalog, Words words) {
    super(catalog, words);
  }

  @Override
  String sentence(Profile profile, Asked asked) {
    String own = ownStep(profile);
    if (own != null) {
      return words.ui("ask.first.all", own);
    }
    if (!steps(asked).isEmpty()) {
      String who = asked.mentions().providers().get(0);
      Provider provider = catalog.provider(who);
      return words.ui(
          "ask.first.of_replies", profile.text(), provider == null ? who : provider.shortName());
    }
    CodeWords said = profile.words();
    if (said == null) {
      return words.ui("ask.who", profile.text(), parts.anyOf(profile.acts()));
    }
    String step = CodeParts.firstStep(said.fix(), profile.acts());
    Role role = roleOf(said.fix(), step);
    return role == Role.EVERYONE
        ? words.ui("ask.first.all", step)
        : words.ui("ask.first", CodeParts.lowerFirst(parts.role(role)), step);
  }

  private static Role roleOf(Map<Role, String> fix, String step) {
    return fix.entrySet().stream()
        .filter(entry -> entry.getValue().equals(step))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Role.EVERYONE);
  }

  /** The steps of the others. */
  @Override
  void complete(Draft draft, Profile profile, Asked asked) {
    CodeWords said = profile.words();
    List<String> ofReplies = steps(asked);
    if (ownStep(profile) == null && !ofReplies.isEmpty()) {
      draft.lead(new Part.Bullets("", ofReplies)).brief().lines(ofReplies);
      return;
    }
    // The steps of the code in general would contradict those of a provider.
    if (said == null || ownStep(profile) != null) {
      return;
    }
    String first = CodeParts.firstStep(said.fix(), profile.acts());
    draft.lead(parts.othersFix(words.ui("ask.then.fix"), said.fix(), first));
    draft.lead(new Part.Text(words.ui("meaning"), said.gist()));
  }
}
