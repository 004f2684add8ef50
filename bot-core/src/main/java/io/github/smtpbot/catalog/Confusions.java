package io.github.smtpbot.catalog;

import io.github.smtpbot.catalog.data.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which codes are often confused, and where the difference is written. Immutable. */
final class Confusions {

  private final Node.Mapping file;
  private final Set<List<Code>> pairs;
  private final Map<Code, List<Code>> others = new HashMap<>();

  Confusions(Node.Mapping file) {
    this.file = file;
    Set<List<Code>> read = new LinkedHashSet<>();
    for (Map.Entry<String, Node> entry : file.entries().entrySet()) {
      read.add(Facts.pair(entry.getKey(), entry.getValue()));
    }
    this.pairs = Collections.unmodifiableSet(read);
    for (List<Code> pair : pairs) {
      others.computeIfAbsent(pair.get(0), key -> new ArrayList<>()).add(pair.get(1));
      others.computeIfAbsent(pair.get(1), key -> new ArrayList<>()).add(pair.get(0));
    }
  }

  /** Every pair, in the order they are written. */
  Set<List<Code>> pairs() {
    return pairs;
  }

  /** The sources for a pair in whichever order; none if it is not a pair. */
  List<Source> sources(Code one, Code other) {
    Node found = Facts.ofPair(file, one, other);
    return found == null
        ? List.of()
        : Sources.read(found.asMapping().allowing(List.of("sources")).get("sources"));
  }

  /** The codes that are confused with this one. */
  List<Code> with(Code code) {
    return Collections.unmodifiableList(others.getOrDefault(code, List.of()));
  }
}
