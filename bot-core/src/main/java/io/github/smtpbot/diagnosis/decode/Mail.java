package io.github.smtpbot.diagnosis.decode;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A message that was taken apart (MIME, RFC 2045), its words as plain characters.
 *
 * @param header the first field of each name, by its name in lower case
 * @param prose what it says in plain text, or else in HTML made plain
 * @param status its delivery status parts
 * @param feedback whether it is an abuse report (RFC 5965)
 * @param carried the messages attached to it, each taken apart when it is asked for
 */
public record Mail(
    Map<String, String> header,
    String prose,
    String status,
    boolean feedback,
    List<Supplier<Mail>> carried) {

  /** A field of the header, decoded; empty if there is none. */
  public String field(String name) {
    return header.getOrDefault(name, "");
  }
}
