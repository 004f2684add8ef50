package io.github.smtpbot.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** What the choice of who sees an answer is called. */
class VisibilityTest {

  @Test
  void itIsReadByItsLabelInCapitalsOrNot() {
    assertEquals("everyone", Visibility.EVERYONE.label());
    assertEquals("asker", Visibility.ASKER.label());
    for (Visibility visibility : Visibility.values()) {
      assertEquals(visibility, Visibility.of(visibility.label()));
      assertEquals(visibility, Visibility.of(visibility.name()));
    }
  }

  @Test
  void whatIsNoLabelIsNoChoice() {
    assertNull(Visibility.of(null));
    assertNull(Visibility.of(""));
    assertNull(Visibility.of("all"));
  }
}
