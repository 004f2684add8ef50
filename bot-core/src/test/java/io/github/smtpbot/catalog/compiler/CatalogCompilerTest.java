package io.github.smtpbot.catalog.compiler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.catalog.CatalogFiles;
import io.github.smtpbot.catalog.search.SearchIndex;
import io.github.smtpbot.measure.Running;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the build makes of the catalog. */
@Timeout(120)
class CatalogCompilerTest {

  /** In a process of its own, because Lucene takes its seed once; pom.xml gives it the same. */
  @Test
  void theSameCatalogIsCompiledToTheSameBytes(@TempDir Path classes) throws Exception {
    Process compiler =
        Running.program(
                List.of("-Dtests.seed=0"),
                CatalogCompiler.class,
                "src/main/catalog",
                classes.toString())
            .inheritIO()
            .start();
    assertEquals(0, compiler.waitFor());

    for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag("th"))) {
      String index = CatalogFiles.FOLDER + SearchIndex.resource(language);
      try (InputStream built = CatalogFiles.class.getResourceAsStream(index)) {
        assertArrayEquals(
            Objects.requireNonNull(built).readAllBytes(),
            Files.readAllBytes(classes.resolve(index.substring(1))),
            index);
      }
    }
  }
}
