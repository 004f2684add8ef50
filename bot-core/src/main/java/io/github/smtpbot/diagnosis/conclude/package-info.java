/**
 * The last room: what it means. In come recognised replies. Out go {@link
 * io.github.smtpbot.diagnosis.Finding}s, the most important first: cause, confidence, evidence,
 * permanence and contradictions.
 */
@NullMarked
package io.github.smtpbot.diagnosis.conclude;

import org.jspecify.annotations.NullMarked;
