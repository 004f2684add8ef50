package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Brief;
import io.github.smtpbot.answer.Clip;
import io.github.smtpbot.answer.Composer;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.incident.Summariser;
import io.github.smtpbot.log.LogCount;
import io.github.smtpbot.log.reader.LogOptions;
import io.github.smtpbot.log.reader.MailLog;
import io.github.smtpbot.log.source.LogSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.io.input.BrokenInputStream;
import org.junit.jupiter.api.Test;

/** Logs that people send into a chat. */
class LogAnswersTest {

  private static final SmtpBot BOT = SmtpBot.create();
  private static final Locale THAI = Locale.forLanguageTag("th");
  private static final int HOURS = 10;
  private static final String UNKNOWN = "550 5.1.1 <joe@example.org>: User unknown";

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

  @Test
  void aQuestionBesideALogIsAnsweredOnTheCardToo() throws IOException {
    Reading reading = BOT.reading(Locale.ENGLISH).text("is 421 permanent?");
    reading.file("mail.log", in(bytes(log(400))));

    List<String> lines = reading.answer().brief().lines();
    assertTrue(lines.size() == 1 && lines.get(0).contains("421"), lines.toString());
  }

  @Test
  void aTextPastedBesideALogIsToldInShort() throws IOException {
    Reading reading = BOT.reading(Locale.ENGLISH).text(UNKNOWN);
    reading.file("mail.log", in(bytes(log(400))));

    assertEquals(
        List.of("Text: ⛔ 550 5.1.1 · No such recipient", "mail.log: counted above"),
        besides(reading.answer()));
  }

  @Test
  void eachFileBesideALogIsToldByItsName() throws IOException {
    Reading reading = BOT.reading(Locale.ENGLISH);
    reading.file("bounce.txt", in(bytes(UNKNOWN)));
    reading.file("ann@example.org.log", in(bytes(log(400))));
    reading.file("lunch.txt", in(bytes("Lunch is at noon.")));

    assertEquals(
        List.of(
            "bounce.txt: ⛔ 550 5.1.1 · No such recipient",
            "lunch.txt: no failure of SMTP found",
            "a…@example.org.log: counted above"),
        besides(reading.answer()));
  }

  @Test
  void aQuestionAndAFileBesideALogAreBothTold() throws IOException {
    Reading reading = BOT.reading(Locale.ENGLISH).text("is 421 permanent?");
    reading.file("bounce.txt", in(bytes(UNKNOWN)));
    reading.file("mail.log", in(bytes(log(400))));

    Answer answer = reading.answer();

    assertTrue(answer.brief().lines().get(0).contains("421"), answer.brief().text());
    assertTrue(answer.brief().lines().get(1).startsWith("bounce.txt: "), answer.brief().text());
    assertTrue(answer.lead().toString().contains("421"), answer.lead().toString());
    assertTrue(answer.lead().toString().contains("bounce.txt"), answer.lead().toString());
  }

  @Test
  void severalLogsAreCountedTogetherAndNamed() throws IOException {
    Reading reading = BOT.reading(Locale.ENGLISH);
    reading.file("a.log", in(bytes(log(400))));
    reading.file("b.log", in(bytes(log(400).replace("4F0", "5F0"))));

    Answer answer = reading.answer();

    assertEquals("Mail log: 800 messages", answer.title());
    assertEquals(List.of("a.log, b.log: counted above"), besides(answer));
  }

  @Test
  void aTextThatIsTooLongHidesNoLog() throws IOException {
    Reading reading = BOT.reading(Locale.ENGLISH).text("x".repeat(SmtpBot.MAX_TEXT + 1));
    reading.file("mail.log", in(bytes(log(400))));

    Answer answer = reading.answer();

    assertEquals(Answer.Kind.LOG, answer.kind());
    String tooLong = BOT.answer("x".repeat(SmtpBot.MAX_TEXT + 1), Locale.ENGLISH).title();
    assertTrue(answer.brief().lines().get(0).startsWith(tooLong), answer.brief().text());
  }

  @Test
  void howeverMuchStandsBesideALogTheCardFitsOnAScreenAndSaysHowMuchMore() throws IOException {
    for (Locale language : BOT.languages()) {
      Reading reading = BOT.reading(language);
      reading.file("mail.log", in(bytes(log(400))));
      for (int i = 0; i < 20; i++) {
        reading.file("a file with a long name " + i, in(bytes(UNKNOWN)));
      }
      Answer answer = reading.answer();
      assertTrue(answer.brief().text().length() <= Brief.MAX_CHARACTERS, answer.brief().text());
      List<String> lines = answer.brief().lines();
      assertFalse(lines.isEmpty(), answer.brief().text());
      String last = lines.get(lines.size() - 1);
      assertEquals(BOT.label("replies.more", language, 22 - lines.size()), last);
      Part.Bullets all = (Part.Bullets) answer.lead().get(answer.lead().size() - 1);
      assertEquals(21, all.items().size(), all.items().toString());
    }
  }

  @Test
  void whatStandsBesideALogIsNotShownToOthers() throws IOException {
    Reading reading = BOT.reading(Locale.ENGLISH).text(UNKNOWN);
    reading.file("secret.log", in(bytes(log(400))));

    Answer shared = BOT.answerShared(kept(reading.answer()), Locale.ENGLISH);

    assertFalse(shared.toString().contains("secret"), shared.toString());
    assertFalse(shared.toString().contains("550"), shared.toString());
  }

  /** What is in the list of the full answer stands on the card too, a line each. */
  private static List<String> besides(Answer answer) {
    Part.Bullets all = (Part.Bullets) answer.lead().get(answer.lead().size() - 1);
    assertEquals(
        all.items().stream().map(line -> Clip.to(line, Brief.COLUMNS)).toList(),
        answer.brief().lines(),
        answer.brief().text());
    return all.items();
  }

  @Test
  void whatIsPlainlyAMessageIsReadAsOneHoweverManyFailuresItTellsOf() throws IOException {
    StringBuilder report =
        new StringBuilder(
            """
            From: MAILER-DAEMON@example.com
            To: a@example.com
            Subject: Undelivered
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.com

            """);
    for (int i = 0; i < 8; i++) {
      report.append("Final-Recipient: rfc822; user").append(i).append("@example.org\n");
      report.append("Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; ");
      report.append("550 5.1.1 User unknown\n\n");
    }
    Reading reading = BOT.reading(Locale.ENGLISH);

    assertEquals(Reading.FileResult.READ, reading.file("a.eml", in(bytes(report + "--b--\n"))));

    assertEquals(Answer.Kind.DIAGNOSIS, reading.answer().kind());
  }

  @Test
  void aMessageThatIsTooLargeIsNotReadToItsEnd() throws IOException {
    byte[] header = bytes("From: a@example.com\nTo: b@example.com\nSubject: c\n\n");
    long[] read = {0};
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return read[0] < header.length ? header[(int) read[0]++] : 'x';
          }

          @Override
          public int read(byte[] into, int from, int length) {
            if (length == 0) {
              return 0;
            }
            into[from] = (byte) read();
            for (int i = 1; i < length; i++) {
              into[from + i] = (byte) (read[0] < header.length ? header[(int) read[0]] : 'x');
              read[0]++;
            }
            return length;
          }
        };

    assertEquals(Reading.FileResult.TOO_LARGE, BOT.reading(Locale.ENGLISH).file("a.eml", endless));
    assertTrue(read[0] < SmtpBot.MAX_MESSAGE + 100_000, "read: " + read[0]);
  }

  @Test
  void ofALogThatBreaksOffWhatCameIsTold() throws IOException {
    for (int length : new int[] {50_000, SmtpBot.MAX_MESSAGE + 1_000_000}) {
      byte[] log = bytes(log(60_000));
      InputStream breaking =
          new SequenceInputStream(
              new ByteArrayInputStream(log, 0, length),
              new BrokenInputStream(() -> new IOException("reset")));
      Reading reading = BOT.reading(Locale.ENGLISH);

      assertEquals(Reading.FileResult.CUT, reading.file("mail.log", breaking));

      Answer answer = reading.answer();
      assertEquals(Answer.Kind.LOG, answer.kind());
      assertTrue(answer.details().toString().contains("it breaks off"), "others are told as well");
    }
  }

  @Test
  void whatBreaksOffAndIsNoLogFails() {
    InputStream breaking =
        new SequenceInputStream(
            in(bytes(UNKNOWN)), new BrokenInputStream(() -> new IOException("x")));

    assertThrows(IOException.class, () -> BOT.reading(Locale.ENGLISH).file("a.txt", breaking));
  }

  @Test
  void ofAPackedTextThatBreaksOffItsBeginningIsRead() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes(UNKNOWN + "\n"));
      for (int i = 0; i < 100_000; i++) {
        gzip.write(bytes(Integer.toHexString(i * 31) + "\n"));
      }
    }
    byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
    Reading reading = BOT.reading(Locale.ENGLISH);

    assertEquals(Reading.FileResult.CUT, reading.file("a.txt.gz", in(cut)));

    assertTrue(reading.answer().title().contains("550"), reading.answer().title());
  }

  @Test
  void whatIsPackedWaitsForItsTurnAndWhatIsNotDoesNot() throws Exception {
    Semaphore turns = new Semaphore(0);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes(UNKNOWN));
    }
    Reading reading = BOT.reading(Locale.ENGLISH).unpackingInTurn(turns);
    assertEquals(Reading.FileResult.READ, reading.file("a.txt", in(bytes(UNKNOWN))));
    Thread later = new Thread(turns::release);
    later.start();

    assertEquals(Reading.FileResult.READ, reading.file("a.gz", in(packed.toByteArray())));

    later.join();
    assertEquals(1, turns.availablePermits(), "its permit is given back");
  }

  @Test
  void aPictureIsDrawnInTheLanguagesThatSomebodyLooksAtAndOnce() throws IOException {
    AtomicInteger drawn = new AtomicInteger();
    Catalog catalog = Catalog.builtIn();
    LogAnswers logs =
        new LogAnswers(
            catalog,
            words -> new Composer(catalog, words),
            chart -> {
              drawn.incrementAndGet();
              return new byte[1];
            });
    Summariser summariser = BOT.summariser();
    LogCount count =
        MailLog.read(List.of(LogSource.of("-", in(bytes(log(400))))), LogOptions.all(), summariser);

    Shareable.Kept name =
        (Shareable.Kept)
            kept(logs.answer(summariser.summary().with(count), ZoneOffset.UTC, Locale.ENGLISH));

    assertEquals(0, drawn.get(), "nobody has looked");
    assertTrue(logs.picture(name, THAI).isPresent());
    assertTrue(logs.picture(name, THAI).isPresent());
    assertEquals(1, drawn.get());
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
