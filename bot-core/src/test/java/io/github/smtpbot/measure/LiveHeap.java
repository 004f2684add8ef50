package io.github.smtpbot.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Objects;

/** What is alive in the heap of this virtual machine. */
public final class LiveHeap {

  private LiveHeap() {}

  /**
   * Collects, and tells how many bytes the collection found alive. Unlike the memory in use, this
   * does not count what other threads make before anybody looks.
   */
  public static long bytes() {
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getCollectionUsage)
        .filter(Objects::nonNull)
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }
}
