package io.github.smtpbot.incident;

import io.github.smtpbot.answer.Masked;
import io.github.smtpbot.answer.Shareable.Found;
import io.github.smtpbot.catalog.Cause;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Failures that share cause, provider and codes.
 *
 * @param cause what went wrong
 * @param provider the id of whose mail it is, or of its house; {@link #HERE} for a program on the
 *     server itself; empty if nothing tells
 * @param codes as written, such as {@code 421 4.7.28}; empty if there are none
 * @param permanent whether delivery was given up for good
 * @param rejected whether the server whose log it is refused these messages itself
 * @param messages how many messages failed so, be it for one of their recipients
 * @param attempts how often, always exact
 * @param recipients how many different addresses
 * @param domains how many different domains
 * @param mainDomains the few domains that most of these attempts are for, the largest first; empty
 *     if there are none
 * @param host the host that nearly all of these attempts were made at; empty if there are several
 * @param senderIsOurs whether much of all mail is of the domain of its {@link #sender}
 * @param senders the few who sent most of these attempts, the one of most first
 * @param first when it was first seen, or null if the log tells no times
 * @param last when it was last seen, or null
 * @param ongoing whether it goes on at the end of the log, see {@code docs/logs.md}
 * @param unsure whether its last failure lies long before the end of the log, and too little mail
 *     that might fail so came up since to tell whether it goes on
 * @param loose whether nothing but the words of the replies tells the provider, so that what it
 *     took is counted with the mail to no known provider: {@code traffic} is that to both
 * @param share of all messages to that provider, the part that failed so, 0 to 1; of messages that
 *     were {@code rejected}, the part of all messages
 * @param traffic how many messages to that provider there are
 * @param found what was found in the reply that is shown
 * @param reply one of the replies: the first
 */
public record LogGroup(
    Cause cause,
    String provider,
    String codes,
    boolean permanent,
    boolean rejected,
    Count messages,
    long attempts,
    Count recipients,
    Count domains,
    List<DomainPart> mainDomains,
    String host,
    boolean senderIsOurs,
    List<SenderPart> senders,
    @Nullable Instant first,
    @Nullable Instant last,
    boolean ongoing,
    boolean unsure,
    boolean loose,
    double share,
    Count traffic,
    Found found,
    Masked reply) {

  /** Copies the lists. */
  public LogGroup {
    mainDomains = List.copyOf(mainDomains);
    senders = List.copyOf(senders);
  }

  /**
   * A domain that has many of a group's attempts.
   *
   * @param domain its name
   * @param failed how many attempts for it failed so
   * @param attempts how many attempts for it there are, whatever came of them
   * @param delivered how many of those went well
   * @param lastDelivered when mail to it was last delivered: {@link Instant#MIN} if none ever was,
   *     null if that is not known
   */
  public record DomainPart(
      String domain, long failed, long attempts, long delivered, @Nullable Instant lastDelivered) {

    /** Whether no mail to it was delivered since that time. */
    boolean isDeadSince(Instant time) {
      return lastDelivered != null && !lastDelivered.isAfter(time);
    }
  }

  /**
   * A sender that has many of a group's attempts.
   *
   * @param sender who it is, masked
   * @param failed how many attempts of theirs failed so
   */
  public record SenderPart(Masked sender, long failed) {

    /** Whether that is most of so many attempts, and more than a few. */
    boolean isMostOf(long attempts) {
      return failed >= Math.max(Scan.FEWEST_FAILURES, attempts * Analysis.MOST);
    }
  }

  /** Who sent most of these, masked; empty if there are several, or it is a few messages. */
  public Masked sender() {
    return senders.stream()
        .filter(part -> part.isMostOf(attempts))
        .map(SenderPart::sender)
        .findFirst()
        .orElse(NOBODY);
  }

  /** Whether its silence up to the end of the log would be an accident if it went on. */
  boolean isOver() {
    return !ongoing && !unsure;
  }

  private static final Masked NOBODY = new Masked("");

  /** The provider of mail that a program on the server itself was to take. */
  public static final String HERE = GroupKey.HERE;

  /** Who has more than this part of a group's failures is the one domain that they are of. */
  private static final double ONE_DOMAIN = 0.9;

  /** Who takes mail for so many domains passes it on. */
  private static final int FEWEST_OF_RELAY = 5;

  /** Whether it is about mail to one domain elsewhere, and hardly any other. */
  boolean isOfOneDomain() {
    return !provider.equals(HERE)
        && mainDomains.size() == 1
        && mainDomains.get(0).failed() >= attempts * ONE_DOMAIN;
  }

  /**
   * Whether it is how failures of another group end: a message is given up because it failed so for
   * long.
   */
  boolean isEndOf(LogGroup other) {
    boolean begins = first == null || other.first == null || !other.first.isAfter(first);
    Set<String> places =
        other.mainDomains.stream().map(DomainPart::domain).collect(Collectors.toSet());
    boolean there =
        mainDomains.isEmpty()
            ? places.isEmpty()
            : mainDomains.stream().map(DomainPart::domain).allMatch(places::contains);
    return cause == Cause.DELIVERY_EXPIRED
        && other.cause != Cause.DELIVERY_EXPIRED
        && !other.permanent
        && !rejected
        && !other.rejected
        && begins
        && (other.isOfRelay()
            ? host.isEmpty() || host.equals(other.host)
            : provider.equals(other.provider) && (there || !provider.isEmpty()));
  }

  /**
   * Whether one host that takes mail for many domains was to take it, and whose that is unknown.
   */
  private boolean isOfRelay() {
    return provider.isEmpty() && !host.isEmpty() && domains.value() >= FEWEST_OF_RELAY;
  }

  /** Whether it is how failures of any of these end. */
  boolean isEndOfAny(List<LogGroup> groups) {
    return cause == Cause.DELIVERY_EXPIRED && groups.stream().anyMatch(this::isEndOf);
  }

  /** When the last of these was last seen; null if that is not known. */
  static @Nullable Instant last(Stream<LogGroup> groups) {
    return groups
        .map(LogGroup::last)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Whether a change is about it. */
  boolean isOf(Change change) {
    return change.groups().stream().anyMatch(this::isSameAs);
  }

  /** Whether another counts failures of the same kind. */
  boolean isSameAs(LogGroup other) {
    return cause == other.cause
        && provider.equals(other.provider)
        && codes.equals(other.codes)
        && permanent == other.permanent
        && rejected == other.rejected;
  }
}
