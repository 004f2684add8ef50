package io.github.smtpbot.discord;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.discord.fake.FakeDiscord;
import io.github.smtpbot.privacy.Records;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The plugin in a JDA of its own that is connected to a Discord of its own, which serves files. As
 * an extension it is connected while the tests of a class run, and Discord's rules hold after each.
 */
final class ConnectedPlugin implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  final FakeDiscord discord;
  private final Duration deadline;
  private final FileGate gate;
  private final UnaryOperator<SmtpDiscordPlugin.Builder> chosen;
  private @Nullable JDA jda;

  /**
   * Where the asker does not choose, everybody sees what may be shown.
   *
   * @param deadline how long a file may take
   */
  ConnectedPlugin(Duration deadline) {
    this(deadline, new FileGate(SmtpBot.MAX_MESSAGE, Integer.MAX_VALUE, Duration.ofSeconds(1)));
  }

  /** One that reads so many files. */
  ConnectedPlugin(Duration deadline, FileGate gate) {
    this(deadline, gate, builder -> builder);
  }

  /** One with other settings. */
  ConnectedPlugin(
      Duration deadline, FileGate gate, UnaryOperator<SmtpDiscordPlugin.Builder> chosen) {
    this.deadline = deadline;
    this.gate = gate;
    this.chosen = chosen;
    try {
      discord = new FakeDiscord();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void connect() throws InterruptedException {
    jda =
        JDABuilder.createLight(FakeDiscord.TOKEN)
            .setRestConfig(new RestConfig().setBaseUrl(discord.url() + "/v10"))
            .setHttpClientBuilder(new OkHttpClient.Builder().dns(ConnectedPlugin::loopback))
            .setSessionController(discord.sessionController())
            .setCompression(Compression.NONE)
            .addEventListeners(
                chosen
                    .apply(SmtpDiscordPlugin.builder().listener(Records.listener()))
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

  void close() throws InterruptedException {
    JDA connected = Objects.requireNonNull(jda);
    connected.shutdown();
    assertTrue(connected.awaitShutdown(Duration.ofSeconds(10)));
    discord.close();
  }

  @Override
  public void beforeAll(ExtensionContext context) throws InterruptedException {
    connect();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    discord.assertUnbroken();
  }

  @Override
  public void afterAll(ExtensionContext context) throws InterruptedException {
    close();
  }
}
