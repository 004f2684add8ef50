package io.github.smtpbot.catalog;

import io.github.smtpbot.catalog.data.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which code a server sends for a cause, or in a situation of that cause that has a code of its
 * own.
 *
 * @param key the cause's label, or that and the situation: {@code domain_not_found/null_mx}
 * @param cause what happened
 * @param code the code that says so
 * @param with the code that completes the reply: an enhanced status code to a reply code, or the
 *     other way round
 * @param also other reply codes that say it as well
 * @param avoid codes that are sent for it, and should not be
 * @param sources where this is written, or what it follows from
 */
public record CodeToSend(
    String key,
    Cause cause,
    Code code,
    Code with,
    List<Code> also,
    List<Code> avoid,
    List<Source> sources) {

  /** The whole reply, {@code 450 4.7.1}. */
  public String reply() {
    return replyCode() + " " + enhanced();
  }

  /** Its reply code. */
  public Code replyCode() {
    return code instanceof ReplyCode ? code : with;
  }

  /** Its enhanced status code. */
  public Code enhanced() {
    return code instanceof ReplyCode ? with : code;
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

  private static List<Code> codes(@Nullable Node list) {
    return list == null ? List.of() : list.asList().stream().map(Codes::read).toList();
  }

  static Map<String, CodeToSend> read(Node.Mapping file) {
    Map<String, CodeToSend> all = new LinkedHashMap<>();
    for (Map.Entry<String, Node> entry : file.entries().entrySet()) {
      Node.Mapping fields =
          entry
              .getValue()
              .asMapping()
              .allowing(List.of("code", "with", "also", "avoid", "sources"));
      all.put(
          entry.getKey(),
          new CodeToSend(
              entry.getKey(),
              Codes.readLabel(Cause.class, fields.place(), labelOf(entry.getKey())),
              Codes.read(fields.get("code")),
              Codes.read(fields.get("with")),
              codes(fields.find("also")),
              codes(fields.get("avoid")),
              Sources.read(fields.get("sources"))));
    }
    return Collections.unmodifiableMap(all);
  }
}
