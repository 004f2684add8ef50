package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Cause;
import java.util.List;

/**
 * What was read of a typed line that quotes a code: where nothing but the code told anything, the
 * words beside it are a person's after all, and asked about. It decides what {@link
 * PasteOrQuestion} could not, who knows no server's wording.
 *
 * @param cause what went wrong, as it was read
 * @param byCodeAlone whether the codes alone told it
 * @param hasStatus whether one of them is an enhanced status code
 * @param namesSomebody whether a provider, a recipient or a host was found in it
 * @param text the words beside the codes
 */
public record BesideCode(
    Cause cause, boolean byCodeAlone, boolean hasStatus, boolean namesSomebody, String text) {

  /**
   * Whether the words are a person's: of them, none told a cause, or the question's words name one
   * that the codes do not tell. A status code knows better, unless it tells of no more than a rule.
   *
   * @param asked what the line asks if it is a question
   */
  public boolean isPersons(Asked asked) {
    List<Cause> causes = asked.mentions().causes();
    boolean vague = !hasStatus || cause == Cause.POLICY_REJECTION;
    boolean named = vague && !causes.isEmpty() && !causes.contains(cause);
    return byCodeAlone
        && (cause == Cause.OTHER || named)
        && !namesSomebody
        && text.indexOf('@') < 0
        && !beginsSentence();
  }

  /** A server's text begins with a capital, a person's word beside a code does not. */
  private boolean beginsSentence() {
    return !text.isEmpty()
        && Character.isUpperCase(text.charAt(0))
        && text.chars().anyMatch(Character::isLowerCase);
  }
}
