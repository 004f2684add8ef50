package io.github.smtpbot.log.reader;

import io.github.smtpbot.log.LogCount;
import io.github.smtpbot.log.format.LogLine;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Counts the lines in which a mail server says that a program of it gave up: what it does not do
 * any more stands in no other line. In bounded memory.
 */
final class Troubles {

  private static final int LONGEST = 200;

  /** The mark of Sendmail's lines stands after a queue id at most. */
  private static final int MARK_WITHIN = 40;

  private static final String EXIM = "exim";

  private final Map<String, LogCount.Trouble> byProgram = new HashMap<>();

  /** Looks at a line that tells of no delivery. */
  void look(LogLine line) {
    Instant time = line.time();
    if (time == null || !isTrouble(line.program(), line.text())) {
      return;
    }
    String text = line.text();
    String program = line.program().isEmpty() ? EXIM : line.program();
    LogCount.Trouble trouble =
        new LogCount.Trouble(
            program, text.length() <= LONGEST ? text : text.substring(0, LONGEST), 1, time, time);
    if (byProgram.size() < LogCount.Trouble.MOST || byProgram.containsKey(program)) {
      byProgram.merge(program, trouble, LogCount.Trouble::and);
    }
  }

  private static boolean isTrouble(String program, String text) {
    if (text.isEmpty()) {
      return false;
    }
    return switch (text.charAt(0)) {
      case 'f', 'F' -> text.startsWith("atal: ", 1);
      case 'p', 'P' -> text.startsWith("anic: ", 1);
      // Of a program that goes on it is worth a warning that another ended.
      case 'w' -> text.startsWith("warning: ") && program.endsWith("/master");
      default -> isMarked(program, text);
    };
  }

  private static boolean isMarked(String program, String text) {
    if (program.equals("dovecot")) {
      return text.contains(": Fatal: ") || text.contains(": Panic: ");
    }
    boolean sendmail = program.equals("sendmail") || program.startsWith("sm-");
    int mark = sendmail ? text.indexOf("SYSERR(") : -1;
    return (mark >= 0 && mark < MARK_WITHIN)
        // Exim names itself only where its log goes through syslog.
        || ((program.isEmpty() || program.toLowerCase(Locale.ROOT).startsWith(EXIM))
            && text.contains("No space left on device"));
  }

  List<LogCount.Trouble> all() {
    return List.copyOf(byProgram.values());
  }
}
