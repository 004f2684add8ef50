package io.github.smtpbot.incident;

import io.github.smtpbot.answer.Outline;
import io.github.smtpbot.catalog.Sentences;
import io.github.smtpbot.catalog.Words;
import org.jspecify.annotations.Nullable;

/**
 * What matters of a log.
 *
 * @param happening what happens, in a sentence or two
 * @param acting what is to be done about it; null for nothing
 */
record Headline(String happening, @Nullable Outline acting) {

  /** Both in one text: what happens, who acts, and what first. */
  String text(Words words) {
    if (acting == null) {
      return happening;
    }
    return acting.nobody() || acting.acts().isEmpty()
        ? words.ui("log.waits", happening, acting.first())
        : words.ui("log.acts", happening, Sentences.upperFirst(acting.acts()), acting.first());
  }
}
