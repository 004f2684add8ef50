package io.github.smtpbot.catalog;

import java.util.List;

/**
 * What a cause implies, in no language.
 *
 * @param cause the cause
 * @param acts whose turn it is, the most likely first; never empty
 * @param urgency how soon somebody has to act
 * @param sources where this is written
 */
public record CauseFacts(Cause cause, List<Party> acts, Urgency urgency, List<Source> sources) {

  /** How soon somebody has to act. */
  public enum Urgency {
    LOW,
    NORMAL,
    HIGH
  }
}
