package io.github.smtpbot.diagnosis;

import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.diagnosis.CodeReader.Enhanced;
import org.jspecify.annotations.Nullable;

/**
 * Where a reply begins.
 *
 * @param start where its first code stands
 * @param text where its words begin
 */
record Anchor(
    int start, int text, @Nullable ReplyCode code, @Nullable Enhanced enhanced, boolean tuple) {}
