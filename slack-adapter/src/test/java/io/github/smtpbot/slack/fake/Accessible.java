package io.github.smtpbot.slack.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/**
 * What people need who hear a message or a view rather than see it: a text that says the verdict,
 * who acts and what to do first; headings that are headings; labels on buttons; words for pictures.
 */
public final class Accessible {

  /** The signs of verdicts. */
  private static final List<String> SIGNS = List.of("⛔", "⏳", "✅");

  private static final String FIRST = "Do this first: ";

  private Accessible() {}

  /** Checks a call of the Web API, if it shows something. */
  public static void check(FakeSlack.Call call) {
    JsonObject body = call.body();
    if (body.has("text") || body.has("blocks")) {
      checkMessage(body);
    }
    if (body.has("view")) {
      checkView(body.getAsJsonObject("view"));
    }
    if (body.has("unfurls")) {
      JsonObject unfurls = body.getAsJsonObject("unfurls");
      for (String link : unfurls.keySet()) {
        JsonObject message = unfurls.getAsJsonObject(link).deepCopy();
        message.add("text", message.get("fallback"));
        checkMessage(message);
      }
    }
  }

  /** Checks a message; English. */
  public static void checkMessage(JsonObject message) {
    String spoken = message.get("text").getAsString();
    assertFalse(spoken.isBlank(), () -> "nothing is said of " + message);
    if (!message.has("blocks")) {
      return;
    }
    JsonArray blocks = message.getAsJsonArray("blocks");
    checkBlocks(blocks);
    if (blocks.size() > 1) {
      assertEquals("header", type(blocks.get(0)), () -> "no heading: " + message);
      assertTrue(
          spoken.startsWith(unescapable(heading(blocks.get(0)))),
          () -> "not what it is about: " + spoken);
    }
    for (JsonElement block : blocks) {
      String line = Shown.text(only(block)).strip().replace("\n", "");
      if (SIGNS.stream().anyMatch(line::startsWith)) {
        assertTrue(spoken.contains(unescapable(line)), () -> line + " is not said: " + spoken);
      }
      if (line.startsWith(FIRST.strip())) {
        assertTrue(spoken.contains(FIRST), () -> "not what to do first: " + spoken);
      }
    }
  }

  /** Checks a modal or a Home tab. */
  public static void checkView(JsonObject view) {
    JsonArray blocks = view.getAsJsonArray("blocks");
    checkBlocks(blocks);
    boolean asks = view.has("submit");
    if (blocks.size() > 1 && !asks) {
      assertEquals("header", type(blocks.get(0)), () -> "no heading: " + view);
    }
  }

  private static void checkBlocks(JsonArray blocks) {
    String before = "";
    for (JsonElement block : blocks) {
      if (type(block).equals("rich_text") && !before.equals("header")) {
        assertFalse(beginsWithHeading(block.getAsJsonObject()), () -> "bold heading: " + block);
      }
      before = type(block);
      checkElements(block);
    }
  }

  /** Whether its first line is in bold type as a whole, and is no warning. */
  private static boolean beginsWithHeading(JsonObject block) {
    JsonArray elements = block.getAsJsonArray("elements");
    JsonObject first = elements.get(0).getAsJsonObject();
    if (elements.size() < 2 || !type(first).equals("rich_text_section")) {
      return false;
    }
    JsonArray words = first.getAsJsonArray("elements");
    return words.asList().stream()
            .allMatch(word -> word.getAsJsonObject().toString().contains("\"bold\":true"))
        && !words.toString().contains("⚠");
  }

  private static void checkElements(JsonElement element) {
    if (element instanceof JsonArray array) {
      array.forEach(Accessible::checkElements);
    } else if (element instanceof JsonObject object) {
      String type = object.has("type") ? object.get("type").getAsString() : "";
      switch (type) {
        case "button" -> {
          String label = object.get("accessibility_label").getAsString();
          assertTrue(!label.isBlank() && label.length() <= 75, label);
        }
        case "static_select" -> assertTrue(object.has("placeholder"), () -> "no label: " + object);
        case "input" -> assertTrue(object.has("label"), () -> "no label: " + object);
        case "image" -> {
          String words = object.get("alt_text").getAsString();
          assertTrue(!words.isBlank() && words.length() <= 2000, words);
        }
        default -> {
          // has no words of its own
        }
      }
      object.entrySet().forEach(entry -> checkElements(entry.getValue()));
    }
  }

  private static JsonObject only(JsonElement block) {
    JsonArray blocks = new JsonArray();
    blocks.add(block);
    JsonObject message = new JsonObject();
    message.add("blocks", blocks);
    return message;
  }

  private static String heading(JsonElement header) {
    return header.getAsJsonObject().getAsJsonObject("text").get("text").getAsString();
  }

  /** The text beside the blocks is escaped. */
  private static String unescapable(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String type(JsonElement block) {
    return block.getAsJsonObject().get("type").getAsString();
  }
}
