package io.github.smtpbot.catalog;

import io.github.smtpbot.catalog.data.MalformedCatalogException;
import io.github.smtpbot.catalog.data.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a provider sends a reply with these codes, and for which causes.
 *
 * @param code the reply code
 * @param enhanced the enhanced status code that it comes with, or null if there is none
 * @param causes at least one
 * @param published whether the provider says so itself; else it was seen in logs and bounces
 */
public record SentReply(
    ReplyCode code, @Nullable EnhancedStatusCode enhanced, List<Cause> causes, boolean published) {

  /** Its codes as they are written, {@code 421 4.7.28}. */
  public String text() {
    return enhanced == null ? code.text() : code + " " + enhanced;
  }

  /** The same, told for this cause alone; empty if it is not sent for it. */
  public Optional<SentReply> onlyFor(Cause cause) {
    return causes.contains(cause)
        ? Optional.of(new SentReply(code, enhanced, List.of(cause), published))
        : Optional.empty();
  }

  static Map<String, List<SentReply>> read(Node.Mapping file) {
    Map<String, List<SentReply>> all = new LinkedHashMap<>();
    for (Map.Entry<String, Node> entry : file.entries().entrySet()) {
      Node.Mapping fields = entry.getValue().asMapping().allowing(List.of("published", "seen"));
      List<SentReply> replies = new ArrayList<>();
      add(replies, fields.find("published"), true);
      add(replies, fields.find("seen"), false);
      all.put(entry.getKey(), Collections.unmodifiableList(replies));
    }
    return Collections.unmodifiableMap(all);
  }

  private static void add(List<SentReply> replies, @Nullable Node section, boolean published) {
    if (section == null) {
      return;
    }
    for (Map.Entry<String, Node> entry : section.asMapping().entries().entrySet()) {
      Node node = entry.getValue();
      String[] codes = entry.getKey().split(" ", -1);
      ReplyCode code = Codes.readReplyCode(node.place(), codes[0]);
      EnhancedStatusCode enhanced = null;
      if (codes.length == 2
          && Codes.read(node.place(), codes[1]) instanceof EnhancedStatusCode second) {
        enhanced = second;
      } else if (codes.length > 1) {
        throw new MalformedCatalogException(
            node.place(), "not a reply: " + entry.getKey() + "; write 550 or 550 5.7.1");
      }
      List<Cause> causes =
          node.asList().stream().map(label -> Codes.readLabel(Cause.class, label)).toList();
      replies.add(new SentReply(code, enhanced, causes, published));
    }
  }
}
