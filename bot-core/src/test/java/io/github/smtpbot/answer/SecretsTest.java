package io.github.smtpbot.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.smtpbot.SmtpBot;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a log names beside addresses is hidden: passwords, keys, user names. */
class SecretsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "failed for user secret.user password=Hunter2 | failed for user s… password=…",
        "sasl_method=LOGIN, sasl_username=secret.user, x | sasl_method=LOGIN, sasl_username=s…, x",
        "username=\"jane\" | username=\"j…\"",
        "SMTP api key: SG.abcdefgh.ijkl | SMTP api key: …",
        "rejected SG.abcdefgh.ijklmnop here | rejected SG.… here",
        "Authorization: Bearer abc.def | Authorization: Bearer …",
        "secret.user at example.com is unknown | s… at example.com is unknown",
        "secret.user (at) example.com | s… (at) example.com",
        "secret[at]example[dot]com | s…[at]example[dot]com",
        "user 'secret.user' @ 'example.com' | user 's…' @ 'example.com'",
        "No such user here: secret.user | No such user here: s…",
        "unknown user: \"bob\" | unknown user: \"b…\"",
        "/cn=Recipients/cn=1234-secretuser | /cn=R…",
        "for user bob | for user b…",
        "logon=bob refused | logon=b… refused",
        "the password = Hunter2 | the password = …",
        "the password\"' =Hunter2 | the password\"' =…",
        "user=secret.user@example.com | user=s…@example.com",
        "password=a@example.com | password=…",
        "key of SG.12345678 | key of SG.…",
        "\"Zorro Qvist\" <z…@example.com> | \"Z…\" <z…@example.com>",
        "{\\\"Zorro Qvist\\\" <z…@example.com>} | {\\\"Z…\\\" <z…@example.com>}",
        "from \"Zorro @ Work\" <z…@example.com> | from \"Z… @ Work\" <z…@example.com>",
        "run with -password=Hunter2 | run with -password=…",
        "x-smtp-relay-api-key: Hunter2 | x-smtp-relay-api-key: …",
        "AUTH PLAIN dXNlcgBwYXNz | AUTH PLAIN …",
        "AUTH PLAIN abcdefg= | AUTH PLAIN …",
        "bearer abcd+efgh | bearer …",
        "bearer abcdef12 | bearer …",
        "no dXNlcm5h1A== here | no … here",
        "no dXNlcm5h1A== | no …",
        "zorro.qvist @example.com | z… @example.com",
        "a.b at example.com | a… at example.com",
        "<zorro qvist@example.com> | <z…@example.com>",
        "to =?utf-8?B?em9ycm8=?= <z…@example.com> | to =?utf-8?B?…?= <z…@example.com>",
        "to =?utf-8?b?ab+/cd?= | to =?utf-8?b?…?=",
        "cut off: =?utf-8?B?em9ycm8 | cut off: =?utf-8?B?…"
      })
  void areHidden(String text, String hidden) {
    assertEquals(hidden, Secrets.hidden(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 5.1.1 User unknown in local recipient table",
        "535 5.7.8 Username and Password not accepted",
        "535 5.7.139 Authentication unsuccessful, user is locked",
        "blocked using zen.spamhaus.org; see it at www.spamhaus.org",
        "the IP is listed at zen.spamhaus.org",
        "Must issue a STARTTLS command first. user=",
        "message size=40000 exceeds limit",
        "535 5.7.8 wrong password",
        "550 5.1.1 no such user ",
        "the password\"'  =no field of any program",
        "the product SG.1234567",
        "he waits (at",
        "I told bob. at example.com they know",
        "see a.b at noon",
        "see a.b at c.d",
        "\"a\\\"zorro qvist\" <z…@example.com>",
        "\"zorro\\\" <\"@example.com",
        // a name of which there is no more to hide, and one that was hidden
        "by \"Z\" <z…@example.com>",
        "by \"z…@example.com\" <z…@example.com>",
        // an address is no name: the mask hides both
        "by \"zorro@a.example\" <zorro@b.example>",
        // what stands before no address
        "said \"zorro qvist\" <here>",
        // words beside a mechanism, and numbers of errors
        "SASL LOGIN authentication failed",
        "SASL LOGIN Authentication failed",
        "LOGIN mode2 is off",
        "LOGIN ERROR-535X12 is told",
        "LOGIN มีปัญหาaB12",
        "plain/text is sent",
        // base64 is filled with two signs at most, after groups of four, and stands alone
        "queued as a1b2c3d4 here",
        "x Client9=value",
        "as dXNlcm5h1===",
        "as dXNlcm5h1A=",
        "a=dXNlcm5h1A== here",
        "see you @noon",
        "look at  dot com",
        "zorro.qvist at .com are sold",
        // what the mask finds
        "<zorro@example.com>",
        "cut off: <zorro",
        "=?utf-8?Q?zorro?=",
        "=?utf-8?B??="
      })
  void whatIsNoSecretStays(String text) {
    assertEquals(text, Secrets.hidden(text));
  }

  @Test
  void whereInTheTextTheyStandDoesNotMatter() {
    String before = "nobody knows why. ".repeat(20);
    assertEquals(
        before + "s… at example.com; s… (at) example.com",
        Secrets.hidden(before + "secret.user at example.com; secret.user (at) example.com"));
  }

  @Test
  void nobodyLooksFartherThanALocalPartOrADomainReaches() {
    assertEquals("a…(at)x", Secrets.hidden("a".repeat(64) + "(at)x"));
    assertEquals("aa…(at)x", Secrets.hidden("a".repeat(65) + "(at)x"));
    String spelled = "zorro at " + "d".repeat(64) + " dot com";
    assertEquals("z…" + spelled.substring(5), Secrets.hidden(spelled));
    assertEquals(
        spelled.replace("dd dot", "ddd dot"), Secrets.hidden(spelled.replace("dd dot", "ddd dot")));
    String longest = " at " + "d".repeat(252) + ".com";
    assertEquals("s…" + longest, Secrets.hidden("secret.user" + longest));
    String longer = " at " + "d".repeat(253) + ".com";
    assertEquals("secret.user" + longer, Secrets.hidden("secret.user" + longer));
  }

  @Test
  void aNameIsHiddenHoweverLongItOrItsAddressIs() {
    String address = " <" + "a".repeat(256) + "@example.com>";
    assertEquals("\"Z…\"" + address, Secrets.hidden("\"Zorro\"" + address));
    String name = "Z" + "o".repeat(255);
    assertEquals("\"Z…\" <z…@x.org>", Secrets.hidden("\"" + name + "\" <z…@x.org>"));
    String longer = "\"" + name + "o\" <z…@x.org>";
    assertEquals(longer, Secrets.hidden(longer));
  }

  @Test
  void wordsBetweenBracketsAreNoLongerThanALocalPart() {
    String words = "z" + "o".repeat(61) + " q";
    assertEquals("<z…@example.com>", Secrets.hidden("<" + words + "@example.com>"));
    String longer = "<" + words + "q@example.com>";
    assertEquals(longer, Secrets.hidden(longer));
  }

  @Test
  void aCharsetHasAShortName() {
    String name = "c".repeat(18);
    assertEquals("=?" + name + "?B?…?=", Secrets.hidden("=?" + name + "?B?em9ycm8=?="));
    String longer = "=?c" + name + "?B?em9ycm8=?=";
    assertEquals(longer, Secrets.hidden(longer));
  }

  @Property(seed = "1982")
  void hidingAgainChangesNothing(@ForAll String text) {
    String with = "user=" + text + " password: " + text + " @ example.com";
    assertEquals(Secrets.hidden(Secrets.hidden(with)), Secrets.hidden(with));
  }

  /** What is carried in a token is a quotation, and has to be one when it is read again. */
  @Property(seed = "1982")
  void quotingAgainChangesNothing(
      @ForAll("pieces") List<String> pieces, @ForAll @IntRange(max = 60) int limit) {
    String quoted = Quotation.of(String.join("", pieces), 1 + limit);
    assertEquals(quoted, Quotation.of(quoted, 1 + limit));
  }

  @Provide
  Arbitrary<List<String>> pieces() {
    return Arbitraries.of(
            "user ",
            "user=",
            "for user ",
            "\"zorro qvist\"",
            "\\\"",
            "\"",
            "@example.com",
            " at ",
            "(at)",
            " @ ",
            "password: ",
            "token=",
            "SG.abcdefghij",
            "a.b",
            "x",
            " ",
            "<",
            "'",
            "…",
            "here: ",
            ": ")
        .list()
        .ofMaxSize(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user=",
        "a.b at ",
        "password:",
        "api ",
        "[at]",
        "a",
        " @ ",
        "user: '",
        "\"",
        "\\\""
      })
  void theWorkIsLinearInTheLength(String piece) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> Secrets.hidden(piece.repeat(2_000_000 / piece.length())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "535 5.7.8 authentication failed for user secret.user password=Hunter2",
        "550 5.1.1 No such user here: secret.user",
        "warning: unknown[192.0.2.1]: SASL LOGIN authentication failed: 535 5.7.8 sasl_username=secret.user"
      })
  void noAnswerShowsThem(String paste) {
    for (Locale locale : SmtpBot.create().languages()) {
      Answer told = SmtpBot.create().answer(paste, locale);
      String answer = told.title() + told.brief() + told.lead() + told.details() + told.shareable();
      assertFalse(answer.contains("secret.user"), answer);
      assertFalse(answer.contains("Hunter2"), answer);
    }
  }
}
