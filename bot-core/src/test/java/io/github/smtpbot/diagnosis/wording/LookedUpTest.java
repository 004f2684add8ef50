package io.github.smtpbot.diagnosis.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.PhraseRule;
import io.github.smtpbot.catalog.Provider;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the catalog knows of a text's wording, and where the same words mean nothing. */
class LookedUpTest {

  private static final Catalog CATALOG = Catalog.builtIn();

  private static final Wording WORDING = new Wording(CATALOG);

  /** Arranged as it should be, all that the catalog's files say is found. */
  @Test
  void allOfTheCatalogIsFound() {
    Wording wording = new Wording(CATALOG);
    for (PhraseRule rule : CATALOG.phrases()) {
      for (String phrase : rule.phrases()) {
        assertFalse(wording.find(phrase.replace("*", "so")).phrases().isEmpty(), phrase);
      }
    }
    for (Provider provider : CATALOG.providers()) {
      assertEquals(provider, wording.provider(provider.id()));
      for (String host : provider.hosts()) {
        assertNotNull(wording.hosts.find("mx." + host), host);
      }
      for (String mark : provider.marks()) {
        String token = mark.replaceFirst("^\\*", "").replace("*", "x");
        assertFalse(wording.find(token).marks().isEmpty(), mark);
      }
      for (String phrase : provider.phrases()) {
        assertFalse(wording.find(phrase.replace("*", "so")).phrases().isEmpty(), phrase);
      }
    }
    assertNull(wording.provider("nobody"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user unknown",
        "user unknown: true",
        "RESOLVER.FWD.Loop; the message was passed on too often",
        "user_unknown: 1",
        "rejected: by us",
        "connection timeout",
        "timeout: 30s reached",
        "connection timeout: no answer",
        "The user. Unknown user",
        "<user-unknown>",
        "user-unknown, a@b.example"
      })
  void wordsTellACause(String text) {
    assertTrue(WORDING.tellsCause(text), text);
  }

  /** Names of fields and settings, addresses, and words that belong to two sentences. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "rejected: []",
        "\"rejected\" : [],",
        "rejected=null",
        "rejected: none",
        "connection timeout: 30s",
        "connection timeout: 30, host=x",
        "connection timeout=30 retries=3",
        "\"connection timeout\": \"30s\"",
        "user_unknown: mail.example.com",
        "user-unknown@b.example",
        "the user-unknown@b.example",
        "We see a user. Unknown to us",
        "a user! unknown",
        "a user?Unknown"
      })
  void theSameWordsTellNoneWhereTheyAreNotSaid(String text) {
    assertFalse(WORDING.tellsCause(text), text + WORDING.find(text).phrases());
  }

  /** For some causes two words are plain, for others it takes a sentence. */
  @Test
  void wordingThatNobodyUsesByChance() {
    Set<Cause> unknown = EnumSet.of(Cause.USER_UNKNOWN);
    assertTrue(WORDING.tellsPlainly("user unknown", unknown));
    assertFalse(WORDING.tellsPlainly("user unknown", EnumSet.noneOf(Cause.class)));
    assertTrue(
        WORDING.tellsPlainly(
            "the email account that you tried to reach does not exist",
            EnumSet.noneOf(Cause.class)));
    assertFalse(WORDING.tellsPlainly("hello world", unknown));
  }

  @Test
  void foundInTwoTexts() {
    Wording.Found found = WORDING.find("user unknown").and(WORDING.find("mailbox full - gsmtp"));
    assertTrue(found.tellsOf(EnumSet.of(Cause.USER_UNKNOWN)));
    assertTrue(found.tellsOf(EnumSet.of(Cause.MAILBOX_FULL, Cause.MAIL_LOOP)));
    assertFalse(found.tellsOf(EnumSet.of(Cause.MAIL_LOOP)));
    assertFalse(found.marks().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "google.com, google",
    "mx.google.com, google",
    "a.b.c.d.e.f.g.h.i.j.google.com, google",
    "a.b.c.d.e.f.g.h.i.j.k.l.m.google.com, ''",
    "notgoogle.com, ''",
    "com, ''",
    "'', ''"
  })
  void aHostIsKnownByItsDomain(String host, String provider) {
    Meaning.OfProvider found = WORDING.hosts.find(host);
    assertEquals(provider, found == null ? "" : found.provider().id());
  }

  /** A word that one provider alone uses, or a whole sentence, is that provider's. */
  @Test
  void wordsThatOneProviderAloneUses() {
    Provider google = Objects.requireNonNull(CATALOG.provider("google"));
    assertFalse(WORDING.isOwn("user unknown", google));
    assertFalse(WORDING.isOwn("message rejected by policy", google));
    assertTrue(WORDING.isOwn("user is not known by this server", google), "a sentence");
    assertFalse(WORDING.isOwn("user is not known here", google));
  }
}
