package io.github.smtpbot.diagnosis.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text that was logged in JSON is read as it was before. */
class JsonTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '\u00a6',
      quoteCharacter = '~',
      textBlock =
          """
          {"a":"550 \\"no\\" here"}              \u00a6 {"a":"550 "no" here"}
          {"a":"550 <a@b>"} and \\n         \u00a6 {"a":"550 <a@b>"} and \\n
          {"a":"550\\u0020no"}                  \u00a6 {"a":"550 no"}
          {"a":"plain"} \\                      \u00a6 {"a":"plain"} \\
          { "a" : 1, "b" : "x\\/y" } rest        \u00a6 { "a" : 1, "b" : "x/y" } rest
          say ["550\\u0020no", "x"] now         \u00a6 say ["550 no", "x"] now
          {"a":"{\\"b\\":\\"550 no\\"}"}         \u00a6 {"a":{"b":"550 no"}}
          {"a":"550\\u0020no                    \u00a6 {"a":"550 no"
          {"a":"550\\u0020no\\                  \u00a6 {"a":"550 no"
          {"a":x "550\\u0020no"}                \u00a6 {"a":x "550\\u0020no"}
          {a "550\\u0020no"}                    \u00a6 {a "550\\u0020no"}
          550 \\u0020 no                        \u00a6 550 \\u0020 no
          {"a":"x\\ty"} {"b":"z\\u0020w"}       \u00a6 {"a":"x\ty"} {"b":"z w"}
          """)
  void escapesAreWhatTheyStandFor(String text, String plain) {
    assertEquals(plain, JsonText.plain(text));
  }

  @Test
  void aValueOfSeveralLinesStandsOnLinesOfItsOwn() {
    assertEquals(
        "{\"a\":\n\n550-no\n550 no\n\n,\"b\":1}",
        JsonText.plain("{\"a\":\"550-no\\n550 no\\r\\n\",\"b\":1}"));
  }

  @Test
  void theLinesOfAReplyStandOnLines() {
    assertEquals(
        "{\"r\":[\n550-no\n550-really\n550 no\n],\"b\":\"x\"}",
        JsonText.plain("{\"r\":[\"550-no\", \"550-really\", \"550 no\"],\"b\":\"x\"}"));
    assertEquals(
        "[\"650-no\", \"550 no\"]", JsonText.plain("[\"650-no\", \"550 no\"]"), "no reply's lines");
    assertEquals("[\"550 no\", \"550-no\"]", JsonText.plain("[\"550 no\", \"550-no\"]"));
    assertEquals(
        "[\n550-no\n][\"x\", \"y\"]",
        JsonText.plain("[\"550-no\"][\"x\", \"y\"]"),
        "only of its list");
  }
}
