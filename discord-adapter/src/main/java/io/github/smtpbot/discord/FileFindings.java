package io.github.smtpbot.discord;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Brief;
import io.github.smtpbot.answer.Shareable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was read in some files. What is the same in several is told once, with the names of all;
 * what holds a mail server's reply comes before what holds none. Holds answers and names, no
 * contents. Not thread-safe: the files are read one after the other.
 */
final class FileFindings {

  private final Map<Object, Told> answers = new LinkedHashMap<>();
  private final Map<AttachmentReader.Problem, List<String>> problems = new LinkedHashMap<>();

  /** What is told of these files. */
  record Told(Answer answer, List<String> files) {}

  /** Answers that look the same, and would look the same to others. */
  private record Same(Brief brief, @Nullable Shareable shareable) {}

  void add(String file, Answer answer) {
    answers
        .computeIfAbsent(
            new Same(answer.brief(), answer.shareable()),
            same -> new Told(answer, new ArrayList<>()))
        .files()
        .add(file);
  }

  /** A file that could not be read. */
  void addProblem(String file, AttachmentReader.Problem problem) {
    problems.computeIfAbsent(problem, same -> new ArrayList<>()).add(file);
  }

  /** What was found, then what holds no reply; each in the order of the files. */
  List<Told> told() {
    return Stream.of(true, false)
        .flatMap(
            found ->
                answers.values().stream().filter(told -> Desk.hasFinding(told.answer()) == found))
        .toList();
  }

  /** The files that could not be read, by why. */
  Map<AttachmentReader.Problem, List<String>> problems() {
    return problems;
  }
}
