package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.diagnosis.syntax.CodeReader.Enhanced;
import org.jspecify.annotations.Nullable;

/**
 * Where a reply begins.
 *
 * @param start where its first code stands
 * @param text where its words begin
 * @param code its reply code, or null
 * @param enhanced its enhanced status code, or null
 * @param tuple whether a program printed it as a pair of code and text
 */
public record ReplyStart(
    int start, int text, @Nullable ReplyCode code, @Nullable Enhanced enhanced, boolean tuple) {}
