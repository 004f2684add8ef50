package io.github.smtpbot.incident;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import io.github.smtpbot.log.LogCount;
import io.github.smtpbot.log.LogFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Six hours of mail to several providers, six messages a minute, in which something goes wrong: it
 * reads as what was planted, {@code log(1).from(START).at("gmail.com").part(0.7).deferred("421
 * …")}.
 */
final class PlantedLog {

  static final int MINUTES = 360;

  /** Where an incident usually begins: at 16:00. */
  static final int START = 240;

  private static final int PER_MINUTE = 6;

  /** Where mail goes. */
  private record Place(String domain, String host) {}

  /** Most of it to a few providers. */
  private static final List<Place> PLACES =
      List.of(
          new Place("gmail.com", Logs.GMAIL),
          new Place("gmail.com", Logs.GMAIL),
          new Place("outlook.com", "outlook-com.olc.protection.outlook.com"),
          new Place("yahoo.com", "mta5.am0.yahoodns.net"),
          new Place("one.example", "mx.one.example"),
          new Place("two.example", "mx.two.example"),
          new Place("three.example", "mx.three.example"));

  /** One message on its way; its lot decides whether it is part of what fails. */
  private record Mail(Instant time, int minute, String id, String to, Place place, double lot) {}

  /** Makes a failure of a message; null where it does not fail. */
  private interface Fault {
    @Nullable Delivery of(Mail mail);
  }

  private final long seed;
  private final List<Fault> faults = new ArrayList<>();
  private double unknownUsers;
  private @Nullable String relay;

  private PlantedLog(long seed) {
    this.seed = seed;
  }

  /** A log in which all mail is taken. */
  static PlantedLog log(long seed) {
    return new PlantedLog(seed);
  }

  /** Of mail that does not fail otherwise, this part bounces, from the first line to the last. */
  PlantedLog unknownUsers(double part) {
    unknownUsers = part;
    return this;
  }

  /** All mail is handed to this host. */
  PlantedLog through(String host) {
    relay = host;
    return this;
  }

  /** Something that goes wrong from a minute on. */
  Planted from(int minute) {
    return between(minute, MINUTES);
  }

  /** Something that goes wrong from a minute on, up to another. */
  Planted between(int from, int until) {
    return new Planted(mail -> mail.minute() >= from && mail.minute() < until);
  }

  /** Something that goes wrong from the first line to the last. */
  Planted always() {
    return from(0);
  }

  List<Delivery> deliveries() {
    Random random = new Random(seed);
    List<Delivery> log = new ArrayList<>();
    for (int minute = 0; minute < MINUTES; minute++) {
      for (int i = 0; i < PER_MINUTE; i++) {
        Instant time = Logs.NOON.plusSeconds(minute * 60L + i * 10L);
        Place place = PLACES.get(random.nextInt(PLACES.size()));
        String to = "u" + random.nextInt(5_000) + '@' + place.domain();
        Mail mail = new Mail(time, minute, "Q" + minute + "-" + i, to, place, random.nextDouble());
        boolean unknown = random.nextDouble() < unknownUsers;
        log.add(delivery(mail, unknown));
      }
    }
    return log;
  }

  private Delivery delivery(Mail mail, boolean unknown) {
    for (Fault fault : faults) {
      Delivery failed = fault.of(mail);
      if (failed != null) {
        return failed;
      }
    }
    return Logs.delivery(
        mail.time(),
        mail.id(),
        mail.to(),
        relay == null ? mail.place().host() : relay,
        unknown ? Result.BOUNCED : Result.DELIVERED,
        unknown
            ? "550 5.1.1 <" + mail.to() + ">: User unknown in virtual mailbox table"
            : "250 2.0.0 Ok: queued as 4F1B2");
  }

  LogSummary summary() {
    return summary(deliveries());
  }

  /** A summary of a whole log: a server writes several lines of each message. */
  static LogSummary summary(List<Delivery> deliveries) {
    long lines = deliveries.size() * 4L;
    return Logs.summary(deliveries)
        .with(new LogCount(lines, 0, lines * 100, Map.of(LogFormat.POSTFIX, lines), List.of()));
  }

  /** A time at which something goes wrong, before it is said what. */
  final class Planted {

    private Predicate<Mail> when;

    private Planted(Predicate<Mail> when) {
      this.when = when;
    }

    /** Only mail to these domains. */
    Planted at(String... domains) {
      when = when.and(mail -> List.of(domains).contains(mail.place().domain()));
      return this;
    }

    /** Only this part of it. */
    Planted part(double part) {
      when = when.and(mail -> mail.lot() < part);
      return this;
    }

    /** Deferred by whose mail it is; in the words, {@code %s} is the host. */
    PlantedLog deferred(String words) {
      return plant(
          mail ->
              failed(
                  mail, mail.place().host(), Result.DEFERRED, filled(words, mail.place().host())));
    }

    /** Deferred by a host that is to take all mail; an empty one is nobody. */
    PlantedLog deferredBy(String host, String words) {
      return plant(mail -> failed(mail, host, Result.DEFERRED, words));
    }

    PlantedLog bounced(String words) {
      return plant(
          mail ->
              failed(
                  mail, mail.place().host(), Result.BOUNCED, filled(words, mail.place().host())));
    }

    /** The name of the domain is not found. */
    PlantedLog noName() {
      return plant(
          mail ->
              failed(
                  mail,
                  "",
                  Result.DEFERRED,
                  "dsn=4.4.3, status=deferred (Host or domain name not found. Name service error for name="
                      + mail.place().domain()
                      + " type=MX: Host not found, try again)"));
    }

    /** The host is not reached. */
    PlantedLog noHost() {
      return deferred(
          "dsn=4.4.1, status=deferred (connect to %s[192.0.2.9]:25: Connection timed out)");
    }

    /** The server whose log it is refuses to take it; in the words, {@code %s} is who sends. */
    PlantedLog refused(String words) {
      return plant(mail -> refusal(mail.time(), mail.id(), filled(words, mail.place().host())));
    }

    private PlantedLog plant(Fault fault) {
      faults.add(mail -> when.test(mail) ? fault.of(mail) : null);
      return PlantedLog.this;
    }

    private Delivery failed(Mail mail, String host, Result result, String words) {
      return Logs.delivery(mail.time(), mail.id(), mail.to(), host, result, words);
    }

    private String filled(String words, String host) {
      return words.replace("%s", host);
    }
  }

  /** What the server whose log it is does not take. */
  static Delivery refusal(Instant time, String id, String words) {
    return Logs.delivery(time, id, "staff@ours.example", "mx1", Result.REJECTED, words);
  }
}
