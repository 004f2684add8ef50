package io.github.smtpbot.discord.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import okio.ByteString;

/**
 * Discord's documented rules for what a bot sends, written down from its documentation and without
 * a look at our own limits: numbers stand here as Discord publishes them.
 */
public final class DiscordRules {

  private static final int ACTION_ROW = 1;
  private static final int BUTTON = 2;
  private static final int STRING_SELECT = 3;
  private static final int TEXT_INPUT = 4;
  private static final int TEXT_DISPLAY = 10;
  private static final int MEDIA_GALLERY = 12;
  private static final int SEPARATOR = 14;
  private static final int CONTAINER = 17;
  private static final int LABEL = 18;
  private static final int FILE_UPLOAD = 19;

  private static final String ATTACHED = "attachment://";
  private static final int MAX_FILES = 10;

  /** Of each file, without a boost of the server. */
  private static final int MAX_FILE = 10 * 1024 * 1024;

  /** Of all that is sent at once. */
  private static final int MAX_REQUEST = 25 * 1024 * 1024;

  private static final int COMPONENTS_V2 = 1 << 15;

  private static final Pattern NAME =
      Pattern.compile("^[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}$");

  private DiscordRules() {}

  /** Any answer to an interaction. */
  public static void checkCallback(DataObject callback, List<Attached> files) {
    int type = callback.getInt("type");
    switch (type) {
      case 4, 7 -> checkMessage(callback.getObject("data"), files);
      case 5, 6 -> {}
      case 8 -> checkChoices(callback.getObject("data").getArray("choices"));
      case 9 -> checkModal(callback.getObject("data"));
      default -> throw new AssertionError("a callback of type " + type);
    }
  }

  /** A message made of components, without files. */
  public static void checkMessage(DataObject message) {
    checkMessage(message, List.of());
  }

  /** A message made of components, and the files that come with it. */
  public static void checkMessage(DataObject message, List<Attached> files) {
    checkFiles(message, files);
    assertTrue((message.getInt("flags") & COMPONENTS_V2) != 0, "not marked as components V2");
    assertTrue(message.getString("content", "").isEmpty(), "components V2 allow no content");
    assertTrue(message.optArray("embeds").orElse(DataArray.empty()).isEmpty(), "nor embeds");
    DataObject mentions = message.getObject("allowed_mentions");
    assertTrue(mentions.getArray("parse").isEmpty(), "mentions somebody");
    assertTrue(mentions.optArray("users").orElse(DataArray.empty()).isEmpty());
    assertTrue(mentions.optArray("roles").orElse(DataArray.empty()).isEmpty());
    assertFalse(mentions.getBoolean("replied_user", false));

    List<DataObject> all = components(message);
    assertTrue(!all.isEmpty() && all.size() <= 40, all.size() + " components");
    int text = 0;
    Set<String> customIds = new HashSet<>();
    Set<Integer> ids = new HashSet<>();
    for (DataObject component : all) {
      if (component.hasKey("id")) {
        assertTrue(ids.add(component.getInt("id")), "an id twice");
      }
      switch (component.getInt("type")) {
        case TEXT_DISPLAY -> {
          String content = component.getString("content");
          assertFalse(content.isBlank(), "an empty text");
          text += content.length();
          assertInert(content);
        }
        case BUTTON -> {
          assertText(component.getString("label"), 80);
          assertTrue(component.getInt("style") <= 4, "buttons ask, they do not link");
          customId(component, customIds);
        }
        case STRING_SELECT -> checkMenu(component, customIds);
        case ACTION_ROW -> checkRow(component.getArray("components"));
        case CONTAINER -> {
          assertFalse(component.getArray("components").isEmpty(), "an empty container");
          assertTrue(component.getInt("accent_color", 0) <= 0xFFFFFF);
        }
        case MEDIA_GALLERY -> checkGallery(component);
        case SEPARATOR -> {}
        default -> throw new AssertionError("a component of type " + component.getInt("type"));
      }
    }
    assertTrue(text <= 4000, text + " characters of text");
  }

  /**
   * A file that comes with a message.
   *
   * @param part the name of its part of the request
   */
  public record Attached(String part, String name, ByteString content) {}

  /** Each file is told of, and shown by a component; each that is shown is there. */
  private static void checkFiles(DataObject message, List<Attached> files) {
    assertTrue(files.size() <= MAX_FILES, files.size() + " files");
    assertTrue(
        files.stream().mapToLong(file -> file.content().size()).sum() <= MAX_REQUEST, "too much");
    Set<String> told = new HashSet<>();
    message.optArray("attachments").orElse(DataArray.empty()).stream(DataArray::getObject)
        .forEach(
            attachment ->
                assertTrue(
                    told.add(
                        "files["
                            + attachment.getString("id")
                            + "] "
                            + attachment.getString("filename"))));
    Set<String> names = new HashSet<>();
    Set<String> parts = new HashSet<>();
    for (Attached file : files) {
      assertTrue(file.content().size() > 0 && file.content().size() <= MAX_FILE, "of that size");
      assertTrue(names.add(ATTACHED + file.name()), "a name twice");
      parts.add(file.part() + " " + file.name());
    }
    assertEquals(parts, told, "what is told of is what came");
    Set<String> shown = new HashSet<>();
    for (DataObject component : components(message)) {
      if (component.getInt("type") == MEDIA_GALLERY) {
        component.getArray("items").stream(DataArray::getObject)
            .map(item -> item.getObject("media").getString("url"))
            .forEach(shown::add);
      }
    }
    assertEquals(names, shown, "what is shown is what came");
  }

  private static void checkGallery(DataObject gallery) {
    DataArray items = gallery.getArray("items");
    assertTrue(items.length() >= 1 && items.length() <= 10, items.length() + " items");
    items.stream(DataArray::getObject)
        .filter(item -> !item.isNull("description"))
        .forEach(item -> assertText(item.getString("description"), 1024));
  }

  private static void checkRow(DataArray row) {
    List<Integer> types = row.stream(DataArray::getObject).map(c -> c.getInt("type")).toList();
    assertTrue(
        types.equals(List.of(STRING_SELECT))
            || (types.size() >= 1
                && types.size() <= 5
                && types.stream().allMatch(type -> type == BUTTON)),
        "a row of " + types);
  }

  private static void checkMenu(DataObject menu, Set<String> customIds) {
    customId(menu, customIds);
    if (menu.hasKey("placeholder")) {
      assertText(menu.getString("placeholder"), 150);
    }
    DataArray options = menu.getArray("options");
    assertTrue(options.length() >= 1 && options.length() <= 25, options.length() + " options");
    Set<String> values = new HashSet<>();
    options.stream(DataArray::getObject)
        .forEach(
            option -> {
              assertText(option.getString("label"), 100);
              assertText(option.getString("value"), 100);
              assertTrue(values.add(option.getString("value")), "a value twice");
            });
  }

  private static void customId(DataObject component, Set<String> seen) {
    String id = component.getString("custom_id");
    assertText(id, 100);
    assertTrue(seen.add(id), "a custom id twice: " + id);
  }

  private static void assertText(String text, int max) {
    assertTrue(!text.isBlank() && text.length() <= max, text.length() + " characters: " + text);
  }

  /** All components of a message, nested ones included. */
  public static List<DataObject> components(DataObject message) {
    List<DataObject> all = new ArrayList<>();
    message
        .optArray("components")
        .ifPresent(array -> array.stream(DataArray::getObject).forEach(c -> collect(c, all)));
    return all;
  }

  private static void collect(DataObject component, List<DataObject> all) {
    all.add(component);
    component
        .optArray("components")
        .ifPresent(array -> array.stream(DataArray::getObject).forEach(c -> collect(c, all)));
  }

  /** All text that a message shows. */
  public static String text(DataObject message) {
    StringBuilder text = new StringBuilder();
    for (DataObject component : components(message)) {
      if (component.getInt("type") == TEXT_DISPLAY) {
        text.append(component.getString("content")).append('\n');
      }
    }
    return text.toString();
  }

  private static final Pattern CREDIT =
      Pattern.compile("(?m)^-# [^\\n<]*<@" + Interactions.USER + ">[^\\n<]*$");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\(<(https://[^>\\s]+)>\\)");

  /** Nothing outside code mentions, links or draws anything, but our credit and our sources. */
  public static void assertInert(String markdown) {
    String prose =
        markdown
            .replaceAll("(?s)```\n.*?\n```", "")
            // What is escaped is only itself.
            .replaceAll("\\\\\\p{Punct}", "¤")
            .replaceAll("`[^`\n]+`", "");
    assertNone(prose, "`", markdown);
    prose = CREDIT.matcher(prose).replaceAll("");
    Matcher links = LINK.matcher(prose);
    while (links.find()) {
      assertTrue(
          prose.substring(prose.lastIndexOf('\n', links.start()) + 1).startsWith("-# "),
          "a link outside the sources: " + links.group());
    }
    prose = links.replaceAll("");
    assertNone(prose, "(?i)@everyone|@here", markdown);
    assertNone(prose, "<[@#:/]|<a:|<t:|<id:|<https?:|<mailto:", markdown);
    assertNone(prose, "https?://", markdown);
    assertNone(prose, "\\]\\(", markdown);
    assertNone(prose, "\\|\\||~~|_", markdown);
    assertNone(prose, "(?m)^(#{1,2}|>>>) ", markdown);
    assertEquals(0, count(prose, "\\*\\*") % 2, "bold is left open: " + markdown);
    assertNone(prose, "(?<!\\*)\\*(?!\\*)|\\*{3,}", markdown);
  }

  private static void assertNone(String prose, String pattern, String markdown) {
    Matcher found = Pattern.compile(pattern).matcher(prose);
    assertFalse(found.find(), () -> "“" + found.group() + "” is not inert in: " + markdown);
  }

  private static int count(String text, String pattern) {
    return (int) Pattern.compile(pattern).matcher(text).results().count();
  }

  public static void checkChoices(DataArray choices) {
    assertTrue(choices.length() <= 25, choices.length() + " choices");
    choices.stream(DataArray::getObject)
        .forEach(
            choice -> {
              assertText(choice.getString("name"), 100);
              assertText(choice.getString("value"), 100);
            });
  }

  public static void checkModal(DataObject modal) {
    assertText(modal.getString("title"), 45);
    assertText(modal.getString("custom_id"), 100);
    DataArray labels = modal.getArray("components");
    assertTrue(labels.length() >= 1 && labels.length() <= 5);
    Set<String> customIds = new HashSet<>();
    labels.stream(DataArray::getObject)
        .forEach(
            label -> {
              assertEquals(LABEL, label.getInt("type"));
              assertText(label.getString("label"), 45);
              DataObject input = label.getObject("component");
              assertText(input.getString("custom_id"), 100);
              assertTrue(customIds.add(input.getString("custom_id")), "a custom id twice");
              if (input.getInt("type") == FILE_UPLOAD) {
                checkUpload(input);
                return;
              }
              assertEquals(TEXT_INPUT, input.getInt("type"));
              assertTrue(input.getInt("max_length", 4000) <= 4000);
              assertTrue(input.getString("placeholder", "").length() <= 100);
            });
  }

  private static void checkUpload(DataObject upload) {
    int least = upload.getInt("min_values", 1);
    int most = upload.getInt("max_values", 1);
    assertTrue(least >= 0 && least <= most && most >= 1 && most <= 10, least + " to " + most);
    assertTrue(least > 0 || !upload.getBoolean("required", true), "none, and yet required");
  }

  /** The commands of an application, as it registers them. */
  public static void checkCommands(DataArray commands) {
    assertTrue(commands.length() <= 110);
    Set<String> names = new HashSet<>();
    commands.stream(DataArray::getObject)
        .forEach(command -> assertTrue(names.add(command.getString("name")), "a name twice"));
    commands.stream(DataArray::getObject).forEach(DiscordRules::checkCommand);
  }

  private static void checkCommand(DataObject command) {
    int size = 0;
    if (command.getInt("type", 1) == 1) {
      size += checkName(command) + checkDescription(command);
      DataArray options = command.optArray("options").orElse(DataArray.empty());
      assertTrue(options.length() <= 25);
      for (int i = 0; i < options.length(); i++) {
        DataObject option = options.getObject(i);
        assertTrue(
            i == 0
                || !option.getBoolean("required", false)
                || options.getObject(i - 1).getBoolean("required", false),
            "what is required comes first");
        size += checkName(option) + checkDescription(option);
        DataArray choices = option.optArray("choices").orElse(DataArray.empty());
        assertTrue(choices.length() <= 25);
        assertFalse(option.getBoolean("autocomplete", false) && !choices.isEmpty());
        assertTrue(option.getInt("max_length", 6000) <= 6000);
      }
    } else {
      assertText(command.getString("name"), 32);
      localized(command, "name").forEach(name -> assertText(name, 32));
    }
    assertTrue(size <= 8000, "a command of " + size + " characters");
    assertEquals("[0, 1, 2]", sorted(command.getArray("contexts")));
    assertEquals("[0, 1]", sorted(command.getArray("integration_types")));
    assertNotNull(command.getObject("name_localizations"));
  }

  private static String sorted(DataArray numbers) {
    return numbers.stream(DataArray::getInt).sorted().toList().toString();
  }

  private static int checkName(DataObject named) {
    List<String> names = new ArrayList<>(localized(named, "name"));
    names.add(named.getString("name"));
    for (String name : names) {
      assertTrue(NAME.matcher(name).matches(), "a name like " + name);
      assertEquals(name.toLowerCase(java.util.Locale.ROOT), name);
    }
    return names.stream().mapToInt(String::length).max().orElse(0);
  }

  private static int checkDescription(DataObject described) {
    List<String> texts = new ArrayList<>(localized(described, "description"));
    texts.add(described.getString("description"));
    texts.forEach(text -> assertText(text, 100));
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }

  private static List<String> localized(DataObject of, String field) {
    return of.optObject(field + "_localizations")
        .map(map -> map.values().stream().map(Object::toString).toList())
        .orElse(List.of());
  }
}
