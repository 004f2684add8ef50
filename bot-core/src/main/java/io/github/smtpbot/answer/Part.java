package io.github.smtpbot.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of an answer. Text is plain, without markup; headings are in the answer's language. */
public sealed interface Part {

  /**
   * What matters most, as labelled lines: what the sending server does next, who acts, what to do
   * first.
   *
   * @param tone its colour
   * @param facts label and value, in order of importance
   */
  record Verdict(Tone tone, List<Fact> facts) implements Part {}

  /**
   * A label and its value.
   *
   * @param label a few words
   * @param value at most 300 characters
   */
  record Fact(String label, String value) {}

  /**
   * Prose.
   *
   * @param heading may be empty
   * @param text at most 1000 characters
   */
  record Text(String heading, String text) implements Part {}

  /**
   * A list.
   *
   * @param heading may be empty
   * @param items each at most 300 characters
   */
  record Bullets(String heading, List<String> items) implements Part {}

  /**
   * Codes side by side.
   *
   * @param heading may be empty
   * @param columns the column heads, without one for the row labels; two to five
   * @param rows the rows; each has as many values as there are columns
   */
  record Table(String heading, List<String> columns, List<Row> rows) implements Part {}

  /**
   * A row of a table.
   *
   * @param label what is compared
   * @param values one for each column
   * @param differs whether the values differ
   */
  record Row(String label, List<String> values, boolean differs) {

    /** Which of the columns have each value, in the order of the columns. */
    public Map<String, List<String>> byValue(List<String> columns) {
      Map<String, List<String>> by = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        by.computeIfAbsent(values.get(i), value -> new ArrayList<>()).add(columns.get(i));
      }
      return Collections.unmodifiableMap(by);
    }
  }

  /**
   * All about one code, in an answer about several.
   *
   * @param title the code and its name
   * @param tone its colour
   * @param parts {@link Text} and {@link Bullets} only
   */
  record Section(String title, Tone tone, List<Part> parts) implements Part {}

  /**
   * Pasted lines, quoted. They are hostile: show them inert, in a code block, never as markup.
   *
   * @param heading may be empty
   * @param lines at most 12, each at most 300 characters
   */
  record Quote(String heading, List<String> lines) implements Part {}

  /**
   * A warning or a hint that must not be overlooked.
   *
   * @param text at most 400 characters
   */
  record Notice(String text) implements Part {}

  /**
   * Codes to choose from, each of which is a question.
   *
   * @param heading may be empty
   * @param choices in order of relevance
   */
  record Choices(String heading, List<Choice> choices) implements Part {}

  /**
   * One of several things to ask about.
   *
   * @param question what to ask, at most 80 characters; for a code the code itself
   * @param name what it is called
   */
  record Choice(String question, String name) {}
}
