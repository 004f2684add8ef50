package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.CodeToSend;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Asked;
import io.github.smtpbot.question.Question;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers which code a server should send, for people who run one: {@code 452 or 552 for mailbox
 * full?}.
 */
final class WhichCodeComposer {

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
      String versus = replyCode(send) + " vs " + code;
      draft.followUp(words.ui("versus", replyCode(send), code), versus);
    }
    return draft.done();
  }

  private static Code replyCode(CodeToSend send) {
    return send.reply().startsWith(send.code().text()) ? send.code() : send.with();
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
    return words.ui("send.between", between, send.reply(), why);
  }
}
