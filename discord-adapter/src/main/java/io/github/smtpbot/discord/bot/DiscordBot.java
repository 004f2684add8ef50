package io.github.smtpbot.discord.bot;

import com.neovisionaries.ws.client.WebSocketFrame;
import io.github.smtpbot.Feedback;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.discord.SmtpDiscordPlugin;
import io.github.smtpbot.meter.Meters;
import io.github.smtpbot.owner.Kept;
import io.github.smtpbot.owner.OwnerException;
import io.github.smtpbot.owner.OwnerSettings;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.ChunkingFilter;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.MemberCachePolicy;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running bot of our own: the plugin on as many shards as it takes, without caches and without
 * any intent but the one that JDA always declares (guilds, which is not privileged).
 */
final class DiscordBot implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DiscordBot.class);

  /** How long answers under way may take at the end; containers are killed after ten seconds. */
  private static final Duration DRAINING = Duration.ofSeconds(6);

  /** How long it may take to tell those who have to go without. */
  private static final Duration TELLING = Duration.ofSeconds(1);

  /** How long the connections may take to close after that. */
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private static final int CALLS_AT_ONCE = 25;
  private static final int CONNECTIONS = 5;
  private static final Duration CALLING = Duration.ofSeconds(10);

  private static final Duration GLANCE = Duration.ofMillis(20);

  private final ShardManager shards;
  private final SmtpDiscordPlugin plugin;
  private final Feedback feedback;
  private final EventThreads threads;
  private final ExecutorService rest;
  private final Watch watch;
  private final CompletableFuture<Void> ready;
  private final Invitation invitation;
  private final Kept kept;

  private DiscordBot(
      ShardManager shards,
      SmtpDiscordPlugin plugin,
      Feedback feedback,
      EventThreads threads,
      ExecutorService rest,
      Watch watch,
      CompletableFuture<Void> ready,
      Invitation invitation,
      Kept kept) {
    this.shards = shards;
    this.plugin = plugin;
    this.feedback = feedback;
    this.threads = threads;
    this.rest = rest;
    this.watch = watch;
    this.ready = ready;
    this.invitation = invitation;
    this.kept = kept;
  }

  /**
   * Where people can add the bot.
   *
   * @param application its id
   * @param contexts to what it may be added
   */
  record Invitation(String application, Set<IntegrationType> contexts) {}

  /**
   * Connects to Discord, which may take as long as Discord cannot be reached. Returns when Discord
   * has taken the token; {@link #onReady} and {@link #awaitEnd} tell the rest.
   *
   * @throws StartException if waiting cannot help
   * @throws InterruptedException if this thread is interrupted while it waits
   */
  static DiscordBot start(DiscordSettings settings) throws StartException, InterruptedException {
    Kept kept = open(settings.owner());
    try {
      return start(settings, kept);
    } catch (StartException | InterruptedException | RuntimeException e) {
      kept.close();
      throw e;
    }
  }

  private static Kept open(OwnerSettings wanted) throws StartException {
    try {
      Kept kept = Kept.open(wanted);
      if (kept.meters() != null) {
        InetSocketAddress address = kept.meters().address();
        LOG.info("Metrics and health on {}, port {}", address.getHostString(), address.getPort());
      }
      return kept;
    } catch (OwnerException e) {
      throw StartException.of(e);
    }
  }

  private static DiscordBot start(DiscordSettings settings, Kept kept)
      throws StartException, InterruptedException {
    Meters meters = kept.meters();
    Feedback feedback = new Feedback();
    // Beside what is asked of Discord meanwhile. Who asks before it is done is answered as soon as
    // what that answer needs is there, and never on the gateway's thread.
    CompletableFuture<SmtpDiscordPlugin> made =
        CompletableFuture.supplyAsync(() -> plugin(settings, kept, feedback));
    CompletableFuture<Void> warm =
        made.thenAccept(SmtpDiscordPlugin::warmUp)
            .exceptionally(
                failure -> {
                  LOG.error("Not all that answers need could be loaded: {}", Causes.of(failure));
                  return null;
                });
    Preflight.Cleared cleared = Preflight.await(settings);
    checkContexts(cleared);
    SmtpDiscordPlugin plugin = made.join();
    Set<Integer> ids = settings.shardIds();
    Watch watch =
        new Watch(
            NamedGateway.host(cleared.gateway()), ids.isEmpty() ? cleared.shards() : ids.size());
    CommandRegistration registration =
        new CommandRegistration(
            settings.api().host(), SmtpDiscordPlugin.commands(), ids.isEmpty() || ids.contains(0));
    EventThreads threads = EventThreads.create();
    ExecutorService rest = RestThreads.create();
    DefaultShardManagerBuilder builder =
        DefaultShardManagerBuilder.createLight(
                settings.token(), EnumSet.noneOf(GatewayIntent.class))
            .setMemberCachePolicy(MemberCachePolicy.NONE)
            .setChunkingFilter(ChunkingFilter.NONE)
            .setShardsTotal(cleared.shards())
            .setEnableShutdownHook(false)
            .setSessionController(new NamedGateway(cleared, Turns.of(cleared, kept.store())))
            .setEventPool(threads)
            .setRateLimitElastic(rest)
            .addEventListeners(watch, new OutOfMemory(System.err), registration, plugin);
    if (meters != null) {
      builder
          .setHttpClientBuilder(countedClient(new ApiCalls(meters, settings.api())))
          .addEventListeners(new GatewayMeter(meters));
    }
    if (!ids.isEmpty()) {
      builder.setShards(ids);
    }
    HttpUrl api = settings.apiUrl();
    if (api != null) {
      builder
          .setRestConfigProvider(shard -> new RestConfig().setBaseUrl(api.toString()))
          .setCompression(Compression.NONE);
    }
    // Discord hands over the message that a command points at without that intent.
    Message.suppressContentIntentWarning();
    ShardManager shards = connect(builder);
    CompletableFuture<Void> ready = ready(watch, registration, warm);
    if (meters != null) {
      meters.gauge("smtpbot.discord.shards", "Shards that are connected", () -> connected(shards));
      meters.ready(() -> ready.isDone() && connected(shards) == watch.shards);
    }
    return new DiscordBot(
        shards,
        plugin,
        feedback,
        threads,
        rest,
        watch,
        ready,
        new Invitation(cleared.application(), cleared.contexts()),
        kept);
  }

  private static long connected(ShardManager shards) {
    return shards.getShardCache().stream()
        .filter(shard -> shard.getStatus() == JDA.Status.CONNECTED)
        .count();
  }

  /** Like the one that JDA makes for itself. */
  private static OkHttpClient.Builder countedClient(ApiCalls calls) {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequestsPerHost(CALLS_AT_ONCE);
    return new OkHttpClient.Builder()
        .connectionPool(new ConnectionPool(CONNECTIONS, CALLING.toSeconds(), TimeUnit.SECONDS))
        .readTimeout(CALLING)
        .writeTimeout(CALLING)
        .dispatcher(dispatcher)
        .addInterceptor(calls);
  }

  private static SmtpDiscordPlugin plugin(DiscordSettings settings, Kept kept, Feedback feedback) {
    SmtpBot bot = SmtpBot.create();
    SmtpDiscordPlugin.Builder plugin =
        SmtpDiscordPlugin.builder()
            .bot(bot)
            .visibility(settings.visibility())
            .feedback(feedback)
            .notes(kept.notes())
            .settings(kept.settings())
            .api(settings.apiUrl());
    Meters meters = kept.meters();
    if (meters != null) {
      meters.cache(bot);
      plugin.listener(meters);
    }
    return plugin.build();
  }

  /** Discord answered a moment ago; should it fail just now, that will pass. */
  private static ShardManager connect(DefaultShardManagerBuilder builder)
      throws StartException, InterruptedException {
    Backoff backoff = new Backoff();
    while (true) {
      try {
        return builder.build();
      } catch (InvalidTokenException e) {
        throw StartException.refused();
      } catch (RuntimeException e) {
        Duration wait = backoff.next();
        LOG.warn(
            "Discord did not answer: {}; trying again in {} s",
            Causes.of(e),
            Math.max(1, wait.toSeconds()));
        Thread.sleep(wait.toMillis());
      }
    }
  }

  /** The commands are for both; where one is switched off, people miss it without knowing why. */
  private static void checkContexts(Preflight.Cleared cleared) {
    String page =
        "https://discord.com/developers/applications/" + cleared.application() + "/installation";
    if (!cleared.contexts().contains(IntegrationType.GUILD_INSTALL)) {
      LOG.warn("Nobody can add the bot to a server: switch Guild Install on at {}", page);
    }
    if (!cleared.contexts().contains(IntegrationType.USER_INSTALL)) {
      LOG.warn("Nobody can add the bot to an account: switch User Install on at {}", page);
    }
  }

  /**
   * Completes when all shards are connected, Discord has the commands, and nobody waits any more
   * for what has to be loaded.
   */
  private static CompletableFuture<Void> ready(
      Watch watch, CommandRegistration registration, CompletableFuture<Void> warm) {
    return CompletableFuture.allOf(watch.ready, registration.done(), warm)
        .thenRunAsync(Footprint::shrink);
  }

  /**
   * Calls back when the bot is ready; at once if that is so.
   *
   * @param then what to do; it must not throw
   */
  void onReady(Consumer<Invitation> then) {
    CompletableFuture<Void> unused = ready.thenRun(() -> then.accept(invitation));
  }

  /** Waits until the bot is no longer connected and will not be again. */
  Ended awaitEnd() {
    return watch.ended.join();
  }

  /**
   * Lets answers under way go out, tells those who have to go without, says goodbye to Discord, and
   * waits for that; nine seconds at the most.
   */
  @Override
  public void close() {
    kept.ending();
    try {
      plugin.beginClosing();
      if (!await(DRAINING, () -> !plugin.isBusy() && !threads.isBusy())) {
        plugin.giveUp();
        boolean unused = await(TELLING, () -> !plugin.isBusy());
      }
      shards.shutdown();
      long deadline = System.nanoTime() + CLOSING.toNanos();
      for (JDA shard : List.copyOf(shards.getShardCache().asList())) {
        if (!shard.awaitShutdown(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))) {
          shard.shutdownNow();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (feedback.total() > 0) {
      LOG.info("Found right or wrong: {}", feedback);
    }
    threads.shutdown();
    kept.close();
    rest.shutdown();
    watch.ended.complete(new Ended(Ending.CLOSED, ""));
  }

  private static boolean await(Duration most, BooleanSupplier done) throws InterruptedException {
    long deadline = System.nanoTime() + most.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(GLANCE.toMillis());
    }
    return true;
  }

  /** Why a bot has ended. */
  enum Ending {
    CLOSED,
    TOKEN_REFUSED,
    SHARDS_REFUSED,
    DISCONNECTED
  }

  /**
   * How a bot has ended.
   *
   * @param why the gateway's host and word for it; empty if nothing was wrong
   */
  record Ended(Ending ending, String why) {}

  /** Hears from the shards how they fare. */
  private static final class Watch extends ListenerAdapter {

    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final CompletableFuture<Ended> ended = new CompletableFuture<>();
    private final Set<Integer> connected = ConcurrentHashMap.newKeySet();
    private final String gateway;
    private final int shards;

    Watch(String gateway, int shards) {
      this.gateway = gateway;
      this.shards = shards;
    }

    /** One that was connected is now and then sent away by Discord, and comes back: no matter. */
    @Override
    public void onSessionDisconnect(SessionDisconnectEvent event) {
      int shard = event.getJDA().getShardInfo().getShardId();
      if (!connected.contains(shard)) {
        WebSocketFrame close = event.getServiceCloseFrame();
        LOG.warn(
            "{}: the gateway ended the connection of shard {} before it was ready: {}; trying"
                + " again",
            gateway,
            shard,
            close == null ? "no word from it" : "close code " + close.getCloseCode());
      }
    }

    @Override
    public void onReady(ReadyEvent event) {
      connected.add(event.getJDA().getShardInfo().getShardId());
      if (connected.size() == shards) {
        ready.complete(true);
      }
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
      CloseCode code = event.getCloseCode();
      if (code == CloseCode.AUTHENTICATION_FAILED) {
        end(Ending.TOKEN_REFUSED, code);
      } else if (code == CloseCode.INVALID_SHARD || code == CloseCode.SHARDING_REQUIRED) {
        end(Ending.SHARDS_REFUSED, code);
      } else if (code != null && !code.isReconnect()) {
        end(code == CloseCode.GRACEFUL_CLOSE ? Ending.CLOSED : Ending.DISCONNECTED, code);
      }
    }

    private void end(Ending ending, CloseCode code) {
      ended.complete(
          new Ended(ending, gateway + ": close code " + code.getCode() + ", " + code.getMeaning()));
    }
  }
}
