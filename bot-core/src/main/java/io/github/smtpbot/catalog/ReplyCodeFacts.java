package io.github.smtpbot.catalog;

import java.util.List;

/**
 * What holds for a reply code, in no language.
 *
 * @param code the code
 * @param status how it stands with the RFCs
 * @param outcome what the sending server does next
 * @param adapts the causes after which it refuses one command alone, which may be done without
 * @param acts whose turn it is, the most likely first; never empty
 * @param cause the cause when nothing but the code is known
 * @param commands where a server may answer with it, in the order of a session; may be empty
 * @param related similar or easily confused codes, each of them in the catalog
 * @param emitters who sends it, where no RFC defines it
 * @param names what libraries call it in place of its number, in lower case; may be empty
 * @param sources where this is written; never empty
 */
public record ReplyCodeFacts(
    ReplyCode code,
    CodeStatus status,
    Outcome outcome,
    List<Cause> adapts,
    List<Party> acts,
    Cause cause,
    List<Command> commands,
    List<Code> related,
    List<String> emitters,
    List<String> names,
    List<Source> sources) {}
