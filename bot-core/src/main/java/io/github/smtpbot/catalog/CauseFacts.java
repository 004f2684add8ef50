package io.github.smtpbot.catalog;

import java.util.List;

/**
 * What a cause implies, in no language.
 *
 * @param cause the cause
 * @param acts whose turn it is, the most likely first; never empty
 * @param actsTransient the same while the sending server still tries; never empty
 * @param urgency how soon somebody has to act
 * @param sources where this is written
 */
public record CauseFacts(
    Cause cause,
    List<Party> acts,
    List<Party> actsTransient,
    Urgency urgency,
    List<Source> sources) {

  /** Whose turn it is after a reply of this severity. */
  public List<Party> acts(Severity severity) {
    return severity == Severity.TRANSIENT ? actsTransient : acts;
  }

  /** How soon somebody has to act. */
  public enum Urgency {
    LOW,
    NORMAL,
    HIGH
  }
}
