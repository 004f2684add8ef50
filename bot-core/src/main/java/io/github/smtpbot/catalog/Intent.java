package io.github.smtpbot.catalog;

import java.util.Locale;

/** What is asked of the things that a question mentions. The labels are public and stable. */
public enum Intent {
  /** What does it mean? */
  MEANING,
  /** Is it final? */
  PERMANENT,
  /** Is it tried again, by whom, for how long? */
  RETRY,
  /** Whose fault is it, who has to act? */
  WHO,
  /** What is to be done? */
  FIX,
  /** When and why is it sent? */
  WHEN,
  /** How do they differ? */
  DIFFERENCE,
  /** Which code does a server send for this? */
  WHICH_CODE,
  /** What does this provider mean by it? */
  PROVIDER_MEANING,
  /** What does it mean in answer to this command? */
  PHASE,
  /** What may this command be answered with? */
  COMMANDS,
  /** Which codes does this family have? */
  BROWSE,
  /** Which providers, causes, commands are there? */
  LIST,
  /** What can be asked here? */
  HELP,
  /** Nothing that is known. */
  UNKNOWN;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The public, machine-readable label, such as {@code which_code}. */
  public String label() {
    return label;
  }
}
