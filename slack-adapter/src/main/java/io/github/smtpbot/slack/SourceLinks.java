package io.github.smtpbot.slack;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.composition.MarkdownTextObject;
import io.github.smtpbot.catalog.Source;
import io.github.smtpbot.slack.BlockList.Sized;
import java.util.ArrayList;
import java.util.List;

/** Shows where an answer is written: the only links that we make, each from our own catalog. */
final class SourceLinks {

  private static final String BETWEEN = "  ·  ";

  private SourceLinks() {}

  /** At most one context block; none if there is no source. */
  static List<Sized> of(String heading, List<Source> sources) {
    StringBuilder line = new StringBuilder(Inert.escaped(heading, 100)).append(' ');
    int shown = 0;
    for (Source source : sources) {
      String link = Buttons.isShown(source.label()) ? link(source) : "";
      if (link.isEmpty()) {
        continue;
      }
      if (line.length() + BETWEEN.length() + link.length() > SlackLimits.CONTEXT_TEXT) {
        break;
      }
      line.append(shown == 0 ? "" : BETWEEN).append(link);
      shown++;
    }
    return shown == 0 ? List.of() : List.of(context(line.toString()));
  }

  /** A line in small type, already escaped. */
  static Sized context(String mrkdwn) {
    List<ContextBlockElement> elements = new ArrayList<>();
    elements.add(MarkdownTextObject.builder().text(mrkdwn).verbatim(true).build());
    return new Sized(ContextBlock.builder().elements(elements).build(), mrkdwn.length());
  }

  private static String link(Source source) {
    String label = Inert.escaped(source.label().replace('|', '/'), 150);
    String url = source.url();
    boolean sound =
        url.startsWith("https://")
            && url.chars().noneMatch(c -> c <= ' ' || c > '~' || c == '<' || c == '>' || c == '|');
    return sound ? "<" + url.replace("&", "&amp;") + "|" + label + ">" : label;
  }
}
