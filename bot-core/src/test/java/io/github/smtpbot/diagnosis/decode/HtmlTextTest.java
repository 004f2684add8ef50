package io.github.smtpbot.diagnosis.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a page, its words are read: a line for each block. */
class HtmlTextTest {

  @Test
  void eachBlockIsALine() {
    assertEquals(
        "550 no\nsuch user\nhere\n",
        HtmlText.plain("<p>550 <b>no</b></p><div>such user<br>here</div>").replaceAll("\n+", "\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><body>550 no</body></html>",
        "\uFEFF  <HTML><body>550 no</body>",
        "\n<head><title>x</title></head><body>550 no",
        "<div>550 no</div>",
        "<table><tr><td>550 no</td></tr></table>",
        "<meta charset=utf-8><p>550 no",
        "<p>550 no"
      })
  void aPageIsKnownByItsBeginning(String file) {
    assertEquals("550 no", HtmlText.orText(file).replace("\uFEFF", "").strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a@b.example>: 550 no", "550 <p>no", "x <html>", ""})
  void anyOtherFileIsAllText(String file) {
    assertEquals(file, HtmlText.orText(file));
  }
}
