package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.diagnosis.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Several texts and files that are answered together. */
class ReadingTest {

  private static final SmtpBot BOT = SmtpBot.create();
  private static final String UNKNOWN = "550 5.1.1 <bob@example.com>: User unknown";
  private static final String FULL = "452 4.2.2 <ann@example.org>: Mailbox full";

  @Test
  void theFindingsOfAllAreToldTheFinalOnesFirst() {
    Answer answer = reading().text(FULL).message("", bytes(UNKNOWN)).answer();

    List<Finding> findings = Objects.requireNonNull(answer.diagnosis()).findings();
    assertEquals(List.of("550 5.1.1", "452 4.2.2"), findings.stream().map(Finding::codes).toList());
    assertTrue(answer.brief().title().startsWith("2 replies of 2 kinds"), answer.brief().title());
  }

  @Test
  void severalTextsAreReadAsOne() {
    Answer answer = reading().text(FULL).text("").text(UNKNOWN).answer();

    assertEquals(2, Objects.requireNonNull(answer.diagnosis()).findings().size());
  }

  @Test
  void oneFileIsAnsweredAsItIsAlone() {
    assertEquals(
        BOT.answerMessage(bytes(UNKNOWN), Locale.ENGLISH),
        reading().message("", bytes(UNKNOWN)).answer());
  }

  @Test
  void aTextAloneIsAQuestion() {
    assertEquals(BOT.answer("252 501", Locale.ENGLISH), reading().text("252 501").answer());
  }

  @Test
  void aQuestionBesideAFileThatTellsNothingIsAnswered() {
    Answer answer = reading().text("252 501").message("", bytes("Lunch is at noon.")).answer();

    assertEquals(Answer.Kind.COMPARE, answer.kind());
  }

  @Test
  void aQuestionBesideAFileThatTellsOfAFailureIsAnsweredFirst() {
    Answer answer = reading().text("what does 252 mean?").message("", bytes(UNKNOWN)).answer();

    assertEquals("550 5.1.1", Objects.requireNonNull(answer.diagnosis()).findings().get(0).codes());
    assertEquals(
        BOT.answer("252", Locale.ENGLISH).title(),
        answer.lead().get(0) instanceof Part.Text text ? text.heading() : "");
    assertEquals("252", answer.followUps().get(0).question());
  }

  @Test
  void whereThereIsNothingTheAnswerIsHelp() {
    assertEquals(Answer.Kind.HELP, reading().answer().kind());
    assertEquals(Answer.Kind.HELP, reading().text(" ").answer().kind());
  }

  @Test
  void aTextThatIsTooLongIsToldToBe() {
    String longer = "x".repeat(SmtpBot.MAX_TEXT + 1);

    assertEquals(Answer.Kind.LIMIT, reading().text(longer).answer().kind());
    assertEquals(
        Answer.Kind.LIMIT, reading().text(longer).message("", bytes(FULL)).answer().kind());
  }

  @Test
  void aFileThatTellsNothingDoesNotHideWhatAnotherTells() {
    Answer answer =
        reading().message("", bytes("Lunch is at noon.")).message("", bytes(FULL)).answer();

    assertFalse(Objects.requireNonNull(answer.diagnosis()).isEmpty());
  }

  @Test
  void ofAMessageNoMoreIsReadThanOfAMessageWhateverTheCaseOfItsName() {
    for (String name : List.of("a.eml", "A.MSG", "page.htm", "page.HTML")) {
      assertEquals(SmtpBot.MAX_MESSAGE, Reading.most(name), name);
    }
    for (String name : List.of("mail.log", "a.eml.gz", "", "eml")) {
      assertEquals(SmtpBot.MAX_LOG, Reading.most(name), name);
    }
  }

  @Test
  void aFileThatIsTooLongIsRefused() {
    Reading reading = reading();
    byte[] longer = new byte[SmtpBot.MAX_MESSAGE + 1];

    assertThrows(IllegalArgumentException.class, () -> reading.message("", longer));
  }

  @Test
  void ofSeveralFilesItIsToldWhichSaidWhat() {
    Answer answer =
        reading()
            .message("first.eml", bytes(UNKNOWN))
            .message("bob@example.com.txt", bytes(FULL))
            .message("lunch.txt", bytes("Lunch is at noon."))
            .answer();

    assertTrue(
        answer
            .brief()
            .lines()
            .containsAll(
                List.of(
                    "first.eml: ⛔ 550 5.1.1 · No such recipient",
                    "b…@example.com.txt: ⏳ 452 4.2.2 · Recipient's mailbox is full",
                    "lunch.txt: no failure of SMTP found")),
        answer.brief().text());
  }

  @Test
  void theCardTellsInShortWhatWasAskedBesideAFile() {
    Answer answer = reading().text("what does 252 mean?").message("", bytes(UNKNOWN)).answer();

    List<String> lines = answer.brief().lines();
    assertEquals(1, lines.size(), answer.brief().text());
    String line = lines.get(0);
    assertTrue(line.startsWith(BOT.answer("252", Locale.ENGLISH).title()), line);
  }

  @Test
  void oneFileIsNotNamed() {
    assertEquals(List.of(), reading().message("a.eml", bytes(FULL)).answer().brief().lines());
  }

  private static Reading reading() {
    return BOT.reading(Locale.ENGLISH);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
