package io.github.smtpbot.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.Provider;
import org.junit.jupiter.api.Test;

/** References to the catalog are short, of one thing only, and the same after every start. */
class CatalogKeyTest {

  @Test
  void everyRuleOfAProviderIsFoundByItsKey() {
    for (Provider provider : Catalog.builtIn().providers()) {
      for (Provider.Rule rule : provider.rules()) {
        assertEquals(rule, CatalogKey.rule(provider, CatalogKey.of(rule)), provider.id());
      }
    }
  }

  @Test
  void everyLabelIsFoundByItsKey() {
    for (Cause cause : Cause.values()) {
      assertEquals(cause, CatalogKey.label(Cause.class, CatalogKey.of(cause)));
    }
    for (Command command : Command.values()) {
      assertEquals(command, CatalogKey.label(Command.class, CatalogKey.of(command)));
    }
  }

  @Test
  void whatHasChangedIsNotFound() {
    assertNull(CatalogKey.label(Cause.class, "00000"));
    assertNull(CatalogKey.rule(Catalog.builtIn().providers().get(0), "00000"));
    assertNull(CatalogKey.rule(null, "00000"));
    assertNull(CatalogKey.provider(Catalog.builtIn(), "nobody"));
  }

  @Test
  void keysAreThoseThatOldButtonsCarry() {
    assertEquals("kmljf", CatalogKey.of(Cause.USER_UNKNOWN));
  }
}
