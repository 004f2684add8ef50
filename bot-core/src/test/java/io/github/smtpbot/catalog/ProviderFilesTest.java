package io.github.smtpbot.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.data.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each provider's file is well formed, translated and sourced. */
class ProviderFilesTest {

  private static final Map<String, Node> FILES = CatalogTexts.files();

  static Stream<Provider> providers() {
    return Catalog.builtIn().providers().stream();
  }

  @Test
  void everyFileIsAProviderAndNoIdIsThereTwice() {
    Set<String> ids = new HashSet<>();
    providers().forEach(provider -> assertTrue(ids.add(provider.id()), provider.id()));
    assertEquals(
        FILES.keySet().stream().filter(f -> f.startsWith("providers/")).count(), ids.size());
  }

  @ParameterizedTest
  @MethodSource("providers")
  void theIdIsAStableLabelAndTheFilesName(Provider provider) {
    assertTrue(provider.id().matches("[a-z][a-z0-9]*"), provider.id());
    assertTrue(FILES.containsKey("providers/" + provider.id()), provider.id());
  }

  @ParameterizedTest
  @MethodSource("providers")
  void hostsAreNamesInLowerCase(Provider provider) {
    for (String host : provider.hosts()) {
      assertTrue(host.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+"), provider.id() + ": " + host);
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void phrasesBeginAndEndWithAWord(Provider provider) {
    List<String> phrases =
        Stream.concat(
                provider.phrases().stream(),
                provider.rules().stream().flatMap(rule -> rule.phrases().stream()))
            .toList();
    for (String phrase : phrases) {
      assertTrue(!phrase.startsWith("*") && !phrase.endsWith("*"), provider.id() + ": " + phrase);
      assertTrue(phrase.codePoints().anyMatch(Character::isLetterOrDigit), phrase);
    }
  }

  /** Who is told to act first, and what to do first, are read one after the other. */
  @ParameterizedTest
  @MethodSource("providers")
  void whatTheRecipientsAdministratorDoesIsForThemToActOn(Provider provider) {
    for (Provider.Rule rule : provider.rules()) {
      String fix = rule.fix().getOrDefault("en", "");
      if (fix.matches("(The recipient('s)? administrator|The administrator of the recipient).*")) {
        List<Party> acts =
            rule.acts().isEmpty() ? Catalog.builtIn().cause(rule.cause()).acts() : rule.acts();
        assertEquals(Party.RECIPIENT_ADMIN, acts.get(0), provider.id() + ": " + fix);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void aMarkIsOneTokenWithAtLeastTwoCharactersOfItsOwn(Provider provider) {
    for (Provider.Rule rule : provider.rules()) {
      String mark = rule.mark();
      if (mark != null) {
        assertTrue(mark.chars().noneMatch(Character::isWhitespace), provider.id() + ": " + mark);
        assertTrue(mark.chars().filter(Character::isLetterOrDigit).count() >= 2, mark);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void whatAReplyMeansIsSaidInPlainWordsOfEachLanguage(Provider provider) {
    for (Provider.Rule rule : provider.rules()) {
      assertSaid(provider, rule.meaning(), 260);
      if (!rule.fix().isEmpty()) {
        assertSaid(provider, rule.fix(), 230);
      }
    }
  }

  private static void assertSaid(Provider provider, Map<String, String> texts, int limit) {
    assertEquals(Set.of("en", "th"), texts.keySet(), provider.id());
    texts.forEach(
        (language, text) -> {
          String told = provider.id() + ": " + text;
          assertTrue(text.length() <= limit, told);
          assertTrue(PlainText.is(text), told);
          assertEquals(language.equals("th"), CatalogTexts.hasThai(text), told);
        });
  }

  /** What keeps an address listed; the PBL lists by kind, where there is nothing to stop. */
  @ParameterizedTest
  @MethodSource("providers")
  void whoIsToAskForRemovalIsFirstToStopTheCause(Provider provider) {
    Pattern removal = Pattern.compile("(ask .*|the |follow its )removal|delist|block list");
    Pattern cause =
        Pattern.compile("(?i)stop|the cause|secure|close what|find (what|the compromised)|abuse");
    for (Provider.Rule rule : provider.rules()) {
      String fix = rule.fix().getOrDefault("en", "");
      Matcher asks = removal.matcher(fix);
      boolean byKind = rule.meaning().toString().contains("PBL") || fix.contains("PBL");
      boolean recipientsOwn = fix.contains("Ask the recipient to take");
      if (asks.find() && !byKind && !recipientsOwn) {
        Matcher first = cause.matcher(fix);
        assertTrue(first.find() && first.start() < asks.end(), provider.id() + ": " + fix);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void noRangeHidesARuleForOneOfItsCodesThatStandsBehindIt(Provider provider) {
    List<Provider.Rule> rules =
        provider.rules().stream()
            .filter(rule -> rule.mark() == null && rule.phrases().isEmpty())
            .toList();
    for (int i = 0; i < rules.size(); i++) {
      EnhancedPattern range = rules.get(i).enhanced();
      for (Provider.Rule behind : rules.subList(i + 1, rules.size())) {
        boolean hidden =
            range != null
                && behind.enhanced() != null
                && rules.get(i).code() == null
                && range.matches(behind.enhanced().first())
                && range.first().classDigit() == behind.enhanced().first().classDigit();
        assertTrue(!hidden, provider.id() + ": " + range + " hides " + behind.enhanced());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void whatAReplyMeansHasAPageOnTheWeb(Provider provider) {
    assertTrue(provider.page().url().startsWith("https://"), provider.id());
    provider.rules().forEach(rule -> assertTrue(rule.source().url().startsWith("https://")));
  }
}
