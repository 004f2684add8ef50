package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every program that is one jar. */
public abstract class FatJarRules {

  private final Path program;
  private final String library;

  /**
   * For a program.
   *
   * @param program its file, in {@code target}
   * @param library what the name of one of its libraries begins with
   */
  protected FatJarRules(String program, String library) {
    this.program = Path.of("target", program);
    this.library = library;
  }

  @Test
  final void theLicenceOfEachLibraryGoesAlongWithTheProgram() throws IOException {
    try (FatJar jar = new FatJar(program)) {
      assertEquals(List.of(), jar.missing());
    }
  }

  @Test
  final void theLibrariesOfTheProgramAreFoundAndThoseOfTestsAreNot() throws IOException {
    try (FatJar jar = new FatJar(program)) {
      List<String> names =
          jar.libraries().stream().map(path -> path.getFileName().toString()).toList();

      assertTrue(names.stream().anyMatch(name -> name.startsWith(library)), names::toString);
      assertTrue(names.stream().noneMatch(name -> name.startsWith("junit-")), names::toString);
    }
  }
}
