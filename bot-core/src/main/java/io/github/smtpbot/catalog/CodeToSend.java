package io.github.smtpbot.catalog;

import io.github.smtpbot.catalog.data.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which code a server sends for a cause, or in a situation of that cause that has a code of its
 * own.
 *
 * @param key the cause's label, or that and the situation: {@code domain_not_found/null_mx}
 * @param cause what happened
 * @param code the code that says so
 * @param with the code that completes the reply: an enhanced status code to a reply code, or the
 *     other way round
 * @param avoid codes that are sent for it, and should not be
 * @param sources where this is written, or what it follows from
 */
public record CodeToSend(
    String key, Cause cause, Code code, Code with, List<Code> avoid, List<Source> sources) {

  /** The whole reply, {@code 450 4.7.1}. */
  public String reply() {
    return code instanceof ReplyCode ? code + " " + with : with + " " + code;
  }

  /**
   * The cause of a key.
   *
   * @throws IllegalArgumentException if it begins with none
   */
  public static Cause causeOf(String key) {
    return Cause.ofLabel(labelOf(key)).orElseThrow(() -> new IllegalArgumentException(key));
  }

  private static String labelOf(String key) {
    return key.split("/", 2)[0];
  }

  static Map<String, CodeToSend> read(Node.Mapping file) {
    Map<String, CodeToSend> all = new LinkedHashMap<>();
    for (Map.Entry<String, Node> entry : file.entries().entrySet()) {
      Node.Mapping fields =
          entry.getValue().asMapping().allowing(List.of("code", "with", "avoid", "sources"));
      all.put(
          entry.getKey(),
          new CodeToSend(
              entry.getKey(),
              Codes.readLabel(Cause.class, fields.place(), labelOf(entry.getKey())),
              Codes.read(fields.get("code")),
              Codes.read(fields.get("with")),
              fields.get("avoid").asList().stream().map(Codes::read).toList(),
              Sources.read(fields.get("sources"))));
    }
    return Collections.unmodifiableMap(all);
  }
}
