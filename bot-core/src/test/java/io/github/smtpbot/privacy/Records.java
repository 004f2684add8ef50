package io.github.smtpbot.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.smtpbot.QuestionListener;
import io.github.smtpbot.meter.MeterSettings;
import io.github.smtpbot.meter.Meters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Where tests leave what the bot has logged, counted and stored: in the directory that the build
 * names, or, where none is named, in that of the test itself, so that nothing is recorded. Safe for
 * use by many threads.
 */
public final class Records {

  /** The system property that names the directory. */
  static final String DIRECTORY = "smtpbot.records";

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Object LOCK = new Object();
  private static @Nullable Meters meters;

  private Records() {}

  /** Null if nothing is recorded. */
  static @Nullable Path directory() {
    String named = System.getProperty(DIRECTORY, "");
    return named.isEmpty() ? null : Path.of(named);
  }

  /** Where a test has a process write what it prints, or keeps a database. */
  public static Path room(Path ofTest) {
    Path all = directory();
    if (all == null) {
      return ofTest;
    }
    try {
      return Files.createDirectories(all.resolve("room-" + NUMBER.incrementAndGet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Numbers that were shown. */
  public static void metrics(String scraped) {
    append("metrics.txt", scraped);
  }

  /** All that the metrics at this address tell now. */
  public static void scrape(int port) {
    if (directory() == null) {
      return;
    }
    try {
      URI uri = URI.create("http://127.0.0.1:" + port + "/metrics");
      HttpRequest request = HttpRequest.newBuilder(uri).build();
      metrics(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What has a plugin counted as in the bot whose owner wants numbers. */
  public static QuestionListener listener() {
    if (directory() == null) {
      return QuestionListener.NONE;
    }
    synchronized (LOCK) {
      if (meters == null) {
        try {
          meters = Meters.start(new MeterSettings("127.0.0.1", 0));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return meters;
    }
  }

  /** Records what was counted for {@link #listener} by now. */
  static void scrapeListener() {
    synchronized (LOCK) {
      if (meters != null) {
        scrape(meters.address().getPort());
      }
    }
  }

  static void append(String name, String text) {
    Path all = directory();
    if (all == null) {
      return;
    }
    synchronized (LOCK) {
      try {
        Files.createDirectories(all);
        Files.writeString(
            all.resolve(name),
            text + "\n",
            UTF_8,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
