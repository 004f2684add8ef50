package io.github.smtpbot.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.CatalogTexts.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of both languages are complete, translated, plain and short. */
class WordsTest {

  private static final List<Text> ENGLISH = CatalogTexts.of("en");
  private static final List<Text> THAI = CatalogTexts.of("th");

  /** Terms of the protocol that Thai postmasters leave in English. */
  private static final Set<String> UNTRANSLATED =
      Set.of(
          "ui/evidence.enhanced_status_code",
          "ui/title",
          "ui/labelled",
          "ui/sentence",
          "ui/sentences",
          "ui/counted",
          "ui/note.listed",
          "ui/discord.paste_placeholder");

  private static final Map<String, Integer> CODE_LIMITS =
      Map.of("name", 60, "meaning", 330, "when", 130, "fix", 230, "note", 260);
  private static final Map<String, Integer> CAUSE_LIMITS =
      Map.of("name", 60, "meaning", 200, "fix", 230, "escalate", 160);

  private static List<Text> of(String language) {
    return language.equals("en") ? ENGLISH : THAI;
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    assertEquals(paths(ENGLISH), paths(THAI));
  }

  /** Without the index of the situations: one language may need two sentences for one. */
  private static Set<String> paths(List<Text> texts) {
    return texts.stream()
        .map(text -> text.path().replaceFirst("/when/[0-9]$", "/when"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void thaiIsTranslated() {
    for (Text text : THAI) {
      boolean command = text.path().matches("commands/[A-Za-z_]+/name");
      // A situation may be the very words of a server's reply.
      boolean reply = text.field().equals("when") && text.text().matches("[245][0-9]{2} .*");
      boolean term = command || reply || UNTRANSLATED.contains(text.path());
      assertTrue(term || CatalogTexts.hasThai(text.text()), text.told());
    }
  }

  @Test
  void englishHoldsNoThai() {
    for (Text text : ENGLISH) {
      // The example of a character that is not ASCII.
      String rest = text.text().replace("such as ü or ก", "");
      assertFalse(CatalogTexts.hasThai(rest), text.told());
    }
  }

  @Test
  void bothLanguagesHaveTheSamePlaceholders() {
    Map<String, Set<String>> thai = new HashMap<>();
    THAI.forEach(text -> thai.put(text.path(), placeholders(text)));
    for (Text text : ENGLISH) {
      assertEquals(
          placeholders(text), thai.getOrDefault(text.path(), placeholders(text)), text.told());
    }
  }

  private static Set<String> placeholders(Text text) {
    return IntStream.range(0, 10)
        .mapToObj(i -> "{" + i + "}")
        .filter(text.text()::contains)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "th"})
  void wordsArePlainText(String language) {
    for (Text text : of(language)) {
      assertTrue(PlainText.is(text.text()), text.told());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "th"})
  void wordsAreShort(String language) {
    for (Text text : of(language)) {
      assertTrue(text.text().length() <= limit(text), text.told());
    }
  }

  private static int limit(Text text) {
    String field = text.path().contains("/fix/") ? "fix" : text.field();
    if (text.path().contains("reply_codes/") || text.path().contains("enhanced_status_codes/")) {
      return CODE_LIMITS.getOrDefault(field, 0);
    }
    return text.path().startsWith("causes/") ? CAUSE_LIMITS.getOrDefault(field, 0) : 300;
  }

  @Test
  void theFirstSentenceOfAMeaningIsShort() {
    for (Code code : codes().toList()) {
      String gist = Catalog.builtIn().words(Locale.ENGLISH).code(code).gist();
      assertTrue(gist.length() <= 150, code + ": " + gist);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "th"})
  void noTwoCodesHaveTheSameGist(String language) {
    Words words = Catalog.builtIn().words(Locale.forLanguageTag(language));
    Map<String, Code> seen = new HashMap<>();
    for (Code code : codes().toList()) {
      Code other = seen.put(words.code(code).gist(), code);
      assertEquals(null, other, code + " and " + other + " mean the same");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "th"})
  void aCodeIsMetInOneToThreeSituations(String language) {
    Words words = Catalog.builtIn().words(Locale.forLanguageTag(language));
    for (Code code : codes().toList()) {
      int situations = words.code(code).when().size();
      assertTrue(situations >= 1 && situations <= 3, code.text());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "th"})
  void adviceForEveryoneStandsAlone(String language) {
    Words words = Catalog.builtIn().words(Locale.forLanguageTag(language));
    for (Code code : codes().toList()) {
      Set<Role> roles = words.code(code).fix().keySet();
      assertFalse(roles.isEmpty(), code.text());
      assertTrue(roles.size() == 1 || !roles.contains(Role.EVERYONE), code.text());
    }
  }

  /** Every code; with class 4 too where other words are said of it then. */
  private static Stream<Code> codes() {
    Catalog catalog = Catalog.builtIn();
    Words words = catalog.words(Locale.ENGLISH);
    return Stream.concat(
        catalog.replyCodes().stream().map(ReplyCodeFacts::code),
        catalog.enhancedCodes().stream()
            .flatMap(facts -> Stream.of(facts.code(), facts.code().ofClass(4)))
            .filter(
                code ->
                    code.classDigit() == 0
                        || !words
                            .code(code)
                            .meaning()
                            .equals(words.code(code.ofAnyClass()).meaning())));
  }
}
