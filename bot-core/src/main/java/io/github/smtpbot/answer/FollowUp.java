package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Intent;
import org.jspecify.annotations.Nullable;

/**
 * Something one may ask next; adapters show it as a button.
 *
 * @param label what the button says, at most 40 characters
 * @param question the question it asks, at most 80 characters
 * @param intent what it asks of the same; null if it asks about something else
 */
public record FollowUp(String label, String question, @Nullable Intent intent) {

  /** One that asks about something else. */
  public FollowUp(String label, String question) {
    this(label, question, null);
  }
}
