package io.github.smtpbot.discord;

import io.github.smtpbot.SmtpBot;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.ChunkingFilter;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.MemberCachePolicy;

/**
 * A running bot of our own: the plugin on as many shards as it takes, without caches and without
 * any intent but the one that JDA always declares (guilds, which is not privileged).
 */
final class DiscordBot implements AutoCloseable {

  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final SmtpBot bot;
  private final ShardManager shards;
  private final Watch watch;

  private DiscordBot(SmtpBot bot, ShardManager shards, Watch watch) {
    this.bot = bot;
    this.shards = shards;
    this.watch = watch;
  }

  /**
   * Connects to Discord. Returns when Discord has taken the token; {@link #onReady} and {@link
   * #awaitEnd} tell the rest.
   *
   * @throws InvalidTokenException if Discord refuses the token
   * @throws RuntimeException if Discord cannot be reached
   */
  static DiscordBot start(DiscordSettings settings) {
    SmtpBot bot = SmtpBot.create();
    // Discord hands over the message that a command points at without that intent.
    Message.suppressContentIntentWarning();
    Watch watch = new Watch();
    DefaultShardManagerBuilder builder =
        DefaultShardManagerBuilder.createLight(
                settings.token(), EnumSet.noneOf(GatewayIntent.class))
            .setMemberCachePolicy(MemberCachePolicy.NONE)
            .setChunkingFilter(ChunkingFilter.NONE)
            .setShardsTotal(settings.shards())
            .setEnableShutdownHook(false)
            .setSessionController(new NamedGateway())
            .addEventListeners(
                watch,
                new CommandRegistration(new Commands(bot).all()),
                SmtpDiscordPlugin.withTestServer(bot, settings.visibility(), settings.apiUrl()));
    if (settings.apiUrl() != null) {
      String url = settings.apiUrl().toString();
      builder
          .setRestConfigProvider(shard -> new RestConfig().setBaseUrl(url))
          .setCompression(Compression.NONE);
    }
    return new DiscordBot(bot, builder.build(), watch);
  }

  /**
   * Loads what the usual question needs, while the gateway greets us. Words and pastes load what
   * they need when they come, so that a bot nobody asks is small.
   */
  void warmUp() {
    bot.answer("252 501", Locale.ENGLISH);
  }

  /**
   * Calls back with the application's id when the first shard is ready; at once if it is.
   *
   * @param then what to do; it must not throw
   */
  void onReady(Consumer<String> then) {
    CompletableFuture<Void> unused = watch.ready.thenAccept(then);
  }

  /** Waits until the bot is no longer connected and will not be again. */
  Ending awaitEnd() {
    return watch.ended.join();
  }

  /**
   * Says goodbye to Discord, lets answers under way go out, and waits for that, ten seconds at
   * most.
   */
  @Override
  public void close() {
    shards.shutdown();
    long deadline = System.nanoTime() + CLOSING.toNanos();
    try {
      for (JDA shard : shards.getShardCache()) {
        if (!shard.awaitShutdown(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))) {
          shard.shutdownNow();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    watch.ended.complete(Ending.CLOSED);
  }

  /** Why a bot has ended. */
  enum Ending {
    CLOSED,
    TOKEN_REFUSED,
    SHARDS_REFUSED,
    DISCONNECTED
  }

  /** Hears from the shards how they fare. */
  private static final class Watch extends ListenerAdapter {

    private final CompletableFuture<String> ready = new CompletableFuture<>();
    private final CompletableFuture<Ending> ended = new CompletableFuture<>();

    @Override
    public void onReady(ReadyEvent event) {
      ready.complete(event.getJDA().getSelfUser().getApplicationId());
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
      CloseCode code = event.getCloseCode();
      if (code == CloseCode.AUTHENTICATION_FAILED) {
        ended.complete(Ending.TOKEN_REFUSED);
      } else if (code == CloseCode.INVALID_SHARD || code == CloseCode.SHARDING_REQUIRED) {
        ended.complete(Ending.SHARDS_REFUSED);
      } else if (code != null && !code.isReconnect()) {
        ended.complete(code == CloseCode.GRACEFUL_CLOSE ? Ending.CLOSED : Ending.DISCONNECTED);
      }
    }
  }
}
