package io.github.smtpbot.slack.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What Slack's documentation demands of a message or a view, written down from the documentation
 * and not from our own limits: what breaks a rule here, Slack refuses with {@code invalid_blocks}.
 */
public final class SlackRules {

  private static final int TOTAL_TEXT = 13_000;

  private final Set<String> actionIds = new HashSet<>();
  private final Set<String> blockIds = new HashSet<>();
  private final Surface surface;
  private int tables;
  private int text;

  private SlackRules(Surface surface) {
    this.surface = surface;
  }

  /** Where blocks are shown: not every block is taken everywhere. */
  private enum Surface {
    MESSAGE,
    MODAL,
    HOME,
    ATTACHMENT
  }

  /** Checks the arguments of a method that posts, an acknowledgement, or a response. */
  public static void checkMessage(JsonObject message) {
    if (message.has("text")) {
      String fallback = message.get("text").getAsString();
      assertTrue(fallback.length() <= 4000, "fallback text");
      checkEscaped(fallback);
    }
    for (String name : List.of("unfurl_links", "unfurl_media", "mrkdwn")) {
      if (message.has(name)) {
        assertFalse(message.get(name).getAsBoolean(), name);
      }
    }
    if (message.has("blocks")) {
      assertTrue(message.has("text"), "blocks need a fallback text");
    }
    if (message.has("blocks") && !message.getAsJsonArray("blocks").isEmpty()) {
      checkBlocks(message.getAsJsonArray("blocks"), 50, Surface.MESSAGE);
    }
  }

  /** Checks a view. */
  public static void checkView(JsonObject view) {
    assertEquals("modal", string(view, "type"));
    for (String name : List.of("title", "submit", "close")) {
      if (view.has(name)) {
        plain(view.getAsJsonObject(name), 24);
      }
    }
    assertTrue(view.has("title"), "a view has a title");
    assertTrue(string(view, "callback_id").length() <= 255);
    JsonArray blocks = view.getAsJsonArray("blocks");
    if (view.has("private_metadata")) {
      assertTrue(string(view, "private_metadata").length() <= 3000, "private_metadata");
    }
    checkBlocks(blocks, 100, Surface.MODAL);
    boolean asks = false;
    for (JsonElement block : blocks) {
      asks |= string(block.getAsJsonObject(), "type").equals("input");
    }
    assertEquals(asks, view.has("submit"), "a view with an input has a button to submit it");
    assertTrue(view.toString().length() < 250_000, "view size");
  }

  /** Checks the view of a Home tab, which has neither a title nor buttons around it. */
  public static void checkHome(JsonObject view) {
    assertEquals("home", string(view, "type"));
    for (String name : List.of("title", "submit", "close")) {
      assertFalse(view.has(name), name);
    }
    assertTrue(string(view, "callback_id").length() <= 255);
    checkBlocks(view.getAsJsonArray("blocks"), 100, Surface.HOME);
    assertTrue(view.toString().length() < 250_000, "view size");
  }

  /** Checks that each picture of a message or a view is one of the files that are complete. */
  public static void checkPictures(JsonElement of, Set<String> complete) {
    if (of instanceof JsonArray array) {
      array.forEach(inner -> checkPictures(inner, complete));
    } else if (of instanceof JsonObject object) {
      if (object.has("slack_file")) {
        String id = string(object.getAsJsonObject("slack_file"), "id");
        assertTrue(complete.contains(id), "no file, or not complete: " + id);
      }
      object.entrySet().forEach(entry -> checkPictures(entry.getValue(), complete));
    }
  }

  /** Checks what is shown below links. */
  public static void checkUnfurl(JsonObject form) {
    boolean inMessage = form.has("channel") && form.has("ts");
    boolean inComposer = form.has("unfurl_id") && form.has("source");
    assertTrue(inMessage != inComposer, "either a message or an unfurl_id and its source");
    JsonObject unfurls = form.getAsJsonObject("unfurls");
    assertFalse(unfurls.isEmpty(), "unfurls");
    for (String link : unfurls.keySet()) {
      assertTrue(link.startsWith("https://") || link.startsWith("http://"), link);
      JsonObject detail = unfurls.getAsJsonObject(link);
      assertFalse(string(detail, "fallback").isBlank(), "fallback");
      checkBlocks(detail.getAsJsonArray("blocks"), 50, Surface.ATTACHMENT);
    }
  }

  /** Checks the prompts of the agent view. */
  public static void checkPrompts(JsonObject form) {
    assertFalse(string(form, "channel_id").isEmpty());
    JsonArray prompts = form.getAsJsonArray("prompts");
    assertTrue(prompts.size() >= 1 && prompts.size() <= 4, "prompts: " + prompts.size());
    for (JsonElement prompt : prompts) {
      assertFalse(string(prompt.getAsJsonObject(), "title").isBlank());
      assertFalse(string(prompt.getAsJsonObject(), "message").isBlank());
    }
  }

  /** Checks the status of the agent view. */
  public static void checkStatus(JsonObject form) {
    assertFalse(string(form, "channel_id").isEmpty());
    assertFalse(string(form, "thread_ts").isEmpty());
    assertFalse(string(form, "status").isBlank());
  }

  private static void checkBlocks(JsonArray blocks, int limit, Surface surface) {
    assertTrue(blocks.size() >= 1 && blocks.size() <= limit, "blocks: " + blocks.size());
    SlackRules rules = new SlackRules(surface);
    blocks.forEach(block -> rules.block(block.getAsJsonObject()));
    if (surface == Surface.MESSAGE || surface == Surface.ATTACHMENT) {
      assertTrue(rules.text <= TOTAL_TEXT, "text in all: " + rules.text);
    }
  }

  private void block(JsonObject block) {
    if (block.has("block_id")) {
      id(string(block, "block_id"), blockIds);
    }
    switch (string(block, "type")) {
      case "header" -> count(plain(block.getAsJsonObject("text"), 150));
      case "divider" -> assertFalse(block.has("text"));
      case "section" -> section(block);
      case "context" -> {
        JsonArray elements = block.getAsJsonArray("elements");
        assertTrue(elements.size() >= 1 && elements.size() <= 10, "context elements");
        elements.forEach(element -> count(textObject(element.getAsJsonObject(), 2000)));
      }
      case "actions" -> {
        JsonArray elements = block.getAsJsonArray("elements");
        assertTrue(elements.size() >= 1 && elements.size() <= 25, "actions elements");
        elements.forEach(element -> interactive(element.getAsJsonObject()));
      }
      case "input" -> input(block);
      case "table" -> table(block);
      case "image" -> image(block);
      case "rich_text" -> {
        int before = text;
        JsonArray elements = block.getAsJsonArray("elements");
        assertTrue(elements.size() >= 1, "empty rich text");
        elements.forEach(element -> rich(element.getAsJsonObject()));
        assertTrue(text - before <= 3000, "rich text: " + (text - before));
      }
      default -> throw new AssertionError("not a block that we use: " + block);
    }
  }

  /** Either a file of Slack's or a picture elsewhere, which we show none of. */
  private void image(JsonObject image) {
    assertTrue(surface != Surface.ATTACHMENT, "a picture below a link");
    assertFalse(image.has("image_url"), "image_url");
    assertEquals(Set.of("id"), image.getAsJsonObject("slack_file").keySet(), "slack_file");
    String words = string(image, "alt_text");
    assertTrue(!words.isBlank() && words.length() <= 2000, "alt_text: " + words.length());
  }

  /** For messages only, and one in each. */
  private void table(JsonObject table) {
    assertEquals(Surface.MESSAGE, surface, "a table in a modal");
    assertEquals(1, ++tables, "only_one_table_allowed");
    JsonArray rows = table.getAsJsonArray("rows");
    assertTrue(rows.size() >= 1 && rows.size() <= 100, "rows");
    int before = text;
    for (JsonElement row : rows) {
      JsonArray cells = row.getAsJsonArray();
      assertTrue(cells.size() >= 1 && cells.size() <= 20, "columns");
      assertEquals(rows.get(0).getAsJsonArray().size(), cells.size(), "cells of a row");
      for (JsonElement cell : cells) {
        assertEquals("rich_text", string(cell.getAsJsonObject(), "type"));
        block(cell.getAsJsonObject());
      }
    }
    assertTrue(text - before <= 10_000, "text in a table: " + (text - before));
    JsonArray settings = table.getAsJsonArray("column_settings");
    assertTrue(settings.size() <= 20, "column_settings");
    settings.forEach(
        column ->
            assertEquals(Set.of("is_wrapped"), column.getAsJsonObject().keySet(), "settings"));
  }

  private void section(JsonObject section) {
    assertTrue(section.has("text") || section.has("fields"), "a section holds something");
    if (section.has("text")) {
      count(textObject(section.getAsJsonObject("text"), 3000));
    }
    if (section.has("fields")) {
      JsonArray fields = section.getAsJsonArray("fields");
      assertTrue(fields.size() >= 1 && fields.size() <= 10, "fields");
      fields.forEach(field -> count(textObject(field.getAsJsonObject(), 2000)));
    }
  }

  private void interactive(JsonObject element) {
    id(string(element, "action_id"), actionIds);
    switch (string(element, "type")) {
      case "button" -> {
        plain(element.getAsJsonObject("text"), 75);
        assertTrue(string(element, "value").length() <= 2000, "button value");
        if (element.has("accessibility_label")) {
          String spoken = string(element, "accessibility_label");
          assertTrue(!spoken.isBlank() && spoken.length() <= 75, "accessibility_label");
        }
        if (element.has("style")) {
          assertTrue(List.of("primary", "danger").contains(string(element, "style")));
        }
      }
      case "static_select" -> {
        plain(element.getAsJsonObject("placeholder"), 150);
        JsonArray options = element.getAsJsonArray("options");
        assertTrue(options.size() >= 1 && options.size() <= 100, "options");
        options(options);
      }
      case "overflow" -> {
        JsonArray options = element.getAsJsonArray("options");
        assertTrue(options.size() >= 1 && options.size() <= 5, "options");
        options(options);
      }
      default -> throw new AssertionError("not an element that we use: " + element);
    }
  }

  private static void options(JsonArray options) {
    for (JsonElement option : options) {
      plain(option.getAsJsonObject().getAsJsonObject("text"), 75);
      String value = string(option.getAsJsonObject(), "value");
      assertTrue(!value.isEmpty() && value.length() <= 150, "option value");
    }
  }

  private void input(JsonObject block) {
    plain(block.getAsJsonObject("label"), 2000);
    JsonObject element = block.getAsJsonObject("element");
    id(string(element, "action_id"), actionIds);
    switch (string(element, "type")) {
      case "plain_text_input" -> {
        plain(element.getAsJsonObject("placeholder"), 150);
        int limit = element.get("max_length").getAsInt();
        assertTrue(limit >= 1 && limit <= 3000, "max_length");
      }
      case "file_input" -> {
        int files = element.get("max_files").getAsInt();
        assertTrue(files >= 1 && files <= 10, "max_files");
        assertFalse(element.has("filetypes"), "a name says nothing of what a file holds");
      }
      case "conversations_select" -> {
        plain(element.getAsJsonObject("placeholder"), 150);
        assertEquals(Surface.MODAL, surface, "response_url_enabled is for modals");
        assertFalse(
            element.has("initial_conversation") && element.has("default_to_current_conversation"),
            "the first one would win");
        assertFalse(element.getAsJsonObject("filter").isEmpty(), "an empty filter");
      }
      default -> throw new AssertionError("not an input that we use: " + element);
    }
  }

  private void rich(JsonObject element) {
    String type = string(element, "type");
    switch (type) {
      case "rich_text_section", "rich_text_quote", "rich_text_preformatted" -> {
        JsonArray parts = element.getAsJsonArray("elements");
        assertTrue(parts.size() >= 1, "empty " + type);
        for (JsonElement part : parts) {
          // Links, mentions and emoji would be elements of their own: we use none.
          assertEquals("text", string(part.getAsJsonObject(), "type"));
          String shown = string(part.getAsJsonObject(), "text");
          assertFalse(shown.isEmpty(), "empty text");
          count(shown);
        }
      }
      case "rich_text_list" -> {
        assertTrue(List.of("bullet", "ordered").contains(string(element, "style")));
        JsonArray items = element.getAsJsonArray("elements");
        assertTrue(items.size() >= 1, "empty list");
        for (JsonElement item : items) {
          assertEquals("rich_text_section", string(item.getAsJsonObject(), "type"));
          rich(item.getAsJsonObject());
        }
      }
      default -> throw new AssertionError("not a rich text that we use: " + element);
    }
  }

  private void count(String shown) {
    text += shown.length();
  }

  private static void id(String id, Set<String> taken) {
    assertTrue(!id.isEmpty() && id.length() <= 255, "id: " + id);
    assertTrue(taken.add(id), "id is used twice: " + id);
  }

  private static String textObject(JsonObject object, int limit) {
    if (string(object, "type").equals("plain_text")) {
      return plain(object, limit);
    }
    assertEquals("mrkdwn", string(object, "type"));
    assertFalse(object.has("emoji"), "emoji is for plain_text only");
    assertTrue(object.get("verbatim").getAsBoolean(), "mrkdwn that Slack would make links in");
    String shown = string(object, "text");
    assertTrue(!shown.isEmpty() && shown.length() <= limit, "length: " + shown.length());
    checkEscaped(shown);
    return shown;
  }

  private static String plain(JsonObject object, int limit) {
    assertEquals("plain_text", string(object, "type"));
    assertFalse(object.has("verbatim"), "verbatim is for mrkdwn only");
    String shown = string(object, "text");
    assertTrue(!shown.isBlank() && shown.length() <= limit, "length: " + shown.length());
    return shown;
  }

  /** No mention, and no link but to a page over https; a member may be named as the asker. */
  private static void checkEscaped(String mrkdwn) {
    for (int at = mrkdwn.indexOf('<'); at >= 0; at = mrkdwn.indexOf('<', at + 1)) {
      String rest = mrkdwn.substring(at);
      assertTrue(
          rest.matches("(?s)<(https://[^<>|]+\\|[^<>|]+|@[A-Z0-9]+)>.*"), "not inert: " + rest);
    }
    for (int at = mrkdwn.indexOf('&'); at >= 0; at = mrkdwn.indexOf('&', at + 1)) {
      assertTrue(
          mrkdwn.startsWith("amp;", at + 1)
              || mrkdwn.startsWith("lt;", at + 1)
              || mrkdwn.startsWith("gt;", at + 1),
          "not escaped");
    }
  }

  private static String string(JsonObject object, String name) {
    assertNotNull(object.get(name), () -> name + " is missing in " + object);
    return object.get(name).getAsString();
  }
}
