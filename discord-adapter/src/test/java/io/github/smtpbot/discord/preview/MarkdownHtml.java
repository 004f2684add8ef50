package io.github.smtpbot.discord.preview;

import io.github.smtpbot.preview.Box;
import io.github.smtpbot.preview.Flow;
import io.github.smtpbot.preview.Typeface;
import java.util.ArrayList;
import java.util.List;

/** Draws Discord's markdown: headings, small type, lists, quotations, code, bold type, links. */
final class MarkdownHtml {

  private static final Typeface TEXT = Typeface.sans(16, 22);
  private static final Typeface BOLD = Typeface.sans(16.8, 22);
  private static final Typeface SMALL = Typeface.sans(13, 18);
  private static final Typeface CODE = Typeface.mono(14, 18);
  private static final String FENCE = "```";

  private final StringBuilder html = new StringBuilder();
  private final Flow flow = new Flow();
  private final Typeface face;

  private MarkdownHtml(Typeface face) {
    this.face = face;
  }

  /**
   * Draws a text.
   *
   * @param room how wide it is on a phone, in pixels
   */
  static Box draw(String markdown, int room) {
    List<Box> lines = new ArrayList<>();
    List<String> code = new ArrayList<>();
    boolean isCode = false;
    for (String line : markdown.split("\n", -1)) {
      if (line.startsWith(FENCE)) {
        if (isCode) {
          lines.add(code(String.join("\n", code), room));
          code.clear();
        }
        isCode = !isCode;
      } else if (isCode) {
        code.add(line);
      } else {
        lines.add(line(line, room));
      }
    }
    Box all = Box.stack(lines, 0);
    return new Box("<div>" + all.html() + "</div>", all.height());
  }

  private static Box code(String text, int room) {
    int lines = new Flow().add(text, CODE).lines(room - 18);
    return new Box("<pre>" + Box.escape(text) + "</pre>", lines * CODE.line() + 18);
  }

  private static Box line(String line, int room) {
    if (line.isBlank()) {
      return new Box("<br>", TEXT.line());
    }
    if (line.startsWith("### ")) {
      return inline(line.substring(4), BOLD, room, "h3");
    }
    if (line.startsWith("## ")) {
      return inline(line.substring(3), Typeface.sans(20, 27), room, "h2");
    }
    if (line.startsWith("# ")) {
      return inline(line.substring(2), Typeface.sans(24, 33), room, "h1");
    }
    if (line.startsWith("-# ")) {
      return inline(line.substring(3), SMALL, room, "div class=\"small\"");
    }
    if (line.startsWith("- ")) {
      Box item = inline(line.substring(2), TEXT, room - 20, "li");
      return new Box("<ul>" + item.html() + "</ul>", item.height());
    }
    if (line.startsWith("> ")) {
      return inline(line.substring(2), TEXT, room - 16, "blockquote");
    }
    return inline(line, TEXT, room, "div");
  }

  private static Box inline(String text, Typeface face, int room, String tag) {
    MarkdownHtml drawn = new MarkdownHtml(face);
    drawn.write(text);
    int space = tag.indexOf(' ');
    String end = space < 0 ? tag : tag.substring(0, space);
    return new Box(
        "<" + tag + ">" + drawn.html + "</" + end + ">", drawn.flow.lines(room) * face.line());
  }

  private void write(String text) {
    boolean bold = false;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length()) {
        put(text.substring(at + 1, at + 2), bold);
        at += 2;
      } else if (text.startsWith("**", at)) {
        html.append(bold ? "</b>" : "<b>");
        bold = !bold;
        at += 2;
      } else if (c == '`' && text.indexOf('`', at + 1) > 0) {
        int end = text.indexOf('`', at + 1);
        String shown = text.substring(at + 1, end);
        html.append("<code>").append(Box.escape(shown)).append("</code>");
        flow.add(shown, CODE).add(" ", TEXT);
        at = end + 1;
      } else if (c == '[' && text.indexOf("](", at) > 0) {
        int middle = text.indexOf("](", at);
        html.append("<a>");
        write(text.substring(at + 1, middle));
        html.append("</a>");
        at = text.indexOf(')', middle) + 1;
      } else if (text.startsWith("<@", at) && text.indexOf('>', at) > 0) {
        html.append("<a>");
        put("@asker", bold);
        html.append("</a>");
        at = text.indexOf('>', at) + 1;
      } else {
        int end = text.offsetByCodePoints(at, 1);
        put(text.substring(at, end), bold);
        at = end;
      }
    }
  }

  private void put(String shown, boolean bold) {
    html.append(Box.escape(shown));
    flow.add(shown, bold && face.equals(TEXT) ? BOLD : face);
  }
}
