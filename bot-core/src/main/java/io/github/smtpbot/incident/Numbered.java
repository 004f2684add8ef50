package io.github.smtpbot.incident;

import io.github.smtpbot.answer.Masked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the addresses of one summary that read the same where they are masked. */
final class Numbered implements Masked.Apart {

  /** So many are told apart; a summary shows fewer. */
  private static final int MOST = 10_000;

  private final Map<String, List<String>> seen = new HashMap<>();
  private int count;

  @Override
  public int number(String shown, String hash) {
    List<String> alike = seen.computeIfAbsent(shown, none -> new ArrayList<>());
    int place = alike.indexOf(hash);
    if (place < 0 && count < MOST) {
      alike.add(hash);
      count++;
      place = alike.size() - 1;
    }
    return place < 0 ? alike.size() + 1 : place + 1;
  }
}
