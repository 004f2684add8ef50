package io.github.smtpbot.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How what was recorded is searched. */
class LeaksTest {

  private final Path directory;

  LeaksTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void aLeakIsToldByFileLineAndMarker() throws IOException {
    Files.createDirectory(directory.resolve("room-1"));
    Files.writeString(directory.resolve("room-1").resolve("log"), "one\ntwo: jumbo\nthree\n");

    assertEquals(
        List.of(Path.of("room-1", "log") + ":2: jumbo: two: jumbo"),
        Leaks.in(directory, List.of("giraffe", "jumbo")));
  }

  @Test
  void whereThereIsNoneNothingIsTold() throws IOException {
    Files.writeString(directory.resolve("log"), "jum\nbo");

    assertEquals(List.of(), Leaks.in(directory, List.of("jumbo")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a ЖЗЦЩ b",
        "{\"a\":\"\\u0436\\u0437\\u0446\\u0449\"}",
        "?a=%D0%B6%D0%b7%D1%86%d1%89"
      })
  void howeverItIsWrittenItIsFound(String line) throws IOException {
    Files.writeString(directory.resolve("log"), line);

    assertEquals(1, Leaks.in(directory, List.of("жзцщ")).size());
  }

  @Test
  void aWordInWhatIsSealedIsChance() throws IOException {
    String sealed = "aB3-".repeat(30) + "JumBo" + "_9Zx".repeat(30);
    Files.writeString(directory.resolve("db"), sealed);
    Files.writeString(directory.resolve("log"), "x".repeat(100) + "jumbo");

    assertEquals(1, Leaks.in(directory, List.of("jumbo")).size());
  }

  @Test
  void itIsFoundAmongBytesThatAreNoText() throws IOException {
    Files.write(directory.resolve("db"), new byte[] {(byte) 0xff, 0, 'j', 'u', 'm', 'b', 'o', 1});

    assertEquals(1, Leaks.in(directory, List.of("jumbo")).size());
  }

  /** One that no test pastes proves nothing. */
  @Test
  void everyMarkerStandsInATest() throws IOException {
    StringBuilder tests = new StringBuilder();
    for (String module : List.of("bot-core", "slack-adapter", "discord-adapter")) {
      try (Stream<Path> sources = Files.walk(Path.of("..", module, "src", "test", "java"))) {
        for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
          if (!source.endsWith("Markers.java")) {
            tests.append(Files.readString(source));
          }
        }
      }
    }
    for (String marker : Markers.all()) {
      assertTrue(tests.indexOf(marker) >= 0 || isUsedByName(marker, tests), marker);
    }
  }

  private static boolean isUsedByName(String marker, CharSequence tests) {
    String all = tests.toString();
    return Stream.of(Markers.class.getFields())
        .anyMatch(
            field -> {
              try {
                return marker.equals(field.get(null)) && all.contains("Markers." + field.getName());
              } catch (IllegalAccessException e) {
                throw new AssertionError(e);
              }
            });
  }
}
