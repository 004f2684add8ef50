package io.github.smtpbot.incident;

import io.github.smtpbot.catalog.Cause;
import java.time.Duration;
import java.time.Instant;
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
  /** Its own words say that something on it fails, of all mail: its administrator acts. */
  WORDS("log.own.acts", "log.own.words"),
  /** The server that is to pass its mail on refuses its user name and password. */
  LOGIN("log.own.acts", "log.own.login"),
  /** It refuses nearly all mail, which it took before: its administrator acts. */
  SETUP("log.own.acts", "log.own.setup"),
  /** It does not let one of its own users send more: its administrator looks at that account. */
  ACCOUNT("log.own.acts", "log.own.account"),
  /** One who sends through it sends much more than before, and much of that fails. */
  FLOOD("log.own.acts", "log.own.flood"),
  /** Its own setup sends mail back to it. */
  LOOP("log.own.acts", "log.own.loop"),
  /** Many of its own mailboxes have no room at once, which is no user's doing. */
  QUOTA("log.own.acts", "log.own.quota"),
  /** A blocklist that it asks does not answer it. */
  LIST("log.own.acts", "log.own.list"),
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

  /** So many mailboxes are full at once that it is none of their users. */
  private static final int MANY_MAILBOXES = 5;

  /** By what mail fails that goes to many who never asked for it. */
  private static final Set<Cause> OF_FLOOD =
      EnumSet.of(Cause.USER_UNKNOWN, Cause.MAILBOX_DISABLED, Cause.SPAM_CONTENT);

  /** So many times as much mail as before is a flood. */
  private static final double FLOOD_RISE = 4;

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

  /** The key of what they do first; whatever has no room left needs some. */
  String step(Cause cause) {
    boolean full = cause == Cause.SYSTEM_STORAGE_FULL && (this == WORK || this == PROGRAM);
    return full ? "log.own.storage" : step;
  }

  /** The key of what they do first about the host to which all mail is handed; null for no more. */
  @Nullable String relayStep(Cause cause) {
    if (this != NETWORK && this != WORDS) {
      return null;
    }
    return cause == Cause.TLS_REQUIRED_OR_FAILED
        ? "log.own.relay.tls"
        : this == NETWORK ? "log.own.relay" : null;
  }

  /** The key of what a cause is called that is told of others as a rule; null if it is not. */
  @Nullable String name(Cause cause) {
    if (this == QUOTA || this == LIST) {
      return this == QUOTA ? "log.own.name.quota" : "log.own.name.list";
    }
    if (this == REFUSED || this == SETUP || this == ACCOUNT || this == FLOOD || this == LOOP) {
      return null;
    }
    return switch (cause) {
      case SERVER_LOCAL_ERROR -> "log.own.name.error";
      case SYSTEM_STORAGE_FULL -> "log.own.name.storage";
      case SERVER_SHUTTING_DOWN_OR_UNAVAILABLE -> "log.own.name.unavailable";
      default -> this == PROGRAM ? "log.own.name.program" : null;
    };
  }

  /** Whether a group is as it should be, so that nobody has to act. */
  static boolean isUsual(LogGroup group) {
    return group.cause() == Cause.GREYLISTED || of(group) == REFUSED;
  }

  /** Whether a change is only that more was refused that is refused rightly. */
  static boolean isBackground(Change change) {
    return of(change) == REFUSED;
  }

  /** What of it a group is; null if others answered. */
  static @Nullable OwnServer of(LogGroup group) {
    if (group.rejected()) {
      return isOfList(group)
          ? LIST
          : OF_WORK.contains(group.cause()) ? WORK : isOfAccount(group) ? ACCOUNT : REFUSED;
    }
    // Only who passes mail on for others asks for a password.
    if (group.cause() == Cause.AUTH_FAILED) {
      return LOGIN;
    }
    // No server has answered: it is the own one that finds itself behind a name.
    if (group.cause() == Cause.MAIL_LOOP && group.found().replyCode() == null) {
      return LOOP;
    }
    boolean here = group.provider().equals(LogGroup.HERE);
    boolean program =
        OF_WORK.contains(group.cause()) || OF_PROGRAM.contains(group.cause()) || isUntold(group);
    return here && program ? PROGRAM : here && isOfQuota(group) ? QUOTA : null;
  }

  /** Whether the server could not do its work because of a list: else it names none. */
  private static boolean isOfList(LogGroup group) {
    return group.cause() == Cause.SERVER_LOCAL_ERROR && !group.provider().isEmpty();
  }

  /** Whether many mailboxes are full within a short time: one more each hour at least. */
  private static boolean isOfQuota(LogGroup group) {
    Instant first = group.first();
    Instant last = group.last();
    long mailboxes = group.recipients().value();
    return group.cause() == Cause.MAILBOX_FULL
        && mailboxes >= MANY_MAILBOXES
        && first != null
        && last != null
        && Duration.between(first, last).toHours() < mailboxes;
  }

  private static boolean isOfAccount(LogGroup group) {
    return group.senderIsOurs()
        && (group.cause() == Cause.RATE_LIMITED || group.cause() == Cause.POLICY_REJECTION);
  }

  /** A program's own words that are not known: a reply tells of the message. */
  private static boolean isUntold(LogGroup group) {
    return group.cause() == Cause.OTHER && group.found().replyCode() == null;
  }

  /** What of it a change is; null if others answered. */
  static @Nullable OwnServer of(Change change) {
    OwnServer own = of(change.group());
    if (own == REFUSED && change.insteadOfAll()) {
      return SETUP;
    }
    if (own != null) {
      return own;
    }
    if (isNetwork(change)) {
      return NETWORK;
    }
    if (isFlood(change)) {
      return FLOOD;
    }
    boolean unanswered =
        change.groups().stream().allMatch(group -> group.found().replyCode() == null);
    return change.everywhere() && unanswered ? WORDS : null;
  }

  /** Whether one of those whose mail the server sends sends much more than was sent before. */
  private static boolean isFlood(Change change) {
    LogGroup most = change.group();
    return change.rise() >= FLOOD_RISE
        && most.senderIsOurs()
        && !most.sender().marked().isEmpty()
        && change.groups().stream()
            .allMatch(
                group ->
                    OF_FLOOD.contains(group.cause())
                        && (group.sender().marked().isEmpty()
                            || group.sender().equals(most.sender())));
  }

  /** Whether nobody can be reached any more: then it is not they who are to blame. */
  static boolean isNetwork(Change change) {
    return change.isOfSeveral() && change.groups().stream().allMatch(OwnServer::isOfNames);
  }

  /** Whether a name was not found, or a host not reached. */
  static boolean isOfNames(LogGroup group) {
    return group.cause() == Cause.HOST_UNREACHABLE_OR_TIMEOUT
        || group.cause() == Cause.DOMAIN_NOT_FOUND;
  }
}
