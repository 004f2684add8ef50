package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Source;
import java.util.List;

/**
 * What matters of a failure, in few words: the same as the answer to its reply says.
 *
 * @param name what went wrong
 * @param speaker who answered, in one name; empty if nothing tells
 * @param verdict whether it is final, what happens next, and who acts
 * @param acts who acts, within a sentence
 * @param nobody whether nobody has to act for now
 * @param first what to do first
 * @param sources where that is written
 */
public record Outline(
    String name,
    String speaker,
    Brief.Verdict verdict,
    String acts,
    boolean nobody,
    String first,
    List<Source> sources) {

  /** The same of what has another name from the reader's side. */
  public Outline named(String other) {
    return new Outline(other, speaker, verdict, acts, nobody, first, sources);
  }
}
