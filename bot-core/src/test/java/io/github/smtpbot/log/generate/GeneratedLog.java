package io.github.smtpbot.log.generate;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** Writes logs of which the truth is known: the same for the same seed. */
public final class GeneratedLog {

  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  private static final List<String> HOSTS =
      List.of(
          "gmail-smtp-in.l.google.com", "mx1.example.com", "mx.example.net", "mail.example.edu");

  private static final Map<Result, List<String>> REPLIES =
      Map.of(
          Result.DELIVERED,
          List.of("250 2.0.0 OK  1763632801 a640c23a62f3a-gsmtp", "250 2.0.0 Ok: queued as 4F1B2"),
          Result.DEFERRED,
          List.of(
              "450 4.2.0 Recipient address rejected: Greylisted",
              "421 4.7.28 Our system has detected an unusual rate of unsolicited mail",
              "452 4.2.2 The recipient's inbox is out of storage space"),
          Result.BOUNCED,
          List.of(
              "550 5.1.1 The email account that you tried to reach does not exist",
              "554 5.7.1 Service unavailable; client host blocked"),
          Result.REJECTED,
          List.of("554 5.7.1 Relay access denied", "550 5.1.1 User unknown in local table"));

  private GeneratedLog() {}

  /**
   * Writes a log.
   *
   * @param results those that this shape of log can tell
   * @param lines takes the lines
   * @param truth takes what a reader has to find
   */
  public static void write(
      Shape shape,
      Set<Result> results,
      long seed,
      int messages,
      Consumer<String> lines,
      Consumer<Delivery> truth) {
    Random random = new Random(seed);
    Instant time = START;
    for (int message = 1; message <= messages; message++) {
      String host = HOSTS.get(random.nextInt(HOSTS.size()));
      String sender = "s" + random.nextInt(50) + "@example.org";
      String recipient = "r" + random.nextInt(5_000) + '@' + host.substring(host.indexOf('.') + 1);
      boolean first = true;
      Result result;
      do {
        time = time.plusSeconds(random.nextInt(3));
        result = result(random, results);
        List<String> replies = REPLIES.get(result);
        String reply = replies.get(random.nextInt(replies.size()));
        truth.accept(
            shape.write(
                new LoggedAttempt(message, first, time, sender, recipient, host, result, reply),
                lines));
        first = false;
      } while (result == Result.DEFERRED && random.nextInt(4) > 0);
    }
  }

  private static Result result(Random random, Set<Result> results) {
    int dice = random.nextInt(10);
    Result wanted =
        dice < 6
            ? Result.DELIVERED
            : dice < 8 ? Result.DEFERRED : dice < 9 ? Result.BOUNCED : Result.REJECTED;
    return results.contains(wanted) ? wanted : Result.DELIVERED;
  }
}
