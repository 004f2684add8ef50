package io.github.smtpbot.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider's token is known by all of it, and not by the letters that it begins with. */
class MarksTest {

  private static final Marks MARKS = new Marks(Catalog.builtIn());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ts=2018-01-02T06:48:12.366058027Z",
        "ts=1574850126",
        "ts=5",
        "ph=1",
        "bl=20",
        "\"ts\":\"2025-02-03\"",
        "ts5",
        "tsserver2",
      })
  void aFieldOfALogIsNoToken(String field) {
    assertNull(MARKS.find(field));
  }

  @ParameterizedTest
  @CsvSource({
    "TSS04, yahoo",
    "[TS03], yahoo",
    "PH01, yahoo",
    "S3150, outlook",
    "AUP#In-1310, charter"
  })
  void aTokenAsPublishedIsKnown(String token, String provider) {
    assertEquals(provider, Objects.requireNonNull(MARKS.find(token)).provider().id());
  }

  @Test
  void noProvidersTokenFitsAFieldThatOnlyBeginsLikeIt() {
    List<String> fitting = new ArrayList<>();
    for (Provider provider : Catalog.builtIn().providers()) {
      marks(provider)
          .map(MarksTest::letters)
          .filter(letters -> letters.length() > 1)
          .map(letters -> letters + "=2025-03-02T10:11:12Z")
          .filter(field -> MARKS.find(field) != null)
          .forEach(fitting::add);
    }
    assertEquals(List.of(), fitting);
  }

  @Test
  void everyTokenWithoutAStarIsFound() {
    for (Provider provider : Catalog.builtIn().providers()) {
      provider.marks().stream()
          .filter(mark -> mark.indexOf('*') < 0 && mark.length() > 4)
          .forEach(mark -> assertNotNull(MARKS.find(mark), mark));
    }
  }

  private static Stream<String> marks(Provider provider) {
    return Stream.concat(
        provider.marks().stream(),
        provider.rules().stream().map(Provider.Rule::mark).filter(Objects::nonNull));
  }

  /** The first letters of a mark, in lower case as fields are. */
  private static String letters(String mark) {
    StringBuilder letters = new StringBuilder();
    for (char c : mark.toLowerCase(Locale.ROOT).toCharArray()) {
      if (Character.isLetter(c)) {
        letters.append(c);
      } else if (!letters.isEmpty()) {
        break;
      }
    }
    return letters.toString();
  }
}
