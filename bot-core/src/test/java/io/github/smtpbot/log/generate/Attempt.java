package io.github.smtpbot.log.generate;

import io.github.smtpbot.log.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One attempt to deliver, made up, before it is written in a product's own way. */
record Attempt(
    Instant time,
    String id,
    String sender,
    String recipient,
    String host,
    String ip,
    Delivery.Result result,
    String code,
    String enhanced,
    String text) {

  private static final Instant BEGIN = Instant.parse("2026-11-27T08:00:00Z");

  private record Reply(Delivery.Result result, String code, String enhanced, String text) {}

  private static final List<Reply> REPLIES =
      List.of(
          new Reply(Delivery.Result.DELIVERED, "250", "2.0.0", "queued as 7F3A"),
          new Reply(Delivery.Result.DELIVERED, "250", "2.6.0", "message accepted, thank you"),
          new Reply(Delivery.Result.DEFERRED, "421", "4.7.28", "unusual rate of mail, wait"),
          new Reply(Delivery.Result.DEFERRED, "451", "4.7.1", "greylisted; come \"back\" later"),
          new Reply(Delivery.Result.BOUNCED, "550", "5.1.1", "no such user, <here>"),
          new Reply(Delivery.Result.BOUNCED, "552", "5.2.2", "the mailbox is full, ขอโทษ"));

  /** The same for the same seed. Times are of whole seconds. */
  static List<Attempt> some(long seed, int count) {
    Random random = new Random(seed);
    List<Attempt> attempts = new ArrayList<>();
    Instant time = BEGIN;
    for (int i = 0; i < count; i++) {
      time = time.plusSeconds(1 + random.nextInt(30));
      Reply reply = REPLIES.get(random.nextInt(REPLIES.size()));
      int place = random.nextInt(5);
      attempts.add(
          new Attempt(
              time,
              "id-" + Long.toHexString(random.nextLong()) + "-" + i,
              "news" + random.nextInt(3) + "@example.org",
              "user" + random.nextInt(1_000) + "@p" + place + ".example.com",
              "mx." + place + ".example.com",
              "192.0.2." + (1 + random.nextInt(200)),
              reply.result(),
              reply.code(),
              reply.enhanced(),
              reply.text()));
    }
    return attempts;
  }

  boolean delivered() {
    return result == Delivery.Result.DELIVERED;
  }

  boolean deferred() {
    return result == Delivery.Result.DEFERRED;
  }

  String reply() {
    return code + ' ' + enhanced + ' ' + text;
  }

  /** What a reader of a log has to tell of this attempt, if the log says all of it. */
  Delivery delivery() {
    return new Delivery(time, id, sender, recipient, host, result, reply());
  }

  /** The same of a log that names the sender, who answered, and what was said, like this. */
  Delivery delivery(String told, String answered, String said) {
    return new Delivery(time, id, told, recipient, answered, result, said);
  }
}
