package io.github.smtpbot.answer;

/**
 * Something one may ask next; adapters show it as a button.
 *
 * @param label what the button says, at most 40 characters
 * @param question the question it asks, at most 80 characters
 */
public record FollowUp(String label, String question) {}
