package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * A source as it stands in a line of sources: a document is named once, then its sections, {@code
 * RFC 5321 §4.2.2, §4.2.3}.
 *
 * @param before what stands between it and the one before; empty for the first
 * @param label what a reader sees
 * @param source what it is
 */
public record Citation(String before, String label, Source source) {

  private static final String SECTION = " §";

  /** All of these, side by side. */
  public static List<Citation> of(List<Source> sources) {
    List<Citation> line = new ArrayList<>();
    String document = "";
    for (Source source : sources) {
      String label = source.label();
      int section = label.indexOf(SECTION);
      String named = section < 0 ? "" : label.substring(0, section);
      boolean again = !named.isEmpty() && named.equals(document);
      document = named;
      line.add(
          new Citation(
              line.isEmpty() ? "" : again ? ", " : Brief.JOIN,
              again ? label.substring(section + 1) : label,
              source));
    }
    return List.copyOf(line);
  }

  /** The line without links. */
  static String line(List<Source> sources) {
    StringBuilder line = new StringBuilder();
    of(sources).forEach(cited -> line.append(cited.before()).append(cited.label()));
    return line.toString();
  }
}
