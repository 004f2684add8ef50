package io.github.smtpbot.catalog;

import java.util.List;
import java.util.Map;

/**
 * What holds for an enhanced status code, in no language.
 *
 * @param code the code, of any class
 * @param classes the class digits it is seen with, the usual one first; never empty
 * @param basic the reply codes it comes with, the usual one first
 * @param commands what it answers, and the RFC that says so, in the order of a session; empty where
 *     none says so
 * @param acts whose turn it is, the most likely first; never empty
 * @param actsTransient the same with class 4; never empty
 * @param cause the cause when nothing but the code is known
 * @param pausesAddress whether the recipient's address is paused after a permanent failure of this
 *     cause, which in general keeps it
 * @param related similar or easily confused codes, each of them in the catalog
 * @param sources where this is written; never empty
 */
public record EnhancedCodeFacts(
    EnhancedStatusCode code,
    List<Integer> classes,
    List<ReplyCode> basic,
    Map<Command, Source> commands,
    List<Party> acts,
    List<Party> actsTransient,
    Cause cause,
    boolean pausesAddress,
    List<Code> related,
    List<Source> sources) {

  /** Whose turn it is when the code is written with this class. */
  public List<Party> acts(Severity severity) {
    return switch (severity) {
      case SUCCESS -> List.of(Party.NOBODY);
      case TRANSIENT -> actsTransient;
      default -> acts;
    };
  }
}
