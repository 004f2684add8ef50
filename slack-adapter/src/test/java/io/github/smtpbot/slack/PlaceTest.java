package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.util.json.GsonFactory;
import io.github.smtpbot.answer.Shareable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an answer may be posted, and that it is posted there once. */
class PlaceTest {

  private static final String URL = "https://hooks.slack.com/actions/1";
  private static final Place THREAD =
      Place.of(Destination.thread("1699999999.000100"), "C1", URL, "1.2");
  private static final Place CHANNEL = Place.of(Destination.CHANNEL, "C1", URL, "1.2");
  private static final Shareable ASKED = new Shareable.Asked("252 vs 501");

  @Test
  void whatAModalCarriesIsReadBack() {
    assertEquals(THREAD, Place.read(THREAD.metadata()));
    assertEquals(CHANNEL, Place.read(CHANNEL.metadata()));
    assertEquals(Place.NOWHERE, Place.read(Place.NOWHERE.metadata()));
    Place bare = Place.of(Destination.CHANNEL, null, null, null);
    assertEquals(bare, Place.read(bare.metadata()));
  }

  @Test
  void aThreadIsWhatTheAnswerIsAbout() {
    assertEquals("1699999999.000100", THREAD.origin());
    assertEquals("1.2", CHANNEL.origin());
  }

  @Test
  void aButtonBelowAMessageTellsWhereItStands() {
    BlockActionPayload payload =
        payload(
            "{'channel':{'id':'C1'},'container':{'message_ts':'1.2'},'response_url':'"
                + URL
                + "'}");
    assertEquals(CHANNEL, Place.of(payload, button(Destination.CHANNEL)));
    assertEquals(THREAD, Place.of(payload, button(Destination.thread("1699999999.000100"))));
    assertTrue(Place.of(payload, button(Destination.NOWHERE)).isNowhere());
  }

  @Test
  void whatSlackDoesNotTellOfAButtonIsEmpty() {
    assertEquals(
        Place.of(Destination.CHANNEL, "", "", ""),
        Place.of(payload("{}"), button(Destination.CHANNEL)));
  }

  @Test
  void aButtonInAModalTellsWhatTheModalCarries() {
    BlockActionPayload payload = payload("{'view':{},'channel':{'id':'C2'}}");
    assertEquals(Place.NOWHERE, Place.of(payload, button(Destination.CHANNEL)));
    payload.getView().setPrivateMetadata(THREAD.metadata());
    assertEquals(THREAD, Place.of(payload, button(Destination.CHANNEL)));
  }

  private static BlockActionPayload payload(String json) {
    return GsonFactory.createSnakeCase()
        .fromJson(json.replace('\'', '"'), BlockActionPayload.class);
  }

  private static BlockActionPayload.Action button(Destination destination) {
    BlockActionPayload.Action action = new BlockActionPayload.Action();
    action.setBlockId(destination.blockId());
    return action;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a\nb\nc\nd", "smtpbot_buttons_channel", "smtpbot_buttons_channel\nC1\n\n\n"})
  void whatIsNotOursIsNowhere(String metadata) {
    assertTrue(Place.read(metadata).isNowhere());
  }

  @Test
  void whoKnowsAChannelMayStillHaveNowhereToPost() {
    assertTrue(Place.of(Destination.NOWHERE, "C1", URL, "1.2").isNowhere());
    assertFalse(CHANNEL.isNowhere());
    assertFalse(THREAD.isNowhere());
  }

  @Test
  void moreThanAModalCarriesIsLeftOut() {
    int others = CHANNEL.metadata().length() - URL.length();
    String longest = "u".repeat(SlackLimits.PRIVATE_METADATA - others);
    assertEquals(
        SlackLimits.PRIVATE_METADATA,
        Place.of(Destination.CHANNEL, "C1", longest, "1.2").metadata().length());
    assertEquals("", Place.of(Destination.CHANNEL, "C1", longest + "u", "1.2").metadata());
  }

  @Test
  void aDestinationIsReadBackFromTheButtons() {
    for (Destination destination :
        new Destination[] {Destination.NOWHERE, Destination.CHANNEL, Destination.thread("1.2")}) {
      assertEquals(destination, Destination.ofBlockId(destination.blockId()));
    }
    assertEquals(Destination.NOWHERE, Destination.ofBlockId(null));
    assertEquals(Destination.NOWHERE, Destination.ofBlockId("theirs"));
    assertNull(Destination.CHANNEL.threadTs());
  }

  @Test
  void anAnswerIsPostedOncePerPlaceAndWorkspace() {
    Posted posted = new Posted();
    assertTrue(posted.claim(claim("T1", "C1", "1.2", ASKED)));
    assertFalse(posted.claim(claim("T1", "C1", "1.2", ASKED)));
    assertTrue(posted.claim(claim("T2", "C1", "1.2", ASKED)), "another workspace");
    assertTrue(posted.claim(claim(null, "C1", "1.2", ASKED)), "an unknown workspace");
    assertTrue(posted.claim(claim("T1", "C1", "1699999999.000100", ASKED)), "another thread");
    assertTrue(posted.claim(claim("T1", "C2", "1.2", ASKED)), "another channel");
    assertTrue(
        posted.claim(claim("T1", "C1", "1.2", new Shareable.Asked("550"))), "another answer");
  }

  @Test
  void whatCouldNotBePostedMayBeTriedAgain() {
    Posted posted = new Posted();
    String claim = claim("T1", "C1", "1.2", ASKED);
    assertTrue(posted.claim(claim));
    posted.release(claim);
    assertTrue(posted.claim(claim));
  }

  private static String claim(
      @Nullable String team, String channel, String origin, Shareable shareable) {
    return Posted.claimOf(team, channel, origin, shareable);
  }
}
