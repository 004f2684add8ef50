package io.github.smtpbot.slack.bot;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ServerHandshake;
import org.jspecify.annotations.Nullable;

/**
 * One connection of Socket Mode. An envelope is acknowledged on the connection that it came by,
 * even when there is a newer one by then. Safe for use by many threads.
 */
final class SocketConnection extends WebSocketClient {

  /** Slack pings more often; a connection that is silent for longer is dead. */
  private static final int SILENCE = (int) Duration.ofSeconds(30).toSeconds();

  private static final int CONNECT_TIMEOUT = (int) Duration.ofSeconds(10).toMillis();

  /**
   * The bits of a frame's first byte that tell its kind, and the kind that is text (RFC 6455, 5.2).
   */
  private static final int OPCODE = 0x0f;

  private static final int TEXT = 1;

  /** What becomes of a connection; called by threads of the connection. */
  interface Listener {
    /** Slack says hello: envelopes come from now on. */
    void ready(SocketConnection connection);

    /** Slack is about to close it. */
    void expires(SocketConnection connection);

    /** It is closed, or never opened. */
    void ended(SocketConnection connection);

    /** An envelope came. */
    void received(SocketConnection connection, String envelope);
  }

  /** From the first word of closing to the last. */
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private final Listener listener;
  private final CompletableFuture<Boolean> inOrder = new CompletableFuture<>();
  private final ReentrantLock writing = new ReentrantLock();

  SocketConnection(URI address, @Nullable String proxyUrl, Listener listener) {
    super(address, new Draft_6455(), Map.of(), CONNECT_TIMEOUT);
    this.listener = listener;
    setConnectionLostTimeout(SILENCE);
    setTcpNoDelay(true);
    if (proxyUrl != null) {
      URI proxy = URI.create(proxyUrl);
      setProxy(
          new Proxy(
              Proxy.Type.HTTP,
              InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort())));
    }
  }

  /**
   * Sends an acknowledgement.
   *
   * @return false if it was too late, or if nobody knows whether it arrived
   */
  boolean acknowledge(String acknowledgement) {
    try {
      return write(acknowledgement) && (isOpen() || closesInOrder());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (WebsocketNotConnectedException | ExecutionException | TimeoutException e) {
      return false;
    }
  }

  /**
   * Sends and waits until it is written, one after the other: of those that wait to be written when
   * a connection closes, nobody can tell which still are.
   *
   * @return false if it was closed meanwhile, with something left to be written
   */
  private boolean write(String acknowledgement) throws InterruptedException {
    writing.lockInterruptibly();
    try {
      send(acknowledgement);
      for (int i = 0; i < CLOSING.toMillis() && isOpen() && isWaiting(); i++) {
        Thread.sleep(1);
      }
      return isOpen() || !isWaiting();
    } finally {
      writing.unlock();
    }
  }

  /**
   * Whether an acknowledgement waits to be written. Those alone are text: what answers a ping or a
   * close may wait longer, and tells nothing of them.
   */
  private boolean isWaiting() {
    return ((WebSocketImpl) getConnection())
        .outQueue.stream().anyMatch(frame -> (frame.get(0) & OPCODE) == TEXT);
  }

  /**
   * Whoever closes in order has read what was written before; of a lost connection, nobody knows.
   */
  private boolean closesInOrder()
      throws InterruptedException, ExecutionException, TimeoutException {
    return inOrder.get(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void onOpen(ServerHandshake handshake) {
    // Slack's hello tells when envelopes come.
  }

  @Override
  public void onMessage(String message) {
    switch (type(message)) {
      case "hello" -> listener.ready(this);
      case "disconnect" -> listener.expires(this);
      case "" -> {
        // Nothing that Slack sends.
      }
      default -> listener.received(this, message);
    }
  }

  @Override
  public void onClose(int code, String reason, boolean remote) {
    inOrder.complete(code != CloseFrame.ABNORMAL_CLOSE);
    listener.ended(this);
  }

  @Override
  public void onError(Exception e) {
    // onClose follows; the message may hold the address, which is a secret.
  }

  private static String type(String message) {
    try {
      JsonElement json = JsonParser.parseString(message);
      if (json instanceof JsonObject envelope
          && envelope.get("type") instanceof JsonPrimitive type) {
        return type.getAsString();
      }
      return "";
    } catch (JsonParseException e) {
      return "";
    }
  }
}
