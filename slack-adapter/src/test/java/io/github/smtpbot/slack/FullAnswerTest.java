package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.util.json.GsonFactory;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.FollowUp;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.answer.Tone;
import io.github.smtpbot.catalog.Source;
import io.github.smtpbot.slack.fake.Shown;
import io.github.smtpbot.slack.fake.SlackRules;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole answers as modals: within all limits, inert, and laid out as a reader needs it. */
class FullAnswerTest {

  private static final SmtpBot BOT = SmtpBot.create();
  private static final Locale THAI = Locale.forLanguageTag("th");

  @ParameterizedTest
  @ValueSource(strings = {"en", "th"})
  void theLargestAnswerKeepsEveryLimitAndSaysThatThereIsMore(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    String text =
        tag.equals("th")
            ? "กล่องจดหมายของผู้รับเต็ม เซิร์ฟเวอร์จะลองส่งใหม่"
            : "The mailbox is full; the sending server tries again later. ";

    JsonObject message = render(SampleAnswers.largest(text, locale), Destination.CHANNEL, locale);

    String more = Label.MORE.of(BOT, locale);
    assertTrue(Shown.text(message).contains(more), "says that there is more");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!channel> ",
        "<@U1> ",
        "*bold* ",
        "_it_ ",
        "~no~ ",
        "`code` ",
        "```\n",
        "&lt;!here&gt;",
        "<https://evil.example|click> ",
        "https://evil.example/ ",
        ":smile:",
        "> quoted\n",
        "&&&&",
        "<<<<",
        "\u202eevil",
        "\u0000\u0007",
        "👩‍👩‍👧‍👦",
        "\ud83d",
        "ก็็็็",
        "@everyone ",
        "|",
        "\n",
        " ",
        "a"
      })
  void hostileTextComesOutInertAndWithinEveryLimit(String text) {
    JsonObject message =
        render(SampleAnswers.largest(text, Locale.ENGLISH), Destination.CHANNEL, Locale.ENGLISH);

    assertFalse(message.toString().contains("\u202e"));
  }

  @Property(seed = "1982", tries = 150)
  void anyTextComesOutWithinEveryLimit(@ForAll("texts") String text) {
    render(SampleAnswers.largest(text, THAI), Destination.thread("1.2"), THAI);
  }

  @Property(seed = "1982", tries = 60)
  void anyPartAtAnyLengthKeepsEveryLimit(
      @ForAll @IntRange(min = 0, max = 6000) int length,
      @ForAll @IntRange(min = 0, max = 9) int which) {
    String text = SampleAnswers.fill("as long & <wide> as it gets ", length);
    Part part =
        switch (which) {
          case 0 -> new Part.Verdict(Tone.SUCCESS, List.of(new Part.Fact(text, text)));
          case 1 -> new Part.Text(text, text);
          case 2 -> new Part.Bullets(text, List.of(text, "", text));
          case 3 ->
              new Part.Table(
                  text, List.of(text, text), List.of(new Part.Row(text, List.of(text, ""), true)));
          case 4 -> new Part.Section(text, Tone.NEUTRAL, List.of(new Part.Text(text, text)));
          case 5 -> new Part.Quote(text, List.of(text, text));
          case 6 -> new Part.Notice(text);
          case 7 -> new Part.Choices(text, List.of(new Part.Choice("550", text)));
          case 8 -> new Part.Table(text, List.of("a", "b", "c"), List.of());
          default -> new Part.Bullets("", List.of());
        };

    render(
        SampleAnswers.answer("550", Locale.ENGLISH, List.of(part), List.of()),
        Destination.NOWHERE,
        Locale.ENGLISH);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().all().ofMinLength(1).ofMaxLength(40);
  }

  @Test
  void twoCodesStandSideBySide() {
    JsonObject message = render(answer("252 501"), Destination.CHANNEL, Locale.ENGLISH);

    String shown = Shown.text(message);
    assertTrue(message.toString().contains("\"fields\":["), "fields");
    assertTrue(shown.contains("· 252*\n") && shown.contains("· 501*\n"), shown);
  }

  @Test
  void theHeaderTellsBySignThatItIsPermanentAndWhatIsAskedNextComesLast() {
    JsonObject view = render(answer("550"), Destination.CHANNEL, Locale.ENGLISH);

    List<String> types = Shown.types(view);
    assertEquals("header", types.get(0));
    assertEquals(List.of("context", "actions"), types.subList(types.size() - 2, types.size()));
    assertTrue(Shown.text(view).startsWith("⛔"), Shown.text(view));
  }

  @Test
  void whatHasAButtonIsNotInTheMenuAgain() {
    JsonObject view = render(answer("list 4xx"), Destination.NOWHERE, Locale.ENGLISH);

    List<String> buttons =
        Shown.buttons(view).stream()
            .filter(element -> element.has("value"))
            .map(element -> element.get("value").getAsString())
            .toList();
    assertFalse(buttons.isEmpty());
    Shown.menu(view)
        .getAsJsonArray("options")
        .forEach(
            option ->
                assertFalse(
                    buttons.contains(option.getAsJsonObject().get("value").getAsString()),
                    option.toString()));
  }

  @Test
  void onlyOurOwnSourcesAreLinks() {
    Answer answer =
        new Answer(
            Answer.Kind.EXPLAIN,
            Locale.ENGLISH,
            List.of(),
            "title",
            "summary",
            Tone.NEUTRAL,
            List.of(),
            List.of(),
            List.of(
                new Source("RFC 5321 §4.2", "https://www.rfc-editor.org/rfc/rfc5321#section-4.2"),
                new Source("a<b|c>", "https://example.org/a|b>c"),
                new Source("plain", "http://example.org/")),
            List.of(new FollowUp("251", "251")),
            new Shareable.Asked("550"),
            null);

    String shown = Shown.text(render(answer, Destination.CHANNEL, Locale.ENGLISH));

    assertTrue(
        shown.contains("<https://www.rfc-editor.org/rfc/rfc5321#section-4.2|RFC 5321 §4.2>"));
    assertFalse(shown.contains("example.org"), shown);
  }

  @Test
  void rowsThatAgreeAreShownOnceBelowThePairs() {
    Part.Table table =
        new Part.Table(
            "",
            List.of("252", "501"),
            List.of(
                new Part.Row("Defined", List.of("yes", "yes"), false),
                new Part.Row("Severity", List.of("success", "failure"), true)));

    SectionBlock shown = (SectionBlock) TableFields.of(table).get(0).block();

    assertEquals(
        List.of("*Severity · 252*\nsuccess", "*Severity · 501*\nfailure", "*Defined*\nyes"),
        shown.getFields().stream().map(TextObject::getText).toList());
  }

  private static Answer answer(String text) {
    return BOT.answer(text, Locale.ENGLISH);
  }

  private static JsonObject render(Answer answer, Destination destination, Locale locale) {
    return view(answer, destination, Label.Speaker.of(BOT, locale));
  }

  /** All of the answer as Slack gets it. */
  static JsonObject view(Answer answer, Destination destination, Label.Speaker words) {
    JsonObject view =
        GsonFactory.createSnakeCase()
            .toJsonTree(
                AskView.answer(
                    FullAnswer.of(answer, destination, Notes.credit("U0000ASKER", words), words),
                    Place.of(destination, "C1", "https://hooks.example/1", "1.2"),
                    words,
                    Label.CLOSE))
            .getAsJsonObject();
    SlackRules.checkView(view);
    return view;
  }
}
