package io.github.smtpbot.console;

import io.github.smtpbot.answer.Tone;

/** How text stands out: in colour on a terminal, not at all in a pipe. */
enum Style {
  PLAIN,
  COLOUR;

  private static final String RESET = "\u001b[0m";

  String bold(String text) {
    return in("1", text);
  }

  String dim(String text) {
    return in("2", text);
  }

  String tone(Tone tone, String text) {
    return in(
        switch (tone) {
          case SUCCESS -> "1;32";
          case PROGRESS -> "1;36";
          case TRANSIENT -> "1;33";
          case PERMANENT -> "1;31";
          case NEUTRAL -> "1";
        },
        text);
  }

  private String in(String code, String text) {
    return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + RESET;
  }
}
