package io.github.smtpbot.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/** What a reader of a message sees. */
public final class Shown {

  private Shown() {}

  /** All text in the blocks of a message or a view, a line for each element. */
  public static String text(JsonObject message) {
    StringBuilder lines = new StringBuilder();
    collect(message.get("blocks"), lines);
    return lines.toString();
  }

  /** The types of the blocks, from above. */
  public static List<String> types(JsonObject message) {
    return blocks(message).map(block -> block.get("type").getAsString()).toList();
  }

  /** The buttons and menus. */
  public static List<JsonObject> buttons(JsonObject message) {
    return blocks(message).flatMap(Shown::elements).toList();
  }

  /** The only block that holds buttons. */
  public static JsonObject actions(JsonObject message) {
    return actions(message, buttons(message).get(0));
  }

  /** The block that holds this button. */
  public static JsonObject actions(JsonObject message, JsonObject element) {
    return blocks(message)
        .filter(block -> elements(block).anyMatch(element::equals))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no such button in " + message));
  }

  /** The menu. */
  public static JsonObject menu(JsonObject message) {
    return buttons(message).stream()
        .filter(element -> element.has("options"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no menu in " + message));
  }

  private static Stream<JsonObject> blocks(JsonObject message) {
    if (!message.has("blocks")) {
      return Stream.empty();
    }
    return message.getAsJsonArray("blocks").asList().stream().map(JsonElement::getAsJsonObject);
  }

  private static Stream<JsonObject> elements(JsonObject block) {
    return block.get("type").getAsString().equals("actions")
        ? block.getAsJsonArray("elements").asList().stream().map(JsonElement::getAsJsonObject)
        : Stream.empty();
  }

  /** The button with this id. */
  public static JsonObject button(JsonObject message, String actionId) {
    return buttons(message).stream()
        .filter(button -> button.get("action_id").getAsString().equals(actionId))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + actionId + " in " + message));
  }

  /** Whether there is a button with this id. */
  public static boolean hasButton(JsonObject message, String actionId) {
    return buttons(message).stream()
        .anyMatch(button -> button.get("action_id").getAsString().equals(actionId));
  }

  private static void collect(JsonElement element, StringBuilder lines) {
    if (element instanceof JsonArray array) {
      array.forEach(inner -> collect(inner, lines));
    } else if (element instanceof JsonObject object) {
      for (String name : object.keySet()) {
        JsonElement inner = object.get(name);
        if (name.equals("text") && inner.isJsonPrimitive()) {
          lines.append(inner.getAsString()).append('\n');
        } else {
          collect(inner, lines);
        }
      }
    }
  }
}
