package io.github.smtpbot.slack.preview;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.smtpbot.preview.Box;
import io.github.smtpbot.preview.Flow;
import io.github.smtpbot.preview.Typeface;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws messages and modals of Block Kit as HTML, about as Slack does; what it does not know, it
 * shows in a dashed frame.
 */
public final class SlackHtml {

  /** A phone of 375 pixels without the margins and the bot's picture. */
  /** Of the pictures that we upload. */
  private static final int PICTURE_WIDTH = 1200;

  private static final int PICTURE_HEIGHT = 800;

  private static final int MESSAGE_ROOM = 299;

  private static final int MODAL_ROOM = 343;
  private static final int GAP = 8;
  private static final int BUTTON = 36;
  private static final int SELECT_WIDTH = 220;

  private static final Typeface TEXT = Typeface.lato(15, 22);
  private static final Typeface BOLD = Typeface.lato(15.3, 22);
  private static final Typeface HEADER = Typeface.lato(18.4, 24);
  private static final Typeface SMALL = Typeface.lato(13, 18);
  private static final Typeface LABEL = Typeface.lato(14.3, 36);
  private static final Typeface CODE = Typeface.mono(12, 18);
  private static final Typeface CELL = Typeface.lato(14, 20);

  private final int room;

  private SlackHtml(int room) {
    this.room = room;
  }

  /**
   * A message as the one sees it who reads it on arrival.
   *
   * @param message what was sent: a response, or the arguments of a method
   * @param ephemeral whether Slack says that nobody else sees it
   */
  public static Box message(JsonObject message, boolean ephemeral) {
    Box blocks =
        message.has("blocks")
            ? new SlackHtml(MESSAGE_ROOM).blocks(message)
            : new SlackHtml(MESSAGE_ROOM).text(message.get("text").getAsString(), TEXT, "text");
    String only = ephemeral ? "<div class=\"only\">👁 Only visible to you</div>" : "";
    String head = only + "<div class=\"name\">smtpbot<i>APP</i><small>9:14 AM</small></div>";
    int above = (ephemeral ? 22 : 0) + 22;
    return new Box("<div class=\"avatar\">S</div>" + head + blocks.html(), blocks.height())
        .in("message", 16 + above);
  }

  /** A modal, which fills a phone's screen. */
  public static Box modal(JsonObject view) {
    Box blocks = new SlackHtml(MODAL_ROOM).blocks(view);
    String close = view.has("close") ? plain(view.getAsJsonObject("close")) : "";
    String top =
        "<div class=\"top\"><span>"
            + plain(view.getAsJsonObject("title"))
            + "</span><span>✕</span></div>";
    String bottom =
        "<div class=\"bottom\"><span class=\"button\">"
            + close
            + "</span>"
            + (view.has("submit")
                ? "<span class=\"button primary\">"
                    + plain(view.getAsJsonObject("submit"))
                    + "</span>"
                : "")
            + "</div>";
    Box body = blocks.in("body", 32);
    return new Box(top + body.html() + bottom, body.height()).in("modal", 48 + 61);
  }

  private Box blocks(JsonObject of) {
    return Box.stack(objects(of, "blocks").map(this::block).toList(), GAP).in("blocks", 0);
  }

  private Box block(JsonObject block) {
    return switch (type(block)) {
      case "header" ->
          text(block.getAsJsonObject("text").get("text").getAsString(), HEADER, "header");
      case "divider" -> new Box("<hr>", 16);
      case "rich_text" -> rich(block);
      case "section" -> section(block);
      case "context" -> context(block);
      case "actions", "context_actions" -> actions(block);
      case "table" -> table(block);
      case "input" -> input(block);
      case "image" ->
          new Box(
              "<div class=\"other\">" + Box.escape(string(block, "alt_text")) + "</div>",
              room * PICTURE_HEIGHT / PICTURE_WIDTH);
      default -> new Box("<div class=\"other\">" + Box.escape(type(block)) + "</div>", 32);
    };
  }

  private Box text(String text, Typeface face, String cssClass) {
    int lines = new Flow().add(text, face).lines(room);
    return new Box(
        "<div class=\"" + cssClass + "\">" + Box.escape(text) + "</div>", lines * face.line());
  }

  private Box rich(JsonObject block) {
    return Box.stack(
            objects(block, "elements").map(element -> richElement(element, room)).toList(), 0)
        .in("rich", 0);
  }

  private static Box richElement(JsonObject element, double wide) {
    return switch (type(element)) {
      case "rich_text_list" -> {
        List<Box> items =
            objects(element, "elements")
                .map(item -> new Box("<li>" + runs(item) + "</li>", high(item, wide - 28)))
                .toList();
        Box all = Box.stack(items, 0);
        yield new Box("<ul>" + all.html() + "</ul>", all.height());
      }
      case "rich_text_preformatted" -> {
        Flow flow = new Flow();
        objects(element, "elements").forEach(run -> flow.add(said(run), CODE));
        int lines = flow.lines(wide - 18);
        yield new Box("<pre>" + runs(element) + "</pre>", lines * CODE.line() + 18);
      }
      case "rich_text_quote" ->
          new Box("<blockquote>" + runs(element) + "</blockquote>", high(element, wide - 20));
      default -> new Box("<div>" + runs(element) + "</div>", high(element, wide));
    };
  }

  private static int high(JsonObject section, double wide) {
    Flow flow = new Flow();
    objects(section, "elements").forEach(run -> flow.add(said(run), isBold(run) ? BOLD : TEXT));
    return flow.lines(wide) * TEXT.line();
  }

  private static String runs(JsonObject of) {
    return objects(of, "elements")
        .map(
            run -> {
              String text = Box.escape(said(run));
              if (type(run).equals("link")) {
                return "<a>" + text + "</a>";
              }
              return isBold(run) ? "<b>" + text + "</b>" : text;
            })
        .collect(Collectors.joining());
  }

  private static String said(JsonObject run) {
    return switch (type(run)) {
      case "user" -> "@asker";
      case "emoji" -> "🙂";
      case "link" -> run.has("text") ? string(run, "text") : string(run, "url");
      default -> string(run, "text");
    };
  }

  private static boolean isBold(JsonObject run) {
    return run.has("style") && run.getAsJsonObject("style").has("bold");
  }

  private Box section(JsonObject section) {
    List<Box> parts = new ArrayList<>();
    if (section.has("text")) {
      parts.add(said(section.getAsJsonObject("text"), TEXT, room));
    }
    if (section.has("fields")) {
      parts.add(
          Box.stack(objects(section, "fields").map(field -> said(field, TEXT, room)).toList(), GAP)
              .in("fields", 0));
    }
    if (section.has("accessory")) {
      parts.add(interactive(List.of(section.getAsJsonObject("accessory"))));
    }
    return Box.stack(parts, GAP).in("section", 0);
  }

  private static Box said(JsonObject text, Typeface face, int wide) {
    Mrkdwn read = Mrkdwn.of(text);
    int lines = new Flow().add(read.plain(), face).lines(wide);
    return new Box("<div>" + read.html() + "</div>", lines * face.line());
  }

  private Box context(JsonObject context) {
    // Slack lays out the elements as words of a line, and wraps between and within them.
    List<Mrkdwn> read =
        objects(context, "elements")
            .filter(element -> element.has("text"))
            .map(Mrkdwn::of)
            .toList();
    int rows = 1;
    double used = 0;
    for (Mrkdwn element : read) {
      Flow flow = new Flow().add(element.plain(), SMALL);
      double width = Math.min(room, flow.width() + 1);
      if (used > 0 && used + GAP + width > room) {
        rows++;
        used = 0;
      }
      rows += flow.lines(room) - 1;
      used += (used > 0 ? GAP : 0) + width;
    }
    String html =
        read.stream()
            .map(element -> "<span>" + element.html() + "</span>")
            .collect(Collectors.joining());
    return new Box("<div class=\"context\">" + html + "</div>", rows * SMALL.line());
  }

  private Box actions(JsonObject block) {
    return interactive(objects(block, "elements").toList());
  }

  private Box interactive(List<JsonObject> elements) {
    return Box.row(elements.stream().map(this::item).toList(), BUTTON, GAP, room).in("actions", 0);
  }

  private Box.Item item(JsonObject element) {
    return switch (type(element)) {
      case "button" -> {
        String style = element.has("style") ? " " + string(element, "style") : "";
        yield button(plain(element.getAsJsonObject("text")), style);
      }
      case "overflow" -> button("···", "");
      case "feedback_buttons" -> button("👍 👎", "");
      default ->
          new Box.Item(
              "<span class=\"button select\">"
                  + (element.has("placeholder")
                      ? plain(element.getAsJsonObject("placeholder"))
                      : Box.escape(type(element)))
                  + "</span>",
              SELECT_WIDTH);
    };
  }

  private Box.Item button(String label, String style) {
    return new Box.Item(
        "<span class=\"button" + style + "\">" + label + "</span>",
        Math.min(room, LABEL.width(label) + 26));
  }

  /** As a browser lays out a table: no column narrower than its longest word. */
  private Box table(JsonObject table) {
    List<List<JsonObject>> rows = new ArrayList<>();
    for (JsonElement row : table.getAsJsonArray("rows")) {
      rows.add(row.getAsJsonArray().asList().stream().map(JsonElement::getAsJsonObject).toList());
    }
    int columns = rows.get(0).size();
    double[] least = new double[columns];
    double[] wished = new double[columns];
    for (List<JsonObject> row : rows) {
      for (int i = 0; i < columns; i++) {
        Flow cell = cell(row.get(i));
        least[i] = Math.max(least[i], cell.longestWord());
        wished[i] = Math.max(wished[i], cell.width());
      }
    }
    double free = room - 2 - columns * 21.0;
    double needed = Arrays.stream(least).sum();
    double more = Arrays.stream(wished).sum() - needed;
    double share = more <= 0 ? 1 : Math.max(0, Math.min(1, (free - needed) / more));
    int height = 2;
    StringBuilder html = new StringBuilder("<div class=\"scroll\"><table>");
    for (List<JsonObject> row : rows) {
      int lines = 1;
      html.append("<tr>");
      for (int i = 0; i < columns; i++) {
        double width = least[i] + share * (wished[i] - least[i]) + 1;
        lines = Math.max(lines, cell(row.get(i)).lines(width));
        html.append("<td>").append(cellHtml(row.get(i))).append("</td>");
      }
      html.append("</tr>");
      height += lines * CELL.line() + 13;
    }
    return new Box(html + "</table></div>", height);
  }

  private static Flow cell(JsonObject cell) {
    Flow flow = new Flow();
    objects(cell, "elements")
        .flatMap(section -> objects(section, "elements"))
        .forEach(run -> flow.add(said(run), CELL));
    return flow;
  }

  private static String cellHtml(JsonObject cell) {
    return objects(cell, "elements").map(SlackHtml::runs).collect(Collectors.joining());
  }

  private Box input(JsonObject block) {
    JsonObject element = block.getAsJsonObject("element");
    boolean tall = element.has("multiline") && element.get("multiline").getAsBoolean();
    String shown =
        element.has("placeholder") ? plain(element.getAsJsonObject("placeholder")) : type(element);
    return new Box(
        "<div class=\"input\"><b>"
            + plain(block.getAsJsonObject("label"))
            + "</b><div class=\"field"
            + (tall ? " tall" : "")
            + "\">"
            + shown
            + "</div></div>",
        TEXT.line() + (tall ? 110 : 40));
  }

  private static String plain(JsonObject text) {
    return Box.escape(string(text, "text"));
  }

  private static Stream<JsonObject> objects(JsonObject of, String name) {
    return of.has(name)
        ? of.getAsJsonArray(name).asList().stream().map(JsonElement::getAsJsonObject)
        : Stream.empty();
  }

  private static String type(JsonObject object) {
    return string(object, "type");
  }

  private static String string(JsonObject object, String name) {
    return object.has(name) ? object.get(name).getAsString() : "";
  }
}
