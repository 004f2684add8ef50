package io.github.smtpbot.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.smtpbot.SmtpBot;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a reply names without the sign of an address, nobody learns. */
class UserNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "535 5.7.8 Authentication failed for zorro.qvist | 535 5.7.8 Authentication failed for z…",
        "550 5.1.1 zorro.qvist... User unknown | 550 5.1.1 z…... User unknown",
        "550 5.1.1 zorro... User unknown | 550 5.1.1 z…... User unknown",
        "550 zorro.qvist: User unknown | 550 z…: User unknown",
        "550 5.1.1 User zorro.qvist unknown | 550 5.1.1 User z… unknown",
        "550 5.1.1 The user zorro_qvist does not exist | 550 5.1.1 The user z… does not exist",
        "550 5.1.1 Mailbox zorro.qvist not found | 550 5.1.1 Mailbox z… not found",
        "550 no mailbox here by the name of zorro | 550 no mailbox here by the name of z…",
        "550 sorry, no mailbox by that name (zorro) | 550 sorry, no mailbox by that name (z…)",
        "550 unknown user zorro.qvist | 550 unknown user z…",
        "550 account zorro.qvist is disabled | 550 account z… is disabled",
        "550 'zorro.qvist' is not a valid mailbox | 550 'z…' is not a valid mailbox",
        "550 Recipient <zorro> not found | 550 Recipient <z…> not found",
        "550 Invalid recipient zorro.qvist | 550 Invalid recipient z…",
        "550 No such user - zorro.qvist | 550 No such user - z…",
        "550 5.1.1 zorro.qvist unknown | 550 5.1.1 z… unknown",
        "550 user zorro.qvist. | 550 user z….",
        "535 login as zorro/hunter2 failed | 535 login as z… failed",
        "535 login with zorro:hunter2 failed | 535 login with z… failed",
        "535 login as zorro failed | 535 login as z… failed",
        "is not logged in as permanent | is not logged in as permanent",
        "535 authenticated as zorro/hunter2 rejected | 535 authenticated as z… rejected",
        "535 login with PLAIN failed | 535 login with PLAIN failed",
        "user 👩.x unknown | user 👩.x unknown",
        "user é.x unknown | user é… unknown",
        "550 user \"zorro\" unknown | 550 user \"z…\" unknown",
        "550 user a.b unknown | 550 user a… unknown",
        "550 5.1.1 Unknown user: zorro | 550 5.1.1 Unknown user: z…",
        "550 No such recipient: zorro. | 550 No such recipient: z….",
        "550 unknown user  zorro.qvist | 550 unknown user  z…",
        "550 5.1.1 zorro.bob unknown | 550 5.1.1 z… unknown",
        "550 zorro_qvist is unknown | 550 z… is unknown"
      })
  void areHidden(String line, String hidden) {
    assertEquals(hidden, UserNames.hidden(line));
    assertEquals(hidden, UserNames.hidden(hidden));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "550 5.1.1 User unknown",
        "550 5.2.2 Mailbox full",
        "550 5.2.1 Mailbox disabled, not accepting messages",
        "552 5.2.2 user is over quota",
        "535 5.7.8 Authentication failed for smtp.example.com",
        "550 5.1.2 example.com does not exist",
        "550 5.1.10 RESOLVER.ADR.RecipientNotFound not found",
        "javax.mail.SendFailedException is thrown",
        "550 User unknown. 5.1.1 not there",
        "550 no such user. zorro.qvist wrote this",
        "Please wait... try again",
        "450 4.2.1 user 2.example unknown",
        "550 user a.b@example.com unknown",
        "550 user zorro. unknown",
        "550 user zorro_ unknown",
        "550 user \"x\" unknown",
        "550 no mailbox by that name exists",
        "550 5.1.1 zorro.de does not exist",
        "550 no such user (",
        "535 login as x failed",
        "550 Unknown user: try again",
        "550 Unknown user zorro",
        "550 Bad user: zorro",
        "550 user: zorro",
        "550 No such user:",
        "... user unknown",
        "- zorro",
      })
  void whatIsNoNameStays(String line) {
    assertEquals(line, UserNames.hidden(line));
  }

  @Test
  void nobodysLoginIsLongerThanALocalPart() {
    String longest = "q." + "q".repeat(62);
    assertEquals("user q… unknown", UserNames.hidden("user " + longest + " unknown"));
    String longer = "user " + longest + "q unknown";
    assertEquals(longer, UserNames.hidden(longer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "550 <zorro@example.com> no; zorro is not here | 550 <zorro@example.com> no; z… is not"
            + " here",
        "zorro, Zorro and zorro.qvist, zorro@example.com | z…, Z… and zorro.qvist,"
            + " zorro@example.com",
        "support@example.com: see https://support.google.com or support | -",
        "ab@example.com: ab | -",
        "z…@example.com: z | -",
        "123@example.com: 123 | -",
        "<zorro@example.com>: zorro. | <zorro@example.com>: z….",
        "<zorro@example.com>: zorro. Not here | <zorro@example.com>: z…. Not here",
        "<bob@example.com>: bob | <bob@example.com>: b…",
        "<zorro.qvist@example.com>: zorro.qvist | <zorro.qvist@example.com>: z…",
        "zorro zorro zorro@example.com | z… z… zorro@example.com",
        "@example.com,zorro@example.com: zorro | @example.com,zorro@example.com: z…",
        "zorro@example.com: case #zorro, xzorro, zorrox | -",
      })
  void aNameThatAnAddressShowsIsHiddenElsewhereToo(String text, String hidden) {
    assertEquals(hidden.equals("-") ? text : hidden, KnownNames.hidden(text, null));
  }

  @Test
  void sixteenNamesAreRemembered() {
    StringBuilder addresses = new StringBuilder();
    for (char c = 'a'; c <= 'q'; c++) {
      addresses.append("zorro").append(c).append("@x.org ");
    }
    assertEquals(addresses + "z… zorroq", KnownNames.hidden(addresses + "zorrop zorroq", null));
  }

  @Test
  void aNameIsNoLongerThanALocalPart() {
    String longest = "q".repeat(64);
    assertEquals(longest + "@x.org q…", KnownNames.hidden(longest + "@x.org " + longest, null));
    String longer = "q" + longest + "@x.org " + longest + " q" + longest;
    assertEquals(longer, KnownNames.hidden(longer, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"user a.b ", "user ", "- ", "a.b: user ", "(", "name of x ", "x... user "})
  void theWorkIsLinearInTheLength(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> UserNames.hidden(text));
    String signs = "zorro@x ".repeat(100_000);
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> KnownNames.hidden(signs + text, "q@x"));
  }

  /** Neither who pasted it nor anybody else is shown more than the first character. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Final-Recipient: rfc822; zorro.qvist@example.com\nAction: failed\nStatus: 5.1.1\n"
            + "Diagnostic-Code: smtp; 550 5.1.1 Zorro.Qvist unknown",
        "550-5.1.1 <zorro.qvist@example.com>\n550 5.1.1 zorro.qvist",
        "535 5.7.8 user auth=Bearer ya29.qvistqvist1",
        "535 5.7.8 XOAUTH2 dXNlcj1qvist5cmgFiYwEB",
        "535 5.7.8 Error: authentication failed: SHVqvistudGVyMg=",
        "550 5.7.1 X-Api-Key: qvist1234567890 rejected",
        "550 5.1.1 unknown: \"Zorro Qvist qvist\" <zq@example.com> unknown",
        "550 5.1.1 zorro.qvist AT example DOT com unknown",
        "550 5.1.1 zorro.qvist @example.com unknown",
        "550 5.1.1 <zorro.qvist doe@example.com> unknown",
        "550 5.1.1 unknown: =?utf-8?B?em9ycqvistcXZpc3R=?= unknown",
        "535 Incorrect authentication data (set_id=zorro.qvist)"
      })
  void inNoFormOfAnAnswerIsThePrivateRead(String text) {
    SmtpBot bot = SmtpBot.createUncached();
    Answer answer = bot.answer(text, Locale.ENGLISH);
    Shareable shareable = Objects.requireNonNull(answer.shareable());
    Answer shared = bot.answerShared(shareable, Locale.ENGLISH);
    String all =
        answer.title() + answer.summary() + answer.lead() + answer.details() + answer.brief();
    String others = shareable.token() + shared.lead() + shared.details() + shared.brief();
    assertFalse(all.toLowerCase(Locale.ROOT).contains("qvist"), all);
    assertFalse(others.toLowerCase(Locale.ROOT).contains("qvist"), others);
  }
}
