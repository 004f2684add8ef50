package io.github.smtpbot.slack;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import io.github.smtpbot.answer.Brief;
import io.github.smtpbot.answer.Citation;
import io.github.smtpbot.catalog.Source;
import io.github.smtpbot.slack.BlockList.Sized;
import java.util.List;

/** Shows where an answer is written: the only links that we make, each from our own catalog. */
final class SourceLinks {

  private static final String BETWEEN = "  ·  ";

  private SourceLinks() {}

  /** At most one context block; none if there is no source. */
  static List<Sized> of(String heading, List<Source> sources) {
    String line = links(sources, SlackLimits.CONTEXT_TEXT - 110);
    return line.isEmpty() ? List.of() : List.of(context(Inert.escaped(heading, 100) + " " + line));
  }

  /** As many links beside each other as there is room for; may be empty. */
  static String links(List<Source> sources, int limit) {
    StringBuilder line = new StringBuilder();
    List<Source> shown =
        sources.stream().filter(source -> Buttons.isShown(source.label())).toList();
    for (Citation cited : Citation.of(shown)) {
      String link = link(cited.label(), cited.source().url());
      String before = cited.before().equals(Brief.JOIN) ? BETWEEN : cited.before();
      if (line.length() + before.length() + link.length() > limit) {
        break;
      }
      line.append(before).append(link);
    }
    return line.toString();
  }

  /** A line in small type, already escaped. */
  static Sized context(String mrkdwn) {
    return new Sized(block(List.of(parsed(mrkdwn))), mrkdwn.length());
  }

  /** Text that Slack parses. */
  static ContextBlockElement parsed(String mrkdwn) {
    return MarkdownTextObject.builder().text(mrkdwn).verbatim(true).build();
  }

  static LayoutBlock block(List<ContextBlockElement> elements) {
    return ContextBlock.builder().elements(elements).build();
  }

  private static String link(String name, String url) {
    String label = Inert.escaped(name.replace('|', '/'), 150);
    return isSound(url) ? "<" + url.replace("&", "&amp;") + "|" + label + ">" : label;
  }

  private static boolean isSound(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c <= ' ' || c > '~' || c == '<' || c == '>' || c == '|') {
        return false;
      }
    }
    return url.startsWith("https://");
  }
}
