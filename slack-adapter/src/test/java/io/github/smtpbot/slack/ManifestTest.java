package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.smtpbot.SmtpBot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
  void whatTheBotCanDoWithoutIsOptionalAndAskedForAsWell() {
    List<?> optional = (List<?>) at("oauth_config", "scopes", "bot_optional");

    assertEquals(List.of("files:read", "files:write", "im:history", "users:read"), optional);
    assertTrue(((List<?>) at("oauth_config", "scopes", "bot")).containsAll(optional));
  }

  @Test
  void theOneForHttpDiffersByItsAddressesAlone() throws IOException {
    String http = Files.readString(Path.of("manifest-http.yaml"));
    String address = "https://your.host/slack/events";
    manifest = parse(http);

    assertEquals(List.of(address), each(at("features", "slash_commands"), "url"));
    assertEquals(address, at("settings", "event_subscriptions", "request_url"));
    assertEquals(address, at("settings", "interactivity", "request_url"));
    assertEquals(false, at("settings", "socket_mode_enabled"));
    assertEquals(
        parse(text),
        parse(
            http.lines()
                .filter(line -> !line.endsWith(address))
                .collect(Collectors.joining("\n"))
                .replace("socket_mode_enabled: false", "socket_mode_enabled: true")));
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
  void itSubscribesToTheHomeTabMentionsDirectMessagesAndItsOwnRemovalAlone() {
    assertEquals(
        List.of(
            "app_home_opened", "app_mention", "message.im", "app_uninstalled", "tokens_revoked"),
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
            "files:write",
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
            "files:write",
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
            "app_uninstalled",
            "tokens_revoked",
            "reaction_added",
            "assistant_thread_started",
            "assistant_thread_context_changed",
            "link_shared"),
        at("settings", "event_subscriptions", "bot_events"));
    assertTrue(at("features", "assistant_view", "assistant_description") instanceof String);
    assertEquals("smtpbot", at("features", "bot_user", "display_name"));
  }

  @Test
  void theToolsThatSlackbotIsGivenAreThoseOfTheEndpoint() throws IOException {
    manifest = parse(Files.readString(Path.of("manifest-http.yaml")).replace("#+ ", ""));

    assertEquals("https://your.host/mcp", at("mcp_servers", "smtpbot", "url"));
    assertTrue(((List<?>) at("oauth_config", "scopes", "bot")).contains("mcp:connect"));
    String sent = (String) at("mcp_servers", "smtpbot", "headers", "Authorization");
    assertTrue(sent.startsWith("Bearer "), sent);
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

  @ParameterizedTest
  @ValueSource(strings = {"manifest.yaml", "manifest-http.yaml"})
  void slackTakesThemWithAndWithoutWhatIsOptional(String name) throws IOException {
    String yaml = Files.readString(Path.of(name));

    assertEquals(List.of(), wrong(parse(yaml)));
    assertEquals(List.of(), wrong(parse(yaml.replace("#+ ", ""))));
  }

  @ParameterizedTest
  @CsvSource({
    "'name: smtpbot', 'nmae: smtpbot'",
    "'name: Ask about SMTP', 'name: Ask about whatever is SMTP'",
    "'type: global', 'type: everywhere'",
    "'bot_optional:', 'optional:'",
    "'socket_mode_enabled: true', 'socket_mode_enabled: sometimes'",
    "'command: /smtp', 'command: smtp'"
  })
  void whatSlackDoesNotTakeIsNoticed(String right, String wrong) {
    assertTrue(text.contains(right), right);

    assertFalse(wrong(parse(text.replace(right, wrong))).isEmpty());
  }

  /** What is wrong in a manifest by the schema. */
  private static List<String> wrong(Map<?, ?> manifest) {
    try (InputStream schema = ManifestTest.class.getResourceAsStream("/manifest.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(schema)
          .validate(new Gson().toJson(manifest), InputFormat.JSON)
          .stream()
          .map(Object::toString)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
