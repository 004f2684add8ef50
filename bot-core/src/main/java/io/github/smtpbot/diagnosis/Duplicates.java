package io.github.smtpbot.diagnosis;

import io.github.smtpbot.catalog.Cause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Leaves of findings that say the same of the same recipient only the first. */
final class Duplicates {

  private Duplicates() {}

  private record Saying(String codes, Cause cause, @Nullable String recipient) {}

  /** Without the replies that are only named where another place quotes their words. */
  static List<Draft> withWords(List<Draft> drafts) {
    Set<String> quoted = new HashSet<>();
    for (Draft draft : drafts) {
      if (!draft.text.isEmpty()) {
        quoted.add(draft.codes());
      }
    }
    return drafts.stream()
        .filter(
            draft -> !draft.text.isEmpty() || !draft.isReply() || !quoted.contains(draft.codes()))
        .toList();
  }

  static List<Finding> merge(List<Finding> findings) {
    Map<Saying, Integer> named = new HashMap<>();
    for (Finding finding : findings) {
      if (finding.recipient() != null) {
        named.merge(new Saying(finding.codes(), finding.cause(), null), 1, Integer::sum);
      }
    }
    Set<Saying> seen = new HashSet<>();
    List<Finding> kept = new ArrayList<>();
    for (Finding finding : findings) {
      String recipient =
          finding.recipient() == null ? null : finding.recipient().toLowerCase(Locale.ROOT);
      Saying saying = new Saying(finding.codes(), finding.cause(), recipient);
      boolean elsewhere = recipient == null && named.containsKey(saying);
      if (!elsewhere && seen.add(saying)) {
        kept.add(finding);
      }
    }
    return kept;
  }
}
