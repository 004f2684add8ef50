package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Sentences;
import io.github.smtpbot.catalog.Source;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.diagnosis.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells of several files which of them said what, for the one who gave them. */
final class FilesComposer {

  /** A file's name has so much of a line of a phone, in characters. */
  private static final int MAX_NAME = 24;

  private static final int MAX_FILES = 20;

  /** What was asked beside has two lines of a phone, that break at words. */
  private static final int MAX_ASKED = 72;

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

  /**
   * What was told, and below it in short what was given beside it.
   *
   * @param asked the answer to what was asked with it; null for nothing
   * @param files what else was read
   * @param logs the names of the logs that were counted
   */
  Answer beside(Answer told, @Nullable Answer asked, List<ReadFile> files, List<String> logs) {
    List<String> said = new ArrayList<>(files.stream().limit(MAX_FILES).map(this::line).toList());
    if (logs.size() + files.size() > 1 && !logs.isEmpty()) {
      said.add(words.ui("labelled", names(logs), words.ui("files.log")));
    }
    List<String> lines =
        new ArrayList<>(said.stream().map(line -> Clip.to(line, Brief.COLUMNS)).toList());
    List<Part> lead = new ArrayList<>(told.lead());
    if (asked != null) {
      lines.add(
          0,
          Clip.to(words.ui("labelled", asked.title(), firstSentence(asked.summary())), MAX_ASKED));
    }
    if (!said.isEmpty()) {
      lead.add(new Part.Bullets(words.ui("files.title"), said));
    }
    if (lines.isEmpty()) {
      return told;
    }
    Answer all = told.with(withLines(told, lines), List.copyOf(lead));
    return asked == null ? all : all.beside(asked);
  }

  /**
   * The brief with a line for each, as far as there is room. Of a log, the smallest groups make
   * room for them, then the sources, at last the first step: all of these are told in full
   * elsewhere.
   */
  private Brief withLines(Answer told, List<String> lines) {
    Brief brief = told.brief();
    if (told.kind() != Answer.Kind.LOG) {
      Brief whole = draft(brief, lines).done(brief.title(), told.sources());
      return whole.lines().containsAll(lines)
          ? whole
          : draft(brief, lines).done(brief.title(), List.of());
    }
    Part.Table table = brief.table();
    List<Part.Row> rows = table == null ? List.of() : table.rows();
    List<String> heads = table == null ? List.of() : table.columns();
    for (List<Source> cited : List.of(told.sources(), List.<Source>of())) {
      for (int kept = rows.size(); kept >= Math.min(1, rows.size()); kept--) {
        Brief shorter =
            draft(brief, lines).ranked(heads, rows.subList(0, kept)).done(brief.title(), cited);
        if (shorter.lines().containsAll(lines)) {
          return shorter;
        }
      }
    }
    BriefDraft bare = draft(brief, lines).table(List.of(), List.of());
    Brief shortest = bare.done(brief.title(), List.of());
    return shortest.lines().isEmpty() ? bare.first(null).done(brief.title(), List.of()) : shortest;
  }

  private String firstSentence(String text) {
    return Sentences.of(text, words.ui("sentence.start")).get(0);
  }

  private String names(List<String> files) {
    return files.stream()
        .limit(MAX_FILES)
        .map(this::name)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private String name(String file) {
    String name = Quotation.of(file, MAX_NAME);
    return name.isEmpty() ? words.ui("files.text") : name;
  }

  private String line(ReadFile file) {
    return words.ui("labelled", name(file.name()), said(file));
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
