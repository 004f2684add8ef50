package io.github.smtpbot.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** What a reader of a message sees. */
public final class Shown {

  private Shown() {}

  /** All text in the blocks of a message or a view, a line for each element. */
  public static String text(JsonObject message) {
    StringBuilder lines = new StringBuilder();
    collect(message.get("blocks"), lines);
    return lines.toString();
  }

  /** The buttons and menus. */
  public static List<JsonObject> buttons(JsonObject message) {
    List<JsonObject> buttons = new ArrayList<>();
    for (JsonElement block : message.getAsJsonArray("blocks")) {
      if (block.getAsJsonObject().get("type").getAsString().equals("actions")) {
        actions(message).getAsJsonArray("elements").forEach(e -> buttons.add(e.getAsJsonObject()));
      }
    }
    return buttons;
  }

  /** The block that holds the buttons. */
  public static JsonObject actions(JsonObject message) {
    for (JsonElement block : message.getAsJsonArray("blocks")) {
      if (block.getAsJsonObject().get("type").getAsString().equals("actions")) {
        return block.getAsJsonObject();
      }
    }
    throw new AssertionError("no buttons in " + message);
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
