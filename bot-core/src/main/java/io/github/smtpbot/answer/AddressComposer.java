package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.AddressAction;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.CodeWords;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Asked;

/**
 * Answers the keeper of a mailing list whether an address stays on it: {@code do I remove the
 * address after 552}.
 */
final class AddressComposer extends OneAspect {

  AddressComposer(Catalog catalog, Words words) {
    super(catalog, words);
  }

  @Override
  boolean holdsForFamilies() {
    return true;
  }

  @Override
  String sentence(Profile profile, Asked asked) {
    Severity severity = profile.severity();
    if (severity == Severity.SUCCESS || severity == Severity.INTERMEDIATE) {
      return words.ui("ask.address.success", profile.text());
    }
    boolean open = profile.codes().isEmpty() && profile.rule() == null;
    if (severity == Severity.UNKNOWN || (open && severity == Severity.PERMANENT)) {
      return words.ui("ask.address.depends", profile.text());
    }
    AddressAction action = action(profile);
    boolean trying = action == AddressAction.KEEP && severity == Severity.TRANSIENT;
    return words.ui("ask.address." + (trying ? "trying" : key(action)), profile.text());
  }

  /** The sentence for a cause, as it is once delivery has failed for good. */
  static String sentence(Cause cause, Catalog catalog, Words words) {
    AddressAction action = catalog.addressAction(cause, Severity.PERMANENT, null);
    String told =
        words.ui("labelled", words.cause(cause).name(), words.ui("address." + key(action)));
    return words.ui("sentence", told);
  }

  private AddressAction action(Profile profile) {
    EnhancedStatusCode enhanced = null;
    for (Code code : profile.codes()) {
      enhanced = code instanceof EnhancedStatusCode found ? found : enhanced;
    }
    return catalog.addressAction(profile.cause(), profile.severity(), enhanced);
  }

  @Override
  void complete(Draft draft, Profile profile, Asked asked) {
    CodeWords said = profile.words();
    if (said != null) {
      draft.lead(new Part.Text(words.ui("meaning"), said.gist()));
    }
    if (profile.severity() == Severity.TRANSIENT || profile.severity() == Severity.PERMANENT) {
      whoAndFirstStep(draft, profile);
    }
  }
}
