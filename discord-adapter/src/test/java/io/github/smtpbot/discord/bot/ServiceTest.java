package io.github.smtpbot.discord.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The unit for systemd starts the bot anew where that helps, and only there. */
class ServiceTest {

  private static String setting(String name) throws IOException {
    List<String> found =
        Files.readAllLines(Path.of("smtpbot-discord.service")).stream()
            .filter(line -> line.startsWith(name + "="))
            .map(line -> line.substring(name.length() + 1))
            .toList();
    assertEquals(1, found.size(), name);
    return found.get(0);
  }

  @Test
  void aProcessWithoutMemoryEndsAndIsStartedAnew() throws Exception {
    assertTrue(setting("ExecStart").contains(" -XX:+ExitOnOutOfMemoryError "));
    assertTrue(setting("ExecStart").contains(" -Xmx"));
    assertEquals("on-failure", setting("Restart"));
  }

  @Test
  void aWrongSettingIsNotTriedAgain() throws Exception {
    assertEquals(Integer.toString(StartException.USAGE), setting("RestartPreventExitStatus"));
  }

  @Test
  void itHasTheTimeThatItTakesToFinish() throws Exception {
    assertTrue(Integer.parseInt(setting("TimeoutStopSec")) > 9);
    assertEquals("143", setting("SuccessExitStatus"));
  }
}
