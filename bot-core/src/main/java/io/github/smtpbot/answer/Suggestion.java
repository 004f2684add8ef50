package io.github.smtpbot.answer;

/**
 * A completion of what somebody is typing.
 *
 * @param label what is shown, at most 100 characters
 * @param question the question it stands for, at most 100 characters
 */
public record Suggestion(String label, String question) {}
