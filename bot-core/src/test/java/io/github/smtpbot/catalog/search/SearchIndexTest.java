package io.github.smtpbot.catalog.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.smtpbot.catalog.Catalog;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index that is compiled into the jar is that of the catalog beside it. */
class SearchIndexTest {

  private static final Catalog CATALOG = Catalog.builtIn();
  private static final Locale THAI = Locale.forLanguageTag("th");

  @ParameterizedTest
  @ValueSource(
      strings = {"mailbox full", "mialbox ful", "greylisting", "กล่องจดหมายเต็ม", "relay denied"})
  void itFindsWhatAnIndexMadeAnewFinds(String words) {
    for (Locale language : CATALOG.languages()) {
      assertEquals(
          CatalogSearch.of(CATALOG, language).search(words, 10),
          CatalogSearch.builtIn(CATALOG, language).search(words, 10),
          language::toString);
    }
    assertFalse(CatalogSearch.builtIn(CATALOG, THAI).search(words, 10).isEmpty());
  }
}
