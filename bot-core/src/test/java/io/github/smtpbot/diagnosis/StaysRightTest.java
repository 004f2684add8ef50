package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is read right of the corpora stays so, each field of each text. Those that are read wrong
 * are listed; whoever mends one takes it off the list: run with {@code -Dcorpus.write=true}.
 */
class StaysRightTest {

  private static final Path WRONG = Path.of("src/test/resources/corpus/read-wrong.txt");

  @Test
  void whatIsReadWrongIsKnown() throws IOException {
    Score score = new Score(Catalog.builtIn());
    score.run();
    List<String> wrong = score.wrong();
    if (Boolean.getBoolean("corpus.write")) {
      Files.write(WRONG, wrong);
      return;
    }
    assertEquals(Files.readAllLines(WRONG), wrong);
  }
}
