package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.CauseWords;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.CodeStatus;
import io.github.smtpbot.catalog.CodeWords;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.CommandReply;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Named;
import io.github.smtpbot.catalog.Outcome;
import io.github.smtpbot.catalog.Party;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.Role;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Source;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Question;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of an answer that say something about one code; shared by all composers. */
final class CodeParts {

  /** Where the digits of reply codes are explained. */
  static final Source REPLY_CODE_DIGITS =
      new Source("RFC 5321 §4.2.1", "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1");

  /** Where the numbers of enhanced status codes are explained. */
  static final Source ENHANCED_CODE_NUMBERS =
      new Source("RFC 3463 §2", "https://www.rfc-editor.org/rfc/rfc3463#section-2");

  /** What answers all of these answers any command. */
  private static final List<Command> EVERYWHERE =
      List.of(Command.EHLO, Command.MAIL, Command.RCPT, Command.RSET, Command.NOOP, Command.QUIT);

  private final Catalog catalog;
  private final Words words;

  CodeParts(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
  }

  /** What happens next, who acts, and what to do first. */
  Part.Verdict verdict(Profile profile) {
    List<Part.Fact> facts = new ArrayList<>();
    facts.add(next(profile.outcome()));
    facts.add(new Part.Fact(words.ui("who_acts"), parties(profile.acts())));
    Stream.ofNullable(firstStep(profile)).forEach(facts::add);
    return new Part.Verdict(Tone.of(profile.severity()), List.copyOf(facts));
  }

  /**
   * What a cause implies, and who does what first.
   *
   * @param severity that of the code that led to it; {@link Severity#UNKNOWN} if none did
   * @param rule what a provider says of it, whose first step goes before the general one; or null
   */
  Part.Verdict verdict(Cause cause, Severity severity, Provider.@Nullable Rule rule) {
    CauseWords said = words.cause(cause, severity);
    List<Party> acts = acts(cause, severity, rule);
    return new Part.Verdict(
        Tone.NEUTRAL,
        List.of(
            new Part.Fact(words.ui("cause"), said.name()),
            new Part.Fact(words.ui("who_acts"), parties(acts)),
            firstStep(cause, severity, rule)));
  }

  /** What to do first about a cause; what the provider says of it goes before the general step. */
  Part.Fact firstStep(Cause cause, Severity severity, Provider.@Nullable Rule rule) {
    String named = rule == null ? null : rule.fix().get(words.language().toLanguageTag());
    return firstStep(
        named != null
            ? named
            : firstStep(words.cause(cause, severity).fix(), acts(cause, severity, rule)));
  }

  /** Who acts on a cause; the rule says it where a reply differs from others of its cause. */
  List<Party> acts(Cause cause, Severity severity, Provider.@Nullable Rule rule) {
    return rule == null || rule.acts().isEmpty()
        ? catalog.cause(cause).acts(severity)
        : rule.acts();
  }

  /** What to do first about a code, as it is labelled; null if the catalog does not have it. */
  Part.@Nullable Fact firstStep(Profile profile) {
    Provider.Rule rule = profile.rule();
    if (rule != null) {
      return firstStep(rule.cause(), profile.severity(), rule);
    }
    CodeWords said = profile.words();
    return said == null ? null : firstStep(firstStep(said.fix(), profile.acts()));
  }

  Part.Fact firstStep(String step) {
    return new Part.Fact(words.ui("first_step"), step);
  }

  Part.Fact next(Outcome outcome) {
    return new Part.Fact(words.ui("next"), words.outcome(outcome).name());
  }

  /** Whether a refusal is final, in words. */
  String isFinal(Outcome outcome) {
    return switch (outcome) {
      case BOUNCES -> words.ui("final.yes");
      case RETRIES -> words.ui("final.no");
      case ADAPTS -> words.ui("final.command");
      case PROCEEDS, AWAITS, ENDS, INFORMS -> words.ui("final.nothing");
      case EXPIRES -> words.ui("final.expires");
      case VARIES -> words.ui("final.varies");
    };
  }

  /** When it is more than one message's problem; null where nobody else is to be asked. */
  Part.@Nullable Text escalate(CauseWords said) {
    return said.escalate().isEmpty() ? null : new Part.Text(words.ui("escalate"), said.escalate());
  }

  Part.Text meaning(CodeWords said) {
    return new Part.Text(words.ui("meaning"), said.meaning());
  }

  Part.Bullets when(CodeWords said) {
    return new Part.Bullets(words.ui("when"), said.when());
  }

  Part.Bullets fix(Map<Role, String> fix) {
    if (fix.size() == 1) {
      return new Part.Bullets(words.ui("fix"), List.copyOf(fix.values()));
    }
    return byRole(words.ui("fix"), fix);
  }

  /** The same without the step that has been told; null if that leaves nothing. */
  Part.@Nullable Bullets fix(Map<Role, String> fix, String told) {
    return fix.containsValue(told) ? othersFix(words.ui("fix"), fix, told) : fix(fix);
  }

  /** What others do than the one whose step has been told; null if nobody else acts. */
  Part.@Nullable Bullets othersFix(String heading, Map<Role, String> fix, String told) {
    Map<Role, String> others = new EnumMap<>(fix);
    others.values().removeIf(told::equals);
    return others.isEmpty() ? null : byRole(heading, others);
  }

  /** What to do, a line for each who does it. */
  Part.Bullets byRole(String heading, Map<Role, String> fix) {
    return new Part.Bullets(
        heading,
        fix.entrySet().stream()
            .map(entry -> words.ui("labelled", role(entry.getKey()), entry.getValue()))
            .toList());
  }

  /**
   * What the digits of a code say, one line each; for a code that the catalog does not have, all
   * there is to say.
   */
  Part.Bullets digits(Code code) {
    List<String> lines = new ArrayList<>();
    if (code.severity() != Severity.UNKNOWN) {
      boolean enhanced = code instanceof EnhancedStatusCode;
      Named first =
          enhanced ? words.classOf(code.severity().digit()) : words.severity(code.severity());
      lines.add(digit(code.severity().digit() + (enhanced ? ".x.x" : "xx"), first));
    }
    if (code instanceof ReplyCode reply && reply.category() <= 5) {
      lines.add(digit("x" + reply.category() + "x", words.category(reply.category())));
    }
    if (code instanceof EnhancedStatusCode enhanced) {
      Named subject = words.subject(enhanced.subject());
      if (subject != null) {
        lines.add(digit("x." + enhanced.subject() + ".x", subject));
      }
    }
    return new Part.Bullets(words.ui("digits"), List.copyOf(lines));
  }

  private String digit(String pattern, Named named) {
    return words.ui("labelled", pattern, words.ui("sentences", named.name(), named.meaning()));
  }

  /**
   * That a code is obsolete or that no RFC defines it, and who sends it; null for a standard one.
   */
  Part.@Nullable Notice standing(Profile profile) {
    if (profile.status() == CodeStatus.STANDARD) {
      return null;
    }
    String text =
        words.ui(
            profile.status() == CodeStatus.OBSOLETE ? "standing.obsolete" : "standing.nonstandard",
            profile.codes().stream()
                .filter(ReplyCode.class::isInstance)
                .findFirst()
                .map(Code::text)
                .orElse(profile.text()));
    return profile.emitters().isEmpty()
        ? new Part.Notice(text)
        : new Part.Notice(
            text + " " + words.ui("standing.emitters", String.join(", ", profile.emitters())));
  }

  /** Where a code is met in the session; null if that is not defined. */
  Part.@Nullable Text commands(Profile profile) {
    return profile.commands().isEmpty()
        ? null
        : new Part.Text(words.ui("commands"), commands(profile.commands()));
  }

  /** What a command is answered with, obsolete replies too. */
  List<CommandReply> repliesTo(Command command) {
    return catalog.commandReplies().stream().filter(reply -> reply.command() == command).toList();
  }

  /** What a command is answered with today, without what any command may be answered with. */
  List<ReplyCode> codesOf(Command command) {
    return repliesTo(command).stream()
        .filter(reply -> !reply.obsolete())
        .map(CommandReply::code)
        .filter(code -> !answersAnyCommand(code))
        .toList();
  }

  String commands(List<Command> commands) {
    if (commands.containsAll(EVERYWHERE)) {
      return words.ui("commands.any");
    }
    return commands.stream()
        .map(command -> words.command(command).name())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  String parties(List<Party> parties) {
    return parties.stream().map(words::party).collect(Collectors.joining(", "));
  }

  /** The parties within a sentence. */
  String anyOf(List<Party> parties) {
    int last = parties.size() - 1;
    return last < 1
        ? parties(parties)
        : parties(parties.subList(0, last)) + words.ui("or.join") + words.party(parties.get(last));
  }

  String role(Role role) {
    return words.ui("role." + role.name().toLowerCase(Locale.ROOT));
  }

  /** What the one whose turn it is does first; while it is nobody's, the sender is told to wait. */
  static String firstStep(Map<Role, String> fix, List<Party> acts) {
    for (Party party : acts) {
      String step = fix.get(roleOf(party));
      if (step == null && party == Party.NOBODY) {
        step = fix.get(Role.SENDER);
      }
      if (step != null) {
        return step;
      }
    }
    return fix.values().iterator().next();
  }

  static Role roleOf(Party party) {
    return switch (party) {
      case SENDER -> Role.SENDER;
      case RECIPIENT -> Role.RECIPIENT;
      case SENDER_ADMIN, RECIPIENT_ADMIN -> Role.ADMINISTRATOR;
      case NOBODY -> Role.EVERYONE;
    };
  }

  /** Whether any command may be answered with this code, so that it says little about one. */
  static boolean answersAnyCommand(ReplyCode code) {
    return code.value() == 421 || code.value() == 500 || code.value() == 501;
  }

  /** A name as it stands within a sentence; an acronym stays as it is. */
  static String lowerFirst(String text) {
    return text.isEmpty() || (text.length() > 1 && Character.isUpperCase(text.charAt(1)))
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  /** The codes' names as things to ask about. */
  List<Part.Choice> choices(List<? extends Code> codes) {
    return codes.stream()
        .map(code -> new Part.Choice(code.text(), words.code(code).name()))
        .toList();
  }

  /** The same, each with the sign and the word of its severity. */
  List<Part.Choice> gradedChoices(List<? extends Code> codes) {
    return codes.stream()
        .map(
            code -> {
              Tone tone = Tone.of(code.severity());
              String grade = words.ui("verdict." + OneAspect.key(tone));
              return new Part.Choice(
                  code.text(),
                  (tone.sign() + " " + grade).strip() + Brief.JOIN + words.code(code).name());
            })
        .toList();
  }

  /** That the two codes of a reply are of different classes; null if they are of one. */
  Part.@Nullable Notice contradiction(Question.Reply reply) {
    Severity basic = reply.replyCode().severity();
    Severity enhanced = reply.enhanced().severity();
    if (enhanced == Severity.UNKNOWN || basic == enhanced) {
      return null;
    }
    return new Part.Notice(
        words.ui(
            "contradiction.classes",
            reply.replyCode(),
            severity(basic),
            reply.enhanced(),
            severity(enhanced)));
  }

  private String severity(Severity severity) {
    return severity == Severity.UNKNOWN ? words.ui("unassigned") : words.severity(severity).name();
  }
}
