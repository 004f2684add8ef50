package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.FollowUp;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Tone;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A comparison tells codes apart by what the facts say, not by the same prose again. */
class CompareAnswersTest {

  private static final SmtpBot BOT = SmtpBot.createUncached();
  private static final Locale THAI = Locale.forLanguageTag("th");

  private static Answer ask(String text) {
    return BOT.answer(text, Locale.ENGLISH);
  }

  private static Part.Row row(Answer answer, String label) {
    return parts(answer, Part.Table.class).get(0).rows().stream()
        .filter(row -> row.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private static <T extends Part> List<T> parts(Answer answer, Class<T> type) {
    return Stream.concat(answer.lead().stream(), answer.details().stream())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Severity | Temporary failure | Permanent failure",
        "Is it final? | no, it is retried | yes",
        "The message | Retried automatically | Returned to the sender"
      })
  void theTemporaryAndThePermanentDiffer(String label, String first, String second) {
    Part.Row row = row(ask("450 vs 550"), label);
    assertEquals(List.of(first, second), row.values());
    assertTrue(row.differs());
  }

  @Test
  void whatIsTheSameIsNoDifferenceAndToldInOneLine() {
    Answer answer = ask("450 vs 550");
    Part.Table table = parts(answer, Part.Table.class).get(0);
    assertTrue(table.rows().stream().allMatch(Part.Row::differs), table.toString());
    Part.Text same = parts(answer, Part.Text.class).get(1);
    assertEquals("The same for both", same.heading());
    assertEquals("Is about: Mail system; In the RFCs: standard", same.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "252 501",
        "4.2.2 5.2.2",
        "550 551 553 554",
        "4xx vs 5xx",
        "55x vs 45x",
        "250 5.1.1 535"
      })
  void noRowOfKeyDifferencesIsTheSameForAll(String question) {
    for (Part.Table table : parts(ask(question), Part.Table.class)) {
      for (Part.Row row : table.rows()) {
        assertTrue(row.values().stream().distinct().count() > 1, row.toString());
      }
    }
  }

  @Test
  void ofThreeAndMoreEachGetsItsOwnWordAndNoRuleForAPair() {
    Answer answer = ask("550 551 553");
    Part.Bullets words = parts(answer, Part.Bullets.class).get(0);
    assertEquals("Each in short", words.heading());
    assertEquals(
        List.of("550: ", "551: ", "553: "),
        words.items().stream().map(item -> item.substring(0, 5)).toList());
    assertFalse(answer.toString().contains("Rule of thumb"), answer.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "550 5.1.1, 550 5.7.1, 5.1.1: no such mailbox",
    "552 5.2.2, 552 5.3.4, 5.2.2: the mailbox is full",
    "5.1.8, 5.7.27, 5.1.8: the domain of the sender address"
  })
  void repliesHaveTheRuleOfTheirCodes(String one, String other, String rule) {
    assertTrue(ask(one + " vs " + other).summary().startsWith(rule));
  }

  @Test
  void theCommandsComeFromTheRfcsTables() {
    assertEquals("VRFY, EXPN, ETRN", row(ask("252 501"), "In answer to").values().get(0));
    assertEquals("any command", row(ask("252 501"), "In answer to").values().get(1));
  }

  @Test
  void aCodeThatNoRfcDefinesSaysSo() {
    assertEquals(
        List.of("standard", "not defined by any"), row(ask("552 vs 522"), "In the RFCs").values());
  }

  @ParameterizedTest
  @CsvSource({
    "450, 550",
    "421, 451",
    "550, 551",
    "550, 553",
    "551, 553",
    "530, 535",
    "452, 552",
    "502, 504",
    "252, 550",
    "252, 501",
    "5.7.1, 5.7.26",
    "5.1.1, 5.7.1",
    "5.1.2, 5.4.4",
    "5.7.20, 5.7.22",
    "221, 421",
    "454, 530",
    "5.2.2, 5.3.4",
    "250, 550",
    "5.1.8, 5.7.27",
    "421, 450",
    "550, 552"
  })
  void codesThatAreOftenConfusedHaveARuleOfThumb(String one, String other) {
    for (Locale language : BOT.languages()) {
      Answer answer = BOT.answer(one + " vs " + other, language);
      String heading = BOT.label("rule_of_thumb", language);
      Part.Bullets rule =
          parts(answer, Part.Bullets.class).stream()
              .filter(bullets -> bullets.heading().equals(heading))
              .findFirst()
              .orElseThrow();
      String said = rule.items().get(0);
      assertTrue(said.contains(one) && said.contains(other), said);
      assertEquals(said, answer.summary());
    }
  }

  @Test
  void theRuleHoldsWhicheverCodeIsNamedFirst() {
    assertEquals(ask("450 550").summary(), ask("550 450").summary());
  }

  @Test
  void theIntroductionTellsAllApartInOneSentence() {
    Part.Text intro = parts(ask("252 vs 501"), Part.Text.class).get(0);
    assertEquals(
        "252 means “Cannot verify, but will try to deliver” (accepted, goes on); 501 means “Syntax"
            + " error in parameters or arguments” (returned to the sender).",
        intro.text());
  }

  @Test
  void eachCodeHasASectionWithMeaningSituationsAndFix() {
    List<Part.Section> sections = parts(ask("252 vs 501"), Part.Section.class);
    assertEquals(2, sections.size());
    for (Part.Section section : sections) {
      List<String> headings =
          section.parts().stream()
              .map(
                  part ->
                      part instanceof Part.Text t ? t.heading() : ((Part.Bullets) part).heading())
              .toList();
      assertEquals(List.of("What it means", "When you meet it", "How to fix it"), headings);
    }
  }

  @Test
  void whichAppliesWhenIsSaidForEachCode() {
    Part.Bullets applies =
        parts(ask("252 vs 501"), Part.Bullets.class).stream()
            .filter(bullets -> bullets.heading().equals("Which applies when"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        List.of(
            "252: VRFY or EXPN is switched off against address harvesting. The sending server goes"
                + " on.",
            "501: EHLO carries an empty or invalid host name. The sending server gives up and"
                + " returns the message to its sender."),
        applies.items());
  }

  @Test
  void whereTheCodesSayTheSameTheirFirstDigitsTellWhichAppliesWhen() {
    assertTrue(
        ask("4.2.2 vs 5.2.2").details().toString().contains("the same command may succeed later"));
  }

  @Test
  void whereTheRuleOfThumbIsWrittenIsCitedFirst() {
    assertEquals("RFC 3207 §4", ask("530 vs 538").sources().get(1).label());
    assertEquals("RFC 1870 §6.1", ask("452 vs 552").sources().get(0).label());
  }

  @Test
  void sourcesOfEachCodeAreCited() {
    List<String> labels = ask("252 vs 535").sources().stream().map(s -> s.label()).toList();
    assertTrue(labels.contains("RFC 5321 §3.5.3"), labels.toString());
    assertTrue(labels.contains("RFC 4954 §6"), labels.toString());
  }

  @Test
  void eachCodeCanBeAskedNext() {
    List<FollowUp> followUps = ask("252 vs 501").followUps();
    assertTrue(followUps.contains(new FollowUp("252", "252")));
    assertTrue(followUps.contains(new FollowUp("501", "501")));
  }

  @Test
  void theToneIsThatOfAllCodesOrNeutral() {
    assertEquals(Tone.PERMANENT, ask("550 551").tone());
    assertEquals(Tone.NEUTRAL, ask("450 550").tone());
  }

  @Test
  void twoRepliesAreComparedByTheirEnhancedCodes() {
    Answer answer = ask("550 5.1.1 vs 550 5.7.1");
    assertEquals(List.of("550 5.1.1", "550 5.7.1"), answer.codes());
    assertTrue(row(answer, "Is about").differs());
  }

  @Test
  void familiesAreComparedByTheirSeverity() {
    Answer answer = ask("4xx vs 5xx");
    assertEquals(List.of("no, it is retried", "yes"), row(answer, "Is it final?").values());
    assertTrue(answer.followUps().contains(new FollowUp("4xx", "list 4xx")));
  }

  @Test
  void thaiIsAnsweredInThai() {
    Answer answer = BOT.answer("252 501", THAI);
    assertNotEquals(ask("252 501").summary(), answer.summary());
    assertEquals("252 กับ 501", answer.title());
  }

  /** What is told of a code is kept; how many it is compared with must not show. */
  @Test
  void aComparisonIsTheSameWhateverWasComparedBefore() {
    List<String> questions =
        List.of(
            "450 vs 550", "450 vs 550 vs 4.2.2", "550 vs 450", "4.2.2 vs 5.2.2", "550 vs 5.2.2");
    SmtpBot asked = SmtpBot.createUncached();
    for (int round = 0; round < 2; round++) {
      for (String question : questions) {
        assertEquals(
            SmtpBot.createUncached().answer(question, THAI),
            asked.answer(question, THAI),
            question);
      }
    }
  }
}
