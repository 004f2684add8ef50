package io.github.smtpbot.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What all tests of a module have left behind holds nothing that they have pasted. */
public abstract class NoLeaks {

  static final String LOG = "log.txt";
  static final String BEGINNING = "The record begins";

  private static final Path RECORDS = Path.of("target", "records");

  private final boolean logs;

  /**
   * For a module.
   *
   * @param logs whether it logs anything
   */
  protected NoLeaks(boolean logs) {
    this.logs = logs;
  }

  @Test
  final void nothingThatWasPastedStandsInALogAMetricOrARow() throws IOException {
    assertEquals(List.of(), Leaks.in(RECORDS, Markers.all()));
  }

  @Test
  final void whatIsLoggedIsRecorded() throws IOException {
    if (logs) {
      assertTrue(Files.readString(RECORDS.resolve(LOG)).contains(BEGINNING));
    }
  }
}
