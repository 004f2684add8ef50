package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.view.View;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.slack.Sending.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.slf4j.LoggerFactory;

/** What is sent to whom, and what is done where Slack does not take it. */
@Timeout(30)
class SendingTest {

  private static final SlackMessage PLAIN = SlackMessage.ofText("550");
  private static final SlackMessage BARE = new SlackMessage("550", List.of());
  private static final SlackMessage TABLE =
      new SlackMessage(
          "550",
          TableBlock.of(
                  new Part.Table("", List.of("a"), List.of(new Part.Row("b", List.of("c"), true))))
              .stream()
              .map(BlockList.Sized::block)
              .toList());

  private final MockWebServer server = new MockWebServer();
  private EventContext context;
  private String url;

  @BeforeEach
  void start() throws IOException {
    server.start(InetAddress.getLoopbackAddress(), 0);
    url = "http://127.0.0.1:" + server.getPort() + "/respond";
    SlackConfig config = new SlackConfig();
    // Else the library asks first of which workspace the token is.
    config.setStatsEnabled(false);
    config.setMethodsEndpointUrlPrefix("http://127.0.0.1:" + server.getPort() + "/api/");
    context = new EventContext();
    context.setSlack(Slack.getInstance(config));
    context.setBotToken("xoxb-fake");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void answers(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  private void comeAgain(int status, String seconds) {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .setHeader("Retry-After", seconds)
            .body("{\"ok\":false}")
            .build());
  }

  /** The path of the next request and what it says. */
  private String request() throws InterruptedException {
    RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
    assertNotNull(request, "nothing was sent");
    return request.getUrl().encodedPath() + " " + Objects.requireNonNull(request.getBody()).utf8();
  }

  private boolean respond(@Nullable String to, SlackMessage message) {
    return Sending.respond(context, to, message, m -> m.toResponse(false, false, null));
  }

  @Test
  void whereThereIsNoResponseUrlNothingIsSent() {
    assertFalse(respond(null, PLAIN));
    assertFalse(respond("", PLAIN));
    assertFalse(respond("http://127.0.0.1:1/", PLAIN), "nobody is there");
    assertEquals(0, server.getRequestCount());
  }

  @Test
  void whatIsTakenWasSentOnce() throws Exception {
    answers(200, "ok");
    assertTrue(respond(url, PLAIN));
    assertTrue(request().contains("\"text\":\"550\""));
    assertEquals(1, server.getRequestCount());
  }

  @ParameterizedTest
  @CsvSource({"404, expired_url", "500, ''", "200, invalid_blocks", "200, no: invalid_attachments"})
  void whatIsNotTakenIsNotSentAgain(int status, String body) {
    answers(status, body);
    assertFalse(respond(url, BARE));
    assertEquals(1, server.getRequestCount());
  }

  @ParameterizedTest
  @CsvSource({"200, invalid_blocks", "400, invalid_blocks", "200, no: invalid_attachments"})
  void whereBlocksAreNotTakenTheTextIsSentOnce(int status, String body) throws Exception {
    answers(status, body);
    answers(200, "ok");
    assertTrue(respond(url, PLAIN));
    assertTrue(request().contains("\"blocks\""));
    String bare = request();
    assertTrue(bare.contains("\"text\":\"550\"") && !bare.contains("\"blocks\""), bare);
    answers(status, body);
    answers(status, body);
    assertFalse(respond(url, PLAIN));
    assertEquals(4, server.getRequestCount());
  }

  @Test
  void aTableThatIsNotTakenIsSentAsAListWhateverTheStatus() throws Exception {
    for (int status : new int[] {200, 400}) {
      answers(status, "invalid_blocks");
      answers(200, "ok");
      assertTrue(respond(url, TABLE));
      assertTrue(request().contains("\"table\""));
      assertFalse(request().contains("\"table\""));
    }
    answers(200, "invalid_blocks");
    answers(200, "invalid_blocks");
    answers(200, "invalid_blocks");
    assertFalse(respond(url, TABLE), "nor is the text taken");
    answers(404, "expired_url");
    assertFalse(respond(url, TABLE));
    assertEquals(8, server.getRequestCount(), "nor is it sent again for another reason");
  }

  @Test
  void onlyWhereTheSameWithoutItIsTakenThePictureIsBlamed() throws Exception {
    SlackMessage both = TABLE.with(PictureBlock.of("F1", "what it shows"));
    assertEquals(
        List.of(),
        warnings(
            () -> {
              refuses("invalid_attachments");
              refuses("invalid_attachments");
              answers(200, "{\"ok\":true,\"ts\":\"1.5\"}");
              assertEquals("1.5", Sending.post(context, "C1", null, both));
              answers(200, "no: invalid_blocks");
              answers(200, "no: invalid_blocks");
              answers(200, "ok");
              assertTrue(respond(url, both));
            }));
    assertEquals(
        List.of("Slack refuses a picture in a message: invalid_attachments; see docs/slack.md"),
        warnings(
            () -> {
              refuses("invalid_attachments");
              answers(200, "{\"ok\":true,\"ts\":\"1.5\"}");
              assertEquals("1.5", Sending.post(context, "C1", null, both));
            }));
  }

  @Test
  void aViewThatIsRefusedWithoutItsPictureTooIsNoFaultOfThePicture() throws Exception {
    View view =
        View.builder()
            .type("modal")
            .blocks(PLAIN.with(PictureBlock.of("F1", "what it shows")).blocks())
            .build();
    assertEquals(
        List.of(),
        warnings(
            () -> {
              refuses("view_is_gone");
              refuses("view_is_gone");
              assertThrows(RefusedException.class, () -> Sending.update(context, "V7", view));
            }));
    assertEquals(
        List.of("Slack refuses a picture in a message: view_is_gone; see docs/slack.md"),
        warnings(
            () -> {
              refuses("view_is_gone");
              answers(200, "{\"ok\":true,\"view\":{\"id\":\"V7\"}}");
              Sending.update(context, "V7", view);
            }));
  }

  private void refuses(String word) {
    answers(200, "{\"ok\":false,\"error\":\"" + word + "\"}");
  }

  private interface Step {
    void run() throws Exception;
  }

  private static List<String> warnings(Step step) throws Exception {
    Logger log = (Logger) LoggerFactory.getLogger(SmtpSlackPlugin.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    Level before = log.getLevel();
    log.setLevel(Level.WARN);
    lines.start();
    log.addAppender(lines);
    try {
      step.run();
    } finally {
      log.detachAppender(lines);
      log.setLevel(before);
    }
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Test
  void aPostSaysWhereItStands() throws Exception {
    answers(200, "{\"ok\":true,\"ts\":\"1.5\"}");
    assertEquals("1.5", Sending.post(context, "C1", "1.2", PLAIN));
    String sent = request();
    assertTrue(sent.startsWith("/api/chat.postMessage "), sent);
    assertTrue(sent.contains("channel=C1") && sent.contains("thread_ts=1.2"), sent);
  }

  @Test
  void aPostWithATableThatIsNotTakenIsPostedAsAList() throws Exception {
    answers(200, "{\"ok\":false,\"error\":\"invalid_blocks\"}");
    answers(200, "{\"ok\":true,\"ts\":\"1.5\"}");
    assertEquals("1.5", Sending.post(context, "C1", null, TABLE));
    assertTrue(request().contains("table"));
    assertFalse(request().contains("table"));
  }

  @Test
  void whatIsRefusedForAnotherReasonIsNotTriedAgain() {
    answers(200, "{\"ok\":false,\"error\":\"is_archived\"}");
    assertEquals("is_archived", refused(TABLE).word());
    answers(200, "{\"ok\":false,\"error\":\"invalid_blocks\"}");
    assertEquals("invalid_blocks", refused(BARE).word());
    assertEquals(2, server.getRequestCount());
  }

  private RefusedException refused(SlackMessage message) {
    return assertThrows(RefusedException.class, () -> Sending.post(context, "C1", null, message));
  }

  @Test
  void aMessageToOneMemberAndAnotherInThePlaceOfAnOlderOneAreSentAsSuch() throws Exception {
    answers(200, "{\"ok\":true}");
    Sending.tell(context, "C1", "U1", "1.2", PLAIN);
    String sent = request();
    assertTrue(sent.startsWith("/api/chat.postEphemeral "), sent);
    assertTrue(sent.contains("user=U1") && sent.contains("thread_ts=1.2"), sent);
    answers(200, "{\"ok\":true}");
    Sending.update(context, "C1", "1.3", PLAIN);
    sent = request();
    assertTrue(sent.startsWith("/api/chat.update ") && sent.contains("ts=1.3"), sent);
    answers(200, "{\"ok\":true}");
    Sending.update(context, "C1", "1.3", BARE);
    sent = request();
    assertTrue(sent.contains("blocks=%5B%5D"), "the old blocks would stay: " + sent);
    answers(200, "{\"ok\":false,\"error\":\"message_not_found\"}");
    assertThrows(RefusedException.class, () -> Sending.update(context, "C1", "1.3", PLAIN));
  }

  @Test
  void aModalIsKnownByTheIdThatSlackGivesIt() throws Exception {
    answers(200, "{\"ok\":true,\"view\":{\"id\":\"V7\"}}");
    View view = View.builder().type("modal").blocks(PLAIN.blocks()).build();
    assertEquals("V7", Sending.open(context, "1.2.trigger", view));
    String sent = request();
    assertTrue(sent.startsWith("/api/views.open ") && sent.contains("1.2.trigger"), sent);
  }

  @Test
  void whatIsDeletedByTheResponseUrlNeedsNoOtherCall() throws Exception {
    answers(200, "ok");
    Sending.delete(context, url, "C1", "1.3");
    assertEquals("/respond {\"delete_original\":true}", request());
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void whatIsGoneAlreadyCountsAsDeleted() throws Exception {
    answers(200, "{\"ok\":false,\"error\":\"message_not_found\"}");
    Sending.delete(context, null, "C1", "1.3");
    assertTrue(request().startsWith("/api/chat.delete "));
    answers(200, "{\"ok\":false,\"error\":\"cant_delete_message\"}");
    assertThrows(RefusedException.class, () -> Sending.delete(context, null, "C1", "1.3"));
  }

  @Test
  void anAnswerThatTheResponseUrlDoesNotTakeGoesToOneMemberAlone() throws Exception {
    answers(404, "expired_url");
    answers(200, "{\"ok\":true}");
    Sending.answer(context, url, PLAIN, true, true, "C1", "U1", null);
    String sent = request();
    assertTrue(sent.contains("in_channel") && sent.contains("\"replace_original\":true"), sent);
    assertTrue(request().startsWith("/api/chat.postEphemeral "));
    answers(200, "ok");
    Sending.answer(context, url, PLAIN, false, false, "C1", "U1", null);
    sent = request();
    assertTrue(sent.contains("ephemeral") && sent.contains("\"replace_original\":false"), sent);
    assertEquals(3, server.getRequestCount());
  }

  @Test
  void whereItIsNotKnownToWhomNothingIsSent() throws Exception {
    Sending.answer(context, null, PLAIN, false, false, "C1", null, null);
    assertEquals(0, server.getRequestCount());
  }

  @ParameterizedTest
  @NullAndEmptySource
  void whoeverAskedInNoChannelIsToldInADirectMessage(@Nullable String channel) throws Exception {
    answers(200, "{\"ok\":true,\"ts\":\"1.5\"}");
    Sending.answer(context, null, PLAIN, true, false, channel, "U1", "1.2");
    String sent = request();
    assertTrue(sent.startsWith("/api/chat.postMessage ") && sent.contains("channel=U1"), sent);
    assertFalse(sent.contains("thread_ts"), "that thread is elsewhere: " + sent);
  }

  @Test
  void whoeverCannotBeToldInTheChannelIsToldInADirectMessageAndNobodyElseIs() throws Exception {
    answers(200, "{\"ok\":false,\"error\":\"not_in_channel\"}");
    answers(200, "{\"ok\":true,\"ts\":\"1.5\"}");
    Sending.tell(context, "C1", "U1", "1.2", PLAIN);
    String sent = request();
    assertTrue(sent.startsWith("/api/chat.postEphemeral ") && sent.contains("user=U1"), sent);
    sent = request();
    assertTrue(sent.startsWith("/api/chat.postMessage ") && sent.contains("channel=U1"), sent);
    assertEquals(2, server.getRequestCount());
  }

  /** {@link Work} does it again, without a thread that waits. */
  @ParameterizedTest
  @CsvSource({"429, 0", "429, 30", "503, 1"})
  void whatSlackPutsOffOrFailsToDoIsNotSentAgainFromHere(int status, String seconds) {
    comeAgain(status, seconds);
    SlackApiException failure =
        assertThrows(SlackApiException.class, () -> Sending.post(context, "C1", null, PLAIN));
    assertEquals(status, failure.getResponse().code());
    assertEquals(seconds, failure.getResponse().header("Retry-After"));
    assertEquals(1, server.getRequestCount());
  }
}
