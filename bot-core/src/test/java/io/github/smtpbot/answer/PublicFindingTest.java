package io.github.smtpbot.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.smtpbot.answer.Shareable.Found;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.diagnosis.Evidence;
import io.github.smtpbot.diagnosis.Finding;
import io.github.smtpbot.diagnosis.Finding.Circumstances;
import io.github.smtpbot.diagnosis.Finding.Origin;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What others may see of a finding, and what that says when it is told to them. */
class PublicFindingTest {

  private static final Catalog CATALOG = Catalog.builtIn();

  private static Finding finding(
      @Nullable ReplyCode code,
      String text,
      @Nullable Provider provider,
      boolean houseOnly,
      Evidence... evidence) {
    return new Finding(
        code,
        null,
        text,
        code != null,
        null,
        "mx.example.net",
        null,
        true,
        Cause.USER_UNKNOWN,
        0.9,
        List.of(evidence),
        provider,
        null,
        Set.of(),
        new Circumstances(Origin.NOTICE, null, false, houseOnly));
  }

  private static Finding reply(String text, String... phrases) {
    return finding(
        new ReplyCode(550),
        text,
        null,
        false,
        Stream.of(phrases)
            .map(phrase -> new Evidence(Evidence.Kind.PHRASE, phrase))
            .toArray(Evidence[]::new));
  }

  private static List<String> signs(Finding finding) {
    return PublicFinding.finding(found(finding), CATALOG).evidence().stream()
        .map(Evidence::matched)
        .toList();
  }

  private static Found found(Finding finding) {
    return Objects.requireNonNull(PublicFinding.of(finding));
  }

  @Test
  void ofAReplyAllWordsAreShown() {
    assertEquals("550 no such user here", found(reply("no such user here")).words());
  }

  /** They may be a letter. */
  @Test
  void ofOtherWordsOnlyThoseAreShownThatTheCatalogKnows() {
    Finding finding =
        finding(
            null,
            "dear anna, no such user, says TSS04, after 550 it took a timeout",
            null,
            false,
            new Evidence(Evidence.Kind.PHRASE, "no such user"),
            new Evidence(Evidence.Kind.PROVIDER_TOKEN, "TSS04"),
            new Evidence(Evidence.Kind.REPLY_CODE, "550"),
            new Evidence(Evidence.Kind.CONTEXT, "timeout"));
    assertEquals("no such user TSS04", found(finding).words());
  }

  @Test
  void whereNothingIsKnownNothingIsShown() {
    assertNull(PublicFinding.of(finding(null, "dear anna, see you on sunday", null, false)));
  }

  @Test
  void whatLedToTheCauseIsToldInTheSameWords() {
    assertEquals(
        List.of("user unknown", "unknown"),
        signs(reply("user unknown", "user unknown", "unknown")));
  }

  @Test
  void signsMayBeginTheWords() {
    Finding finding =
        finding(
            new ReplyCode(550), "no", null, false, new Evidence(Evidence.Kind.REPLY_CODE, "550"));
    assertEquals(List.of("550"), signs(finding));
  }

  @Test
  void whatIsNotAmongTheWordsIsNoSign() {
    assertEquals(List.of(), signs(reply("user unknown", "mailbox full")));
  }

  @Test
  void signsAreAtMostFour() {
    assertEquals(
        List.of("one", "two", "three", "four"),
        signs(reply("one two three four five", "one", "two", "three", "four", "five")));
  }

  @Test
  void aSignThatEndsAfterTheWordsIsNone() {
    Found found = found(reply("user unknown", "user unknown"));
    assertEquals(List.of(), PublicFinding.finding(found.withWords("550 user"), CATALOG).evidence());
  }

  @Test
  void itIsAsSureAsItWas() {
    Found found = found(reply("no such user"));
    assertEquals(90, found.certainty());
    assertEquals(0.9, PublicFinding.finding(found, CATALOG).confidence());
  }

  @ParameterizedTest
  @EnumSource(names = {"PROGRAM", "NOTICE", "UNKNOWN"})
  void whoToldOfItIsKept(Origin origin) {
    Finding own = reply("no such user");
    Finding told =
        new Finding(
            own.replyCode(),
            own.enhanced(),
            own.text(),
            own.quotesReply(),
            own.command(),
            own.remoteHost(),
            own.recipient(),
            own.permanent(),
            own.cause(),
            own.confidence(),
            own.evidence(),
            own.provider(),
            own.rule(),
            own.contradictions(),
            new Circumstances(origin, null, false, false));
    Finding again = PublicFinding.finding(found(told), CATALOG);
    assertEquals(origin, again.circumstances().origin());
  }

  @Test
  void aHouseIsNotTakenForItsFirstBrand() {
    Provider brand = CATALOG.provider("exchangeonline");
    assertNotNull(brand);
    Found ofHouse = found(finding(new ReplyCode(550), "no", brand, true));
    Found ofBrand = found(finding(new ReplyCode(550), "no", brand, false));
    assertEquals("microsoft", ofHouse.provider());
    assertEquals("exchangeonline", ofBrand.provider());
    assertNotNull(PublicFinding.finding(ofHouse, CATALOG).house());
    assertNull(PublicFinding.finding(ofBrand, CATALOG).house());
  }

  @Test
  void whereNobodyIsKnownToHaveAnsweredThereIsNoHouse() {
    Finding told = PublicFinding.finding(found(reply("no such user")), CATALOG);
    assertNull(told.provider());
    assertFalse(told.circumstances().isHouseOnly());
  }
}
