package io.github.smtpbot.discord.bot;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps to the gateway that the REST interface names. JDA by itself turns to Discord's public
 * gateway when a connection fails, even where a proxy or a test server has been configured. Says in
 * one line at which gateway a shard cannot connect, and waits longer from time to time.
 */
final class NamedGateway extends ConcurrentSessionController {

  private static final Logger LOG = LoggerFactory.getLogger(DiscordBot.class);

  /** What is known from before the start, for the one who asks first. */
  private final AtomicReference<@Nullable ShardedGateway> known;

  private final Turns turns;
  private volatile String named;

  /**
   * The gateway that Discord named.
   *
   * @param turns by which processes take turns
   */
  NamedGateway(Preflight.Cleared cleared, Turns turns) {
    this.turns = turns;
    this.named = cleared.gateway();
    this.known =
        new AtomicReference<>(
            new ShardedGateway(cleared.gateway(), cleared.shards(), cleared.concurrency()));
  }

  @Override
  public ShardedGateway getShardedGateway(JDA api) {
    ShardedGateway first = known.getAndSet(null);
    ShardedGateway gateway = first == null ? super.getShardedGateway(api) : first;
    named = gateway.getUrl();
    return gateway;
  }

  @Override
  public String getGateway() {
    return named;
  }

  @Override
  public void appendSession(SessionConnectNode node) {
    super.appendSession(new Told(node, this, new Backoff()));
  }

  @Override
  public void removeSession(SessionConnectNode node) {
    super.removeSession(new Told(node, this, new Backoff()));
  }

  /** The host in the address of a gateway. */
  static String host(String gateway) {
    HttpUrl url = HttpUrl.parse(gateway.replaceFirst("^ws", "http"));
    return url == null ? gateway : url.host();
  }

  /** A shard that is to connect; the same as another of that shard. */
  private static final class Told implements SessionConnectNode {

    private final SessionConnectNode node;
    private final NamedGateway gateway;
    private final Backoff backoff;

    Told(SessionConnectNode node, NamedGateway gateway, Backoff backoff) {
      this.node = node;
      this.gateway = gateway;
      this.backoff = backoff;
    }

    @Override
    public boolean isReconnect() {
      return node.isReconnect();
    }

    @Override
    public JDA getJDA() {
      return node.getJDA();
    }

    @Override
    public JDA.ShardInfo getShardInfo() {
      return node.getShardInfo();
    }

    /** JDA appends it anew to its queue when it fails. */
    @Override
    public void run(boolean isLast) throws InterruptedException {
      try {
        gateway.turns.await(node.getShardInfo().getShardId());
        node.run(isLast);
      } catch (IllegalStateException e) {
        Duration wait = backoff.next();
        LOG.warn(
            "{}: shard {} cannot connect to the gateway: {}; trying again in {} s",
            host(gateway.named),
            node.getShardInfo().getShardId(),
            Causes.of(e),
            wait.toSeconds() + IDENTIFY_DELAY);
        Thread.sleep(wait.toMillis());
        throw e;
      }
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Told told && told.node.equals(node);
    }

    @Override
    public int hashCode() {
      return node.hashCode();
    }
  }
}
