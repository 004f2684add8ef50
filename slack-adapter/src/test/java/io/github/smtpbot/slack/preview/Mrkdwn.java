package io.github.smtpbot.slack.preview;

import com.google.gson.JsonObject;
import io.github.smtpbot.preview.Box;

/**
 * A text object as Slack shows it: plain text as it is, {@code mrkdwn} with its links, mentions,
 * bold type and code.
 *
 * @param plain what is read
 * @param html how it looks
 */
record Mrkdwn(String plain, String html) {

  static Mrkdwn of(JsonObject object) {
    String text = object.get("text").getAsString();
    return object.get("type").getAsString().equals("mrkdwn")
        ? parsed(text)
        : new Mrkdwn(text, Box.escape(text));
  }

  private static Mrkdwn parsed(String text) {
    StringBuilder plain = new StringBuilder();
    StringBuilder html = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = at + 1;
      char c = text.charAt(at);
      if (c == '<' && text.indexOf('>', at) > 0) {
        end = text.indexOf('>', at) + 1;
        String shown = shown(text.substring(at + 1, end - 1));
        plain.append(unescaped(shown));
        html.append("<a>").append(Box.escape(unescaped(shown))).append("</a>");
      } else if ((c == '*' || c == '`') && closes(text, at)) {
        end = text.indexOf(c, at + 1) + 1;
        String inner = unescaped(text.substring(at + 1, end - 1));
        String tag = c == '*' ? "b" : "code";
        plain.append(inner);
        html.append("<" + tag + ">" + Box.escape(inner) + "</" + tag + ">");
      } else {
        int next = end;
        while (next < text.length() && "<*`".indexOf(text.charAt(next)) < 0) {
          next++;
        }
        end = next;
        String run = unescaped(text.substring(at, end));
        plain.append(run);
        html.append(Box.escape(run));
      }
      at = end;
    }
    return new Mrkdwn(plain.toString(), html.toString());
  }

  /** Whether a format that begins here ends, with something in it, on the same line. */
  private static boolean closes(String text, int start) {
    int end = text.indexOf(text.charAt(start), start + 1);
    int line = text.indexOf('\n', start);
    return end > start + 1 && (line < 0 || end < line);
  }

  private static String shown(String link) {
    int bar = link.indexOf('|');
    if (bar >= 0) {
      return link.substring(bar + 1);
    }
    return link.startsWith("@") ? "@asker" : link.startsWith("#") ? "#mail" : link;
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
