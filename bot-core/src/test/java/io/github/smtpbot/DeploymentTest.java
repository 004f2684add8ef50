package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** However the bots are run, they are started in the same way and may do the same. */
class DeploymentTest {

  private static final Path TOP = Path.of("..");

  @ParameterizedTest
  @ValueSource(strings = {"slack", "discord"})
  void servicesAndImagesStartABotAsTheReadmeDoes(String platform) throws IOException {
    String jar = "smtpbot-" + platform + ".jar";
    String command = line("README.md", "-jar " + platform + "-adapter/target/" + jar);
    List<String> flags =
        List.of(command.split(" ", -1)).stream().filter(word -> word.startsWith("-X")).toList();
    assertTrue(flags.contains("-XX:+ExitOnOutOfMemoryError"), command);

    String unit =
        line(platform + "-adapter/smtpbot-" + platform + ".service", "ExecStart=/usr/bin/java");
    List<String> options = lines("deploy/image/smtpbot-" + platform + ".options");

    for (String flag : flags) {
      assertTrue(unit.contains(" " + flag + " "), unit);
      assertTrue(options.contains(flag), flag);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bot-core", "slack-adapter", "discord-adapter"})
  void anImageRunsTheMainClassOfItsJar(String module) throws IOException {
    String program = inside(line(module + "/pom.xml", "<program>"));
    List<String> options = lines("deploy/image/" + program + ".options");

    assertEquals(
        inside(line(module + "/pom.xml", "<mainClass>io.github.smtpbot." + room(module))),
        options.get(options.size() - 1));
    assertTrue(options.contains("-cp /opt/smtpbot/" + program + ".jar"), options::toString);
  }

  private static String room(String module) {
    return switch (module) {
      case "bot-core" -> "console.";
      case "slack-adapter" -> "slack.";
      default -> "discord.";
    };
  }

  @Test
  void nothingInComposeMayWriteToItsDiskOrGainRights() throws IOException {
    Map<?, ?> compose =
        (Map<?, ?>)
            new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(TOP.resolve("compose.yaml")));
    Map<?, ?> database = (Map<?, ?>) at(at(compose, "services"), "database");

    for (Object service : List.of(at(compose, "x-bot"), database)) {
      assertEquals(true, at(service, "read_only"));
      assertEquals(List.of("ALL"), at(service, "cap_drop"));
      assertEquals(List.of("no-new-privileges:true"), at(service, "security_opt"));
    }
    // The database is reached by the bots alone.
    assertEquals(List.of("inside"), at(database, "networks"));
    assertEquals(true, at(at(at(compose, "networks"), "inside"), "internal"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "discord"})
  void theJarItselfTellsComposeWhetherABotIsReady(String platform) throws IOException {
    Map<?, ?> compose =
        (Map<?, ?>)
            new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(TOP.resolve("compose.yaml")));
    Object check = at(at(at(compose, "services"), platform), "healthcheck");
    List<?> command = (List<?>) at(check, "test");

    assertTrue(command.contains("/opt/smtpbot/smtpbot-" + platform + ".jar"), command::toString);
    assertEquals("io.github.smtpbot.meter.HealthCheck", command.get(command.size() - 1));
  }

  private static Object at(Object map, String name) {
    return Objects.requireNonNull(((Map<?, ?>) map).get(name), name);
  }

  private static List<String> lines(String file) throws IOException {
    return Files.readAllLines(TOP.resolve(file));
  }

  private static String line(String file, String part) throws IOException {
    return lines(file).stream().filter(line -> line.contains(part)).findFirst().orElseThrow();
  }

  private static String inside(String element) {
    return element.substring(element.indexOf('>') + 1, element.indexOf("</"));
  }
}
