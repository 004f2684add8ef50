package io.github.smtpbot.log.format.event;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.format.LogLine;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The notifications and the published events of Amazon SES, alone, or in what SNS, SQS, Lambda or
 * EventBridge put around them. Times are in UTC.
 */
final class AmazonSes implements EventMeaning {

  /** A message of SNS in one of SQS, in a list of either. */
  private static final int MAX_WRAPPINGS = 4;

  private final Times times;

  AmazonSes(Times times) {
    this.times = times;
  }

  @Override
  public Set<String> lists() {
    return Set.of("Records", "Messages");
  }

  @Override
  public boolean tell(Fields event, LogLine line, Consumer<? super Delivery> deliveries) {
    Fields told = unwrapped(event);
    if (told == null) {
      return false;
    }
    switch (told.firstText("eventType", "notificationType")) {
      case "Bounce" -> bounce(told, line, deliveries);
      case "Delivery" -> delivery(told, line, deliveries);
      case "DeliveryDelay" -> delay(told, line, deliveries);
      case "Reject" -> refused(told, told.object("reject").text("reason"), line, deliveries);
      case "Rendering Failure" ->
          refused(told, told.object("failure").text("errorMessage"), line, deliveries);
      default -> {
        // Sent, opened, clicked, complained: no attempt of a delivery.
      }
    }
    return true;
  }

  private static @Nullable Fields unwrapped(Fields event) {
    Fields inside = event;
    for (int i = 0; i < MAX_WRAPPINGS && inside != null; i++) {
      if (inside.has("mail") && (inside.has("eventType") || inside.has("notificationType"))) {
        return inside;
      }
      inside = inside(inside);
    }
    return null;
  }

  private static @Nullable Fields inside(Fields wrapping) {
    if (wrapping.has("detail")) {
      return wrapping.object("detail");
    }
    if (wrapping.has("Sns")) {
      return wrapping.object("Sns");
    }
    String text = wrapping.firstText("Message", "Body", "body");
    return text.stripLeading().startsWith("{") ? Fields.parse(text) : null;
  }

  /** What SES tried for some time and gave up is a bounce, of whichever type. */
  private void bounce(Fields event, LogLine line, Consumer<? super Delivery> deliveries) {
    Fields bounce = event.object("bounce");
    String kind = (bounce.text("bounceType") + ' ' + bounce.text("bounceSubType")).strip();
    for (Fields recipient : bounce.objects("bouncedRecipients")) {
      String said = recipient.text("diagnosticCode");
      boolean delayed = recipient.text("action").toLowerCase(Locale.ROOT).equals("delayed");
      deliveries.accept(
          told(
              event,
              bounce,
              recipient.text("emailAddress"),
              delayed ? Delivery.Result.DEFERRED : Delivery.Result.BOUNCED,
              Replies.join("", recipient.text("status"), said.isEmpty() ? kind : said),
              line));
    }
  }

  private void delivery(Fields event, LogLine line, Consumer<? super Delivery> deliveries) {
    Fields delivery = event.object("delivery");
    String reply = Replies.said(delivery.text("smtpResponse"));
    for (String recipient : delivery.texts("recipients")) {
      deliveries.accept(told(event, delivery, recipient, Delivery.Result.DELIVERED, reply, line));
    }
  }

  private void delay(Fields event, LogLine line, Consumer<? super Delivery> deliveries) {
    Fields delay = event.object("deliveryDelay");
    for (Fields recipient : delay.objects("delayedRecipients")) {
      String said = recipient.text("diagnosticCode");
      deliveries.accept(
          told(
              event,
              delay,
              recipient.text("emailAddress"),
              Delivery.Result.DEFERRED,
              Replies.join(
                  "", recipient.text("status"), said.isEmpty() ? delay.text("delayType") : said),
              line));
    }
  }

  private void refused(
      Fields event, String reason, LogLine line, Consumer<? super Delivery> deliveries) {
    for (String recipient : recipients(event)) {
      deliveries.accept(
          told(
              event,
              event.object("mail"),
              recipient,
              Delivery.Result.REJECTED,
              Replies.said(reason),
              line));
    }
  }

  private static List<String> recipients(Fields event) {
    List<String> recipients = event.object("mail").texts("destination");
    return recipients.isEmpty() ? List.of("") : recipients;
  }

  /**
   * The delivery that a part of the event tells of. The reporting MTA is that of SES, or of the
   * report: who answered is known by the address only.
   */
  private Delivery told(
      Fields event,
      Fields part,
      String recipient,
      Delivery.Result result,
      String reply,
      LogLine line) {
    Fields mail = event.object("mail");
    return new Delivery(
        times.read(part.firstText("timestamp"), times.read(mail.text("timestamp"), line.time())),
        mail.text("messageId"),
        Peers.address(mail.text("source")),
        Peers.address(recipient),
        Peers.host("", part.text("remoteMtaIp")),
        result,
        reply);
  }
}
