package io.github.smtpbot.preview;

/**
 * What one reader sees.
 *
 * @param scene of what
 * @param language of the reader
 * @param box what is shown
 */
public record Picture(Scene scene, String language, Box box) {}
