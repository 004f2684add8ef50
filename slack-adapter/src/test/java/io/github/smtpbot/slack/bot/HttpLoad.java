package io.github.smtpbot.slack.bot;

import com.slack.api.app_backend.SlackSignature;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Sends the same signed request over some connections that stay open, again and again, each as soon
 * as the last was answered. It costs little itself, so that what is measured is the server.
 */
final class HttpLoad {

  private static final int LONGEST_HEAD = 8192;

  private final int port;
  private final byte[] request;

  HttpLoad(int port, String secret, String body) {
    this.port = port;
    String timestamp = String.valueOf(Instant.now().getEpochSecond());
    String head =
        String.join(
            "\r\n",
            "POST /slack/events HTTP/1.1",
            "Host: 127.0.0.1",
            "Content-Type: application/x-www-form-urlencoded",
            "X-Slack-Request-Timestamp: " + timestamp,
            "X-Slack-Signature: " + new SlackSignature.Generator(secret).generate(timestamp, body),
            "Content-Length: " + body.length(),
            "",
            body);
    this.request = head.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * What came of a load.
   *
   * @param perSecond requests a second
   * @param requests how many in all
   * @param p99 in milliseconds
   */
  record Result(double perSecond, int requests, double p99) {}

  /** Sends one request and returns the body of its answer. */
  String once() throws IOException {
    try (Socket socket = connect();
        InputStream in = new BufferedInputStream(socket.getInputStream())) {
      return new String(ask(socket, in), StandardCharsets.UTF_8);
    }
  }

  Result run(int connections, long millis) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      long start = System.nanoTime();
      long end = start + TimeUnit.MILLISECONDS.toNanos(millis);
      List<Future<long[]>> running = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        running.add(threads.submit(() -> times(end)));
      }
      List<long[]> times = new ArrayList<>();
      for (Future<long[]> one : running) {
        times.add(one.get());
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
      return new Result(all.length / seconds, all.length, all[(int) (all.length * 0.99)] / 1e6);
    } finally {
      threads.shutdownNow();
    }
  }

  private long[] times(long end) throws IOException {
    long[] times = new long[1024];
    int count = 0;
    try (Socket socket = connect();
        InputStream in = new BufferedInputStream(socket.getInputStream(), 16_384)) {
      for (long now = System.nanoTime(); now < end; ) {
        ask(socket, in);
        long after = System.nanoTime();
        times = count == times.length ? Arrays.copyOf(times, 2 * count) : times;
        times[count++] = after - now;
        now = after;
      }
    }
    return Arrays.copyOf(times, count);
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(30_000);
    return socket;
  }

  private byte[] ask(Socket socket, InputStream in) throws IOException {
    socket.getOutputStream().write(request);
    StringBuilder head = new StringBuilder(256);
    while (head.length() < 4 || head.lastIndexOf("\r\n\r\n") != head.length() - 4) {
      int next = in.read();
      if (next < 0 || head.length() > LONGEST_HEAD) {
        throw new EOFException("no answer");
      }
      head.append((char) next);
    }
    if (!head.toString().startsWith("HTTP/1.1 200")) {
      throw new IOException(head.toString());
    }
    String length = "Content-Length: ";
    int at = head.indexOf(length) + length.length();
    int size = Integer.parseInt(head.substring(at, head.indexOf("\r\n", at)));
    byte[] body = in.readNBytes(size);
    if (body.length < size) {
      throw new EOFException("half an answer");
    }
    return body;
  }
}
