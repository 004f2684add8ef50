package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.CodeToSend;
import io.github.smtpbot.catalog.EnhancedCodeFacts;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Asked;
import io.github.smtpbot.question.Question;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers which code a server should send, for people who run one: {@code 452 or 552 for mailbox
 * full?}.
 */
final class WhichCodeComposer {

  /** So many codes that mean a cause are named. */
  private static final int MAX_MEANING = 8;

  private final Catalog catalog;
  private final Words words;
  private final CodeParts parts;

  WhichCodeComposer(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
    this.parts = new CodeParts(catalog, words);
  }

  static boolean answers(Asked asked) {
    return !asked.mentions().causes().isEmpty();
  }

  Answer answer(Asked asked) {
    CodeToSend send = asked.toSend(catalog);
    Cause cause = send == null ? asked.mentions().causes().get(0) : send.cause();
    String name = words.cause(cause).name();
    if (asked.yesIf() == Asked.YesIf.MEANS) {
      return meaning(asked, cause, send);
    }
    Draft draft =
        new Draft(Answer.Kind.EXPLAIN, words, words.ui("send.title", name))
            .shareable(asked.canonical(catalog));
    if (send == null) {
      String none = words.ui("send.none");
      return draft
          .summary(none)
          .lead(new Part.Text("", none))
          .sources(catalog.cause(cause).sources())
          .done();
    }
    String answer = answer(asked, send);
    draft.brief().meaning(answer);
    if (!send.avoid().isEmpty()) {
      // With its heading, or it would read as what to send.
      String avoid = send.avoid().stream().map(Code::text).collect(Collectors.joining(", "));
      draft.brief().lines(List.of(words.ui("labelled", words.ui("send.avoid"), avoid)));
    }
    draft
        .codes(List.of(send.code().text(), send.with().text()))
        .summary(answer)
        .tone(Tone.of(send.code().severity()))
        .lead(new Part.Text("", answer))
        .lead(avoid(send))
        .detail(
            new Part.Choices(words.ui("related"), parts.choices(List.of(send.code(), send.with()))))
        .sources(send.sources())
        .followUp(send.reply(), send.reply());
    for (Code code : send.avoid()) {
      String versus = send.replyCode() + " vs " + code;
      draft.followUp(words.ui("versus", send.replyCode(), code), versus);
    }
    return draft.done();
  }

  /** The codes by which a server tells the cause, for who received one. */
  private Answer meaning(Asked asked, Cause cause, @Nullable CodeToSend send) {
    List<Code> telling = new CodesOfCause(catalog).of(cause);
    String name = words.cause(cause).name();
    List<Code> codes =
        Stream.concat(
                Stream.ofNullable(send).flatMap(WhichCodeComposer::codes),
                telling.stream().flatMap(this::ofEachClass))
            .distinct()
            .limit(MAX_MEANING)
            .toList();
    String listed = codes.stream().map(Code::text).collect(Collectors.joining(", "));
    String answer = codes.isEmpty() ? words.ui("send.none") : words.ui("means.codes", name, listed);
    Draft draft =
        new Draft(Answer.Kind.EXPLAIN, words, words.ui("means.title", name))
            .codes(codes.stream().map(Code::text).toList())
            .summary(answer)
            .lead(new Part.Text("", answer))
            .shareable(asked.canonical(catalog))
            .sources(catalog.cause(cause).sources());
    draft.brief().meaning(answer);
    if (!codes.isEmpty()) {
      draft.lead(new Part.Choices("", parts.choices(codes)));
    }
    if (send != null) {
      draft
          .detail(
              new Part.Text(
                  words.ui("means.send"),
                  words.ui("send.answer", send.reply(), words.codeToSend(send))))
          .sources(send.sources());
    }
    codes.stream().limit(4).forEach(code -> draft.followUp(code.text(), code.text()));
    return draft.done();
  }

  private static Stream<Code> codes(CodeToSend send) {
    return Stream.of(Stream.of(send.replyCode()), send.also().stream(), Stream.of(send.enhanced()))
        .flatMap(codes -> codes);
  }

  /** A code of any class as it is received: {@code 5.2.2} and {@code 4.2.2}. */
  private Stream<Code> ofEachClass(Code code) {
    EnhancedCodeFacts facts =
        code instanceof EnhancedStatusCode enhanced ? catalog.find(enhanced) : null;
    return facts == null || ((EnhancedStatusCode) code).classDigit() != 0
        ? Stream.of(code)
        : facts.classes().stream()
            .filter(digit -> digit > 2)
            .sorted(Comparator.reverseOrder())
            .map(digit -> facts.code().ofClass(digit));
  }

  /** No choices: what is offered to read about is the code to send. */
  private Part.@Nullable Bullets avoid(CodeToSend send) {
    return send.avoid().isEmpty()
        ? null
        : new Part.Bullets(
            words.ui("send.avoid"),
            send.avoid().stream()
                .map(code -> words.ui("title", code, words.code(code).name()))
                .toList());
  }

  private String answer(Asked asked, CodeToSend send) {
    String why = words.codeToSend(send);
    List<Question.Subject> named = asked.mentions().subjects();
    if (named.size() < 2) {
      return words.ui("send.answer", send.reply(), why);
    }
    String between = named.stream().map(Question.Subject::text).collect(Collectors.joining(", "));
    if (named.stream()
        .anyMatch(subject -> has(subject, send.code()) || has(subject, send.with()))) {
      return words.ui("send.between", between, send.reply(), why);
    }
    return send.also().stream()
        .filter(code -> named.stream().anyMatch(subject -> has(subject, code)))
        .findFirst()
        .map(
            code ->
                words.ui(
                    "send.between_also", between, code + " " + send.enhanced(), send.reply(), why))
        .orElseGet(() -> words.ui("send.neither", between, send.reply(), why));
  }

  private static boolean has(Question.Subject subject, Code code) {
    return List.of(subject.text().split(" ")).contains(code.text());
  }
}
