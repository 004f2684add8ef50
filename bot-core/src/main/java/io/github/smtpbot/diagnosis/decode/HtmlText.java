package io.github.smtpbot.diagnosis.decode;

import java.util.List;
import java.util.Locale;
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

  /** How much of a file tells whether it is a page. */
  private static final int BEGINNING = 512;

  private static final List<String> PAGES =
      List.of("<!doctype html", "<html", "<head", "<body", "<meta", "<div", "<table", "<p>");

  private HtmlText() {}

  /** The words of a file that is a page; of any other, all of it. */
  static String orText(String file) {
    String beginning =
        file.substring(0, Math.min(file.length(), BEGINNING))
            .replace("\uFEFF", "")
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    return PAGES.stream().anyMatch(beginning::startsWith) ? plain(file) : file;
  }

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
