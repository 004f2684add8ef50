package io.github.smtpbot.incident;

import io.github.smtpbot.catalog.Cause;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happens on the server whose log it is, where what is told to those who send mail to it would
 * be told to the wrong one.
 */
enum OwnServer {
  /** It could not do its work, and so refused mail: its administrator acts. */
  WORK("log.own.acts", "log.own.work"),
  /** A program on it is not there, or fails: its administrator acts. */
  PROGRAM("log.own.acts", "log.own.program"),
  /** Nobody can be reached from it: its administrator acts. */
  NETWORK("log.own.acts", "log.own.network"),
  /** It refused mail as it is told to: whoever sends it acts. */
  REFUSED("log.own.refused.acts", "log.own.refused");

  /** A server's own failures. */
  private static final Set<Cause> OF_WORK =
      EnumSet.of(
          Cause.SERVER_LOCAL_ERROR,
          Cause.SYSTEM_STORAGE_FULL,
          Cause.SERVER_SHUTTING_DOWN_OR_UNAVAILABLE);

  /** What else a program on the server fails by, and not the message or its recipient. */
  private static final Set<Cause> OF_PROGRAM =
      EnumSet.of(Cause.HOST_UNREACHABLE_OR_TIMEOUT, Cause.TOO_MANY_CONNECTIONS, Cause.RATE_LIMITED);

  private final String acts;
  private final String step;

  OwnServer(String acts, String step) {
    this.acts = acts;
    this.step = step;
  }

  /** The key of who acts. */
  String acts() {
    return acts;
  }

  /** The key of what they do first. */
  String step() {
    return step;
  }

  /** What of it a group is; null if others answered. */
  static @Nullable OwnServer of(LogGroup group) {
    if (group.rejected()) {
      return OF_WORK.contains(group.cause()) ? WORK : REFUSED;
    }
    boolean here = group.provider().equals(LogGroup.HERE);
    boolean program =
        OF_WORK.contains(group.cause()) || OF_PROGRAM.contains(group.cause()) || isUntold(group);
    return here && program ? PROGRAM : null;
  }

  /** A program's own words that are not known: a reply tells of the message. */
  private static boolean isUntold(LogGroup group) {
    return group.cause() == Cause.OTHER && group.found().replyCode() == null;
  }

  /** Whether nobody can be reached any more: then it is not they who are to blame. */
  static boolean isNetwork(Change change) {
    return change.isOfSeveral()
        && change.groups().stream()
            .allMatch(
                group ->
                    group.cause() == Cause.HOST_UNREACHABLE_OR_TIMEOUT
                        || group.cause() == Cause.DOMAIN_NOT_FOUND);
  }
}
