package io.github.smtpbot.slack.fake;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for those who hear a message find what breaks them. */
class AccessibleTest {

  private static final String HEADER =
      "{'type':'header','text':{'type':'plain_text','text':'550'}}";
  private static final String VERDICT =
      "{'type':'rich_text','elements':[{'type':'rich_text_section','elements':["
          + "{'type':'text','text':'⛔ '},{'type':'text','text':'Permanent'}]}]}";
  private static final String FIRST =
      "{'type':'rich_text','elements':[{'type':'rich_text_section','elements':["
          + "{'type':'text','text':'Do this first'},{'type':'text','text':': Call.'}]}]}";

  @Test
  void aCardThatSaysAllIsFine() {
    assertDoesNotThrow(
        () ->
            Accessible.checkMessage(
                message("550\n⛔ Permanent\nDo this first: Call.", HEADER, VERDICT, FIRST)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "another thing\n⛔ Permanent\nDo this first: Call.",
        "550\nDo this first: Call.",
        "550\n⛔ Permanent"
      })
  void aTextThatLeavesOutSomethingIsFound(String text) {
    assertThrows(
        AssertionError.class, () -> Accessible.checkMessage(message(text, HEADER, VERDICT, FIRST)));
  }

  @Test
  void aCardWithoutAHeadingIsFound() {
    assertThrows(
        AssertionError.class,
        () -> Accessible.checkMessage(message("⛔ Permanent\nDo this first: ", VERDICT, FIRST)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'actions','elements':[{'type':'button','accessibility_label':' '}]}",
        "{'type':'actions','elements':[{'type':'static_select','options':[]}]}",
        "{'type':'image','image_url':'https://example.com/a.png','alt_text':''}",
        "{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'text',"
            + "'text':'Heading','style':{'bold':true}}]},{'type':'rich_text_section',"
            + "'elements':[{'type':'text','text':'text'}]}]}"
      })
  void anElementWithoutWordsAndABoldHeadingAreFound(String block) {
    assertThrows(
        AssertionError.class,
        () -> Accessible.checkView(message("", HEADER, "{'type':'divider'}", block)));
  }

  private static JsonObject message(String text, String... blocks) {
    JsonObject message = Payloads.json("{'blocks':[" + String.join(",", blocks) + "]}");
    message.addProperty("text", text);
    return message;
  }
}
