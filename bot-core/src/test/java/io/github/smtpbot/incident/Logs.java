package io.github.smtpbot.incident;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Deliveries as logs tell them, for tests. */
final class Logs {

  static final SmtpBot BOT = SmtpBot.create();
  static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

  static final String GMAIL = "gmail-smtp-in.l.google.com";
  static final String RATE_LIMIT =
      "421-4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your IP address [192.0.2.10]. To protect our users from spam, mail sent from your IP address has been temporarily rate limited. a640c23a62f3a-%d.%d - gsmtp";
  static final String NO_USER =
      "550-5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address for typos. a640c23a62f3a-%d.%d - gsmtp";
  static final String TAKEN = "250 2.0.0 OK 17641%d a640c23a62f3a-%d.7 - gsmtp";

  private Logs() {}

  static Delivery delivery(
      Instant time, String message, String recipient, String host, Result result, String reply) {
    return new Delivery(time, message, "news@example.com", recipient, host, result, reply);
  }

  static Delivery taken(Instant time, int message) {
    return delivery(
        time,
        "4Q" + message,
        "user" + message + "@gmail.com",
        GMAIL,
        Result.DELIVERED,
        String.format(TAKEN, message, message + 3));
  }

  static Delivery limited(Instant time, int message) {
    return delivery(
        time,
        "4Q" + message,
        "user" + message + "@gmail.com",
        GMAIL,
        Result.DEFERRED,
        String.format(RATE_LIMIT, message, message + 5));
  }

  static Delivery unknownUser(Instant time, int message) {
    return delivery(
        time,
        "4Q" + message,
        "user" + message + "@gmail.com",
        GMAIL,
        Result.BOUNCED,
        String.format(NO_USER, message, message + 5));
  }

  static LogSummary summary(List<Delivery> deliveries) {
    Summariser summariser = BOT.summariser();
    deliveries.forEach(summariser);
    return summariser.summary();
  }

  /**
   * A day of mail to Gmail that comes in bursts and ebbs at night, of which some part is refused
   * and some deferred and tried again, without anything that changes.
   */
  static List<Delivery> quiet(long seed) {
    Random random = new Random(seed);
    List<Delivery> log = new ArrayList<>();
    int message = 0;
    double refused = 0.01 + 0.05 * random.nextDouble();
    double deferred = 0.02 + 0.1 * random.nextDouble();
    for (int minute = 0; minute < 24 * 60; minute++) {
      double rate = 1.5 + Math.sin(minute * Math.PI / 720);
      int burst = random.nextInt(60) == 0 ? 20 : 0;
      int count = (int) (rate * random.nextDouble() * 2) + burst;
      for (int i = 0; i < count; i++) {
        Instant time = NOON.plusSeconds(minute * 60L + random.nextInt(60));
        double lot = random.nextDouble();
        message++;
        if (lot < refused) {
          log.add(unknownUser(time, message));
        } else if (lot < refused + deferred) {
          log.add(limited(time, message));
          Instant again = time.plus(Duration.ofMinutes(5));
          while (random.nextInt(3) == 0) {
            log.add(limited(again, message));
            again = again.plus(Duration.ofMinutes(10));
          }
          log.add(taken(again, message));
        } else {
          log.add(taken(time, message));
        }
      }
    }
    log.sort(Comparator.comparing(delivery -> String.valueOf(delivery.time())));
    return log;
  }

  /**
   * The same with an incident: from that minute on, that part of the mail is deferred.
   *
   * @param until the minute at which it ends
   */
  static List<Delivery> incident(long seed, int since, int until, double part) {
    Random random = new Random(~seed);
    List<Delivery> log = new ArrayList<>();
    Instant start = NOON.plus(Duration.ofMinutes(since));
    Instant end = NOON.plus(Duration.ofMinutes(until));
    for (Delivery delivery : quiet(seed)) {
      Instant time = Objects.requireNonNull(delivery.time());
      boolean hit =
          delivery.result() == Result.DELIVERED
              && !time.isBefore(start)
              && time.isBefore(end)
              && random.nextDouble() < part;
      log.add(hit ? limited(time, Integer.parseInt(delivery.message().substring(2))) : delivery);
    }
    return log;
  }
}
