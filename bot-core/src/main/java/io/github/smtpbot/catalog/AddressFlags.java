package io.github.smtpbot.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The flags by which Exim's main log says what became of an address: {@code ** a@b} failed, {@code
 * == a@b} deferred, {@code => a@b} delivered. They count before an address alone, for programs
 * compare and point by the same signs. Immutable; safe for use by many threads.
 */
public final class AddressFlags {

  /** No address is longer. */
  private static final int LONGEST_ADDRESS = 320;

  private static final List<ReadingCue> LISTS =
      List.of(ReadingCue.FAILED_FLAGS, ReadingCue.DELAYED_FLAGS, ReadingCue.DELIVERED_FLAGS);

  private final Map<String, ReadingCue> flags = new LinkedHashMap<>();

  public AddressFlags(ReadingCues cues) {
    LISTS.forEach(list -> cues.list(list).forEach(flag -> flags.put(flag + " ", list)));
  }

  /** The list that holds the flag at a place of a line; null if no flag of an address is there. */
  public @Nullable ReadingCue at(String line, int at) {
    if (at > 0 && line.charAt(at - 1) != ' ') {
      return null;
    }
    for (Map.Entry<String, ReadingCue> flag : flags.entrySet()) {
      if (line.startsWith(flag.getKey(), at) && beginsAddress(line, at + flag.getKey().length())) {
        return flag.getValue();
      }
    }
    return null;
  }

  /** Whether the next word is an address. */
  private static boolean beginsAddress(String line, int from) {
    int limit = Math.min(line.length(), from + LONGEST_ADDRESS);
    for (int i = from; i < limit && line.charAt(i) != ' '; i++) {
      if (line.charAt(i) == '@') {
        return i > from;
      }
    }
    return false;
  }
}
