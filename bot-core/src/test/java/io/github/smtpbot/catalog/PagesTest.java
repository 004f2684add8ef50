package io.github.smtpbot.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.Pages.Page;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the catalog has from a page of the web. */
class PagesTest {

  private static final Catalog CATALOG = Catalog.builtIn();
  private static final Pages PAGES = new Pages(CATALOG);

  @Test
  void everyCodeIsFoundByEachOfItsSourcesButThoseThatAreAWholeSite() {
    for (ReplyCodeFacts facts : CATALOG.replyCodes()) {
      facts.sources().forEach(source -> assertFound(facts.code(), source));
    }
    for (EnhancedCodeFacts facts : CATALOG.enhancedCodes()) {
      facts.sources().forEach(source -> assertFound(facts.code(), source));
    }
  }

  private static void assertFound(Code code, Source source) {
    if (PageAddress.keys(source.url()).isEmpty()) {
      assertNull(PAGES.find(source.url()));
    } else {
      assertTrue(page(source.url()).codes().contains(code), source.url());
    }
  }

  @Test
  void everyRuleIsFoundByItsPageUnlessAnotherProviderHasMoreOfThem() {
    for (Provider provider : CATALOG.providers()) {
      for (Provider.Rule rule : provider.rules()) {
        Page page = PAGES.find(rule.source().url());
        if (page != null && Objects.requireNonNull(page.provider()).id().equals(provider.id())) {
          assertTrue(page.rules().contains(rule), rule.source().url());
        } else if (page != null) {
          long own =
              provider.rules().stream().filter(r -> r.source().equals(rule.source())).count();
          assertTrue(page.rules().size() >= own, rule.source().url());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.2",
        "https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.2",
        "http://rfc-editor.org/rfc/rfc5321#section-4.2.2",
        "https://datatracker.ietf.org/doc/html/rfc5321#section-4.2.2",
        "https://tools.ietf.org/html/rfc5321#section-4.2.2"
      })
  void aSectionIsTheSameWhoeverPublishesIt(String url) {
    assertEquals("RFC 5321 §4.2.2", page(url).source().label());
  }

  @Test
  void whatFollowsAQuestionMarkSaysHowAPageIsShown() {
    Source page = Objects.requireNonNull(CATALOG.provider("amazonses")).page();

    for (String more : new String[] {"", "/", "?lang=de", "#top", "/?a=b#c"}) {
      assertEquals(page.url(), page(page.url() + more).source().url());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rfc5321",
        "not a link",
        "ftp://www.rfc-editor.org/rfc/rfc5321#section-4.2.2",
        "https://user@www.rfc-editor.org/rfc/rfc5321#section-4.2.2",
        "https://www.rfc-editor.org:8443/rfc/rfc5321#section-4.2.2",
        "https://evil.example/rfc/rfc5321#section-4.2.2",
        "https://www.rfc-editor.org.evil.example/rfc/rfc5321#section-4.2.2",
        "https://www.rfc-editor.org/rfc/rfc5321#section-99",
        "https://www.rfc-editor.org/rfc/rfc5321x#section-4.2.2",
        "https://www.rfc-editor.org/rfc/rfc",
        "https://www.rfc-editor.org/",
        "https://docs.cpanel.net/",
        "https://docs.cpanel.net",
        "https:///rfc/rfc5321",
        "mailto:bob@example.com"
      })
  void anythingElseIsNoPageOfTheCatalog(String url) {
    assertNull(PAGES.find(url));
  }

  @Test
  void howeverLongAnAddressIsItIsReadInNoTime() {
    Stream.of("https://a.example/" + "x".repeat(1_000_000), "https://" + "/".repeat(1_900))
        .forEach(url -> assertNull(PAGES.find(url)));
  }

  private static Page page(String url) {
    return Objects.requireNonNull(PAGES.find(url), url);
  }
}
