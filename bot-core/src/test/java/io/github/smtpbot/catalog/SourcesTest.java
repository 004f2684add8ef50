package io.github.smtpbot.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.CatalogTexts.Text;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every source is an RFC that there is, the registry, or a page on the web. */
class SourcesTest {

  /** The RFCs that we cite. A new one is added here once somebody has looked that it exists. */
  private static final Set<Integer> CITED =
      Set.of(
          821, 1047, 1845, 1870, 1912, 1985, 2034, 2645, 2821, 2852, 3030, 3207, 3461, 3463, 3464,
          3886, 4468, 4954, 5248, 5321, 5322, 5782, 6376, 6409, 6471, 6531, 6647, 6710, 7208, 7293,
          7372, 7489, 7504, 7505, 7672, 8461, 8617, 8689, 9989);

  private static List<Text> written() {
    return CatalogTexts.files().entrySet().stream()
        .filter(file -> !file.getKey().startsWith("words/"))
        .flatMap(file -> CatalogTexts.in(file.getValue()).stream())
        .filter(
            text ->
                Set.of("sources", "source", "page", "at").contains(text.field())
                    || text.path().matches("x[0-9.]+/commands/.*"))
        .toList();
  }

  @Test
  void everyRfcThatIsCitedExists() {
    Set<Integer> cited =
        written().stream()
            .filter(text -> text.text().startsWith("rfc"))
            .map(text -> Integer.valueOf(text.text().split("#", 2)[0].substring(3)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(CITED), cited);
  }

  @Test
  void everySourceIsAnRfcTheRegistryOrAPage() {
    for (Text text : written()) {
      boolean known =
          text.text().matches("rfc[0-9]+(#[A-Z0-9.]+)?")
              || text.text().startsWith("iana#")
              || text.text().startsWith("https://");
      assertTrue(known, text.told());
    }
  }

  @Test
  void everySectionThatIsCitedExists() throws IOException {
    Map<String, List<String>> sections =
        Files.readAllLines(Path.of("src/test/resources/facts/rfc-sections.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(": ", 2))
            .collect(Collectors.toMap(rfc -> rfc[0], rfc -> List.of(rfc[1].split(" ", -1))));
    for (Text text : written()) {
      if (text.text().startsWith("rfc") && text.text().contains("#")) {
        String[] cited = text.text().substring(3).split("#", 2);
        assertTrue(
            sections.getOrDefault(cited[0], List.of()).contains(cited[1]),
            () -> "no such section is known: " + text.told());
      }
    }
  }

  @Test
  void aPageThatNobodyCouldOpenIsMarkedAsNotChecked() {
    Provider apple = provider("apple");
    Provider.Rule marked =
        apple.rules().stream()
            .filter(rule -> "[HME1]".equals(rule.mark()))
            .findFirst()
            .orElseThrow();
    assertEquals(
        new Source("iCloud Mail: postmaster", "https://support.apple.com/en-us/102322", false),
        marked.source());
    assertTrue(provider("google").page().checked());
  }

  @Test
  void aHomePageIsNoPageThatSaysIt() {
    for (Provider provider : Catalog.builtIn().providers()) {
      for (Source source :
          Stream.concat(
                  Stream.of(provider.page()), provider.rules().stream().map(Provider.Rule::source))
              .toList()) {
        URI uri = URI.create(source.url());
        boolean home = uri.getPath().length() <= 1 && !uri.getHost().startsWith("postmaster.");
        assertFalse(home && source.checked(), () -> provider.id() + ": " + source.url());
      }
    }
  }

  private static Provider provider(String id) {
    return Catalog.builtIn().providers().stream()
        .filter(provider -> provider.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everySourceBecomesALink() {
    Catalog catalog = Catalog.builtIn();
    Stream<Source> sources =
        Stream.of(
                catalog.replyCodes().stream().flatMap(facts -> facts.sources().stream()),
                catalog.enhancedCodes().stream().flatMap(facts -> facts.sources().stream()),
                catalog.commandReplies().stream().map(CommandReply::source),
                Stream.of(Cause.values()).flatMap(c -> catalog.cause(c).sources().stream()))
            .flatMap(all -> all);
    sources.forEach(
        source ->
            assertTrue(
                source.url().startsWith("https://") && !source.label().isBlank(), source.url()));
  }

  @Test
  void aSectionIsPartOfTheLink() {
    Source section = Catalog.builtIn().confusion(new ReplyCode(252), new ReplyCode(501)).get(0);
    assertEquals("RFC 5321 §3.5.3", section.label());
    assertEquals("https://www.rfc-editor.org/rfc/rfc5321#section-3.5.3", section.url());
  }
}
