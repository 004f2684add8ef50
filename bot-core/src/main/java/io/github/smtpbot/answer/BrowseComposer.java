package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.CodeStatus;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.CommandReply;
import io.github.smtpbot.catalog.EnhancedCodeFacts;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Named;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.ReplyCodeFacts;
import io.github.smtpbot.catalog.Sentences;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Source;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Asked;
import io.github.smtpbot.question.Family;
import io.github.smtpbot.question.Question;
import io.github.smtpbot.question.QuestionParser;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists families of codes, and what a command may be answered with. */
final class BrowseComposer {

  private static final Source REPLY_CODES =
      new Source("RFC 5321 §4.2.3", "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3");

  /** Every enhanced status code, {@code x.x.x}. */
  private static final Family ALL_ENHANCED = new Family.EnhancedCodes(0, -1);

  private final Catalog catalog;
  private final Words words;
  private final CodeParts parts;

  BrowseComposer(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
    this.parts = new CodeParts(catalog, words);
  }

  Answer browse(Question.Browse question) {
    Family family = question.family();
    boolean enhanced = family instanceof Family.EnhancedCodes;
    List<Code> codes = enhanced ? enhancedOf((Family.EnhancedCodes) family) : replyCodesOf(family);
    Draft draft =
        new Draft(Answer.Kind.BROWSE, words, title(family))
            .codes(codes.stream().map(Code::text).toList())
            .summary(summary(family, codes.size()))
            .sources(List.of(enhanced ? CodeParts.ENHANCED_CODE_NUMBERS : REPLY_CODES))
            .shareable(question.canonical());
    if (family instanceof Family.EnhancedCodes of) {
      describe(draft, of);
    } else if (family instanceof Family.ReplyCodes of) {
      describe(draft, of);
    }
    if (codes.isEmpty()) {
      return draft.warning(new Part.Notice(words.ui("browse.none", family.text()))).done();
    }
    if (enhanced) {
      draft.offerCodes(new Part.Choices("", parts.choices(codes)));
    } else {
      choose(draft, codes, words.ui("browse.standard"), this::isStandard);
      choose(draft, codes, words.ui("browse.nonstandard"), code -> !isStandard(code));
    }
    List<Family> narrower =
        codes.stream().flatMap(code -> within(family, code)).distinct().toList();
    narrower.forEach(of -> draft.followUp(of.text(), new Question.Browse(of).canonical()));
    if (narrower.isEmpty()) {
      codes.stream().limit(4).forEach(code -> draft.followUp(code.text(), code.text()));
    }
    return draft.done();
  }

  /** What the family means, by its last digit that means anything, and how many codes it has. */
  private String summary(Family family, int codes) {
    Named said =
        family instanceof Family.EnhancedCodes of
            ? words.subject(of.subject())
            : family instanceof Family.ReplyCodes of && of.prefix() < 10
                ? words.severity(Severity.ofDigit(of.prefix()))
                : null;
    if (family instanceof Family.All) {
      return words.ui("browse.all.summary", codes);
    }
    if (family.equals(ALL_ENHANCED)) {
      return words.ui("browse.enhanced.summary", codes);
    }
    return said == null || codes == 0
        ? words.ui("browse.summary", codes, family.text())
        : words.ui("browse.means", family.text(), said.name(), said.meaning());
  }

  private String title(Family family) {
    if (family.equals(ALL_ENHANCED)) {
      return words.ui("browse.enhanced");
    }
    return family instanceof Family.All
        ? words.ui("browse.all")
        : words.ui("browse.title", family.text());
  }

  /** The families within a family that a code of it belongs to; none within the narrowest. */
  private static Stream<Family> within(Family family, Code code) {
    if (code instanceof ReplyCode reply && reply.severity() != Severity.UNKNOWN) {
      if (family instanceof Family.All) {
        return Stream.of(new Family.ReplyCodes(reply.value() / 100));
      }
      boolean wide = family instanceof Family.ReplyCodes of && of.prefix() < 10;
      return wide ? Stream.of(new Family.ReplyCodes(reply.value() / 10)) : Stream.of();
    }
    if (family instanceof Family.EnhancedCodes of && code instanceof EnhancedStatusCode enhanced) {
      if (of.subject() < 0) {
        return Stream.of(new Family.EnhancedCodes(of.classDigit(), enhanced.subject()));
      }
      if (of.classDigit() == 0) {
        return Stream.of(4, 5).map(digit -> new Family.EnhancedCodes(digit, of.subject()));
      }
    }
    return Stream.of();
  }

  private void describe(Draft draft, Family.ReplyCodes family) {
    int first = family.prefix() < 10 ? family.prefix() : family.prefix() / 10;
    Severity severity = Severity.ofDigit(first);
    Named said = words.severity(severity);
    draft.tone(Tone.of(severity)).lead(new Part.Text(said.name(), said.meaning()));
    draft.brief().meaning(said.meaning());
    int second = family.prefix() % 10;
    if (family.prefix() >= 10 && second <= 5) {
      draft.lead(new Part.Text(words.category(second).name(), words.category(second).meaning()));
    }
  }

  private void describe(Draft draft, Family.EnhancedCodes family) {
    if (family.classDigit() != 0) {
      Named said = words.classOf(family.classDigit());
      draft
          .tone(Tone.of(Severity.ofDigit(family.classDigit())))
          .lead(new Part.Text(said.name(), said.meaning()));
    }
    Named subject = words.subject(family.subject());
    if (subject != null) {
      draft.brief().meaning(subject.meaning());
      draft.lead(new Part.Text(subject.name(), subject.meaning()));
    }
  }

  private List<Code> replyCodesOf(Family family) {
    return catalog.replyCodes().stream()
        .map(facts -> (Code) facts.code())
        .filter(family::contains)
        .toList();
  }

  /** Of a family with a class only the codes that are seen with it. */
  private List<Code> enhancedOf(Family.EnhancedCodes family) {
    List<Code> codes = new ArrayList<>();
    for (EnhancedCodeFacts facts : catalog.enhancedCodes()) {
      boolean seen = family.classDigit() == 0 || facts.classes().contains(family.classDigit());
      if (seen && family.contains(facts.code())) {
        codes.add(facts.code().ofClass(family.classDigit()));
      }
    }
    return codes;
  }

  private boolean isStandard(Code code) {
    ReplyCodeFacts facts = catalog.find((ReplyCode) code);
    return facts != null && facts.status() == CodeStatus.STANDARD;
  }

  private void choose(Draft draft, List<Code> codes, String heading, Predicate<Code> which) {
    List<Code> chosen = codes.stream().filter(which).toList();
    draft.offerCodes(chosen.isEmpty() ? null : new Part.Choices(heading, parts.choices(chosen)));
  }

  /** What each of several commands is for, and is answered with. */
  Answer commands(Asked asked) {
    List<Command> commands =
        asked.mentions().commands().stream().limit(QuestionParser.MAX_COMPARED).toList();
    String names =
        commands.stream()
            .map(command -> words.command(command).name())
            .collect(Collectors.joining(" / "));
    List<String> lines =
        commands.stream()
            .map(words::command)
            .map(command -> words.ui("labelled", command.name(), command.meaning()))
            .toList();
    Draft draft =
        new Draft(Answer.Kind.COMMAND, words, names)
            .summary(String.join(" ", lines))
            .shareable(asked.canonical(catalog));
    draft.brief().lines(lines);
    for (Command command : commands) {
      Named said = words.command(command);
      List<CommandReply> replies = parts.repliesTo(command);
      String codes = codes(command);
      draft.lead(new Part.Text(said.name(), said.meaning()));
      draft.lead(
          codes.isEmpty()
              ? null
              : new Part.Text("", words.ui("command.codes", said.name(), codes)));
      replies.forEach(reply -> draft.sources(List.of(reply.source())));
      draft.followUp(said.name(), new Question.CommandReplies(command).canonical());
    }
    return draft.done();
  }

  Answer command(Question.CommandReplies question) {
    Named command = words.command(question.command());
    List<CommandReply> replies = parts.repliesTo(question.command());
    String codes = codes(question.command());
    String first = Sentences.upperFirst(words.ui("command.codes", command.name(), codes));
    Draft draft =
        new Draft(Answer.Kind.COMMAND, words, words.ui("command.title", command.name()))
            .codes(replies.stream().map(reply -> reply.code().text()).toList())
            .summary(first + " " + command.meaning())
            .lead(new Part.Text("", command.meaning()))
            .shareable(question.canonical());
    draft.brief().meaning(command.meaning());
    listReplies(draft, "command.success", replies, r -> !r.obsolete() && isPositive(r));
    listReplies(draft, "command.failure", replies, r -> !r.obsolete() && !isPositive(r));
    listReplies(draft, "command.obsolete", replies, CommandReply::obsolete);
    draft.detail(new Part.Text("", words.ui("command.any")));
    replies.forEach(reply -> draft.sources(List.of(reply.source())));
    replies.stream()
        .filter(reply -> !reply.obsolete() && reply.code().value() != 250)
        .filter(reply -> !CodeParts.answersAnyCommand(reply.code()))
        .limit(3)
        .forEach(
            reply ->
                draft.followUp(
                    words.ui("phase.title", reply.code(), command.name()),
                    new Question.InPhase(reply.code(), question.command()).canonical()));
    return draft.done();
  }

  /** The codes of today that are about the command, those of a success first. */
  private String codes(Command command) {
    return parts.codesOf(command).stream()
        .distinct()
        .sorted()
        .map(ReplyCode::text)
        .collect(Collectors.joining(", "));
  }

  private static boolean isPositive(CommandReply reply) {
    Severity severity = reply.code().severity();
    return severity == Severity.SUCCESS || severity == Severity.INTERMEDIATE;
  }

  private void listReplies(
      Draft draft, String heading, List<CommandReply> replies, Predicate<CommandReply> which) {
    List<ReplyCode> codes =
        replies.stream().filter(which).map(CommandReply::code).sorted().toList();
    draft.offerCodes(
        codes.isEmpty() ? null : new Part.Choices(words.ui(heading), parts.choices(codes)));
  }
}
