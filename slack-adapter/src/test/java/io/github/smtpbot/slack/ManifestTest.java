package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The manifest creates the app that the code expects, with no more rights than it needs. */
class ManifestTest {

  private Map<?, ?> manifest = Map.of();

  @BeforeEach
  void read() throws IOException {
    String text = Files.readString(Path.of("manifest.yaml"));
    manifest = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  @Test
  void itNamesTheCommand() {
    assertEquals(List.of(SlackIds.COMMAND), each(at("features", "slash_commands"), "command"));
  }

  @Test
  void itNamesTheShortcuts() {
    assertEquals(
        List.of(SlackIds.EXPLAIN_MESSAGE, SlackIds.ASK),
        each(at("features", "shortcuts"), "callback_id"));
    assertEquals(List.of("message", "global"), each(at("features", "shortcuts"), "type"));
    assertEquals("Explain SMTP reply", each(at("features", "shortcuts"), "name").get(0));
  }

  @Test
  void itSubscribesToMentionsAndDirectMessagesAlone() {
    assertEquals(
        List.of("app_mention", "message.im"), at("settings", "event_subscriptions", "bot_events"));
    assertEquals(true, at("settings", "interactivity", "is_enabled"));
    assertEquals(true, at("settings", "socket_mode_enabled"));
  }

  @Test
  void itAsksForNoMoreRightsThanItNeeds() {
    assertEquals(
        Set.of(
            "app_mentions:read",
            "chat:write",
            "commands",
            "files:read",
            "im:history",
            "users:read"),
        new TreeSet<>((List<?>) at("oauth_config", "scopes", "bot")));
  }

  @Test
  void itKeepsTheLimitsOfManifests() {
    assertTrue(text("display_information", "name").length() <= 35);
    assertTrue(text("display_information", "description").length() <= 140);
    int longDescription = text("display_information", "long_description").length();
    assertTrue(longDescription >= 174 && longDescription <= 4000, "long: " + longDescription);
    for (Object name : each(at("features", "shortcuts"), "name")) {
      assertTrue(name.toString().length() <= 24, name.toString());
    }
    for (Object said : each(at("features", "shortcuts"), "description")) {
      assertTrue(said.toString().length() <= 150, said.toString());
    }
  }

  private String text(String... path) {
    return at(path).toString();
  }

  private Object at(String... path) {
    Object found = manifest;
    for (String name : path) {
      Object next = ((Map<?, ?>) found).get(name);
      if (next == null) {
        throw new AssertionError("no " + name + " in " + found);
      }
      found = next;
    }
    return found;
  }

  private static List<Object> each(Object list, String name) {
    return ((List<?>) list).stream().<Object>map(item -> ((Map<?, ?>) item).get(name)).toList();
  }
}
