package io.github.smtpbot.slack;

import java.util.List;
import java.util.stream.Stream;

/** Questions to begin with, in the reader's language: buttons of the Home tab, prompts. */
final class Examples {

  private Examples() {}

  /** At most four, as Slack shows no more prompts. */
  static List<String> of(Label.Speaker words) {
    return Stream.of(
            Label.EXAMPLE_MEANING,
            Label.EXAMPLE_DIFFERENCE,
            Label.EXAMPLE_FIX,
            Label.EXAMPLE_PROVIDER)
        .map(words::say)
        .toList();
  }
}
