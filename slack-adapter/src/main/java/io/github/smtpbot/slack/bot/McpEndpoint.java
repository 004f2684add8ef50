package io.github.smtpbot.slack.bot;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.console.McpTools;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.HeaderAccessor;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.server.transport.ServerTransportSecurityException;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.QoSHandler;

/**
 * The tools of the Model Context Protocol at {@code /mcp}, for programs that send the owner's
 * token. They remember nothing from one call to the next, so that any copy of the bot can answer.
 */
final class McpEndpoint {

  static final String PATH = "/mcp";

  private static final String BEARER = "Bearer ";

  /** A log is held several times over while it is read, by a thread that Slack's requests need. */
  private static final int AT_ONCE = 2;

  /** A log of the longest text, with what JSON puts into it. */
  private static final int LONGEST_REQUEST = SmtpBot.MAX_MESSAGE + SmtpBot.MAX_MESSAGE / 4;

  /** For how long others wait for their turn. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private McpEndpoint() {}

  /** What answers at {@link #PATH}, and passes on all other requests. */
  static Handler of(SmtpBot bot, String token) {
    McpJsonMapper json = McpJsonDefaults.getMapper();
    HttpServletStatelessServerTransport transport =
        HttpServletStatelessServerTransport.builder()
            .jsonMapper(json)
            .messageEndpoint(PATH)
            .maxRequestSize(LONGEST_REQUEST)
            .httpHeaderValidator(headers -> check(headers, token))
            .build();
    McpServer.StatelessSyncSpecification server =
        McpServer.sync(transport)
            .serverInfo("smtpbot", SlackMain.Version.number())
            .instructions(McpTools.INSTRUCTIONS)
            .capabilities(ServerCapabilities.builder().tools(false).build());
    for (McpTools.Offered offered : new McpTools(bot, json, Locale.ENGLISH, true, false).all()) {
      server.toolCall(
          offered.tool(), (context, request) -> offered.call().apply(request.arguments()));
    }
    server.build();
    ServletContextHandler handler = new ServletContextHandler(PATH);
    handler.setAllowNullPathInContext(true);
    handler.addServlet(new ServletHolder(transport), "/*");
    QoSHandler few = new QoSHandler();
    few.setMaxRequestCount(AT_ONCE);
    few.setMaxSuspend(PATIENCE);
    handler.insertHandler(few);
    return handler;
  }

  /** Compared in constant time, so that nobody finds it out letter by letter. */
  private static void check(HeaderAccessor headers, String token)
      throws ServerTransportSecurityException {
    List<String> sent = headers.getHeader("Authorization");
    if (sent == null
        || sent.stream()
            .noneMatch(value -> MessageDigest.isEqual(bytes(value), bytes(BEARER + token)))) {
      throw new ServerTransportSecurityException(HttpStatus.UNAUTHORIZED_401, "wrong token");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
