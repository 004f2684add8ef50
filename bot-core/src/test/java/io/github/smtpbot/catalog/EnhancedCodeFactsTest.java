package io.github.smtpbot.catalog;

import static io.github.smtpbot.catalog.FactTable.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The enhanced status codes of the catalog hold against the IANA registry. */
class EnhancedCodeFactsTest {

  private static final Catalog CATALOG = Catalog.builtIn();

  /** Codes that the registry lists with "Any" basic code: a list of all would say nothing. */
  private static final Set<String> ANY_BASIC_CODE = Set.of("X.0.0");

  /** The registry's description of X.5.1 allows class 5 only, its list names 430 all the same. */
  private static final String CONTRADICTION = "x.5.1 with 430";

  static Stream<Map<String, String>> registry() {
    return FactTable.rows("iana_enhanced").stream();
  }

  private static EnhancedCodeFacts facts(Map<String, String> row) {
    EnhancedStatusCode code =
        (EnhancedStatusCode) Codes.parse(get(row, "code").toLowerCase(Locale.ROOT)).orElseThrow();
    EnhancedCodeFacts facts = CATALOG.find(code);
    assertNotNull(facts, code.text());
    return facts;
  }

  @ParameterizedTest
  @MethodSource("registry")
  void everyReplyCodeThatTheRegistryAssociatesIsListed(Map<String, String> row) {
    List<String> listed = facts(row).basic().stream().map(ReplyCode::text).toList();
    for (String code : numbers(get(row, "basic_codes"))) {
      assertTrue(listed.contains(code), get(row, "code") + " lacks " + code);
    }
  }

  @ParameterizedTest
  @MethodSource("registry")
  void everyClassThatTheRegistryAllowsIsListed(Map<String, String> row) {
    for (String digit : get(row, "allowed_classes").split("/", -1)) {
      if (digit.matches("[245]")) {
        assertTrue(facts(row).classes().contains(Integer.valueOf(digit)), get(row, "code"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("registry")
  void everyCodeCitesTheRegistryAndOneOfItsRfcs(Map<String, String> row) {
    List<String> labels = facts(row).sources().stream().map(Source::label).toList();
    assertTrue(labels.contains("IANA SMTP Enhanced Status Codes"), get(row, "code"));
    List<String> rfcs = List.of(get(row, "references").split("; ", -1));
    boolean cites =
        labels.stream().anyMatch(label -> rfcs.stream().anyMatch(rfc -> cites(label, rfc)));
    boolean draft = rfcs.stream().noneMatch(rfc -> rfc.startsWith("RFC"));
    assertTrue(cites || draft, get(row, "code") + " " + labels);
  }

  private static boolean cites(String label, String reference) {
    return reference.startsWith("RFC") && label.startsWith(reference.substring(0, 8));
  }

  @Test
  void theCatalogHasNoCodeThatTheRegistryLacks() {
    assertEquals(registry().count(), CATALOG.enhancedCodes().size());
  }

  @Test
  void onlyTheRowForAnyReplyCodeIsExempt() {
    Set<String> any =
        registry()
            .filter(row -> get(row, "basic_codes").equals("Any"))
            .map(row -> get(row, "code"))
            .collect(Collectors.toSet());
    assertEquals(ANY_BASIC_CODE, any);
  }

  @Test
  void classesAndReplyCodesGoTogether() {
    for (EnhancedCodeFacts facts : CATALOG.enhancedCodes()) {
      for (ReplyCode basic : facts.basic()) {
        String pair = facts.code() + " with " + basic;
        boolean agree = facts.classes().contains(basic.value() / 100);
        assertTrue(agree || pair.equals(CONTRADICTION), pair);
      }
    }
  }

  /** Against the RFCs' own tables, not against the catalog's copy of them. */
  @Test
  void whatACodeAnswersIsAnsweredWithOneOfItsReplyCodes() {
    List<Map<String, String>> table = FactTable.rows("command_replies");
    for (EnhancedCodeFacts facts : CATALOG.enhancedCodes()) {
      List<String> basic = facts.basic().stream().map(ReplyCode::text).toList();
      for (Command command : facts.commands().keySet()) {
        String name = command == Command.END_OF_DATA ? "DATA" : command.name();
        assertTrue(
            table.stream()
                .filter(row -> get(row, "command").equals(name))
                .anyMatch(row -> basic.contains(get(row, "code"))),
            facts.code() + " in answer to " + command);
      }
    }
  }

  @Test
  void onlyACodeWithSeveralClassesHasPartiesOfItsOwnForATransientOne() {
    for (EnhancedCodeFacts facts : CATALOG.enhancedCodes()) {
      boolean several = facts.classes().contains(4) && facts.classes().size() > 1;
      assertTrue(several || facts.acts().equals(facts.actsTransient()), facts.code().text());
    }
  }

  @Test
  void noCodeIsRelatedToItself() {
    for (EnhancedCodeFacts facts : CATALOG.enhancedCodes()) {
      assertFalse(facts.related().contains(facts.code()), facts.code().text());
    }
  }

  @Test
  void everyClassAndSubjectOfTheRegistryHasAName() {
    for (Map<String, String> row : FactTable.rows("iana_classes_subjects")) {
      int digit = Integer.parseInt(get(row, "digit"));
      for (Locale language : CATALOG.languages()) {
        Words words = CATALOG.words(language);
        Named named =
            get(row, "registry").equals("class") ? words.classOf(digit) : words.subject(digit);
        assertNotNull(named, row.toString());
      }
    }
  }

  private static List<String> numbers(String text) {
    List<String> numbers = new ArrayList<>();
    for (String word : text.split("[^0-9A-Z]+", -1)) {
      if (word.matches("[2-5][0-9]{2}")) {
        numbers.add(word);
      }
    }
    return numbers;
  }
}
