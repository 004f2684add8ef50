package io.github.smtpbot.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.meter.MeterSettings;
import io.github.smtpbot.store.StoreSettings;
import io.github.smtpbot.store.TestDatabases;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an owner wants is had in full, or not at all. */
@Timeout(60)
class KeptTest {

  private static final String POOL = "smtpbot-database";

  private final Path directory;
  private final Map<String, String> environment;

  KeptTest(@TempDir Path directory) {
    this.directory = directory;
    environment = TestDatabases.sqlite(directory);
  }

  @Test
  void withoutSettingsNothingIsOpen() throws Exception {
    try (Kept kept = Kept.open(OwnerSettings.of(Map.of()))) {
      assertNull(kept.store());
      assertNull(kept.meters());
      assertTrue(kept.notes().isNone());
      assertTrue(kept.settings().isNone());
    }
  }

  @Test
  void whateverFailsTheDatabaseIsClosed() throws Exception {
    StoreSettings store = StoreSettings.of(environment).orElseThrow();
    Path notes = Files.writeString(directory.resolve("notes.yaml"), "- for: nothing\n");
    OwnerSettings wrong = new OwnerSettings(store, notes, null);
    OwnerException told = assertThrows(OwnerException.class, () -> Kept.open(wrong));
    assertTrue(told.isSetting());
    assertEquals(0, pools());

    // No port of a setting is so large: any other failure is none that was thought of either.
    OwnerSettings unforeseen =
        new OwnerSettings(store, null, new MeterSettings("127.0.0.1", 70_000));
    assertThrows(IllegalArgumentException.class, () -> Kept.open(unforeseen));
    assertEquals(0, pools());

    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      OwnerSettings busy = new OwnerSettings(store, null, new MeterSettings("127.0.0.1", port));
      OwnerException later = assertThrows(OwnerException.class, () -> Kept.open(busy));
      assertEquals(
          "metrics: 127.0.0.1, port " + port + " cannot be listened on", later.getMessage());
      assertEquals(false, later.isSetting());
    }
    assertEquals(0, pools());

    try (Kept kept = Kept.open(new OwnerSettings(store, null, null))) {
      assertTrue(kept.notes().isWritable());
      assertEquals(1, pools());
    }
  }

  /** How many databases are open in this process. */
  private static long pools() throws InterruptedException {
    Thread.sleep(100);
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith(POOL) && name.endsWith("housekeeper"))
        .count();
  }
}
