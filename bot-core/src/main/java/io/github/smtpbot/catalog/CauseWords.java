package io.github.smtpbot.catalog;

import java.util.Map;

/**
 * What is said of a cause in one language; plain text, without markup.
 *
 * @param name what it is called
 * @param meaning what went wrong
 * @param fix what to do, by the one who does it, in the order to try
 * @param escalate when it is more than one message's problem, and who is asked then
 */
public record CauseWords(String name, String meaning, Map<Role, String> fix, String escalate) {}
