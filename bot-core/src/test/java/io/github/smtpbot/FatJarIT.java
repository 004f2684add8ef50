package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FatJarIT {

  private static final Path PROGRAM = Path.of("target", "smtpbot.jar");

  @Test
  void theLicenceOfEachLibraryGoesAlongWithTheProgram() throws IOException {
    try (FatJar program = new FatJar(PROGRAM)) {
      assertEquals(List.of(), program.missing());
    }
  }

  @Test
  void theLibrariesOfTheProgramAreFoundAndThoseOfTestsAreNot() throws IOException {
    try (FatJar program = new FatJar(PROGRAM)) {
      List<String> names =
          program.libraries().stream().map(path -> path.getFileName().toString()).toList();

      assertTrue(names.stream().anyMatch(name -> name.startsWith("lucene-core-")), names::toString);
      assertTrue(names.stream().noneMatch(name -> name.startsWith("junit-")), names::toString);
    }
  }
}
