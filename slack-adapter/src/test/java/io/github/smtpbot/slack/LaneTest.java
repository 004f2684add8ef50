package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** Few slow tasks at a time, and no more waiting than will be done soon. */
class LaneTest {

  private final Deque<Runnable> threads = new ArrayDeque<>();
  private final List<String> done = new ArrayList<>();
  private final Lane lane = new Lane(threads::add, 2, 1);

  private void begin(String task) {
    lane.execute(() -> done.add(task));
  }

  @Test
  void whatIsTooMuchIsRefusedAtOnce() {
    begin("a");
    begin("b");
    begin("c");
    assertThrows(RejectedExecutionException.class, () -> begin("d"));
    assertEquals(2, threads.size(), "no more threads are taken");
  }

  @Test
  void whoWaitsComesNextByTheSameThread() {
    begin("a");
    begin("b");
    begin("c");

    threads.remove().run();
    assertEquals(List.of("a", "c"), done);
    begin("d");
    threads.remove().run();
    threads.remove().run();
    assertEquals(List.of("a", "c", "b", "d"), done);
  }

  @Test
  void whatFailsKeepsNobodyWaiting() {
    lane.execute(
        () -> {
          throw new IllegalStateException("private");
        });
    begin("b");
    begin("c");

    threads.remove().run();
    assertEquals(List.of("c"), done);
  }

  @Test
  void whereThereAreNoThreadsAnyMoreNothingIsTakenUp() {
    Lane closed =
        new Lane(
            task -> {
              throw new RejectedExecutionException();
            },
            1,
            1);
    assertThrows(RejectedExecutionException.class, () -> closed.execute(() -> done.add("a")));
    assertThrows(RejectedExecutionException.class, () -> closed.execute(() -> done.add("b")));
    assertEquals(List.of(), done);
  }
}
