package io.github.smtpbot.discord;

/**
 * The limits that Discord sets, in characters or pieces. Discord counts code points; we count
 * UTF-16 units, which are never fewer.
 */
final class DiscordLimits {

  /** Components in one message, nested ones included. */
  static final int COMPONENTS = 40;

  /** Characters over all text displays of one message. */
  static final int TEXT = 4000;

  static final int BUTTONS_IN_ROW = 5;

  static final int BUTTON_LABEL = 80;

  static final int CUSTOM_ID = 100;

  /** Options of a select menu. */
  static final int OPTIONS = 25;

  /** The label and the value of a select menu's option. */
  static final int OPTION_TEXT = 100;

  static final int PLACEHOLDER = 100;

  /** Choices offered by autocompletion. */
  static final int CHOICES = 25;

  /** The name and the value of a choice. */
  static final int CHOICE_TEXT = 100;

  static final int COMMAND_NAME = 32;

  /** The description of a command or of its option. */
  static final int DESCRIPTION = 100;

  /** What one may type into a text option of a command. */
  static final int OPTION_INPUT = 6000;

  static final int MODAL_TITLE = 45;

  /** The label over a modal's input. */
  static final int INPUT_LABEL = 45;

  /** What one may type into a modal's input. */
  static final int INPUT_VALUE = 4000;

  /** What is said of a picture to those who do not see it. */
  static final int MEDIA_DESCRIPTION = 1024;

  private DiscordLimits() {}
}
