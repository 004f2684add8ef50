package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.diagnosis.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The replies of a text, those counted together that share codes, cause and provider. The one that
 * is told of stands first, then the most frequent.
 */
final class Groups {

  private final Words words;
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  Groups(Words words, List<Finding> findings) {
    this.words = words;
    findings.forEach(finding -> counts.merge(name(finding), 1, Integer::sum));
  }

  int size() {
    return counts.size();
  }

  /** A row each. */
  List<Part.Row> rows() {
    List<Map.Entry<String, Integer>> sorted = new ArrayList<>(counts.entrySet());
    sorted.subList(1, sorted.size()).sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    return sorted.stream().map(entry -> row(entry.getValue(), entry.getKey())).toList();
  }

  /** What stands for rows that there is no room for. */
  Part.Row others(List<Part.Row> left) {
    int count = 0;
    for (Part.Row row : left) {
      count += counts.getOrDefault(row.values().get(0), 0);
    }
    return row(count, words.ui("groups.others"));
  }

  private Part.Row row(int count, String what) {
    return new Part.Row(words.ui("groups.count", count), List.of(what), true);
  }

  private String name(Finding finding) {
    String who = WhoAnswered.speaker(finding);
    String sign = DiagnosisComposer.tone(finding).sign();
    return (sign.isEmpty() ? "" : sign + " ")
        + DiagnosisComposer.subject(finding, words)
        + Brief.JOIN
        + words.cause(finding.cause()).name()
        + (who == null ? "" : Brief.JOIN + who);
  }
}
