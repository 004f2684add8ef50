package io.github.smtpbot.discord;

import java.util.Arrays;
import java.util.List;

/** How much of a message's characters and components is still free. */
final class Room {

  private int text = DiscordLimits.TEXT;
  private int components = DiscordLimits.COMPONENTS;

  int text() {
    return text;
  }

  int components() {
    return components;
  }

  /** Uses so many characters, or sets them aside for later. */
  void takeText(int characters) {
    text -= characters;
  }

  void takeComponents(int count) {
    components -= count;
  }

  /** Frees characters that had been set aside. */
  void giveBackText(int characters) {
    text += characters;
  }

  void giveBackComponents(int count) {
    components += count;
  }

  /**
   * Shares characters out: who needs less than an equal share gets what it needs, and the others
   * share the rest.
   *
   * @return the most that any one may take
   */
  static int fairShare(List<Integer> needs, int room) {
    int[] sorted = needs.stream().mapToInt(Integer::intValue).sorted().toArray();
    int left = Math.max(0, room);
    for (int i = 0; i < sorted.length; i++) {
      int share = left / (sorted.length - i);
      if (sorted[i] > share) {
        return share;
      }
      left -= sorted[i];
    }
    return Arrays.stream(sorted).max().orElse(0);
  }
}
