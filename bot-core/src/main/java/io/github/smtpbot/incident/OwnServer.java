package io.github.smtpbot.incident;

import io.github.smtpbot.catalog.Cause;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what goes wrong on the server whose log it is, where others can do nothing about it. */
final class OwnServer {

  /** A server's own failures. */
  private static final Set<Cause> WORK =
      EnumSet.of(
          Cause.SERVER_LOCAL_ERROR,
          Cause.SYSTEM_STORAGE_FULL,
          Cause.SERVER_SHUTTING_DOWN_OR_UNAVAILABLE);

  /** What else a program on the server fails by, and not the message or its recipient. */
  private static final Set<Cause> PROGRAM =
      EnumSet.of(Cause.HOST_UNREACHABLE_OR_TIMEOUT, Cause.TOO_MANY_CONNECTIONS, Cause.RATE_LIMITED);

  /** The key of what its administrator does first where its network fails. */
  static final String NETWORK = "log.own.network";

  private OwnServer() {}

  /** The key of what its administrator does first about a group; null if it is not theirs. */
  static @Nullable String step(LogGroup group) {
    if (group.rejected()) {
      return WORK.contains(group.cause()) ? "log.own.work" : null;
    }
    boolean here = group.provider().equals(LogGroup.HERE);
    boolean program =
        WORK.contains(group.cause()) || PROGRAM.contains(group.cause()) || isUntold(group);
    return here && program ? "log.own.program" : null;
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
