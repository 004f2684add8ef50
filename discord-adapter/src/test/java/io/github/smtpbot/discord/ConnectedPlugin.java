package io.github.smtpbot.discord;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.discord.fake.FakeDiscord;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** The plugin in a JDA of its own that is connected to a Discord of its own, which serves files. */
final class ConnectedPlugin {

  final FakeDiscord discord;
  private final JDA jda;

  /**
   * Connects; where the asker does not choose, everybody sees what may be shown.
   *
   * @param deadline how long a file may take
   */
  ConnectedPlugin(Duration deadline) throws Exception {
    this(deadline, new FileGate(SmtpBot.MAX_MESSAGE, Integer.MAX_VALUE, Duration.ofSeconds(1)));
  }

  /** Connects one that reads so many files. */
  ConnectedPlugin(Duration deadline, FileGate gate) throws Exception {
    discord = new FakeDiscord();
    jda =
        JDABuilder.createLight(FakeDiscord.TOKEN)
            .setRestConfig(new RestConfig().setBaseUrl(discord.url() + "/v10"))
            .setHttpClientBuilder(new OkHttpClient.Builder().dns(ConnectedPlugin::loopback))
            .setSessionController(discord.sessionController())
            .setCompression(Compression.NONE)
            .addEventListeners(
                SmtpDiscordPlugin.builder()
                    .api(HttpUrl.get(discord.url() + "/v10/"))
                    .downloadLimit(deadline)
                    .gate(gate)
                    .build())
            .build();
    discord.awaitReady();
  }

  /** No test asks a server that is not on this machine. */
  private static List<InetAddress> loopback(String host) throws UnknownHostException {
    if (!host.equals("127.0.0.1")) {
      throw new UnknownHostException(host);
    }
    return List.of(InetAddress.getLoopbackAddress());
  }

  public void close() throws Exception {
    jda.shutdown();
    assertTrue(jda.awaitShutdown(Duration.ofSeconds(10)));
    discord.close();
  }
}
