package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.CauseWords;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.CodeStatus;
import io.github.smtpbot.catalog.CodeWords;
import io.github.smtpbot.catalog.Codes;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.EnhancedCodeFacts;
import io.github.smtpbot.catalog.EnhancedPattern;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Named;
import io.github.smtpbot.catalog.Outcome;
import io.github.smtpbot.catalog.OwnCodes;
import io.github.smtpbot.catalog.Party;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.ReplyCodeFacts;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Source;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Family;
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
 * @param cause what its most telling code says went wrong, if it names one thing; else other
 * @param words what is said of its most telling code; null if the catalog does not have it
 * @param rule what a provider says of it, where that goes before what holds in general; else null
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
    Cause cause,
    @Nullable CodeWords words,
    Provider.@Nullable Rule rule) {

  /** Whether its most telling code names this cause and no other. */
  boolean tellsCause(Cause asked) {
    return asked != Cause.OTHER && asked == cause;
  }

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
        facts.cause(),
        said,
        null);
  }

  private static Profile ofEnhanced(EnhancedStatusCode code, Catalog catalog, Words words) {
    EnhancedCodeFacts facts = catalog.find(code);
    CodeWords said = words.find(code);
    if (facts == null || said == null) {
      return own(unassigned(code, words), code, null, catalog, words);
    }
    List<Command> commands = commands(code, facts, catalog);
    return new Profile(
        code.text(),
        said.name(),
        code.severity(),
        code.severity() == Severity.TRANSIENT && facts.cause() == Cause.DELIVERY_EXPIRED
            ? Outcome.EXPIRES
            : outcome(code.severity(), commands),
        acts(code.severity(), facts, catalog),
        commands,
        CodeStatus.STANDARD,
        List.of(),
        List.of(code),
        facts.sources(),
        Telling.isGeneral(facts) ? Cause.OTHER : facts.cause(),
        inClass(code.severity(), facts, said, words),
        null);
  }

  /** Where the codes' classes differ, the client goes by the reply code (RFC 5321 section 4.2). */
  private static Profile ofReply(Question.Reply reply, Catalog catalog, Words words) {
    Profile basic = ofReplyCode(reply.replyCode(), catalog, words);
    boolean assigned = catalog.has(reply.enhanced());
    Profile enhanced =
        assigned
            ? ofEnhanced(read(reply), catalog, words)
            : own(
                unassigned(read(reply), words),
                reply.enhanced(),
                reply.replyCode(),
                catalog,
                words);
    if (assigned && basic.emitters().isEmpty() && isProvidersAlone(reply, catalog)) {
      enhanced = own(enhanced, reply.enhanced(), reply.replyCode(), catalog, words);
    }
    boolean byBasic =
        enhanced.rule() == null
            && (assigned
                ? Telling.isReplyCode(reply.replyCode(), read(reply), catalog)
                : Telling.isSpecific(reply.replyCode(), catalog));
    Profile telling = byBasic ? basic : enhanced;
    List<Command> commands = commands(reply, basic, enhanced, catalog);
    Outcome usual = outcome(basic.severity());
    return new Profile(
        reply.text(),
        telling.name(),
        basic.severity(),
        // A reply code that says more than its digit, as 535 does, says it with any other code.
        basic.outcome() != usual || commands.equals(basic.commands())
            ? basic.outcome()
            : outcome(basic.severity(), commands),
        telling.acts(),
        commands,
        basic.status(),
        basic.emitters(),
        byBasic
            ? List.of(reply.replyCode(), reply.enhanced())
            : List.of(reply.enhanced(), reply.replyCode()),
        Stream.concat(telling.sources().stream(), (byBasic ? enhanced : basic).sources().stream())
            .distinct()
            .toList(),
        telling.cause(),
        telling.words(),
        telling.rule());
  }

  /** Whether no document has the code in the class of the reply, so that it is a provider's own. */
  private static boolean isProvidersAlone(Question.Reply reply, Catalog catalog) {
    EnhancedCodeFacts facts = catalog.find(reply.enhanced());
    Severity severity = reply.replyCode().severity();
    return facts != null
        && reply.enhanced().severity() == severity
        && !facts.basic().isEmpty()
        && facts.basic().stream().noneMatch(code -> code.severity() == severity);
  }

  /** The enhanced status code as the client takes it: in the class of the reply code. */
  private static EnhancedStatusCode read(Question.Reply reply) {
    return switch (reply.replyCode().severity()) {
      case SUCCESS, TRANSIENT, PERMANENT ->
          reply.enhanced().ofClass(reply.replyCode().severity().digit());
      default -> reply.enhanced();
    };
  }

  /** Whether its first digit is left open, {@code x.7.1}. */
  boolean isOfAnyClass() {
    return codes.size() == 1
        && codes.get(0) instanceof EnhancedStatusCode code
        && code.classDigit() == 0;
  }

  /** What the first digit of a family says of all its codes. */
  static Profile ofFamily(Family family, Words words) {
    Severity severity = family.severity();
    String name =
        severity == Severity.UNKNOWN ? words.ui("any_class") : words.severity(severity).name();
    return new Profile(
        family.text(),
        name,
        severity,
        outcome(severity),
        List.of(Party.SENDER_ADMIN),
        List.of(),
        CodeStatus.STANDARD,
        List.of(),
        List.of(),
        List.of(
            family instanceof Family.EnhancedCodes
                ? CodeParts.ENHANCED_CODE_NUMBERS
                : CodeParts.REPLY_CODE_DIGITS),
        Cause.OTHER,
        null,
        null);
  }

  private static Profile unassigned(Code code, Words words) {
    Named subject = code instanceof EnhancedStatusCode own ? words.subject(own.subject()) : null;
    String name =
        subject != null
            ? words.ui("unassigned.of", subject.name())
            : code.severity() == Severity.UNKNOWN
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
        List.of(
            code instanceof EnhancedStatusCode
                ? CodeParts.ENHANCED_CODE_NUMBERS
                : CodeParts.REPLY_CODE_DIGITS),
        Cause.OTHER,
        null,
        null);
  }

  /** Of a code that no registry has: what a provider publishes that uses it, if one does. */
  private static Profile own(
      Profile unassigned,
      EnhancedStatusCode code,
      @Nullable ReplyCode with,
      Catalog catalog,
      Words words) {
    List<OwnCodes.Meant> meant = catalog.ownCodes().of(code, with);
    return meant.isEmpty()
        ? unassigned
        : unassigned.as(unassigned.text(), meant.get(0).rule(), catalog, words);
  }

  /** What a provider's rule says of a token, by the codes that the rule names. */
  static Profile ofToken(String called, Provider.Rule rule, Catalog catalog, Words words) {
    Severity severity = severity(rule);
    EnhancedPattern enhanced = rule.enhanced();
    List<Code> codes =
        Stream.of(
                enhanced != null && enhanced.isOne() ? enhanced.first() : null,
                rule.code() == null ? null : Codes.parse(rule.code()).orElse(null))
            .flatMap(Stream::ofNullable)
            .toList();
    return new Profile(
            called,
            called,
            severity,
            outcome(severity),
            List.of(Party.SENDER_ADMIN),
            List.of(),
            CodeStatus.STANDARD,
            List.of(),
            codes,
            List.of(),
            rule.cause(),
            null,
            rule)
        .as(called, rule, catalog, words);
  }

  /** How a reply that a rule is about ends, by the codes it names. */
  static Severity severity(Provider.Rule rule) {
    if (rule.code() != null) {
      return Severity.ofDigit(rule.code().charAt(0) - '0');
    }
    return rule.enhanced() == null ? Severity.UNKNOWN : rule.enhanced().first().severity();
  }

  /** The same, called otherwise, and ending otherwise. */
  Profile ending(String called, Outcome other) {
    return new Profile(
        called, name, severity, other, acts, commands, status, emitters, codes, sources, cause,
        words, rule);
  }

  /**
   * The same, as a provider's rule puts it.
   *
   * @param called what it is then called: {@code 421 from Yahoo}
   */
  Profile as(String called, Provider.Rule meant, Catalog catalog, Words words) {
    List<Party> usual = catalog.cause(meant.cause()).acts(severity);
    String tag = words.language().toLanguageTag();
    CauseWords of = RuleWords.of(meant, words.cause(meant.cause(), severity), usual, tag);
    return new Profile(
        called,
        of.name(),
        severity,
        outcome(meant, outcome),
        meant.acts().isEmpty() ? usual : meant.acts(),
        commands,
        status,
        emitters,
        codes,
        Stream.concat(Stream.of(meant.source()), sources.stream()).distinct().toList(),
        meant.cause(),
        new CodeWords(of.name(), of.meaning(), List.of(), of.fix(), null),
        meant);
  }

  /** What the sending server does next, where a provider says it other than its code. */
  static Outcome outcome(Provider.Rule meant, Outcome usual) {
    if (meant.outcome() != null) {
      return meant.outcome();
    }
    return meant.retry() == null ? usual : meant.retry() ? Outcome.RETRIES : Outcome.BOUNCES;
  }

  /**
   * What is said of a code; where it is written with a class that its words are not about, what is
   * to be done follows from the class: {@code 2.6.0} is a success, {@code 5.1.5} a failure.
   */
  private static CodeWords inClass(
      Severity severity, EnhancedCodeFacts facts, CodeWords said, Words words) {
    boolean aboutSuccess = facts.cause() == Cause.SUCCESS;
    if (severity == Severity.UNKNOWN || aboutSuccess == (severity == Severity.SUCCESS)) {
      return said;
    }
    Cause cause = aboutSuccess ? Cause.OTHER : Cause.SUCCESS;
    return new CodeWords(
        said.name(), said.meaning(), said.when(), words.cause(cause).fix(), said.note());
  }

  /** Nobody has to act on a success, and somebody on a failure. */
  private static List<Party> acts(Severity severity, EnhancedCodeFacts facts, Catalog catalog) {
    boolean failure = severity == Severity.TRANSIENT || severity == Severity.PERMANENT;
    return failure && facts.cause() == Cause.SUCCESS
        ? catalog.cause(Cause.OTHER).acts()
        : facts.acts(severity);
  }

  /**
   * What an enhanced status code answers, by its own facts; of those only what a reply code of its
   * class that it comes with may answer.
   */
  private static List<Command> commands(
      EnhancedStatusCode code, EnhancedCodeFacts facts, Catalog catalog) {
    List<ReplyCode> basic =
        facts.basic().stream()
            .filter(reply -> code.classDigit() == 0 || reply.severity() == code.severity())
            .toList();
    return facts.commands().keySet().stream()
        .filter(command -> basic.stream().anyMatch(reply -> answers(reply, command, catalog)))
        .toList();
  }

  private static boolean answers(ReplyCode code, Command command, Catalog catalog) {
    ReplyCodeFacts facts = catalog.find(code);
    return facts != null && facts.commands().contains(command);
  }

  /**
   * What a reply with both codes answers: what both answer, else what the reply code answers; empty
   * for a pair that no document has.
   */
  private static List<Command> commands(
      Question.Reply reply, Profile basic, Profile enhanced, Catalog catalog) {
    List<Command> common = basic.commands().stream().filter(enhanced.commands()::contains).toList();
    if (!common.isEmpty()) {
      return common;
    }
    EnhancedCodeFacts facts = catalog.find(reply.enhanced());
    boolean known = facts == null || facts.basic().contains(reply.replyCode());
    return known ? basic.commands() : List.of();
  }

  /** The same for a code that answers only these commands: login alone refuses no message. */
  private static Outcome outcome(Severity severity, List<Command> commands) {
    boolean ofMessage = commands.isEmpty() || commands.stream().anyMatch(Command::isOfMessage);
    return severity == Severity.PERMANENT && !ofMessage ? Outcome.ADAPTS : outcome(severity);
  }

  /** What a first digit makes the sending server do when nothing else is known. */
  static Outcome outcome(Severity severity) {
    return switch (severity) {
      case SUCCESS -> Outcome.PROCEEDS;
      case INTERMEDIATE -> Outcome.AWAITS;
      case TRANSIENT -> Outcome.RETRIES;
      case PERMANENT -> Outcome.BOUNCES;
      case UNKNOWN -> Outcome.VARIES;
    };
  }
}
