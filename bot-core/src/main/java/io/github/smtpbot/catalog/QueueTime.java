package io.github.smtpbot.catalog;

import io.github.smtpbot.catalog.data.MalformedCatalogException;
import io.github.smtpbot.catalog.data.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a mail system tries, unless its administrator says otherwise, before it returns a
 * message (RFC 5321 §4.5.4.1).
 *
 * @param hours at least 1
 * @param sources where it says so
 */
public record QueueTime(int hours, List<Source> sources) {

  /** By the id of the provider. */
  static Map<String, QueueTime> read(Node.Mapping file) {
    Map<String, QueueTime> all = new LinkedHashMap<>();
    for (Map.Entry<String, Node> entry : file.entries().entrySet()) {
      Node.Mapping fields = entry.getValue().asMapping().allowing(List.of("hours", "sources"));
      String hours = fields.get("hours").asText();
      if (!hours.matches("[1-9][0-9]{0,2}")) {
        throw new MalformedCatalogException(
            fields.get("hours").place(), "not a number of hours: " + hours);
      }
      all.put(
          entry.getKey(),
          new QueueTime(Integer.parseInt(hours), Sources.read(fields.get("sources"))));
    }
    return Collections.unmodifiableMap(all);
  }
}
