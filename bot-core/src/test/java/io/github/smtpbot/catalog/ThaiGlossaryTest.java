package io.github.smtpbot.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.CatalogTexts.Text;
import io.github.smtpbot.catalog.ThaiGlossary.Avoided;
import io.github.smtpbot.catalog.data.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every Thai text keeps to docs/thai-glossary.md. */
class ThaiGlossaryTest {

  /** Where a Thai letter meets a Latin one, a digit, a bracket or what the program fills in. */
  private static final Pattern UNSPACED =
      Pattern.compile("\\p{IsThai}[A-Za-z0-9(@“{]|[A-Za-z0-9)”}]\\p{IsThai}|\\p{IsThai} {2,}");

  /** The words of Thai, and what the providers' files say in Thai. */
  private static List<Text> thai() {
    List<Text> texts = new ArrayList<>(CatalogTexts.of("th"));
    CatalogTexts.files()
        .forEach(
            (name, file) -> {
              if (name.startsWith("providers/") || name.startsWith("houses/")) {
                CatalogTexts.in(file).stream()
                    .filter(text -> text.field().equals("th"))
                    .forEach(texts::add);
              }
            });
    return texts;
  }

  static List<Avoided> avoided() {
    return ThaiGlossary.avoided();
  }

  @ParameterizedTest
  @MethodSource("avoided")
  void aWordThatMustNotOccurDoesNot(Avoided avoided) {
    assertNone(avoided::occursIn, "write " + avoided.instead() + ", not " + avoided.word());
  }

  @Test
  void aSpaceStandsBetweenThaiAndLatin() {
    assertNone(text -> unspaced(text.text()), "a space is missing, or there are two");
  }

  /** Fails with the file, the line, the entry and the text of each that is wrong. */
  private static void assertNone(Predicate<Text> wrong, String why) {
    String found =
        thai().stream()
            .filter(wrong)
            .map(text -> text.place() + " " + text.path() + ": " + text.text())
            .collect(Collectors.joining("\n"));
    assertEquals("", found, why);
  }

  private static boolean unspaced(String text) {
    return UNSPACED.matcher(text).find();
  }

  @Test
  void noProvidersFileIsLeftOut() {
    Set<String> read = thai().stream().map(text -> text.place().file()).collect(Collectors.toSet());
    for (Provider provider : Catalog.builtIn().providers()) {
      House house = provider.house();
      assertEquals(
          !provider.rules().isEmpty(),
          read.contains("providers/" + provider.id() + ".yaml")
              || (house != null && read.contains("houses/" + house.id() + ".yaml")),
          provider.id());
    }
  }

  @ParameterizedTest
  @MethodSource("avoided")
  void aWordThatMustNotOccurIsFoundAloneAndNotInWhatIsAllowed(Avoided avoided) {
    assertTrue(avoided.occursIn(text("causes/other/meaning", avoided.word())), avoided.word());
    for (String longer : avoided.allowed()) {
      assertFalse(avoided.occursIn(text("causes/other/meaning", longer)), longer);
    }
    for (String section : avoided.sections()) {
      assertFalse(avoided.occursIn(text(section + "/title", avoided.word())), section);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ข้อความใหญ่เกินไป, ข้อความ",
    "อ่านข้อความท้ายรหัส, ข้อความ",
    "แบ่งผู้รับเป็นหลายข้อความ, ข้อความ",
    "ไม่รับเมลจากอีเมลนี้, เมล",
    "ตั้งลายเซ็น แล้วเซ็น DKIM, เซ็น",
    "ดูจากหลักแรก ไม่ใช่เลขหลักแรก, หลักแรก",
    "ถามว่ากฎใดตรง, ใดตรง"
  })
  void whatWasWrongOnceIsFoundAgain(String wrong, String word) {
    List<String> found =
        avoided().stream()
            .filter(avoided -> avoided.occursIn(text("causes/other/meaning", wrong)))
            .map(Avoided::word)
            .toList();
    assertEquals(List.of(word), found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ที่พอร์ต25", "พอร์ต 25ของ", "รหัสMX", "ชื่อ(MX)", "(MX)ของ", "ถึง{0}"})
  void aMissingSpaceIsFound(String wrong) {
    assertTrue(unspaced(wrong));
  }

  static Stream<List<String>> terms() {
    return ThaiGlossary.rows("## Words we use").stream();
  }

  @ParameterizedTest
  @MethodSource("terms")
  void theGlossaryKeepsToItself(List<String> row) {
    for (String cell : row.subList(1, row.size())) {
      Text text = text("causes/other/meaning", cell);
      assertEquals(List.of(), avoided().stream().filter(a -> a.occursIn(text)).toList(), cell);
    }
  }

  private static Text text(String path, String text) {
    return new Text(path, new Place("words/th", 1), text);
  }
}
