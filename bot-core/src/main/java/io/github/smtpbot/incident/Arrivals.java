package io.github.smtpbot.incident;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * When mail to each domain last arrived, so that a domain to which nothing gets through any more is
 * known. Of more domains than are kept apart it knows nothing: what it holds then would depend on
 * their order.
 */
final class Arrivals {

  /** With a hash and a time each, about a megabyte. */
  static final int MOST = 20_000;

  private final Map<Long, Integer> last = new HashMap<>();
  private boolean tooMany;

  /** A message to a domain arrived; {@link Outcomes#NO_TIME} is no time. */
  void add(long domain, int second) {
    if (second == Outcomes.NO_TIME) {
      giveUp();
    } else if (!tooMany) {
      last.merge(domain, second, Math::max);
      if (last.size() > MOST) {
        giveUp();
      }
    }
  }

  private void giveUp() {
    tooMany = true;
    last.clear();
  }

  /** Whether it knows of all domains. */
  boolean isKnown() {
    return !tooMany;
  }

  /** When mail to this domain last arrived; -1 if none ever did. */
  int last(long domain) {
    return last.getOrDefault(domain, -1);
  }

  void addAll(Arrivals other) {
    if (other.tooMany) {
      giveUp();
    }
    other.last.forEach(this::add);
  }

  Arrivals copy() {
    Arrivals copy = new Arrivals();
    copy.addAll(this);
    return copy;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeBoolean(tooMany);
    out.writeInt(last.size());
    for (Map.Entry<Long, Integer> domain : new TreeMap<>(last).entrySet()) {
      out.writeLong(domain.getKey());
      out.writeInt(domain.getValue());
    }
  }

  static Arrivals read(DataInputStream in) throws IOException {
    Arrivals read = new Arrivals();
    boolean tooMany = in.readBoolean();
    int count = Limits.count(in, MOST);
    for (int i = 0; i < count; i++) {
      read.add(in.readLong(), Limits.second(in));
    }
    if (tooMany) {
      read.giveUp();
    }
    return read;
  }
}
