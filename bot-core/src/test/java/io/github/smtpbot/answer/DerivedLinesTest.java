package io.github.smtpbot.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.Codes;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.CommandReply;
import io.github.smtpbot.catalog.EnhancedCodeFacts;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Outcome;
import io.github.smtpbot.catalog.Party;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.ReplyCodeFacts;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What answers conclude from true facts is true as well: each derived line of each enhanced status
 * code, and of each reply whose two codes the facts pair, is held against the facts.
 */
class DerivedLinesTest {

  private static final Catalog CATALOG = Catalog.builtIn();
  private static final Words WORDS = CATALOG.words(Locale.ENGLISH);

  /** Reply codes that say more than their first digit, by RFC 5321, 4954, 3207, 1985 and 2645. */
  private static final Map<Outcome, Set<String>> MORE_THAN_THEIR_DIGIT =
      Map.of(
          Outcome.ADAPTS,
          Set.of("458", "459", "500", "502", "504", "523", "524", "530", "534", "535", "538"),
          Outcome.ENDS,
          Set.of("221", "453"),
          Outcome.INFORMS,
          Set.of("211", "214"),
          Outcome.VARIES,
          Set.of("447", "525"));

  /** What only answers a login or a question refuses no message. */
  private static final Set<String> REFUSES_NO_MESSAGE =
      Set.of("5.5.6", "5.6.8", "5.7.8", "5.7.9", "5.7.11");

  static Stream<EnhancedStatusCode> enhancedCodes() {
    return CATALOG.enhancedCodes().stream()
        .flatMap(
            facts ->
                Stream.concat(
                    Stream.of(facts.code()),
                    facts.classes().stream().map(digit -> facts.code().ofClass(digit))));
  }

  static Stream<Question.Reply> replies() {
    List<Question.Reply> replies = new ArrayList<>();
    for (EnhancedCodeFacts facts : CATALOG.enhancedCodes()) {
      for (ReplyCode code : facts.basic()) {
        replies.add(new Question.Reply(code, facts.code().ofClass(code.severity().digit())));
      }
    }
    return replies.stream();
  }

  private static Profile profile(Code code) {
    return Profile.of(new Question.OneCode(code), CATALOG, WORDS);
  }

  private static Profile profile(Question.Reply reply) {
    return Profile.of(reply, CATALOG, WORDS);
  }

  private static EnhancedCodeFacts facts(EnhancedStatusCode code) {
    return Objects.requireNonNull(CATALOG.find(code));
  }

  private static ReplyCodeFacts facts(ReplyCode code) {
    return Objects.requireNonNull(CATALOG.find(code));
  }

  private static Outcome byDigit(Severity severity) {
    return switch (severity) {
      case SUCCESS -> Outcome.PROCEEDS;
      case INTERMEDIATE -> Outcome.AWAITS;
      case TRANSIENT -> Outcome.RETRIES;
      case PERMANENT -> Outcome.BOUNCES;
      case UNKNOWN -> Outcome.VARIES;
    };
  }

  private static Outcome expected(ReplyCode code) {
    return MORE_THAN_THEIR_DIGIT.entrySet().stream()
        .filter(more -> more.getValue().contains(code.text()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(byDigit(code.severity()));
  }

  @ParameterizedTest
  @MethodSource("enhancedCodes")
  void anEnhancedCodeAnswersOnlyWhatADocumentSays(EnhancedStatusCode code) {
    for (Command command : profile(code).commands()) {
      assertNotNull(facts(code).commands().get(command), code + " " + command);
      assertTrue(
          facts(code).basic().stream()
              .filter(basic -> code.classDigit() == 0 || basic.severity() == code.severity())
              .anyMatch(basic -> answers(basic, command)),
          code + ": no reply code it comes with answers " + command);
    }
  }

  private static boolean answers(ReplyCode code, Command command) {
    return CATALOG.commandReplies().stream()
        .filter(reply -> reply.command() == command)
        .map(CommandReply::code)
        .anyMatch(code::equals);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5.1.1 | RCPT VRFY EXPN",
        "4.1.1 | RCPT",
        "2.1.5 | RCPT",
        "5.1.10 | RCPT",
        "5.6.7 | MAIL RCPT",
        "5.6.9 | END_OF_DATA",
        "5.7.8 | AUTH",
        "5.7.9 | AUTH",
        "4.7.12 | AUTH",
        "5.7.12 | ''",
        "5.7.17 | RCPT",
        "5.7.26 | ''",
        "5.7.1 | ''",
        "5.5.1 | ''",
      })
  void whatAnEnhancedCodeAnswersIsAsTheRfcHasIt(String code, String commands) {
    List<String> names =
        profile(Codes.parse(code).orElseThrow()).commands().stream().map(Command::name).toList();
    assertEquals(commands, String.join(" ", names));
  }

  @ParameterizedTest
  @MethodSource("enhancedCodes")
  void anEnhancedCodeEndsAsItsClassSays(EnhancedStatusCode code) {
    Outcome usual =
        REFUSES_NO_MESSAGE.contains(code.text()) ? Outcome.ADAPTS : byDigit(code.severity());
    // A queue says 4.4.7 when it gives up, and also when it only warns.
    Outcome expected = code.text().equals("4.4.7") ? Outcome.EXPIRES : usual;
    assertEquals(expected, profile(code).outcome(), code.text());
    assertEquals(code.severity(), profile(code).severity());
  }

  @ParameterizedTest
  @MethodSource("enhancedCodes")
  void whoActsFitsTheClass(EnhancedStatusCode code) {
    assertActs(profile(code), code.text());
  }

  private static void assertActs(Profile profile, String told) {
    List<Party> acts = profile.acts();
    switch (profile.severity()) {
      case SUCCESS, INTERMEDIATE -> assertEquals(List.of(Party.NOBODY), acts, told);
      case PERMANENT -> assertFalse(acts.contains(Party.NOBODY), told + " " + acts);
      default -> assertFalse(acts.isEmpty(), told);
    }
  }

  @ParameterizedTest
  @MethodSource("enhancedCodes")
  void theSourcesOfAnEnhancedCodeAreCited(EnhancedStatusCode code) {
    assertEquals(facts(code).sources(), profile(code).sources());
  }

  @ParameterizedTest
  @MethodSource("replies")
  void aReplyEndsAsItsReplyCodeSays(Question.Reply reply) {
    Profile profile = profile(reply);
    boolean noMessage =
        REFUSES_NO_MESSAGE.contains(reply.enhanced().text())
            && !profile.commands().isEmpty()
            && profile.commands().stream().noneMatch(Command::isOfMessage);
    assertEquals(
        noMessage ? Outcome.ADAPTS : expected(reply.replyCode()), profile.outcome(), reply.text());
  }

  @ParameterizedTest
  @MethodSource("replies")
  void aReplyIsAsSevereAndAsStandardAsItsReplyCode(Question.Reply reply) {
    Profile profile = profile(reply);
    assertEquals(reply.replyCode().severity(), profile.severity(), reply.text());
    assertEquals(facts(reply.replyCode()).status(), profile.status(), reply.text());
    assertEquals(facts(reply.replyCode()).emitters(), profile.emitters(), reply.text());
  }

  @ParameterizedTest
  @MethodSource("replies")
  void aReplyAnswersWhatItsReplyCodeAnswersAndNothingElse(Question.Reply reply) {
    List<Command> commands = profile(reply).commands();
    List<Command> basic = facts(reply.replyCode()).commands();
    assertTrue(basic.containsAll(commands), reply.text() + " " + commands);
    assertEquals(basic.isEmpty(), commands.isEmpty(), reply.text());
    List<Command> own = profile(reply.enhanced()).commands();
    if (own.stream().anyMatch(basic::contains)) {
      assertTrue(own.containsAll(commands), reply.text() + " " + commands);
    }
  }

  @ParameterizedTest
  @MethodSource("replies")
  void whoActsOnAReplyIsWhoActsOnTheCodeItIsExplainedBy(Question.Reply reply) {
    Profile profile = profile(reply);
    assertActs(profile, reply.text());
    assertEquals(profile(profile.codes().get(0)).acts(), profile.acts(), reply.text());
    assertEquals(profile(profile.codes().get(0)).name(), profile.name(), reply.text());
  }

  @ParameterizedTest
  @MethodSource("replies")
  void bothCodesOfAReplyAreCited(Question.Reply reply) {
    Profile profile = profile(reply);
    assertTrue(profile.sources().containsAll(facts(reply.replyCode()).sources()), reply.text());
    assertTrue(profile.sources().containsAll(facts(reply.enhanced()).sources()), reply.text());
  }

  /** The pairs of issue 6: told as if the reply code had not been there. */
  @ParameterizedTest
  @CsvSource({
    "535, 5.7.8", "530, 5.7.0", "534, 5.7.9", "538, 5.7.11", "504, 5.5.4", "500, 5.5.2",
    "502, 5.5.1", "523, 5.7.10", "459, 4.5.0", "525, 5.7.13", "221, 2.0.0", "453, 4.3.2"
  })
  void aReplyTellsOfWhatHappensNextWhatItsReplyCodeTells(String code, String enhanced) {
    ReplyCode reply = (ReplyCode) Codes.parse(code).orElseThrow();
    EnhancedStatusCode with = (EnhancedStatusCode) Codes.parse(enhanced).orElseThrow();
    Outcome outcome = profile(new Question.Reply(reply, with)).outcome();
    assertEquals(facts(reply).outcome(), outcome);
    assertNotEquals(byDigit(reply.severity()), outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "530, 5.7.0, 530",
    "530, 5.5.1, 530",
    "454, 4.7.0, 454",
    "503, 5.5.0, 503",
    "250, 2.1.0, 250",
    "250, 2.6.0, 250",
    "421, 4.0.0, 421",
    "250, 2.1.5, 2.1.5",
    "421, 4.7.0, 4.7.0",
    "550, 5.7.1, 5.7.1",
    "550, 5.1.0, 5.1.0",
    "534, 5.7.14, 5.7.14",
    "535, 5.7.8, 5.7.8"
  })
  void aReplyIsExplainedByTheCodeThatTellsMore(String code, String enhanced, String telling) {
    ReplyCode reply = (ReplyCode) Codes.parse(code).orElseThrow();
    EnhancedStatusCode with = (EnhancedStatusCode) Codes.parse(enhanced).orElseThrow();
    assertEquals(telling, profile(new Question.Reply(reply, with)).codes().get(0).text());
  }

  @Test
  void theClientGoesByTheReplyCodeWhereTheClassesDiffer() {
    Profile profile =
        profile(new Question.Reply(new ReplyCode(450), new EnhancedStatusCode(5, 1, 1)));
    assertEquals(Outcome.RETRIES, profile.outcome());
    assertEquals(Party.NOBODY, profile.acts().get(0));
  }

  @Test
  void aSuccessThatIsRegisteredAsAFailureNeedsNoRepair() {
    Profile profile = profile(new EnhancedStatusCode(2, 6, 0));
    assertTrue(String.valueOf(profile.words()).contains("Nothing has to be done"));
  }

  @Test
  void aFailureThatIsRegisteredAsASuccessIsNotSaidToNeedNothing() {
    Profile profile = profile(new EnhancedStatusCode(5, 1, 5));
    assertEquals(Outcome.BOUNCES, profile.outcome());
    assertFalse(String.valueOf(profile.words()).contains("nothing needs repair"));
  }

  @Test
  void whatAReplyCodeSaysBeyondItsDigitItSaysWithEveryEnhancedCode() {
    for (ReplyCodeFacts basic : CATALOG.replyCodes()) {
      Severity severity = basic.code().severity();
      for (EnhancedCodeFacts enhanced : CATALOG.enhancedCodes()) {
        Profile pair =
            Profile.of(new Question.Reply(basic.code(), enhanced.code()), CATALOG, WORDS);
        assertEquals(severity, pair.severity(), pair.text());
        if (basic.outcome() != Profile.outcome(severity)) {
          assertEquals(basic.outcome(), pair.outcome(), pair.text());
        }
      }
    }
  }
}
