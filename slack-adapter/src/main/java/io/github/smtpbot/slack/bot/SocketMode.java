package io.github.smtpbot.slack.bot;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import io.github.smtpbot.slack.SmtpSlackPlugin;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the bot connected by Socket Mode. There is one connection that envelopes are expected from;
 * when Slack is about to close it, a new one is opened first, once however often Slack says so, and
 * the old one goes on answering what still comes by it until Slack closes it. A connection that is
 * lost is replaced at once, and after a failure later and later, or when Slack says.
 *
 * <p>All decisions are made by one thread. {@link #close} lets the answers under way go out.
 */
final class SocketMode implements AutoCloseable, SocketConnection.Listener {

  private static final Logger LOG = LoggerFactory.getLogger(SocketMode.class);

  /** From a connection's opening to Slack's hello. */
  private static final Duration HELLO_TIMEOUT = Duration.ofSeconds(20);

  /** Slack warns about ten seconds before it closes a connection. */
  private static final Duration OLD_CONNECTION = Duration.ofSeconds(60);

  /** However long Slack says. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private static final Duration DRAINING = Duration.ofSeconds(4);

  private final Slack slack;
  private final String appToken;
  private final Envelopes envelopes;
  private final Backoff backoff = new Backoff();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "smtpbot-socket-mode");
            made.setDaemon(true);
            return made;
          });
  private final Set<SocketConnection> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch first = new CountDownLatch(1);

  // Used by the one thread only.
  private @Nullable SocketConnection current;
  private @Nullable SocketConnection coming;
  private volatile boolean closed;
  private volatile Runnable connected = () -> {};

  SocketMode(Slack slack, String appToken, Envelopes envelopes) {
    this.slack = slack;
    this.appToken = appToken;
    this.envelopes = envelopes;
  }

  /**
   * Connects, and goes on connecting until it is closed.
   *
   * @param address what {@code apps.connections.open} has just given
   * @return false if there is no connection after this time
   */
  boolean start(String address, Duration patience) throws InterruptedException {
    decide(() -> connect(address));
    return first.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What is done each time that a connection was made; by its thread, so it must be quick. */
  void onConnected(Runnable then) {
    connected = then;
  }

  /** How many connections are open. */
  int connections() {
    return (int) open.stream().filter(SocketConnection::isOpen).count();
  }

  @Override
  public void ready(SocketConnection connection) {
    decide(
        () -> {
          connected.run();
          if (connection == coming) {
            coming = null;
          }
          current = connection;
          if (backoff.failures() > 0) {
            LOG.info("Connected to Slack again");
          }
          backoff.succeeded();
          first.countDown();
        });
  }

  @Override
  public void expires(SocketConnection connection) {
    decide(
        () -> {
          if (connection == current) {
            current = null;
            open();
          }
          later(OLD_CONNECTION, connection::close);
        });
  }

  @Override
  public void ended(SocketConnection connection) {
    open.remove(connection);
    decide(
        () -> {
          if (connection == coming) {
            coming = null;
            failed("Slack closes new connections", Duration.ZERO);
          } else if (connection == current) {
            current = null;
            open();
          }
        });
  }

  @Override
  public void received(SocketConnection connection, String envelope) {
    envelopes.answer(envelope, connection);
  }

  @Override
  public void close() {
    closed = true;
    thread.shutdownNow();
    envelopes.stop(DRAINING);
    for (SocketConnection connection : open) {
      connection.close();
    }
  }

  /** Opens a connection unless one is being opened; only one is ever wanted. */
  private void open() {
    if (coming != null || current != null || closed) {
      return;
    }
    try {
      AppsConnectionsOpenResponse response =
          slack.methods(appToken).appsConnectionsOpen(call -> call);
      if (response.isOk()) {
        connect(response.getUrl());
      } else {
        failed("Slack refuses SLACK_APP_TOKEN: " + response.getError(), Duration.ZERO);
      }
    } catch (SlackApiException e) {
      failed(
          host() + " answers HTTP " + e.getResponse().code(),
          SmtpSlackPlugin.patienceAsked(e, LONGEST_WAIT));
    } catch (IOException | RuntimeException e) {
      unreached(e);
    }
  }

  private void connect(String address) {
    SocketConnection connection;
    try {
      connection = new SocketConnection(URI.create(address), slack.getConfig().getProxyUrl(), this);
    } catch (RuntimeException e) {
      // Slack gives no address, or none that is one.
      unreached(e);
      return;
    }
    coming = connection;
    open.add(connection);
    connection.connect();
    later(
        HELLO_TIMEOUT,
        () -> {
          if (connection == coming) {
            connection.close();
          }
        });
  }

  private void unreached(Exception e) {
    failed(host() + " cannot be reached: " + e.getClass().getSimpleName(), Duration.ZERO);
  }

  private void failed(String why, Duration atLeast) {
    Duration pause = backoff.failed(atLeast);
    if (backoff.isWorthTelling()) {
      LOG.warn(
          "No connection to Slack: {}; trying again in {} s, and on", why, pause.toSeconds() + 1);
    }
    later(pause, this::open);
  }

  private String host() {
    return String.valueOf(URI.create(slack.getConfig().getMethodsEndpointUrlPrefix()).getHost());
  }

  private void decide(Runnable step) {
    later(Duration.ZERO, step);
  }

  private void later(Duration pause, Runnable step) {
    if (!closed) {
      try {
        Future<?> unused = thread.schedule(step, pause.toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        // It is being closed.
      }
    }
  }
}
