package io.github.smtpbot.log.format.event;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.format.LogLine;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The variables of Halon's post-delivery script, as a script writes them with {@code json_encode}:
 * {@code message} and {@code arguments}, or the names that its older versions had. Halon has no log
 * of deliveries of its own making.
 */
final class Halon implements EventMeaning {

  private final Times times;

  Halon(Times times) {
    this.times = times;
  }

  @Override
  public boolean tell(Fields event, LogLine line, Consumer<? super Delivery> deliveries) {
    Fields message = event.object("message");
    Fields arguments = event.has("arguments") ? event.object("arguments") : event;
    boolean attempted = arguments.has("attempt");
    if (message.has("recipient") && (attempted || arguments.has("action"))) {
      attempt(event, message, arguments, attempted, line, deliveries);
      return true;
    }
    boolean old =
        event.has("recipient")
            && event.has("action")
            && event.has("errorcode")
            && (event.has("messageid") || event.has("queueid"));
    if (old) {
      old(event, line, deliveries);
    }
    return old;
  }

  private void attempt(
      Fields event,
      Fields message,
      Fields arguments,
      boolean attempted,
      LogLine line,
      Consumer<? super Delivery> deliveries) {
    Fields attempt = arguments.object("attempt");
    Fields said = attempt.object("result");
    Fields error = attempt.object("error");
    Fields connection = attempt.object("connection");
    String code = said.text("code");
    Delivery.Result result = result(arguments.text("action"), code, error.text("temporary"));
    // What somebody deletes from the queue was not tried.
    if (result == null || (!attempted && !arguments.text("action").equals("BOUNCE"))) {
      return;
    }
    Fields id = message.object("id");
    deliveries.accept(
        new Delivery(
            time(event, message.text("ts"), line),
            id.has("transaction") ? id.text("transaction") : message.text("id"),
            Peers.address(message.text("sender")),
            Peers.address(message.text("recipient")),
            Peers.host(connection.text("remotemx"), connection.text("remoteip")),
            result,
            said.has("code")
                ? Replies.join(
                    code,
                    String.join(".", said.texts("enhanced")),
                    String.join(" ", said.texts("reason")))
                : Replies.said(error.firstText("message", "reason"))));
  }

  private void old(Fields event, LogLine line, Consumer<? super Delivery> deliveries) {
    String code = event.text("errorcode");
    Delivery.Result result = result(event.text("action"), code, "");
    if (result != null) {
      deliveries.accept(
          new Delivery(
              time(event, event.text("receivedtime"), line),
              event.firstText("messageid", "queueid"),
              Peers.address(event.text("sender")),
              Peers.address(event.text("recipient")),
              Peers.host("", event.text("serverip")),
              result,
              Replies.join(code, event.text("errorndr"), event.text("errormsg"))));
    }
  }

  /** When it was tried; where neither the event nor the line tells, when the message came. */
  private @Nullable Instant time(Fields event, String received, LogLine line) {
    Instant told =
        times.read(event.firstText("timestamp", "@timestamp", "time", "ts"), line.time());
    return told == null ? times.read(received) : told;
  }

  /** What is done with the message; nothing more if it was taken. */
  private static Delivery.@Nullable Result result(String action, String code, String temporary) {
    return switch (action) {
      case "QUEUE", "RETRY" -> Delivery.Result.DEFERRED;
      case "BOUNCE", "DELETE" -> Delivery.Result.BOUNCED;
      case "" ->
          code.startsWith("4") || temporary.equals("true")
              ? Delivery.Result.DEFERRED
              : code.startsWith("5") || temporary.equals("false")
                  ? Delivery.Result.BOUNCED
                  : Delivery.Result.DELIVERED;
      default -> null;
    };
  }
}
