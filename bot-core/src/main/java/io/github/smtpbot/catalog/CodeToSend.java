package io.github.smtpbot.catalog;

import io.github.smtpbot.catalog.data.Node;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which code a server sends for a cause.
 *
 * @param cause what happened
 * @param code the code that says so
 * @param with the code that completes the reply: an enhanced status code to a reply code, or the
 *     other way round
 * @param avoid codes that are sent for it, and should not be
 * @param sources where this is written, or what it follows from
 */
public record CodeToSend(
    Cause cause, Code code, Code with, List<Code> avoid, List<Source> sources) {

  /** The whole reply, {@code 450 4.7.1}. */
  public String reply() {
    return code instanceof ReplyCode ? code + " " + with : with + " " + code;
  }

  static Map<Cause, CodeToSend> read(Node.Mapping file) {
    Map<Cause, CodeToSend> all = new EnumMap<>(Cause.class);
    for (Map.Entry<String, Node> entry : file.entries().entrySet()) {
      Node.Mapping fields =
          entry.getValue().asMapping().allowing(List.of("code", "with", "avoid", "sources"));
      Cause cause = Codes.readLabel(Cause.class, fields.place(), entry.getKey());
      all.put(
          cause,
          new CodeToSend(
              cause,
              Codes.read(fields.get("code")),
              Codes.read(fields.get("with")),
              fields.get("avoid").asList().stream().map(Codes::read).toList(),
              Sources.read(fields.get("sources"))));
    }
    return Collections.unmodifiableMap(all);
  }
}
