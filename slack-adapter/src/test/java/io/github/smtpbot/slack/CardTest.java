package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Brief;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.preview.Scene;
import io.github.smtpbot.slack.BlockList.Sized;
import io.github.smtpbot.slack.fake.Shown;
import io.github.smtpbot.slack.fake.SlackRules;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as messages: what a reader sees on one screen. */
class CardTest {

  private static final SmtpBot BOT = SmtpBot.create();

  private static final String DMARC =
      "550-5.7.26 Unauthenticated email from example.org is not accepted due to domain's DMARC"
          + " policy. a640c23a62f3a-a9cdfe3c1b2si123456766b.123 - gsmtp";

  @Test
  void aCodeIsToldInAFewBlocksVerdictFirstAndButtonsLast() {
    JsonObject card = show("550");

    List<String> types = Shown.types(card);
    assertEquals("header", types.get(0));
    assertEquals(List.of("context", "actions"), types.subList(types.size() - 2, types.size()));
    assertTrue(types.size() <= 7, types.toString());
    assertTrue(Shown.text(card).length() < Brief.MAX_CHARACTERS + 300, Shown.text(card));
  }

  @Test
  void theVerdictHasASignAndAWordInBoldTypeAndSoHasWhoActs() {
    String verdict = show("550").getAsJsonArray("blocks").get(1).toString();

    assertTrue(verdict.contains("⛔"), verdict);
    assertTrue(verdict.contains("\"text\":\"Permanent\",\"style\":{\"bold\":true"), verdict);
    assertTrue(verdict.contains(" · "), verdict);
  }

  @Test
  void theTextBesideTheBlocksSaysVerdictWhoActsAndWhatFirst() {
    String text = show(DMARC).get("text").getAsString();

    assertTrue(text.contains("⛔ Permanent"), text);
    assertTrue(text.contains("acts"), text);
    assertTrue(text.contains("Do this first: "), text);
  }

  @Test
  void whereThereIsNoVerdictTheTextSaysTheAnswer() {
    String text = show("who should fix 5.2.2?").get("text").getAsString();

    assertTrue(text.contains("5.2.2 is for the recipient"), text);
    assertTrue(text.contains("Do this first: "), text);
  }

  /** What is in the menu is not told in a list above it once more. */
  @ParameterizedTest
  @ValueSource(strings = {"4xx", "55x", "queue timeout exceeded"})
  void codesToChooseFromStandInTheMenuAlone(String question) {
    Answer answer = BOT.answer(question, Locale.ENGLISH);
    JsonObject card = show(question);

    assertTrue(card.toString().contains("static_select"), card.toString());
    assertFalse(answer.brief().offers().isEmpty(), answer.brief().text());
    assertFalse(card.toString().contains("rich_text_list"), card.toString());
  }

  @Test
  void aComparisonIsATable() {
    JsonObject card = show("252 501");

    assertTrue(Shown.types(card).contains("table"), card.toString());
    assertTrue(card.toString().contains("\"is_wrapped\":true"), card.toString());
  }

  @Test
  void whereSlackTakesNoTableItsRowsAreAList() {
    SlackMessage message = card(BOT.answer("252 501", Locale.ENGLISH));

    SlackMessage list = message.withoutTable();

    assertTrue(message.hasTable());
    assertFalse(list.hasTable());
    String text = Shown.text(json(list));
    assertTrue(text.contains("252 – ") && text.contains("501 – "), text);
  }

  @Test
  void countedGroupsNeedNoHeadWhereTheyAreAList() {
    Part.Table groups =
        new Part.Table(
            "", List.of("What"), List.of(new Part.Row("6 ×", List.of("⏳ 421 4.7.0"), true)));

    SlackMessage message =
        new SlackMessage("", TableBlock.of(groups).stream().map(Sized::block).toList());

    assertTrue(Shown.text(json(message)).contains("What"));
    assertEquals("6 ×\n  \n⏳ 421 4.7.0\n", Shown.text(json(message.withoutTable())));
  }

  @Test
  void whatWasPastedIsQuotedInertAndCutAtAWord() {
    JsonObject card = show(DMARC);

    assertTrue(card.toString().contains("rich_text_preformatted"), card.toString());
    assertTrue(Shown.text(card).contains("…"), Shown.text(card));
  }

  @Test
  void ofMoreThanTwoCodesEachHasARowSoThatAPhoneHasRoom() {
    JsonObject card = show("421 450 550 554 252");

    assertEquals(6, table(card).getAsJsonArray("rows").size());
    assertEquals(2, table(card).getAsJsonArray("rows").get(0).getAsJsonArray().size());
    assertTrue(card.toString().contains("421: The server cannot serve this connection now"));
    assertEquals(3, table(show("252 501")).getAsJsonArray("rows").get(0).getAsJsonArray().size());
  }

  @Test
  void aCountStaysOnItsLine() {
    assertTrue(table(show(Scene.named("log").text())).toString().contains("3\u00a0×"));
  }

  @Test
  void whatIsPostedOfALogHoldsAllKinds() {
    JsonObject post = Shown.button(show(Scene.named("log").text()), SlackIds.POST);

    Shareable.Groups posted =
        (Shareable.Groups) Shareable.ofToken(post.get("value").getAsString()).orElseThrow();
    assertEquals(4, posted.groups().size());
    String all = json(card(BOT.answerShared(posted, Locale.ENGLISH))).toString();
    for (String told : List.of("15 replies of 4 kinds, 21 delivered", "421 4.7.0", "4.4.1")) {
      assertTrue(all.contains(told), told + ": " + all);
    }
  }

  private static JsonObject table(JsonObject card) {
    return card.getAsJsonArray("blocks").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(block -> block.get("type").getAsString().equals("table"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void atMostThreeButtonsAndAMenuTellWhatTheyDo() {
    List<JsonObject> buttons = Shown.buttons(show("550 5.7.1"));

    assertEquals(
        List.of(SlackIds.FIX, SlackIds.FULL, SlackIds.POST, SlackIds.FOLLOW_UP + 0),
        buttons.stream().map(button -> button.get("action_id").getAsString()).toList());
    assertEquals("overflow", buttons.get(3).get("type").getAsString());
    assertTrue(
        buttons.get(1).get("accessibility_label").getAsString().startsWith("Full answer: 550"),
        buttons.toString());
  }

  @Test
  void whatIsDoneFirstIsNotOfferedWhereItWasAskedForOrThereIsNothingToDo() {
    for (String question : List.of("how to fix 550", "250", "252 501", "help")) {
      assertFalse(Shown.hasButton(show(question), SlackIds.FIX), question);
    }
  }

  @Test
  void anAnswerThatIsNotForSharingHasNoButtonToPostItNorToOpenIt() {
    JsonObject card = show("qqqqzzzz wwwwxxxx");

    assertFalse(card.toString().contains(SlackIds.POST));
    assertFalse(card.toString().contains(SlackIds.FULL));
  }

  @Test
  void anAddressThatWasSearchedForIsNotGivenToOthers() {
    Answer answer = BOT.answer("mailbox full bob@example.com", Locale.ENGLISH);
    assertEquals(Answer.Kind.SEARCH, answer.kind());

    assertEquals(
        "1?mailbox full b…@example.com",
        Shown.button(json(card(answer)), SlackIds.POST).get("value").getAsString());
  }

  @Test
  void sourcesAreLinkedByTheirNamesAtMostThree() {
    String card = show(DMARC).toString();

    int links = card.split("<https://", -1).length - 1;
    assertTrue(links >= 1 && links <= 3, card);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!channel> ",
        "*bold* ",
        "```\n",
        "<https://evil.example|click> ",
        ":smile:",
        "&&&&",
        "\u202eevil",
        "\u0000\u0007",
        "\ud83d",
        "@everyone ",
        "|",
        "\n",
        " ",
        "a"
      })
  void hostileTextComesOutInertAndWithinEveryLimit(String text) {
    JsonObject card = json(card(SampleAnswers.largest(text, Locale.ENGLISH)));

    assertFalse(card.toString().contains("\u202e"));
  }

  @Property(seed = "1982", tries = 150)
  void anyTextComesOutWithinEveryLimit(@ForAll String text) {
    json(card(SampleAnswers.largest(text, Locale.ENGLISH)));
  }

  private static JsonObject show(String question) {
    return json(card(BOT.answer(question, Locale.ENGLISH)));
  }

  private static SlackMessage card(Answer answer) {
    Label.Speaker words = Label.Speaker.of(BOT, Locale.ENGLISH);
    return Card.of(answer, Destination.CHANNEL, Notes.credit("U0000ASKER", words), false, words);
  }

  private static JsonObject json(SlackMessage message) {
    JsonObject json =
        JsonParser.parseString(message.toAcknowledgement(Visibility.EPHEMERAL)).getAsJsonObject();
    SlackRules.checkMessage(json);
    return json;
  }
}
