package io.github.smtpbot.catalog;

import java.util.List;

/**
 * What holds for an enhanced status code whatever its class, in no language.
 *
 * @param code the code, of any class
 * @param classes the class digits it is seen with, the usual one first; never empty
 * @param basic the reply codes it comes with, the usual one first
 * @param acts whose turn it is, the most likely first; never empty
 * @param cause the cause when nothing but the code is known
 * @param related similar or easily confused codes, each of them in the catalog
 * @param sources where this is written; never empty
 */
public record EnhancedCodeFacts(
    EnhancedStatusCode code,
    List<Integer> classes,
    List<ReplyCode> basic,
    List<Party> acts,
    Cause cause,
    List<Code> related,
    List<Source> sources) {}
