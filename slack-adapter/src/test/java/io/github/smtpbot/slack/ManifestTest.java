package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.SmtpBot;
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

  private String text = "";
  private Map<?, ?> manifest = Map.of();

  @BeforeEach
  void read() throws IOException {
    text = Files.readString(Path.of("manifest.yaml"));
    manifest = parse(text);
  }

  private static Map<?, ?> parse(String yaml) {
    return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
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
  void itSubscribesToTheHomeTabMentionsAndDirectMessagesAlone() {
    assertEquals(
        List.of("app_home_opened", "app_mention", "message.im"),
        at("settings", "event_subscriptions", "bot_events"));
    assertEquals(true, at("features", "app_home", "home_tab_enabled"));
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
  void whatIsOptionalMakesAManifestTooOnceItsSignIsTakenAway() {
    manifest = parse(text.replace("#+ ", ""));

    assertEquals(
        Set.of(
            "app_mentions:read",
            "assistant:write",
            "channels:history",
            "chat:write",
            "commands",
            "files:read",
            "groups:history",
            "im:history",
            "links:read",
            "links:write",
            "reactions:read",
            "users:read"),
        new TreeSet<>((List<?>) at("oauth_config", "scopes", "bot")));
    assertEquals(
        List.of(
            "app_home_opened",
            "app_mention",
            "message.im",
            "reaction_added",
            "assistant_thread_started",
            "assistant_thread_context_changed",
            "link_shared"),
        at("settings", "event_subscriptions", "bot_events"));
    assertTrue(at("features", "assistant_view", "assistant_description") instanceof String);
    assertEquals("smtpbot", at("features", "bot_user", "display_name"));
  }

  @Test
  void linksAreShownOfDomainsOfTheCatalogAlone() {
    manifest = parse(text.replace("#+ ", ""));
    List<?> domains = (List<?>) at("features", "unfurl_domains");

    assertTrue(domains.size() <= 5, "Slack takes five");
    SmtpBot bot = SmtpBot.create();
    Map<String, String> pages =
        Map.of(
            "rfc-editor.org", "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.2",
            "datatracker.ietf.org", "https://datatracker.ietf.org/doc/html/rfc3463#section-3.8",
            "support.google.com", "https://support.google.com/a/answer/3726730",
            "learn.microsoft.com",
                "https://learn.microsoft.com/en-us/troubleshoot/exchange/email-delivery/ndr/non-delivery-reports-in-exchange-online",
            "docs.aws.amazon.com",
                "https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-smtp.html");
    for (Object domain : domains) {
      assertTrue(bot.knowsPage(pages.getOrDefault(domain.toString(), "")), domain + "");
    }
  }

  @Test
  void everyScopeAndEventIsExplained() throws IOException {
    String told = Files.readString(Path.of("../docs/slack.md"));
    manifest = parse(text.replace("#+ ", ""));
    for (Object scope : (List<?>) at("oauth_config", "scopes", "bot")) {
      assertTrue(told.contains("`" + scope + "`"), scope.toString());
    }
    for (Object event : (List<?>) at("settings", "event_subscriptions", "bot_events")) {
      assertTrue(told.contains("`" + event + "`"), event.toString());
    }
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
