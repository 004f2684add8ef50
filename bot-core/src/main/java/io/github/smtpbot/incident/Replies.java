package io.github.smtpbot.incident;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.smtpbot.answer.Shareable.Found;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.House;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.diagnosis.Finding;
import io.github.smtpbot.diagnosis.reader.Diagnoser;
import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Diagnoses replies as if each had been pasted, but those of one shape only once: it remembers what
 * they say, masked, in bounded memory. Not thread-safe.
 */
final class Replies {

  /** A longer reply is read as far as this, in characters. */
  static final int LONGEST = 4_096;

  /** How much the remembered shapes may hold together, in characters. */
  private static final long REMEMBERED = 4_000_000;

  /** What a shape costs besides its characters. */
  private static final int OVERHEAD = 200;

  static final int LONGEST_HOST = 255;

  /** Of so many hosts it is remembered at once who they are. */
  private static final int MOST_HOSTS = 2_000;

  /** How the literals of addresses begin that networks use within, in lower case. */
  private static final List<String> OWN_NETWORKS =
      List.of("[10.", "[192.168.", "[169.254.", "[ipv6:fc", "[ipv6:fd", "[ipv6:fe80:");

  private static final String MIDDLE_NETWORK = "[172.";

  /** How servers say that what they look things up in fails, in lower case. */
  private static final List<String> FAULTS =
      List.of(
          "failed to open",
          "failed to expand",
          "lookup failure",
          "temporary local problem",
          "server configuration error",
          "server configuration problem");

  private final Diagnoser diagnoser;
  private final KnownSigns signs;
  private final ReplyShape shapes;
  private final Cache<String, Known> known =
      Caffeine.newBuilder()
          .maximumWeight(REMEMBERED)
          .<String, Known>weigher((shape, value) -> shape.length() + OVERHEAD)
          .executor(Runnable::run)
          .build();
  private final Map<String, String> hosts = new HashMap<>();
  private long diagnosed;

  Replies(Diagnoser diagnoser, KnownSigns signs) {
    this.diagnoser = diagnoser;
    this.signs = signs;
    this.shapes = new ReplyShape(signs);
  }

  /** How many replies were diagnosed, and not told by others of their shape. */
  long diagnosed() {
    return diagnosed;
  }

  /** What a delivery's reply says, and who gave it. */
  Known of(Delivery delivery) {
    String host = host(delivery);
    String who = host.isEmpty() ? signs.ending(domain(delivery)) : who(host);
    String shape = shapes.of(cut(delivery.reply(), LONGEST), who, Results.place(delivery.result()));
    Known found = known.getIfPresent(shape);
    if (found == null) {
      diagnosed++;
      found = diagnose(delivery);
      known.put(shape, found);
    }
    return found;
  }

  /** By what the catalog knows a host. */
  private String who(String host) {
    String known = hosts.get(host);
    if (known == null) {
      known = isHere(host) ? GroupKey.HERE : signs.ending(host);
      if (hosts.size() >= MOST_HOSTS) {
        hosts.clear();
      }
      hosts.put(host, known);
    }
    return known;
  }

  /** What is found in just this reply, whatever others of its shape said. */
  Found found(Delivery delivery) {
    return diagnose(delivery).found();
  }

  /** An address of the Internet tells of nobody: then the recipient's domain does. */
  private static String host(Delivery delivery) {
    String host = cut(delivery.host(), LONGEST_HOST);
    return host.startsWith("[") && !isHere(host) && !isOwnNetwork(host) ? "" : host;
  }

  /** Whether an address literal is one of those that networks use within (RFC 1918, RFC 4193). */
  private static boolean isOwnNetwork(String literal) {
    return OWN_NETWORKS.stream().anyMatch(literal.toLowerCase(Locale.ROOT)::startsWith)
        || isMiddleNetwork(literal);
  }

  /** Whether it is one of {@code 172.16.0.0/12}. */
  private static boolean isMiddleNetwork(String literal) {
    int end = literal.indexOf('.', MIDDLE_NETWORK.length());
    if (!literal.startsWith(MIDDLE_NETWORK) || end != MIDDLE_NETWORK.length() + 2) {
      return false;
    }
    String second = literal.substring(MIDDLE_NETWORK.length(), end);
    return second.compareTo("16") >= 0 && second.compareTo("31") <= 0;
  }

  /** Where no host is told, the address tells whose server it may be. */
  private static String domain(Delivery delivery) {
    return Addresses.domain(delivery.recipient());
  }

  private Known diagnose(Delivery delivery) {
    String reply = cut(delivery.reply(), LONGEST);
    String host = host(delivery);
    return diagnose(reply, host, host.isEmpty() ? domain(delivery) : "", delivery.result());
  }

  private Known diagnose(String reply, String host, String domain, Result result) {
    boolean here = isHere(host);
    Finding finding = first(withHost(reply, here ? "" : host));
    Finding greeting =
        here ? null : first(withHost("250 2.0.0 OK", host.isEmpty() ? domain : host));
    boolean named = !host.isEmpty() && !here;
    // The log's own words name the recipient, whose provider a host that passes mail on is not.
    boolean own = named && !isBare(reply);
    Finding speaker = finding == null || finding.provider() == null || own ? greeting : finding;
    boolean fault = result == Result.REJECTED && isOwnFault(reply);
    Finding told =
        told(
            fault && finding != null ? faulty(finding) : finding,
            fault || speaker == null ? null : speaker.provider(),
            speaker != null && speaker.circumstances().isHouseOnly(),
            result);
    Found found = Found.of(told);
    boolean permanent =
        result == Result.BOUNCED
            || (result == Result.REJECTED && !Boolean.FALSE.equals(told.permanent()));
    String whose =
        result == Result.REJECTED
            ? refusedBy(told, found)
            : here ? GroupKey.HERE : whose(told, found, greeting, named);
    return new Known(
        new GroupKey(result == Result.REJECTED, told.cause(), whose, told.codes(), permanent),
        found,
        host.isEmpty() && !whose.isEmpty() && !whose.equals(takerOf(greeting)));
  }

  /** Whose the host or domain is; empty if that is nobody's who is known. */
  private static String takerOf(@Nullable Finding greeting) {
    Provider taker = greeting == null ? null : greeting.provider();
    return greeting != null && taker != null && taker.isParty()
        ? Found.of(greeting).provider()
        : "";
  }

  /**
   * Whose mail it is. Words of a mail server's software tell whose program wrote them, be it one's
   * own, and those of a blocklist who was asked: neither tells who was to take the message. Nor do
   * words of a provider from a host that is not its own: that host only passes them on.
   *
   * @param named whether the log names the host
   */
  private static String whose(
      Finding told, Found found, @Nullable Finding greeting, boolean named) {
    Provider provider = told.provider();
    Provider taker = greeting == null ? null : greeting.provider();
    // The brand that the domain tells is sure; words of a house may be those of another brand.
    boolean ofTaker = provider != null && isOfOneHouse(provider, taker);
    if (provider != null && provider.isParty() && (named ? ofTaker : !ofTaker)) {
      return found.provider();
    }
    return takerOf(greeting);
  }

  /** Of what the server refused, the list that it asked: whose client it was does not matter. */
  private static String refusedBy(Finding told, Found found) {
    Provider provider = told.provider();
    return provider != null && provider.kind() == Provider.Kind.BLOCKLIST ? found.provider() : "";
  }

  /** Whether a server that refuses mail says that it could not look something up. */
  private static boolean isOwnFault(String reply) {
    String low = reply.toLowerCase(Locale.ROOT);
    return FAULTS.stream().anyMatch(low::contains)
        || (low.contains("permission denied") && low.contains(" /"));
  }

  private static Finding faulty(Finding read) {
    return like(read, read.permanent(), Cause.SERVER_LOCAL_ERROR, null, null, read.circumstances());
  }

  private static boolean isOfOneHouse(Provider provider, @Nullable Provider other) {
    House house = provider.house();
    return other != null
        && (provider.id().equals(other.id()) || (house != null && other.isOf(house)));
  }

  /** Whether a program on the server itself was to take the message. */
  private static boolean isHere(String host) {
    return host.equalsIgnoreCase(Delivery.HERE)
        || host.startsWith("127.")
        || host.startsWith("[127.")
        || host.equals("::1")
        || host.equals("[::1]");
  }

  private @Nullable Finding first(String text) {
    if (text.isBlank()) {
      return null;
    }
    List<Finding> findings = diagnoser.read(text).findings();
    return findings.isEmpty() ? null : findings.get(0);
  }

  /** A reply as a log writes it down; the log's own words name the host where it matters. */
  private static String withHost(String reply, String host) {
    return isBare(reply) && !host.isEmpty() ? "host " + host + " said: " + reply : reply;
  }

  /** Whether it is what a server said, and not what the log says about it. */
  private static boolean isBare(String reply) {
    return !reply.isEmpty() && Character.isDigit(reply.charAt(0));
  }

  /** The finding with what the log tells for sure: whether delivery was given up. */
  private static Finding told(
      @Nullable Finding finding, @Nullable Provider provider, boolean houseOnly, Result result) {
    Finding read = finding == null ? nothing() : finding;
    Boolean permanent =
        switch (result) {
          case BOUNCED -> Boolean.TRUE;
          case DEFERRED -> Boolean.FALSE;
          case DELIVERED, REJECTED -> read.permanent();
        };
    Finding.Circumstances circumstances = read.circumstances();
    return like(
        read,
        permanent,
        read.cause(),
        provider,
        read.rule(),
        new Finding.Circumstances(
            circumstances.origin(),
            circumstances.retryAfter(),
            circumstances.isFollowUp(),
            houseOnly));
  }

  /** The same words, with what is known of them otherwise. */
  private static Finding like(
      Finding read,
      @Nullable Boolean permanent,
      Cause cause,
      @Nullable Provider provider,
      Provider.@Nullable Rule rule,
      Finding.Circumstances circumstances) {
    return new Finding(
        read.replyCode(),
        read.enhanced(),
        read.text(),
        read.quotesReply(),
        read.command(),
        read.remoteHost(),
        read.recipient(),
        permanent,
        cause,
        read.confidence(),
        read.evidence(),
        provider,
        rule,
        read.contradictions(),
        circumstances);
  }

  private static Finding nothing() {
    return new Finding(
        null,
        null,
        "",
        false,
        null,
        null,
        null,
        null,
        Cause.OTHER,
        0,
        List.of(),
        null,
        null,
        Set.of());
  }

  static String cut(String text, int limit) {
    return text.length() <= limit ? text : text.substring(0, limit);
  }
}
