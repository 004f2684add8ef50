package io.github.smtpbot.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.measure.Running;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program over standard input and output, asked by the protocol's own client. */
@Timeout(120)
class McpTest {

  private static final String LOG =
      """
      Nov 27 14:05:01 mx postfix/smtp[123]: 4F1B2C0001: to=<john.doe@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=1, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.1] said: 550 5.1.1 <john.doe@example.com>: User unknown (in reply to RCPT TO command))
      Nov 27 14:05:02 mx postfix/smtp[123]: 4F1B2C0002: to=<jane@example.net>, relay=mx.example.net[192.0.2.2]:25, delay=1, dsn=2.0.0, status=sent (250 2.0.0 Ok)
      """;

  @Test
  void itOffersFiveToolsThatOnlyRead() {
    try (McpSyncClient client = client()) {
      assertEquals("smtpbot", client.initialize().serverInfo().name());
      List<Tool> tools = client.listTools().tools();
      assertEquals(
          List.of("explain", "compare", "diagnose", "summarise_log", "search"),
          tools.stream().map(Tool::name).toList());
      for (Tool tool : tools) {
        assertTrue(tool.annotations().readOnlyHint(), tool.name());
        assertFalse(tool.annotations().destructiveHint(), tool.name());
        assertFalse(tool.annotations().openWorldHint(), tool.name());
        assertFalse(tool.outputSchema().isEmpty(), tool.name());
      }
    }
  }

  @Test
  void eachToolAnswersInWordsAndInJson(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("mail.log"), LOG);
    try (McpSyncClient client = client()) {
      client.initialize();

      CallToolResult explained = call(client, "explain", Map.of("question", "is 421 permanent?"));
      assertEquals("explain", fields(explained).get("kind"));
      assertTrue(words(explained).contains("421"), words(explained));

      CallToolResult compared = call(client, "compare", Map.of("codes", List.of("252", "501")));
      assertEquals("compare", fields(compared).get("kind"));
      assertEquals(List.of("252", "501"), fields(compared).get("codes"));

      CallToolResult diagnosed =
          call(client, "diagnose", Map.of("text", "552 5.2.2 <a@example.org> Mailbox full"));
      assertEquals("mailbox_full", fields(diagnosed).get("cause"));
      assertEquals(true, fields(diagnosed).get("permanent"));

      CallToolResult found = call(client, "search", Map.of("words", "mailbox full", "lang", "th"));
      assertEquals("th", fields(found).get("lang"));

      for (Map<String, Object> log :
          List.<Map<String, Object>>of(Map.of("log", LOG), Map.of("path", file.toString()))) {
        CallToolResult told = call(client, "summarise_log", log);
        assertTrue(fields(told).get("groups") instanceof List<?> groups && groups.size() == 1);
        assertTrue(
            fields(told).get("totals") instanceof Map<?, ?> totals
                && Integer.valueOf(1).equals(totals.get("bounced")));
        assertFalse((words(told) + fields(told)).contains("john.doe"), words(told));
      }
    }
  }

  @Test
  void answersAreMaskedUnlessTheOwnerChoosesOtherwise() {
    Map<String, Object> reply =
        Map.of("text", "550 5.1.1 <john.doe@example.com>: Recipient address rejected");
    try (McpSyncClient client = client()) {
      client.initialize();
      CallToolResult told = call(client, "diagnose", reply);
      assertEquals("user_unknown", fields(told).get("cause"));
    }
    try (McpSyncClient client = client("--unmasked")) {
      client.initialize();
      CallToolResult told = call(client, "diagnose", reply);
      assertTrue(fields(told).toString().contains("john.doe@example.com"), "the owner chose it");
    }
  }

  @Test
  void whatIsWrongIsToldWithWhatToWriteInstead() {
    try (McpSyncClient client = client()) {
      client.initialize();
      assertSays(client, "compare", Map.of("codes", List.of("252")), "codes");
      assertSays(client, "explain", Map.of("question", " "), "question");
      assertSays(client, "summarise_log", Map.of(), "log");
      assertSays(client, "summarise_log", Map.of("log", LOG, "zone", "Mars"), "zone");
      assertSays(client, "summarise_log", Map.of("path", "/nowhere/at/all"), "path");
      assertSays(client, "summarise_log", Map.of("path", "\0"), "path");
      assertSays(client, "summarise_log", Map.of("path", "/tmp", "log", LOG), "not both");
    }
  }

  private static void assertSays(
      McpSyncClient client, String tool, Map<String, Object> arguments, String what) {
    CallToolResult told = call(client, tool, arguments);
    assertTrue(told.isError(), tool + arguments);
    assertTrue(words(told).contains(what), words(told));
  }

  private static CallToolResult call(
      McpSyncClient client, String tool, Map<String, Object> arguments) {
    return client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
  }

  private static String words(CallToolResult result) {
    return ((TextContent) result.content().get(0)).text();
  }

  private static Map<?, ?> fields(CallToolResult result) {
    return (Map<?, ?>) result.structuredContent();
  }

  private static McpSyncClient client(String... options) {
    List<String> command = Running.program(List.of(), Main.class).command();
    ServerParameters program =
        ServerParameters.builder(command.get(0))
            .args(command.subList(1, command.size()))
            .arg("mcp")
            .build();
    if (options.length > 0) {
      program =
          ServerParameters.builder(command.get(0))
              .args(command.subList(1, command.size()))
              .arg("mcp")
              .arg(options[0])
              .build();
    }
    return McpClient.sync(new StdioClientTransport(program, McpJsonDefaults.getMapper())).build();
  }
}
