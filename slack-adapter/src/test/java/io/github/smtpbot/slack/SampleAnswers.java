package io.github.smtpbot.slack;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Brief;
import io.github.smtpbot.answer.FollowUp;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.answer.Tone;
import io.github.smtpbot.catalog.Source;
import io.github.smtpbot.question.Asked;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Answers made of one text, which may be hostile, with every kind of part at its largest. */
final class SampleAnswers {

  private SampleAnswers() {}

  /** Every kind of part, once in the lead and once in the details, each as large as it may be. */
  static Answer largest(String text, Locale locale) {
    List<Part> parts =
        List.of(
            new Part.Verdict(
                Tone.PERMANENT,
                Collections.nCopies(6, new Part.Fact(fill(text, 40), fill(text, 300)))),
            new Part.Notice(fill(text, 400)),
            new Part.Text(fill(text, 60), fill(text, 1000)),
            new Part.Bullets(fill(text, 60), Collections.nCopies(12, fill(text, 300))),
            table(text, 2),
            table(text, 5),
            new Part.Section(
                fill(text, 100),
                Tone.TRANSIENT,
                List.of(
                    new Part.Text(fill(text, 60), fill(text, 1000)),
                    new Part.Bullets(fill(text, 60), Collections.nCopies(6, fill(text, 300))))),
            new Part.Quote(fill(text, 60), Collections.nCopies(12, fill(text, 300))),
            choices(text, 250));
    return answer(text, locale, parts, parts);
  }

  /** An answer of these parts. */
  static Answer answer(String text, Locale locale, List<Part> lead, List<Part> details) {
    List<Source> sources = new ArrayList<>();
    List<FollowUp> followUps = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      sources.add(
          new Source(
              fill(text, 60), "https://www.rfc-editor.org/rfc/rfc5321?a=1&b=2#section-" + i));
      followUps.add(new FollowUp(fill(text, 40), fill("q" + i + text, 80)));
    }
    return new Answer(
        Answer.Kind.COMPARE,
        locale,
        List.of("252"),
        fill(text, 150),
        fill(text, 900),
        Tone.PERMANENT,
        brief(text, sources),
        lead,
        details,
        sources,
        followUps,
        Shareable.ofToken("1!550;5.1.1;kmljf;;;p99;;")
            .map(found -> ((Shareable.Found) found).withWords(fill(text, 400)))
            .orElseThrow(),
        null,
        Asked.NOTHING);
  }

  /** Larger than any that is made. */
  private static Brief brief(String text, List<Source> sources) {
    return new Brief(
        fill(text, 300),
        List.of(),
        new Brief.Verdict(
            Tone.PERMANENT,
            List.of(
                new Brief.Span(fill(text, 100), true),
                new Brief.Span(Brief.JOIN, false),
                new Brief.Span(fill(text, 200), false))),
        fill(text, 400),
        fill(text, 2000),
        new Part.Fact(fill(text, 40), fill(text, 1000)),
        table(text, 5),
        Collections.nCopies(12, fill(text, 300)),
        Collections.nCopies(12, fill(text, 300)),
        Collections.nCopies(2, fill(text, 400)),
        List.of(fill(text, 100), fill(text, 100)),
        sources);
  }

  static Part.Table table(String text, int columns) {
    List<Part.Row> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      rows.add(
          new Part.Row(fill(text, 40), Collections.nCopies(columns, fill(text, 300)), i % 2 == 0));
    }
    return new Part.Table(fill(text, 60), Collections.nCopies(columns, fill(text, 20)), rows);
  }

  static Part.Choices choices(String text, int count) {
    List<Part.Choice> choices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      choices.add(new Part.Choice(fill("c" + i + text, 80), fill(text, 200)));
    }
    return new Part.Choices(fill(text, 60), choices);
  }

  /** The text again and again, up to this length. */
  static String fill(String text, int length) {
    if (text.isEmpty()) {
      return "";
    }
    return text.repeat(length / text.length() + 1).substring(0, length);
  }
}
