package io.github.smtpbot.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Brands that share their servers belong to a house. */
class HousesTest {

  private static final Map<String, Provider> PROVIDERS =
      Catalog.builtIn().providers().stream()
          .collect(Collectors.toMap(Provider::id, Function.identity()));

  private static Provider provider(String id) {
    Provider found = PROVIDERS.get(id);
    assertNotNull(found, id);
    return found;
  }

  private static House house(String id) {
    House house = provider(id).house();
    assertNotNull(house, id);
    return house;
  }

  @Test
  void brandsOfOneHouseNameIt() {
    assertEquals(house("gmx"), house("webde"));
    assertEquals(house("gmx"), house("ionos"));
    assertEquals("United Internet", house("gmx").name());
    assertTrue(provider("webde").isOf(house("gmx")));
    assertFalse(provider("outlook").isOf(house("gmx")));
    assertFalse(provider("google").isOf(house("gmx")));
    assertEquals(house("outlook"), house("exchangeonline"));
    assertNull(provider("google").house());
  }

  @Test
  void whatShowsTheHouseOnlyIsThatOfTheBrandThatStandsForIt() {
    String phrase = "reject due to policy restrictions";
    assertTrue(house("gmx").isShownBy(phrase));
    assertTrue(provider("gmx").phrases().contains(phrase));
    assertFalse(provider("webde").phrases().contains(phrase));
    assertFalse(house("gmx").isShownBy("postmaster.gmx.net"));
    assertEquals("exchangeonline", house("outlook").first());
    assertTrue(provider("exchangeonline").hosts().contains("prod.outlook.com"));
  }

  @Test
  void theRepliesOfTheHouseFollowThoseOfTheBrandAndCiteTheBrandsPage() {
    Provider ionos = provider("ionos");
    assertEquals("authentication failure", ionos.rules().get(0).phrases().get(0));
    Provider.Rule shared = ionos.rules().get(1);
    assertEquals(provider("gmx").rules().get(0).meaning(), shared.meaning());
    assertEquals(ionos.page(), shared.source());
    assertEquals(provider("gmx").page(), provider("gmx").rules().get(0).source());
  }
}
