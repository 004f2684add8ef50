package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.Codes;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Question;
import io.github.smtpbot.question.QuestionParser;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what can be asked, and what is wrong with what was asked. */
final class HelpComposer {

  /** How much of what is no code is said back. */
  private static final int MAX_WRITTEN = 60;

  private final Words words;
  private final CodeParts parts;
  private final ProviderCodes codes;

  HelpComposer(Catalog catalog, Words words) {
    this.words = words;
    this.parts = new CodeParts(catalog, words);
    this.codes = new ProviderCodes(catalog, words);
  }

  Answer help() {
    return examples(
            new Draft(Answer.Kind.HELP, words, words.ui("help.title"))
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
    return draft.offer(
        new Part.Choices(
            words.ui("help.examples"),
            List.of(
                new Part.Choice("550", words.ui("help.explain")),
                new Part.Choice("252 vs 501", words.ui("help.compare")),
                new Part.Choice("550 5.7.1", words.ui("help.reply")),
                new Part.Choice("4xx", words.ui("help.browse")),
                new Part.Choice("is 421 permanent?", words.ui("help.ask")),
                new Part.Choice("gmail 421", words.ui("help.provider")),
                new Part.Choice("which code for mailbox full", words.ui("help.send")),
                new Part.Choice("RCPT", words.ui("help.command")),
                new Part.Choice("list providers", words.ui("help.list")),
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
    return new Draft(Answer.Kind.LIMIT, words, words.ui("limit.codes.title"))
        .codes(question.subjects().stream().map(Question.Subject::text).limit(50).toList())
        .summary(text)
        .lead(new Part.Text("", text))
        .offer(
            new Part.Choices(
                words.ui("limit.instead"),
                List.of(new Part.Choice(compare, words.ui("help.compare")))))
        .followUp(Clip.to(compare, 40), compare)
        .done();
  }

  Answer tooLong(Question.TooLong question) {
    return tooLong(words.ui("limit.text", readable(question.length()), readable(question.limit())));
  }

  /** That a file is larger than so many bytes; by how much nobody has to find out. */
  Answer tooLarge(int limit) {
    return tooLong(words.ui("limit.file", limit >> 20));
  }

  Answer noText() {
    return limit(words.ui("limit.no_text.title"), words.ui("limit.no_text"));
  }

  private Answer tooLong(String text) {
    return limit(words.ui("limit.text.title"), text);
  }

  private Answer limit(String title, String text) {
    return new Draft(Answer.Kind.LIMIT, words, title)
        .summary(text)
        .lead(new Part.Text("", text))
        .done();
  }

  private static String readable(long amount) {
    return String.format(Locale.ROOT, "%,d", amount);
  }

  Answer noSuchCode(Question.NoSuchCode question) {
    String written = Quotation.of(question.written(), MAX_WRITTEN);
    Code code = Codes.parse(question.written()).orElse(null);
    boolean unassigned = question.why() == Question.NoSuchCode.Why.UNASSIGNED;
    String reason = words.ui("unknown." + question.why().name().toLowerCase(Locale.ROOT), written);
    Draft draft =
        new Draft(
                Answer.Kind.UNKNOWN,
                words,
                words.ui(unassigned ? "unknown.unassigned.title" : "unknown.title", written))
            .codes(List.of(written))
            .summary(reason)
            .lead(new Part.Text("", reason));
    draft.brief().meaning(reason);
    if (QuestionParser.PORTS.contains(written)) {
      draft
          .lead(ListComposer.ofPort(written, words))
          .followUp(words.ui("list.ports"), "list ports");
    }
    if (unassigned && code != null) {
      sayDigits(draft, code);
    }
    if (code instanceof EnhancedStatusCode enhanced) {
      draft.lead(codes.neighbours(enhanced));
    }
    if (question.nearest().isEmpty()) {
      examples(draft);
    } else {
      draft.offerCodes(
          new Part.Choices(words.ui("unknown.nearest"), parts.choices(question.nearest())));
      question.nearest().stream()
          .limit(4)
          .forEach(near -> draft.followUp(near.text(), near.text()));
    }
    return draft.shareable(written).done();
  }

  /** Of a code that nobody has assigned, what its digits say still holds. */
  private void sayDigits(Draft draft, Code code) {
    Tone tone = Tone.of(code.severity());
    draft
        .tone(tone)
        .lead(new Part.Verdict(tone, List.of(parts.next(Profile.outcome(code.severity())))))
        .lead(parts.digits(code))
        .sources(
            List.of(
                code instanceof EnhancedStatusCode
                    ? CodeParts.ENHANCED_CODE_NUMBERS
                    : CodeParts.REPLY_CODE_DIGITS));
  }

  /** That nothing was found for these words. */
  Answer nothingFound(String text) {
    return examples(
            new Draft(Answer.Kind.UNKNOWN, words, words.ui("nothing.title", Quotation.of(text, 60)))
                .summary(words.ui("nothing.summary"))
                .lead(new Part.Text("", words.ui("nothing.summary"))))
        .done();
  }
}
