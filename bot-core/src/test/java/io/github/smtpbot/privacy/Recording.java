package io.github.smtpbot.privacy;

import io.github.smtpbot.store.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Records while all tests of a module run, if the build names a directory for it. JUnit finds this
 * by itself.
 */
public final class Recording implements LauncherSessionListener {

  /** The system property that names the finished program's configuration of Logback, if any. */
  private static final String LOGGING = "smtpbot.records.logging";

  /** Who runs tests may open several sessions, one after another. */
  private static boolean begun;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Path directory = Records.directory();
    if (directory == null || begun) {
      return;
    }
    begun = true;
    try {
      removeAll(directory);
      Files.createDirectories(directory);
      String logging = System.getProperty(LOGGING, "");
      if (!logging.isEmpty()) {
        LogRecord.start(Path.of(logging), directory.resolve(NoLeaks.LOG));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of an earlier run. */
  private static void removeAll(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> below = Files.walk(directory)) {
      all = below.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (Records.directory() == null) {
      return;
    }
    Records.scrapeListener();
    try {
      for (String row : TestDatabases.rowsOfPostgres()) {
        Records.append("rows.txt", row);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
