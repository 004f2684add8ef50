package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.context.builtin.EventContext;
import io.github.smtpbot.QuestionListener;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.note.NoteBook;
import io.github.smtpbot.slack.fake.Shown;
import io.github.smtpbot.slack.fake.SlackRules;
import io.github.smtpbot.team.TeamSettings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Who sees the answer to a command, and in which language; and that slow work fails quietly. */
class AnsweringTest {

  private static final SmtpBot BOT = SmtpBot.create();
  private static final Locale THAI = Locale.forLanguageTag("th");
  private static final String DELETE = "smtpbot_delete";
  private static final WaysIn WAYS = new WaysIn("email");

  private static Answering answering(
      Visibility visibility, @Nullable Locale ofAll, Executor executor) {
    return new Answering(
        BOT,
        new ReaderLanguages(Runnable::run, Duration.ofSeconds(1), Locale.ENGLISH),
        new Work(executor),
        new Work(executor),
        new FileReading(executor),
        visibility,
        ofAll,
        WAYS,
        new Team(BOT, NoteBook.none(), TeamSettings.none()),
        QuestionListener.NONE);
  }

  private static JsonObject command(
      Answering answering, String text, @Nullable String user, Locale locale) {
    JsonObject json =
        JsonParser.parseString(answering.command("", text, user, locale)).getAsJsonObject();
    SlackRules.checkMessage(json);
    return json;
  }

  private static String seenBy(JsonObject message) {
    return message.get("response_type").getAsString();
  }

  private static boolean isThai(JsonObject message) {
    return Shown.text(message).codePoints().anyMatch(c -> c >= 0x0E00 && c <= 0x0E7F);
  }

  @Test
  void ofCodesTheAskerAloneReadsFirstAndMayPostIt() {
    Answering answering = answering(Visibility.EPHEMERAL, THAI, Runnable::run);
    JsonObject own = command(answering, "550", "U1", Locale.ENGLISH);
    assertEquals("ephemeral", seenBy(own));
    assertTrue(Shown.hasButton(own, "smtpbot_post"));
    assertFalse(Shown.hasButton(own, DELETE), "what one alone sees, one dismisses");
    assertFalse(isThai(own), "one reads it in one's own language");
    assertTrue(isThai(command(answering, "550", "U1", THAI)));
  }

  @Test
  void whereAllReadCodesFirstTheyReadThemInTheirLanguageAndTheAskerMayTakeThemBack() {
    Answering answering = answering(Visibility.IN_CHANNEL, THAI, Runnable::run);
    for (String user : new String[] {"U1", "U2"}) {
      JsonObject shown = command(answering, "550", user, Locale.ENGLISH);
      assertEquals("in_channel", seenBy(shown));
      assertTrue(isThai(shown));
      assertEquals(user, Shown.button(shown, DELETE).get("value").getAsString());
    }
    JsonObject unknown = command(answering, "550", null, Locale.ENGLISH);
    assertEquals("nobody", Shown.button(unknown, DELETE).get("value").getAsString());
  }

  @Test
  void wordsGoToTheAskerAloneInTheirOwnLanguageWhateverIsSet() {
    for (String words :
        new String[] {"mailbox full", "550 5.1.1 <zebra@example.org>: User unknown", "qwertz"}) {
      for (Locale ofAll : new Locale[] {THAI, Locale.ENGLISH}) {
        JsonObject own =
            command(
                answering(Visibility.IN_CHANNEL, ofAll, Runnable::run),
                words,
                "U1",
                Locale.ENGLISH);
        assertEquals("ephemeral", seenBy(own), words);
        assertFalse(isThai(own), words);
        assertFalse(own.toString().contains("zebra"), words);
        assertFalse(Shown.hasButton(own, DELETE), words);
      }
    }
  }

  /** Slack shows the command itself to all who see the answer. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "is 550 final for zebra@example.org",
        "what is 535 with password=zebra",
        "is 550 permanent for user zebra.qvist"
      })
  void aQuestionAboutCodesThatNamesSomebodyIsForTheAskerAlone(String question) {
    Answering answering = answering(Visibility.IN_CHANNEL, null, Runnable::run);
    assertTrue(answering.answer(question, Locale.ENGLISH).isAboutCodes());
    JsonObject own = command(answering, question, "U1", Locale.ENGLISH);
    assertEquals("ephemeral", seenBy(own));
    assertFalse(own.toString().contains("zebra"));
  }

  @Test
  void whereNoLanguageIsSetForAllItIsTheAskers() {
    Answering answering = answering(Visibility.IN_CHANNEL, null, Runnable::run);
    assertEquals(THAI, answering.languageOfAll("", THAI));
    assertFalse(isThai(command(answering, "550", "U1", Locale.ENGLISH)));
    assertTrue(isThai(command(answering, "550", "U1", THAI)));
  }

  @Test
  void nothingIsAnsweredWithHelpThatSaysTheWaysInSlack() {
    Answering answering = answering(Visibility.EPHEMERAL, null, Runnable::run);
    Answer help = answering.answer(null, Locale.ENGLISH);
    assertEquals(answering.answer("", Locale.ENGLISH), help);
    assertEquals(BOT.answer("", Locale.ENGLISH).title(), help.title());
    List<String> ways = WAYS.lines(answering.words(Locale.ENGLISH));
    assertTrue(ways.stream().anyMatch(way -> way.contains("email")), ways.toString());
    assertTrue(
        help.lead().stream()
            .anyMatch(part -> part instanceof Part.Bullets said && said.items().equals(ways)),
        help.lead().toString());
    assertEquals(BOT.answer("550", THAI), answering.answer("550", THAI));
  }

  @Test
  void whatIsShownToAllIsInTheirLanguageAndWhatIsShownToThePosterInTheirs() {
    Answering answering = answering(Visibility.EPHEMERAL, THAI, Runnable::run);
    Shareable asked = new Shareable.Asked("550");
    JsonObject toAll =
        json(
            answering.showToAll(
                new EventContext(),
                new Wanted(asked, null),
                "U1",
                Poster.of("U1", "c"),
                Locale.ENGLISH));
    assertTrue(isThai(toAll));
    assertTrue(Shown.text(toAll).contains("<@U1>"), Shown.text(toAll));
    assertEquals("U1 c", Shown.button(toAll, DELETE).get("value").getAsString());
    JsonObject posted = json(answering.showPosted("", asked, Destination.CHANNEL, Locale.ENGLISH));
    assertFalse(isThai(posted));
    assertTrue(Shown.text(posted).contains("Posted ✓"), Shown.text(posted));
  }

  private static JsonObject json(SlackMessage message) {
    return JsonParser.parseString(message.toAcknowledgement(Visibility.EPHEMERAL))
        .getAsJsonObject();
  }

  @Test
  void slowWorkIsDoneAtOnceOrAfterTheAcknowledgement() throws Exception {
    Answering answering = answering(Visibility.EPHEMERAL, null, Runnable::run);
    Asker asker = Asker.anywhere(new EventContext(), null);
    CountDownLatch done = new CountDownLatch(4);
    answering.later(done::countDown);
    answering.later(asker, done::countDown);
    answering.now(asker, done::countDown);
    assertEquals(1, done.getCount());
    answering.afterAcknowledgement(asker, done::countDown);
    assertTrue(done.await(20, TimeUnit.SECONDS));
  }

  @Test
  void workThatFailsOrIsNotTakenAnyMoreIsLoggedWithoutItsWords() {
    Logger log = (Logger) LoggerFactory.getLogger(SmtpSlackPlugin.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.setLevel(Level.TRACE);
    log.addAppender(lines);
    try {
      answering(Visibility.EPHEMERAL, null, Runnable::run)
          .later(
              () -> {
                throw new IllegalStateException("zebra");
              });
      answering(
              Visibility.EPHEMERAL,
              null,
              work -> {
                throw new RejectedExecutionException("zebra");
              })
          .later(() -> {});
    } finally {
      log.detachAppender(lines);
      log.setLevel(null);
    }
    assertEquals(2, lines.list.size());
    for (ILoggingEvent line : lines.list) {
      assertFalse(line.getFormattedMessage().contains("zebra"), line.getFormattedMessage());
    }
  }
}
