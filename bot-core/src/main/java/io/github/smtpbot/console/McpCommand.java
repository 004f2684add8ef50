package io.github.smtpbot.console;

import io.github.smtpbot.SmtpBot;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The mcp subcommand: tools for programs that speak the Model Context Protocol. */
@Command(
    name = "mcp",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description =
        "Offers tools (explain, compare, diagnose, summarise_log, search) to a program that speaks the Model Context Protocol over standard input and output.")
final class McpCommand implements Callable<Integer> {

  private static final int ENDED = 0;
  private static final String LIBRARY_LOG = "slf4j.internal.verbosity";

  private final Main main;

  @Option(
      names = "--unmasked",
      description =
          "Answers may quote addresses and names as they were given; otherwise they hold no more than a public post would.")
  private boolean unmasked;

  McpCommand(Main main) {
    this.main = main;
  }

  @Override
  public Integer call() throws InterruptedException {
    // Standard error is the client's log: that nobody keeps the library's is no news.
    System.setProperty(LIBRARY_LOG, "ERROR");
    McpJsonMapper json = McpJsonDefaults.getMapper();
    McpTools tools = new McpTools(SmtpBot.create(), json, main.locale(), !unmasked, true);
    CountDownLatch ended = new CountDownLatch(1);
    InputStream in = new Ending(main.surroundings().in(), ended);
    McpServer.SyncSpecification<?> server =
        McpServer.sync(new StdioServerTransportProvider(json, in, main.surroundings().bytes()))
            .serverInfo("smtpbot", Main.Version.number())
            .instructions(McpTools.INSTRUCTIONS)
            .capabilities(ServerCapabilities.builder().tools(false).build());
    for (McpTools.Offered offered : tools.all()) {
      server.toolCall(
          offered.tool(), (exchange, request) -> offered.call().apply(request.arguments()));
    }
    McpSyncServer running = server.build();
    ended.await();
    running.closeGracefully();
    return ENDED;
  }

  /** Tells that the client has closed its end. */
  private static final class Ending extends FilterInputStream {
    private final CountDownLatch ended;

    Ending(InputStream in, CountDownLatch ended) {
      super(in);
      this.ended = ended;
    }

    @Override
    public int read() throws IOException {
      return ended(super.read());
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      return ended(super.read(bytes, from, length));
    }

    private int ended(int read) {
      if (read < 0) {
        ended.countDown();
      }
      return read;
    }
  }
}
