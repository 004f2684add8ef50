package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells from the words around a reply which command it answered. Linear in the line. Immutable;
 * safe for use by many threads.
 */
final class AnsweredCommand {

  /** How often a lead may stand before words that name no command. */
  private static final int MOST_TRIES = 4;

  /** What names these are words of their own, or words that other sentences use too. */
  private static final Set<Command> NAMED_OTHERWISE =
      EnumSet.of(Command.CONNECT, Command.MAIL, Command.SEND, Command.HELP);

  private static final List<Named> NAMED =
      Arrays.stream(Command.values())
          .filter(command -> !NAMED_OTHERWISE.contains(command))
          .map(command -> new Named(command, command.name().toLowerCase(Locale.ROOT)))
          .toList();

  private final ReadingCues cues;

  /** A command and its own name, in lower case. */
  private record Named(Command command, String name) {}

  AnsweredCommand(ReadingCues cues) {
    this.cues = cues;
  }

  /** The command that a line in lower case says was answered, or null. */
  @Nullable Command in(String lower) {
    Command found = null;
    for (String lead : cues.in(ReadingCue.COMMAND_LEADS, lower)) {
      boolean sure = lead.startsWith("in reply");
      int at = lower.indexOf(lead);
      for (int tries = 0; at >= 0 && tries < MOST_TRIES; tries++) {
        Command command = at(lower, at + lead.length());
        if (command != null && sure) {
          return command;
        }
        found = found == null ? command : found;
        at = lower.indexOf(lead, at + 1);
      }
    }
    return found;
  }

  /** The command that is named at a place of a line in lower case, or null. */
  @Nullable Command at(String lower, int at) {
    int from = at;
    while (from < lower.length() && "'\"<".indexOf(lower.charAt(from)) >= 0) {
      from++;
    }
    if (cues.isAt(ReadingCue.END_OF_DATA_NAMES, lower, from)) {
      return Command.END_OF_DATA;
    }
    if (cues.isAt(ReadingCue.RCPT_NAMES, lower, from)) {
      return Command.RCPT;
    }
    if (cues.isAt(ReadingCue.MAIL_NAMES, lower, from)) {
      return Command.MAIL;
    }
    if (cues.isAt(ReadingCue.CONNECT_NAMES, lower, from)) {
      return Command.CONNECT;
    }
    for (Named named : NAMED) {
      if (lower.startsWith(named.name, from) && !goesOn(lower, from + named.name.length())) {
        return named.command;
      }
    }
    return null;
  }

  private static boolean goesOn(String text, int at) {
    return at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '-');
  }
}
