package io.github.smtpbot.discord.bot;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives memory back that only the start needed. A bot that is seldom asked would keep some 50 MiB
 * of it for hours: the collector comes when there is need of room, and by itself it keeps two
 * thirds of the heap free.
 */
final class Footprint {

  private static final Logger LOG = LoggerFactory.getLogger(DiscordBot.class);

  private Footprint() {}

  /** Collects, and keeps less of the heap free than the virtual machine would, if nobody chose. */
  static void shrink() {
    keepFree("MinHeapFreeRatio", 5);
    keepFree("MaxHeapFreeRatio", 10);
    System.gc();
  }

  private static void keepFree(String option, int percent) {
    HotSpotDiagnosticMXBean machine =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    if (machine == null) {
      return;
    }
    try {
      VMOption known = machine.getVMOption(option);
      if (known.getOrigin() == VMOption.Origin.DEFAULT && known.isWriteable()) {
        machine.setVMOption(option, Integer.toString(percent));
      }
    } catch (IllegalArgumentException e) {
      LOG.debug("This virtual machine has no {}", option);
    }
  }
}
