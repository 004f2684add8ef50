package io.github.smtpbot.diagnosis.decode;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of an HTML page, a line for each block. */
final class HtmlText {

  /**
   * What is read of a page; the rest of a longer one is left out. No report is that long, and tags
   * that are never closed cost an HTML parser more than linear time.
   */
  private static final int LONGEST_PAGE = 1 << 17;

  private HtmlText() {}

  static String plain(String html) {
    String page = html.length() > LONGEST_PAGE ? html.substring(0, LONGEST_PAGE) : html;
    StringBuilder out = new StringBuilder(page.length() / 2);
    Jsoup.parse(page)
        .body()
        .traverse(
            new NodeVisitor() {
              @Override
              public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                  out.append(words.text());
                } else if (node.nodeName().equals("br")) {
                  out.append('\n');
                }
              }

              @Override
              public void tail(Node node, int depth) {
                if (node instanceof Element element && element.isBlock()) {
                  out.append('\n');
                }
              }
            });
    return out.toString();
  }
}
