package io.github.smtpbot.slack.bot;

import com.slack.api.bolt.App;
import io.github.smtpbot.store.Claims;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for Slack's requests over HTTP; a proxy in front of it brings TLS. */
final class HttpEndpoint implements AutoCloseable {

  /** Where a workspace begins to install the app; see {@link InstallHandler}. */
  static final String INSTALL = "/slack/install";

  /** Where Slack sends the browser back to. */
  static final String REDIRECT = "/slack/oauth_redirect";

  private static final Logger LOG = LoggerFactory.getLogger(HttpEndpoint.class);

  private static final int MAX_THREADS = 32;

  /** One that says nothing costs a few kilobytes. */
  private static final int MAX_CONNECTIONS = 2_048;

  /** When there are as many, those that say nothing are closed sooner. */
  private static final long CROWDED_TIMEOUT = Duration.ofMillis(500).toMillis();

  private static final long IDLE_TIMEOUT = Duration.ofSeconds(10).toMillis();
  private static final long STOP_TIMEOUT = Duration.ofSeconds(2).toMillis();

  private final Server server;
  private final ServerConnector connector;
  private final SlackRequestHandler requests;

  /** So many connections and no more; that there are as many is told. */
  private static final class Limit extends NetworkConnectionLimit {
    private final FloodLog log = new FloodLog(LOG, "times there were too many connections");

    Limit(ServerConnector connector) {
      super(MAX_CONNECTIONS, connector);
      setEndPointIdleTimeout(CROWDED_TIMEOUT);
    }

    @Override
    protected void limit() {
      log.tell();
      super.limit();
    }
  }

  private HttpEndpoint(Server server, ServerConnector connector, SlackRequestHandler requests) {
    this.server = server;
    this.connector = connector;
    this.requests = requests;
  }

  /**
   * Listens on this port, or on any free one if it is 0.
   *
   * @param claims by which they share events; null for a copy alone
   * @param before are asked first
   */
  static HttpEndpoint start(App app, int port, @Nullable Claims claims, Handler... before)
      throws Exception {
    QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 4);
    threads.setName("smtpbot-http");
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_TIMEOUT);
    server.addConnector(connector);
    server.addBean(new Limit(connector));
    SlackRequestHandler requests =
        new SlackRequestHandler(app, claims == null ? null : new SharedEvents(claims));
    List<Handler> handlers = new ArrayList<>(List.of(before));
    handlers.add(new InstallHandler(app, requests));
    // Those under way are answered before the connections close.
    server.setHandler(new GracefulHandler(new Handler.Sequence(handlers)));
    server.setStopTimeout(STOP_TIMEOUT);
    try {
      server.start();
    } catch (Exception e) {
      server.stop();
      throw e;
    }
    return new HttpEndpoint(server, connector, requests);
  }

  int port() {
    return connector.getLocalPort();
  }

  /** Tells whoever asks that no more is to be sent here; what comes all the same is answered. */
  void drain() {
    requests.drain();
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
