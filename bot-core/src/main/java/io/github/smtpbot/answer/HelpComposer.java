package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.Codes;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Source;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Question;
import io.github.smtpbot.question.QuestionParser;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what can be asked, and what is wrong with what was asked. */
final class HelpComposer {

  private final Catalog catalog;
  private final Words words;
  private final CodeParts parts;

  HelpComposer(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
    this.parts = new CodeParts(catalog, words);
  }

  Answer help() {
    return examples(
            new Draft(Answer.Kind.HELP, words.language(), words.ui("help.title"))
                .summary(words.ui("help.summary"))
                .lead(new Part.Text("", words.ui("help.summary"))))
        .lead(new Part.Text(words.ui("help.paste"), words.ui("help.paste.how")))
        .detail(new Part.Text(words.ui("help.privacy"), words.ui("help.privacy.how")))
        .followUp("252 vs 501", "252 vs 501")
        .followUp("5.7.1", "5.7.1")
        .shareable("help")
        .done();
  }

  private Draft examples(Draft draft) {
    return draft.lead(
        new Part.Choices(
            words.ui("help.examples"),
            List.of(
                new Part.Choice("550", words.ui("help.explain")),
                new Part.Choice("252 vs 501", words.ui("help.compare")),
                new Part.Choice("550 5.7.1", words.ui("help.reply")),
                new Part.Choice("4xx", words.ui("help.browse")),
                new Part.Choice("RCPT", words.ui("help.command")),
                new Part.Choice("mailbox full", words.ui("help.search")))));
  }

  Answer tooMany(Question.TooManyCodes question) {
    List<Question.Subject> first = question.subjects().subList(0, QuestionParser.MAX_COMPARED);
    String compare = new Question.Compare(first).canonical();
    String text =
        words.ui(
            "limit.codes",
            question.subjects().size(),
            QuestionParser.MAX_COMPARED,
            Clip.to(
                question.subjects().stream()
                    .map(Question.Subject::text)
                    .collect(Collectors.joining(", ")),
                200));
    return new Draft(Answer.Kind.LIMIT, words.language(), words.ui("limit.codes.title"))
        .codes(question.subjects().stream().map(Question.Subject::text).limit(50).toList())
        .summary(text)
        .lead(new Part.Text("", text))
        .lead(
            new Part.Choices(
                words.ui("limit.instead"),
                List.of(new Part.Choice(compare, words.ui("help.compare")))))
        .followUp(Clip.to(compare, 40), compare)
        .done();
  }

  /** That a text or a file is longer than what is read; the key says which of the two. */
  Answer tooLong(String key, long length, long limit) {
    String text = words.ui(key, readable(length), readable(limit));
    return new Draft(Answer.Kind.LIMIT, words.language(), words.ui("limit.text.title"))
        .summary(text)
        .lead(new Part.Text("", text))
        .done();
  }

  private static String readable(long amount) {
    return String.format(Locale.ROOT, "%,d", amount);
  }

  Answer noSuchCode(Question.NoSuchCode question) {
    String reason =
        words.ui("unknown." + question.why().name().toLowerCase(Locale.ROOT), question.written());
    Draft draft =
        new Draft(
                Answer.Kind.UNKNOWN,
                words.language(),
                words.ui("unknown.title", question.written()))
            .codes(List.of(question.written()))
            .summary(reason)
            .lead(new Part.Text("", reason));
    Codes.parse(question.written()).ifPresent(code -> sayDigits(draft, code, question.why()));
    if (!question.nearest().isEmpty()) {
      draft.lead(new Part.Choices(words.ui("unknown.nearest"), parts.choices(question.nearest())));
      question.nearest().stream()
          .limit(4)
          .forEach(code -> draft.followUp(code.text(), code.text()));
    }
    return draft.shareable(question.canonical()).done();
  }

  private void sayDigits(Draft draft, Code code, Question.NoSuchCode.Why why) {
    if (code instanceof EnhancedStatusCode enhanced) {
      draft.lead(parts.providers(enhanced));
    }
    if (why == Question.NoSuchCode.Why.UNASSIGNED && code.severity() != Severity.UNKNOWN) {
      draft
          .tone(Tone.of(code.severity()))
          .lead(
              new Part.Verdict(
                  Tone.of(code.severity()), List.of(parts.next(Profile.outcome(code.severity())))))
          .lead(parts.digits(code))
          .sources(
              catalog.has(code)
                  ? List.of()
                  : List.of(
                      new Source(
                          "RFC 5321 §4.2.1",
                          "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1")));
    }
  }

  /** That nothing was found for these words. */
  Answer nothingFound(String text) {
    return examples(
            new Draft(
                    Answer.Kind.UNKNOWN,
                    words.language(),
                    words.ui("nothing.title", Clip.to(text.strip(), 60)))
                .summary(words.ui("nothing.summary"))
                .lead(new Part.Text("", words.ui("nothing.summary"))))
        .done();
  }
}
