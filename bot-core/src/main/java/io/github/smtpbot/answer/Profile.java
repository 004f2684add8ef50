package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.CodeStatus;
import io.github.smtpbot.catalog.CodeWords;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.EnhancedCodeFacts;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Outcome;
import io.github.smtpbot.catalog.Party;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.ReplyCodeFacts;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Source;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Question;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the subject of a question, be it a reply code, an enhanced status code, or a reply
 * with both: what answers and comparisons are computed from.
 *
 * @param text the subject as text
 * @param name what it is called
 * @param severity what its first digit says; of a reply, the reply code's, which a client goes by
 * @param outcome what the sending server does next
 * @param acts whose turn it is
 * @param commands where it is met; empty if that is not defined
 * @param status how it stands with the standards
 * @param emitters who sends it, where no RFC defines it
 * @param codes the codes it consists of, the most telling first
 * @param sources where this is written
 * @param words what is said of its most telling code; null if the catalog does not have it
 */
record Profile(
    String text,
    String name,
    Severity severity,
    Outcome outcome,
    List<Party> acts,
    List<Command> commands,
    CodeStatus status,
    List<String> emitters,
    List<Code> codes,
    List<Source> sources,
    @Nullable CodeWords words) {

  static Profile of(Question.Subject subject, Catalog catalog, Words words) {
    if (subject instanceof Question.Reply reply) {
      return ofReply(reply, catalog, words);
    }
    Code code = ((Question.OneCode) subject).code();
    return code instanceof ReplyCode replyCode
        ? ofReplyCode(replyCode, catalog, words)
        : ofEnhanced((EnhancedStatusCode) code, catalog, words);
  }

  private static Profile ofReplyCode(ReplyCode code, Catalog catalog, Words words) {
    ReplyCodeFacts facts = catalog.find(code);
    CodeWords said = words.find(code);
    if (facts == null || said == null) {
      return unassigned(code, words);
    }
    return new Profile(
        code.text(),
        said.name(),
        code.severity(),
        facts.outcome(),
        facts.acts(),
        facts.commands(),
        facts.status(),
        facts.emitters(),
        List.of(code),
        facts.sources(),
        said);
  }

  private static Profile ofEnhanced(EnhancedStatusCode code, Catalog catalog, Words words) {
    EnhancedCodeFacts facts = catalog.find(code);
    CodeWords said = words.find(code);
    if (facts == null || said == null) {
      return unassigned(code, words);
    }
    return new Profile(
        code.text(),
        said.name(),
        code.severity(),
        outcome(code.severity()),
        code.severity() == Severity.SUCCESS ? List.of(Party.NOBODY) : facts.acts(),
        commands(code, facts, catalog),
        CodeStatus.STANDARD,
        List.of(),
        List.of(code),
        facts.sources(),
        said);
  }

  private static Profile ofReply(Question.Reply reply, Catalog catalog, Words words) {
    Profile basic = ofReplyCode(reply.replyCode(), catalog, words);
    Profile enhanced = ofEnhanced(reply.enhanced(), catalog, words);
    boolean told = enhanced.words() != null;
    Profile telling = told ? enhanced : basic;
    // Where classes differ, the client goes by the reply code (RFC 5321 section 4.2).
    return new Profile(
        reply.text(),
        telling.name(),
        basic.severity(),
        outcome(basic.severity()) == Outcome.VARIES ? basic.outcome() : outcome(basic.severity()),
        telling.acts(),
        basic.commands(),
        basic.status(),
        basic.emitters(),
        told
            ? List.of(reply.enhanced(), reply.replyCode())
            : List.of(reply.replyCode(), reply.enhanced()),
        Stream.concat(basic.sources().stream(), enhanced.sources().stream()).distinct().toList(),
        telling.words());
  }

  private static Profile unassigned(Code code, Words words) {
    String name =
        code.severity() == Severity.UNKNOWN
            ? words.ui("unassigned")
            : words.ui("unassigned.of", words.severity(code.severity()).name());
    return new Profile(
        code.text(),
        name,
        code.severity(),
        outcome(code.severity()),
        List.of(Party.SENDER_ADMIN),
        List.of(),
        CodeStatus.NONSTANDARD,
        List.of(),
        List.of(code),
        List.of(),
        null);
  }

  /**
   * Where the reply codes are met that an enhanced status code comes with; of those only the ones
   * of its class.
   */
  private static List<Command> commands(
      EnhancedStatusCode code, EnhancedCodeFacts facts, Catalog catalog) {
    return facts.basic().stream()
        .filter(basic -> code.classDigit() == 0 || basic.severity() == code.severity())
        .map(catalog::find)
        .flatMap(basic -> basic == null ? Stream.of() : basic.commands().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** What a first digit makes the sending server do when nothing else is known. */
  static Outcome outcome(Severity severity) {
    return switch (severity) {
      case SUCCESS, INTERMEDIATE -> Outcome.PROCEEDS;
      case TRANSIENT -> Outcome.RETRIES;
      case PERMANENT -> Outcome.BOUNCES;
      case UNKNOWN -> Outcome.VARIES;
    };
  }
}
