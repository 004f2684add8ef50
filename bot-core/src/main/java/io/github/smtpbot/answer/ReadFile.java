package io.github.smtpbot.answer;

import io.github.smtpbot.diagnosis.Diagnosis;

/**
 * One of several files or texts that are answered together.
 *
 * @param name by which the asker knows it, of any content; empty for what was typed or pasted
 * @param read what it says
 */
public record ReadFile(String name, Diagnosis read) {}
