package io.github.smtpbot.diagnosis.decode;

import io.github.smtpbot.content.Mbox;
import io.github.smtpbot.content.MimeWalk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Takes a message apart (MIME, RFC 2045): its header, what it says in words, its delivery status
 * parts, and the messages it carries.
 */
final class MailParser implements MimeWalk.Visitor {

  private static final int LONGEST_PART = 10 << 20;

  /** More messages than this of one mailbox are not read. */
  private static final int MOST_MESSAGES = 1_000;

  /** No report has more parts, or nests them deeper. */
  private static final MimeWalk.Limits LIMITS = new MimeWalk.Limits(LONGEST_PART, 500, 16);

  /** No header has more fields; what follows is left out. */
  private static final int MOST_FIELDS = 1_000;

  /** What is kept of a field of the header. */
  private static final int LONGEST_FIELD = 4_000;

  private final Map<String, String> header = new HashMap<>();
  private final StringBuilder prose = new StringBuilder();
  private final StringBuilder html = new StringBuilder();
  private final StringBuilder outside = new StringBuilder();
  private final StringBuilder status = new StringBuilder();
  private final List<Supplier<Mail>> carried = new ArrayList<>();
  private boolean feedback;

  private MailParser() {}

  /** The messages in a file, whole; none if it holds something else. */
  static List<byte[]> split(byte[] file) {
    return Mbox.split(file, MOST_MESSAGES);
  }

  /** Takes a message apart; what is malformed is read as far as it goes. */
  static Mail read(byte[] message) {
    MailParser reader = new MailParser();
    MimeWalk.walk(message, LIMITS, reader);
    String words = reader.prose.toString();
    if (words.isBlank() && !reader.html.isEmpty()) {
      words = HtmlText.plain(reader.html.toString());
    }
    if (words.isBlank() && reader.status.isEmpty()) {
      words = reader.outside.toString();
    }
    return new Mail(
        Map.copyOf(reader.header),
        PlainText.clean(words),
        PlainText.clean(reader.status.toString()),
        reader.feedback,
        List.copyOf(reader.carried));
  }

  @Override
  public void outside(String text) {
    outside.append(text);
  }

  @Override
  public void field(String name, String value) {
    if (header.size() < MOST_FIELDS && !header.containsKey(name)) {
      header.put(
          name, MimeWalk.decoded(value.substring(0, Math.min(value.length(), LONGEST_FIELD))));
    }
  }

  @Override
  public void part(MimeWalk.Part part) throws IOException {
    String type = part.type();
    switch (type) {
      case "message/feedback-report" -> feedback = true;
      case "message/delivery-status", "message/global-delivery-status" ->
          status.append(part.text()).append("\n\n");
      case "message/rfc822", "message/global" -> {
        byte[] message = part.bytes();
        carried.add(() -> read(message));
      }
      case "text/rfc822-headers", "message/partial" -> {}
      case "text/html" -> {
        if (html.length() == 0) {
          html.append(part.text());
        }
      }
      default -> {
        boolean plain = type.startsWith("text/") || type.startsWith("multipart/");
        if (plain && prose.length() < LONGEST_PART) {
          prose.append(part.text()).append('\n');
        }
      }
    }
  }
}
