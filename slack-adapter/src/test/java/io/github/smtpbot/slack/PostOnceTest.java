package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.context.builtin.EventContext;
import io.github.smtpbot.QuestionListener;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.note.NoteBook;
import io.github.smtpbot.slack.Sending.RefusedException;
import io.github.smtpbot.slack.fake.FakeSlack;
import io.github.smtpbot.slack.fake.Shown;
import io.github.smtpbot.team.TeamSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer is posted once in each place, unless it did not get there or was taken back. */
class PostOnceTest {

  private static final SmtpBot BOT = SmtpBot.create();

  private FakeSlack slack;
  private Posting posting;

  @BeforeEach
  void start() throws IOException {
    slack = new FakeSlack();
    posting =
        new Posting(
            new Answering(
                BOT,
                new ReaderLanguages(Runnable::run, Duration.ofSeconds(1), Locale.ENGLISH),
                new Work(Runnable::run),
                new Work(Runnable::run),
                new FileReading(Runnable::run),
                Visibility.EPHEMERAL,
                null,
                new WaysIn(null),
                new Team(BOT, NoteBook.none(), TeamSettings.none()),
                QuestionListener.NONE));
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  private EventContext context(String team) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(slack.apiUrl());
    EventContext context = new EventContext();
    context.setSlack(Slack.getInstance(config));
    context.setBotToken(FakeSlack.BOT_TOKEN);
    context.setTeamId(team);
    return context;
  }

  private boolean post(String team, @Nullable String threadTs, @Nullable String responseUrl)
      throws Exception {
    return posting.post(
        new Posting.Order(
            context(team),
            new Wanted(new Shareable.Asked("550"), null),
            "U1",
            "C1",
            threadTs,
            responseUrl,
            "1.2"),
        Locale.ENGLISH);
  }

  private String url() {
    return slack.url("/respond/1");
  }

  @Test
  void itIsPostedOnceInEachPlace() throws Exception {
    assertTrue(post("T1", null, url()));
    assertFalse(post("T1", null, url()));
    assertFalse(post("T1", null, null), "whatever the way");
    assertEquals(1, slack.calls("response_url"));
    assertTrue(post("T1", "1.2", url()), "a thread is another place");
    assertFalse(post("T1", "1.2", url()));
    assertTrue(post("T2", null, url()), "another workspace");
    assertEquals(3, slack.calls("response_url"));
    assertEquals(0, slack.calls("chat.postMessage"));
  }

  @Test
  void allSeeItInItsThreadAndNothingIsReplaced() throws Exception {
    assertTrue(post("T1", "1.2", url()));
    JsonObject posted = slack.await("response_url").body();
    assertEquals("in_channel", posted.get("response_type").getAsString());
    assertFalse(posted.get("replace_original").getAsBoolean());
    assertEquals("1.2", posted.get("thread_ts").getAsString());
    assertTrue(Shown.text(posted).contains("<@U1>"), Shown.text(posted));
  }

  @Test
  void whereTheResponseUrlIsNotTakenItIsPostedAllTheSame() throws Exception {
    slack.refuse("response_url", "expired_url");
    assertTrue(post("T1", "1.2", url()));
    JsonObject posted = slack.await("chat.postMessage").body();
    assertEquals("C1", posted.get("channel").getAsString());
    assertEquals("1.2", posted.get("thread_ts").getAsString());
  }

  @Test
  void whatDidNotGetThereMayBePostedAgain() throws Exception {
    slack.refuse("chat.postMessage", "is_archived");
    assertThrows(RefusedException.class, () -> post("T1", null, null));
    slack.accept("chat.postMessage");
    assertTrue(post("T1", null, null));
  }

  @Test
  void whatWasTakenBackMayBePostedAgain() throws Exception {
    assertTrue(post("T1", null, url()));
    JsonObject posted = slack.await("response_url").body();
    Poster poster =
        Poster.ofValue(Shown.button(posted, "smtpbot_delete").get("value").getAsString())
            .orElseThrow();
    assertEquals("U1", poster.userId());
    posting.release(poster);
    assertTrue(post("T1", null, url()));
  }

  @ParameterizedTest
  @CsvSource({
    "not_in_channel, POST_NOT_IN_CHANNEL",
    "channel_not_found, POST_NOT_IN_CHANNEL",
    "is_archived, POST_ARCHIVED",
    "restricted_action, POST_RESTRICTED",
    "restricted_action_thread_only_channel, POST_RESTRICTED",
    "msg_too_long, POST_REFUSED"
  })
  void whatToDoDependsOnSlacksWord(String word, Label label) {
    assertEquals(
        label.name(), Posting.remedy(new RefusedException(word), (said, values) -> said.name()));
  }

  @Test
  void whatSlackDidNotRefuseWentWrong() {
    String told =
        Posting.remedy(new IOException(), (said, values) -> said.name() + " " + values[0]);
    assertTrue(told.matches("FAILED [0-9a-f]{8}"), told);
  }
}
