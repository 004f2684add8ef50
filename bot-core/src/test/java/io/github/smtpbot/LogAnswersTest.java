package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Brief;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Shareable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Logs that people send into a chat. */
class LogAnswersTest {

  private static final SmtpBot BOT = SmtpBot.create();
  private static final Locale THAI = Locale.forLanguageTag("th");
  private static final int HOURS = 10;

  @Test
  void aLogIsCountedNotReadAsOneFailure() throws IOException {
    Answer answer = answered(log(400));
    assertEquals(Answer.Kind.LOG, answer.kind());
    assertEquals("Mail log: 400 messages", answer.title());
    assertTrue(answer.brief().meaning().contains("Gmail"), answer.brief().meaning());
  }

  @Test
  void aPackedLogIsTheSame() throws IOException {
    byte[] log = log(400).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(log);
    }
    Reading reading = BOT.reading(Locale.ENGLISH);
    assertEquals(Reading.FileResult.READ, reading.file("mail.log.gz", in(packed.toByteArray())));
    assertEquals(answered(log(400)).brief(), reading.answer().brief());
  }

  @Test
  void aLogLongerThanAMessageIsReadToItsEnd() throws IOException {
    String part = log(45_000);
    assertTrue(part.length() > SmtpBot.MAX_MESSAGE, "it has to be longer: " + part.length());
    assertEquals("Mail log: 45,000 messages", answered(part).title());
  }

  @Test
  void whatIsLongAndNoLogIsTooLarge() throws IOException {
    byte[] prose = "All work and no play.\n".repeat(600_000).getBytes(StandardCharsets.UTF_8);
    assertEquals(
        Reading.FileResult.TOO_LARGE, BOT.reading(Locale.ENGLISH).file("a.txt", in(prose)));
  }

  @Test
  void aBounceInAFileIsStillDiagnosed() throws IOException {
    Reading reading = BOT.reading(Locale.ENGLISH);
    assertEquals(
        Reading.FileResult.READ,
        reading.file("a.txt", in(bytes("550 5.1.1 <joe@example.org>: User unknown"))));
    assertEquals(Answer.Kind.DIAGNOSIS, reading.answer().kind());
  }

  @Test
  void nothingHoldsNoText() throws IOException {
    assertEquals(
        Reading.FileResult.NO_TEXT, BOT.reading(Locale.ENGLISH).file("a.txt", in(new byte[0])));
  }

  @Test
  void theCardFitsOnAScreenAndShowsNoAddress() throws IOException {
    for (Locale language : BOT.languages()) {
      Answer answer = answered(log(400), language);
      Brief brief = answer.brief();
      assertTrue(brief.text().length() <= Brief.MAX_CHARACTERS, brief.text());
      assertFalse(brief.text().contains("user1@"), brief.text());
      assertFalse(answer.details().toString().contains("user1@"), "in the details");
      assertTrue(brief.table() != null && !brief.table().rows().isEmpty());
    }
  }

  @Test
  void othersAreShownTheSameInTheirLanguage() throws IOException {
    Answer answer = answered(log(400));
    Shareable again = Shareable.ofToken(kept(answer).token()).orElseThrow();
    assertEquals(answer, BOT.answerShared(again, Locale.ENGLISH));
    assertNotEquals(answer.title(), BOT.answerShared(again, THAI).title());
    assertTrue(kept(answer).bareToken().length() <= Shareable.MAX_BARE_TOKEN);
  }

  @Test
  void whatIsNotKeptAnyMoreIsSaidSo() {
    Shareable unknown = Shareable.ofToken("1=" + "0123456789abcdef".repeat(2)).orElseThrow();
    assertEquals(Answer.Kind.LIMIT, BOT.answerShared(unknown, Locale.ENGLISH).kind());
    assertTrue(BOT.picture(BOT.answerShared(unknown, Locale.ENGLISH)).isEmpty());
  }

  @Test
  void anIdOfAnotherFormIsNoToken() {
    assertTrue(Shareable.ofToken("1=short").isEmpty());
    assertTrue(Shareable.ofToken("1=" + "0123456789ABCDEF".repeat(2)).isEmpty());
  }

  @Test
  void thePictureIsKeptWithTheAnswer() throws IOException {
    Answer answer = answered(log(400));
    Picture picture = BOT.picture(answer).orElseThrow();
    byte[] start = new byte[4];
    System.arraycopy(picture.png(), 0, start, 0, start.length);
    assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, start);
    assertEquals(answer.summary(), picture.text());
    Answer inThai = BOT.answerShared(kept(answer), THAI);
    assertEquals(inThai.summary(), BOT.picture(inThai).orElseThrow().text());
  }

  @Test
  void anyOtherAnswerHasNoPicture() {
    assertTrue(BOT.picture(BOT.answer("550", Locale.ENGLISH)).isEmpty());
  }

  @Test
  void theCardTellsWhatHappensWhoActsAndWhatFirst() throws IOException {
    Answer answer = answered(log(400));
    Brief brief = answer.brief();
    assertTrue(brief.meaning().startsWith("Since 05:"), brief.text());
    assertTrue(brief.verdict() != null && brief.verdict().text().startsWith("⏳"), brief.text());
    Part.Fact first = Objects.requireNonNull(brief.first(), brief.text());
    assertTrue(answer.hasSteps(), brief.text());
    Answer steps = BOT.answerSteps(kept(answer), Locale.ENGLISH);
    assertTrue(steps.lead().toString().contains(first.value()), steps.lead().toString());
  }

  @Test
  void aQuestionBesideALogIsAnsweredFirst() throws IOException {
    Reading reading = BOT.reading(Locale.ENGLISH).text("is 421 permanent?");
    reading.file("mail.log", in(bytes(log(400))));
    Answer answer = reading.answer();
    assertEquals(Answer.Kind.LOG, answer.kind());
    assertTrue(answer.lead().get(0).toString().contains("421"), answer.lead().toString());
  }

  private static Answer answered(String log) throws IOException {
    return answered(log, Locale.ENGLISH);
  }

  private static Answer answered(String log, Locale language) throws IOException {
    Reading reading = BOT.reading(language);
    assertEquals(Reading.FileResult.READ, reading.file("mail.log", in(bytes(log))));
    return reading.answer();
  }

  private static Shareable kept(Answer answer) {
    return Objects.requireNonNull(answer.shareable());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static InputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  /** A day on which Gmail begins to defer in the second half. */
  private static String log(int messages) {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < messages; i++) {
      int second = (int) (i * (HOURS * 3_600L) / messages);
      boolean deferred = i % 2 == 0 && i > messages / 2;
      log.append(
          String.format(
              Locale.ROOT,
              "2026-11-27T%02d:%02d:%02d+00:00 mx postfix/smtp[88]: 4F%08X: to=<user%d@gmail.com>,"
                  + " relay=gmail-smtp-in.l.google.com[192.0.2.27]:25, delay=1, delays=0/0/0/1,"
                  + " dsn=%s, status=%s%n",
              second / 3_600,
              second / 60 % 60,
              second % 60,
              i,
              i % 50,
              deferred ? "4.7.28" : "2.0.0",
              deferred
                  ? "deferred (host gmail-smtp-in.l.google.com[192.0.2.27] said: 421-4.7.28 Gmail"
                      + " has detected an unusual rate of unsolicited mail originating from your IP"
                      + " address. 421 4.7.28 rate limited (in reply to end of DATA command))"
                  : "sent (250 2.0.0 OK)"));
    }
    return log.toString();
  }
}
