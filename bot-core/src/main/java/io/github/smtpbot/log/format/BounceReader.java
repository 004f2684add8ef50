package io.github.smtpbot.log.format;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Bounces: the recipients of a delivery status (RFC 3464), each with its diagnosis; or of a bounce
 * without one the recipients it names, each with what it says.
 */
public final class BounceReader {

  /** As much of a bounce's text as is worth a look. */
  private static final int LONGEST_TEXT = 8 << 10;

  /** More recipients of one bounce are not told of. */
  private static final int MOST_RECIPIENTS = 1_000;

  private BounceReader() {}

  /**
   * Reads one message.
   *
   * @param bytes the message, or its beginning
   * @return whether it tells of a delivery
   */
  public static boolean read(byte[] bytes, Consumer<? super Delivery> deliveries) {
    BounceMessage message = BounceMessage.of(bytes);
    List<Delivery> told = message.status().isEmpty() ? ofText(message) : ofStatus(message);
    told.forEach(deliveries);
    return !told.isEmpty();
  }

  private static List<Delivery> ofStatus(BounceMessage message) {
    List<Delivery> told = new ArrayList<>();
    StatusGroup first = null;
    for (StatusGroup group : StatusGroup.in(message.status())) {
      Result result = result(group.field("action"));
      if (first == null) {
        first = group;
      }
      if (result != null && told.size() < MOST_RECIPIENTS) {
        told.add(
            new Delivery(
                time(message.field("date")),
                id(message),
                address(message.field("to")),
                group.recipient(),
                group.host(first),
                result,
                group.reply()));
      }
    }
    return told;
  }

  private static @Nullable Result result(String action) {
    return switch (action.toLowerCase(Locale.ROOT)) {
      case "failed" -> Result.BOUNCED;
      case "delayed" -> Result.DEFERRED;
      case "delivered", "relayed", "expanded" -> Result.DELIVERED;
      default -> null;
    };
  }

  private static List<Delivery> ofText(BounceMessage message) {
    String failed = message.field("x-failed-recipients");
    String from = message.field("from").toLowerCase(Locale.ROOT);
    boolean bounce =
        !failed.isEmpty() || from.contains("mailer-daemon") || from.contains("postmaster@");
    if (!bounce) {
      return List.of();
    }
    String text = message.text();
    String reply = text.substring(0, Math.min(text.length(), LONGEST_TEXT)).strip();
    String subject = message.field("subject").toLowerCase(Locale.ROOT);
    Result result =
        subject.contains("delayed") || subject.startsWith("warning:")
            ? Result.DEFERRED
            : Result.BOUNCED;
    List<Delivery> told = new ArrayList<>();
    for (String recipient : failed.split(",", MOST_RECIPIENTS)) {
      told.add(
          new Delivery(
              time(message.field("date")),
              id(message),
              address(message.field("to")),
              recipient.strip(),
              "",
              result,
              reply));
    }
    return told;
  }

  /** The id of the message that came back: a delay and the failure after it are of the same. */
  private static String id(BounceMessage message) {
    String returned = message.returnedId();
    return returned.isEmpty() ? message.field("message-id") : returned;
  }

  private static @Nullable Instant time(String date) {
    int comment = date.indexOf('(');
    String plain = (comment < 0 ? date : date.substring(0, comment)).strip();
    try {
      return DateTimeFormatter.RFC_1123_DATE_TIME.parse(plain, Instant::from);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String address(String field) {
    String within = Cut.between(field, 0, "<", ">");
    return within.isEmpty() && field.indexOf(' ') < 0 ? field : within;
  }
}
