package io.github.smtpbot.log.format;

import io.github.smtpbot.content.MimeWalk;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** What is needed of a message to tell what bounced: its header, its first text, its status. */
final class BounceMessage implements MimeWalk.Visitor {

  /** Of a text, a status, or what came back, a beginning is enough. */
  private static final MimeWalk.Limits LIMITS = new MimeWalk.Limits(256 << 10, 100, 8);

  private final Map<String, String> header = new HashMap<>();
  private String text = "";
  private final StringBuilder status = new StringBuilder();
  private String returnedId = "";

  private BounceMessage() {}

  /** Takes a message apart as far as it goes: bounces are often cut short. */
  static BounceMessage of(byte[] bytes) {
    BounceMessage message = new BounceMessage();
    MimeWalk.walk(bytes, LIMITS, message);
    return message;
  }

  /** A field of the header by its name in lower case; empty if there is none. */
  String field(String name) {
    return header.getOrDefault(name, "");
  }

  /** The first part in plain text. */
  String text() {
    return text;
  }

  /** The delivery status parts. */
  String status() {
    return status.toString();
  }

  /** The id of the message that came back; empty if it does not tell. */
  String returnedId() {
    return returnedId;
  }

  @Override
  public void field(String name, String value) {
    header.putIfAbsent(name, MimeWalk.decoded(value));
  }

  @Override
  public void part(MimeWalk.Part part) throws IOException {
    switch (part.type()) {
      case "message/delivery-status", "message/global-delivery-status" ->
          status.append(part.text()).append("\n\n");
      case "message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers" ->
          returnedId = id(part.text());
      case "text/plain" -> {
        if (text.isEmpty()) {
          text = part.text();
        }
      }
      default -> {}
    }
  }

  private static String id(String returned) {
    for (String line : (Iterable<String>) returned.lines()::iterator) {
      if (line.isEmpty()) {
        break;
      }
      if (line.regionMatches(true, 0, "message-id:", 0, 11)) {
        return line.substring(11).strip();
      }
    }
    return "";
  }
}
