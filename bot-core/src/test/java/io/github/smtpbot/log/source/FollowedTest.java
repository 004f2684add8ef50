package io.github.smtpbot.log.source;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class FollowedTest {

  private interface Step {
    void take() throws IOException;
  }

  private Path folder;
  private final Deque<Step> steps = new ArrayDeque<>();

  @BeforeEach
  void emptyFolder(@TempDir Path empty) {
    folder = empty;
  }

  /** What happens to the files whenever the reader waits: in this order, in its thread. */
  private Lines follow(boolean fromEnd, Path... files) {
    Followed[] followed = new Followed[1];
    Runnable next =
        () -> {
          Step step = steps.poll();
          if (step == null) {
            followed[0].close();
            return;
          }
          try {
            step.take();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    followed[0] = new Followed(List.of(files), fromEnd, Duration.ofMillis(1), next);
    return new Lines(followed[0]);
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, text, CREATE, APPEND);
  }

  private static void isRead(Lines lines, String... wanted) throws IOException {
    for (String line : wanted) {
      assertEquals(line, lines.next());
    }
    assertNull(lines.next());
  }

  @Test
  void whatIsAppendedIsReadWhenTheLineIsWhole() throws IOException {
    Path log = folder.resolve("mail.log");
    append(log, "one\ntw");
    steps.add(() -> append(log, "o\nthr"));
    steps.add(() -> append(log, "ee\n"));

    isRead(follow(false, log), "one", "two", "three");
  }

  @Test
  void aFileThatIsRenamedAndBegunAnewIsReadOn() throws IOException {
    Path log = folder.resolve("mail.log");
    append(log, "one\n");
    steps.add(
        () -> {
          append(log, "two\n");
          Files.move(log, folder.resolve("mail.log.1"));
          append(log, "three\n");
        });

    isRead(follow(false, log), "one", "two", "three");
  }

  @Test
  void aFileThatIsCutToNothingIsReadFromItsBeginning() throws IOException {
    Path log = folder.resolve("mail.log");
    append(log, "the first line\n");
    steps.add(() -> Files.writeString(log, "two\n", StandardOpenOption.TRUNCATE_EXISTING));
    steps.add(() -> append(log, "three\n"));

    isRead(follow(false, log), "the first line", "two", "three");
  }

  @Test
  void aFileThatAppearsLaterIsReadFromItsBeginning() throws IOException {
    Path log = folder.resolve("mail.log");
    steps.add(() -> append(log, "one\n"));

    isRead(follow(true, log), "one");
  }

  @Test
  void whoAsksForTheEndReadsOnlyWhatComesThen() throws IOException {
    Path log = folder.resolve("mail.log");
    append(log, "one\n");
    steps.add(() -> append(log, "two\n"));

    isRead(follow(true, log), "two");
  }

  @Test
  void theLinesOfSeveralFilesDoNotMix() throws IOException {
    Path first = folder.resolve("a.log");
    Path second = folder.resolve("b.log");
    append(first, "one of ");
    append(second, "two\n");
    steps.add(() -> append(first, "a\n"));

    isRead(follow(false, first, second), "two", "one of a");
  }

  @Test
  void aLineLongerThanTheBufferIsStillOneLine() throws IOException {
    Path log = folder.resolve("mail.log");
    append(log, "x".repeat(100_000) + "\nend\n");
    Lines lines = follow(false, log);

    assertEquals(Lines.LONGEST, String.valueOf(lines.next()).length());
    isRead(lines, "end");
  }
}
