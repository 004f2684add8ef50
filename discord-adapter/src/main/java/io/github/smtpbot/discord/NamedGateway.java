package io.github.smtpbot.discord;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import org.jspecify.annotations.Nullable;

/**
 * Keeps to the gateway that the REST interface names. JDA by itself turns to Discord's public
 * gateway when a connection fails, even where a proxy or a test server has been configured.
 */
final class NamedGateway extends ConcurrentSessionController {

  private volatile @Nullable String named;

  @Override
  public ShardedGateway getShardedGateway(JDA api) {
    ShardedGateway gateway = super.getShardedGateway(api);
    named = gateway.getUrl();
    return gateway;
  }

  @Override
  public String getGateway() {
    String url = named;
    return url == null ? super.getGateway() : url;
  }
}
