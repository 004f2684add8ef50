package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.smtpbot.SmtpBot;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asked is named to others, and nothing but a member is mentioned. */
class NotesTest {

  private static final Label.Speaker WORDS = Label.Speaker.of(SmtpBot.create(), Locale.ENGLISH);

  @Test
  void whoAskedIsNamed() {
    for (String member : new String[] {"U09AZ", "W1", "U" + "0".repeat(31)}) {
      assertEquals(WORDS.say(Label.ASKED_BY, "<@" + member + ">"), Notes.credit(member, WORDS));
    }
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "!channel",
        "u09az",
        "U1|name",
        "U1> <!here",
        "U/",
        "U:",
        "U@",
        "U[",
        "U00000000000000000000000000000000"
      })
  void nobodyElseIs(String member) {
    assertNull(Notes.credit(member, WORDS));
  }
}
