package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.diagnosis.Finding;
import java.util.ArrayList;
import java.util.List;

/** Tells of several files which of them said what, for the one who gave them. */
final class FilesComposer {

  /** A file's name has so much of a line of a phone, in characters. */
  private static final int MAX_NAME = 24;

  private static final int MAX_FILES = 20;

  private final Words words;

  FilesComposer(Words words) {
    this.words = words;
  }

  /** The answer to all of them with a line for each; as it is where there is but one. */
  Answer told(Answer together, List<ReadFile> files) {
    if (files.size() < 2) {
      return together;
    }
    List<String> lines = files.stream().limit(MAX_FILES).map(this::line).toList();
    List<Part> lead = new ArrayList<>(together.lead());
    lead.add(new Part.Bullets(words.ui("files.title"), lines));
    return together.with(brief(together.brief(), files, lines), List.copyOf(lead));
  }

  /** Counted groups would say the same once more, where each file tells of one failure at most. */
  private Brief brief(Brief together, List<ReadFile> files, List<String> lines) {
    boolean one = files.stream().allMatch(file -> file.read().findings().size() < 2);
    Brief named =
        draft(together, lines).table(List.of(), List.of()).done(together.title(), List.of());
    boolean all = one && named.lines().equals(lines);
    BriefDraft draft = draft(together, lines);
    return (all ? draft.table(List.of(), List.of()) : draft)
        .done(together.title(), together.sources());
  }

  private BriefDraft draft(Brief together, List<String> lines) {
    return new BriefDraft(words, together).lines(lines);
  }

  private String line(ReadFile file) {
    String name = Quotation.of(file.name(), MAX_NAME);
    return words.ui("labelled", name.isEmpty() ? words.ui("files.text") : name, said(file));
  }

  /** What is most important in it, and how much more there is. */
  private String said(ReadFile file) {
    List<Finding> findings = file.read().findings();
    if (findings.isEmpty()) {
      return words.ui("files.nothing");
    }
    Finding first = findings.get(0);
    String sign = DiagnosisComposer.tone(first).sign();
    String told =
        (sign + " " + DiagnosisComposer.subject(first, words)).strip()
            + Brief.JOIN
            + words.cause(first.cause()).name();
    return findings.size() == 1 ? told : told + " " + words.ui("files.more", findings.size() - 1);
  }
}
