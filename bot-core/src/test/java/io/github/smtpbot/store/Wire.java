package io.github.smtpbot.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The way to a server on loopback, which can be cut and mended. */
final class Wire implements AutoCloseable {

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final int server;
  private volatile boolean cut;

  Wire(int server) throws IOException {
    this.server = server;
    thread(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** All connections end, and no new ones come about. */
  void cut() {
    cut = true;
    open.forEach(Wire::end);
    open.clear();
  }

  void mend() {
    cut = false;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        if (cut) {
          client.close();
          continue;
        }
        Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
        open.addAll(List.of(client, far));
        thread(() -> pump(client, far));
        thread(() -> pump(far, client));
      } catch (IOException e) {
        // It is closed, or whoever came has gone again.
      }
    }
  }

  private static void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // It was cut.
    }
    end(from);
    end(to);
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It has ended.
    }
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work, "wire");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }
}
