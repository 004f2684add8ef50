package io.github.smtpbot.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Counts what is right, field by field, and how often what was told with some confidence was. */
final class Tally {

  /** From each confidence on: the words that an answer says it in. */
  private static final Map<Double, String> BANDS = new LinkedHashMap<>();

  static {
    BANDS.put(0.8, "1 very likely");
    BANDS.put(0.5, "2 likely");
    BANDS.put(0.0, "3 perhaps");
  }

  private final Map<String, int[]> fields = new LinkedHashMap<>();
  private final Map<String, int[]> bands = new LinkedHashMap<>();
  private final List<String> wrong = new ArrayList<>();

  /** Counts one judgement of a field; {@code baseline} whether the codes alone would have told. */
  boolean count(String field, boolean right, boolean baseline) {
    int[] count = fields.computeIfAbsent(field, key -> new int[3]);
    count[0] += right ? 1 : 0;
    count[1]++;
    count[2] += baseline ? 1 : 0;
    return right;
  }

  void isWrong(String line) {
    wrong.add(line);
  }

  /** Counts whether a cause that was told with some confidence was right. */
  void told(String corpus, double confidence, boolean right) {
    for (Map.Entry<Double, String> band : BANDS.entrySet()) {
      if (confidence >= band.getKey()) {
        int[] count = bands.computeIfAbsent(corpus + ": " + band.getValue(), key -> new int[2]);
        count[0] += right ? 1 : 0;
        count[1]++;
        return;
      }
    }
  }

  /** The share that is right of a field, 0 to 1. */
  double share(String field) {
    int[] count = Objects.requireNonNull(fields.get(field), field);
    return (double) count[0] / count[1];
  }

  /** What is read wrong, a line each. */
  List<String> wrong() {
    return wrong;
  }

  void print(Consumer<String> out) {
    out.accept(line("%n%-36s %14s %22s", "corpus and field", "smtpbot", "the codes alone"));
    fields.forEach(
        (field, count) ->
            out.accept(
                line(
                    "%-36s %4d of %3d %4.1f%% %8d of %3d %4.1f%%",
                    field,
                    count[0],
                    count[1],
                    percent(count[0], count[1]),
                    count[2],
                    count[1],
                    percent(count[2], count[1]))));
    out.accept(line("%n%-36s %14s", "cause told as", "right"));
    bands.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            band ->
                out.accept(
                    line(
                        "%-36s %4d of %3d %4.1f%%",
                        band.getKey(),
                        band.getValue()[0],
                        band.getValue()[1],
                        percent(band.getValue()[0], band.getValue()[1]))));
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static double percent(int part, int whole) {
    return 100.0 * part / whole;
  }
}
