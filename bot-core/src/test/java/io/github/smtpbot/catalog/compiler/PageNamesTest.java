package io.github.smtpbot.catalog.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.data.MalformedCatalogException;
import io.github.smtpbot.catalog.data.Node;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every cited page is told by its name. */
class PageNamesTest {

  private static final String NAMES = "'https://a.example/x': 'A: codes'\n";

  private static Map<String, Node> written(String provider, String names) {
    return PageNames.written(
        Map.of(
            "providers/a",
            YamlNodes.parse("providers/a.yaml", provider),
            PageNames.FILE,
            YamlNodes.parse("facts/pages.yaml", names)));
  }

  @Test
  void theNameStandsBesideTheAddressOfASourceAndNowhereElse() {
    Map<String, Node> written =
        written("page: https://a.example/x\nphrase: https://a.example/x\n", NAMES);
    Node.Mapping file = Objects.requireNonNull(written.get("providers/a")).asMapping();
    assertEquals("A: codes <https://a.example/x>", file.get("page").asText());
    assertEquals("https://a.example/x", file.get("phrase").asText());
    assertFalse(written.containsKey(PageNames.FILE), "the names are in the sources");
  }

  @Test
  void aPageWithoutANameStopsTheBuild() {
    MalformedCatalogException e =
        assertThrows(
            MalformedCatalogException.class, () -> written("page: https://a.example/y\n", NAMES));
    assertTrue(String.valueOf(e.getMessage()).contains("the page https://a.example/y has no name"), e.getMessage());
  }

  @Test
  void aNameWithoutAPageStopsTheBuild() {
    MalformedCatalogException e =
        assertThrows(MalformedCatalogException.class, () -> written("id: a\n", NAMES));
    assertTrue(String.valueOf(e.getMessage()).contains("delete its name"), e.getMessage());
  }

  @Test
  void noProvidersPageIsToldByItsHost() {
    Catalog.builtIn()
        .providers()
        .forEach(
            provider ->
                assertFalse(
                    provider.page().label().equals(URI.create(provider.page().url()).getHost()),
                    provider.id()));
  }
}
