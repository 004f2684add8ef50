package io.github.smtpbot.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Command;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token is read back as it was written, and nothing else is one. */
class TokensTest {

  private static final String CAUSE = CatalogKey.of(Cause.USER_UNKNOWN);
  private static final String PHASE = CatalogKey.of(Command.RCPT);

  private static String finding(String provider, String rule, String standing, String signs) {
    return "1!550;5.1.1;"
        + CAUSE
        + ";"
        + provider
        + ";"
        + rule
        + ";"
        + standing
        + ";"
        + PHASE
        + ";"
        + signs;
  }

  private static Optional<Shareable> read(String token) {
    return Shareable.ofToken(token);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1?550",
        "1!;;kmljf;;;u00;;",
        "1!550;;kmljf;;;p99;;",
        "1!;5.1.1;kmljf;;;t40;;",
        "1!550;5.1.1;kmljf;google;0az9b;p95drf;;t0005p0a0ze0101r1z2z 550 5.1.1 no such user",
        "1!550;5.1.1;kmljf;abcdefghijklmnopqrstuvwx;zzzzz;p95;;c8caz",
        "1!450;4.7.1;kmljf;;;t95s1;;",
        "1!450;4.7.1;kmljf;;;t95dm1b;;",
        "1!450;4.7.1;kmljf;;;a95h9;;",
        "1!550;5.1.1;kmljf;;;p95;;p0500 550 5.1.1 no such user"
      })
  void whatWasWrittenIsReadAndWrittenTheSame(String token) {
    assertEquals(token, read(token).orElseThrow().token());
  }

  @Test
  void withoutItsWordsItIsTheSameButForThem() {
    String bare = finding("google", "0az9b", "p95", "p0003");
    Shareable whole = read(bare + " 550 5.1.1 no").orElseThrow();
    assertEquals(bare, whole.bareToken());
    assertEquals(bare + " 550 5.1.1 no", whole.token());
    assertEquals("1?252 vs 501", new Shareable.Asked("252 vs 501").bareToken());
  }

  @Test
  void theErrorOfAProgramIsReadAndWrittenTheSame() {
    Shareable error = new Shareable.Quoted("connect ECONNREFUSED");
    assertEquals("1~connect ECONNREFUSED", error.token());
    assertEquals(error.token(), error.bareToken());
    assertEquals(Optional.of(error), read(error.token()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Google",
        "goo gle",
        "goo_gle",
        "goo/gle",
        "goo:gle",
        "goo`gle",
        "goo{gle",
        "abcdefghijklmnopqrstuvwxy"
      })
  void whatIsNoIdOfAProviderIsRefused(String provider) {
    assertTrue(read(finding(provider, "", "p95", "")).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "p", "p9", "x95", "p9a", "p 5", "p95x", "p95dd", "p/5", "p:5", "p95m", "p95m0",
        "p95m001", "p95mA"
      })
  void whatDoesNotTellHowItEndedIsRefused(String standing) {
    assertTrue(read(finding("", "", standing, "")).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"p", "p000", "x0001", "p0 01", "p00-1", "pA001", "p0001p0001p0001p0001p0001"})
  void whatDoesNotTellWhatLedToItIsRefused(String signs) {
    assertTrue(read(finding("", "", "p95", signs)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1!5.1.1;550;kmljf;;;p95;;",
        "1!550;5.01.1;kmljf;;;p95;;",
        "1!550;5.1.1;00000;;;p95;;",
        "1!550;5.1.1;kmljf;;zzzzzz;p95;;",
        "1!550;5.1.1;kmljf;;;p95;00000;",
        "1!550;5.1.1;kmljf;;;p95;;;",
        "1!550;X.1.1;kmljf;;;p95;;"
      })
  void whatIsOutOfPlaceIsRefused(String token) {
    assertTrue(read(token).isEmpty());
  }

  @Test
  void signsPointToTheWordsUpToTheirEnd() {
    Shareable.Found found =
        (Shareable.Found)
            read(finding("", "", "p95", "p0a02p0a03") + " 550 5.1.1 no").orElseThrow();
    List<String> signs = found.signs().stream().map(sign -> sign.in(found.words())).toList();
    assertEquals(List.of("no", ""), signs);
  }

  @Test
  void wordsThatAMessageShowedAreMaskedAnew() {
    Shareable.Found found = (Shareable.Found) read(finding("", "", "p95", "")).orElseThrow();
    assertEquals("550 z…@example.org", found.withWords("550 zebra@example.org").words());
  }

  private static final String KIND = "550;5.1.1;" + CAUSE + ";outlook;0az9b;P95;" + PHASE + ";";

  @ParameterizedTest
  @ValueSource(strings = {"1+0;0;0|3!", "1+zzzz;zz;zzzz|zzzz!", "1+6;2;l|1!"})
  void kindsAreReadAndWrittenTheSame(String start) {
    String token = start + KIND + "|2!" + KIND;
    Shareable.Groups groups = (Shareable.Groups) read(token).orElseThrow();
    assertEquals(token, groups.token());
    assertEquals(2, groups.groups().size());
  }

  /** The first kind, and how many more there are: what a button of Discord holds. */
  @Test
  void ofSeveralKindsTheFirstIsBare() {
    Shareable.Groups groups =
        (Shareable.Groups)
            read("1+6;1;l|3!" + KIND + "|2!" + KIND.replace("550", "554")).orElseThrow();
    assertEquals("1+8;2;l|3!" + KIND, groups.bareToken());
    Shareable.Groups bare = (Shareable.Groups) read(groups.bareToken()).orElseThrow();
    assertEquals(groups.replies(), bare.replies());
    assertEquals(groups.kinds(), bare.kinds());
    assertEquals(groups, bare.with(groups.each()), "the message shows the others");
    assertEquals(bare, bare.with(List.of()));
  }

  @Test
  void theLongestKindsAreNoLongerThanATokenMayBe() {
    String longest =
        "zzzz!550;5.999.999;" + CAUSE + ";abcdefghijklmnopqrstuvwx;0az9b;P95drfs1z;" + PHASE + ";";
    Shareable most =
        read("1+zzzz;zz;zzzz" + ("|" + longest).repeat(Shareable.Groups.MAX_GROUPS)).orElseThrow();
    assertTrue(most.token().length() <= Shareable.MAX_TOKEN);
    assertTrue(most.bareToken().length() <= Shareable.MAX_BARE_TOKEN);
    assertTrue(read(most.token() + "|" + longest).isEmpty(), "one too many");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1+0;0;0",
        "1+0;0;0|",
        "1+0;0|3!",
        "1+0;0;0;0|3!",
        "1+00;0;0|3!",
        "1+-1;0;0|3!",
        "1+0;zzz;0|3!",
        "1+zzzzz;0;0|3!",
        "1+0;0;0|!",
        "1+0;0;0|0!",
        "1+0;0;0|03!",
        "1+0;0;0|a b!",
        "2+0;0;0|3!"
      })
  void whatDoesNotCountKindsIsRefused(String start) {
    assertTrue(read(start.endsWith("!") ? start + KIND : start).isEmpty(), start);
  }

  @Test
  void kindsHoldNoWords() {
    assertTrue(read("1+0;0;0|3!" + KIND + " 550 5.1.1 kim is away").isEmpty());
    assertTrue(read("1+0;0;0|3!" + KIND + "p0005").isEmpty());
  }

  @Test
  void theNameOfAKeptSummaryIsReadAndWrittenTheSame() {
    String token = "1=0123456789abcdef0123456789abcdef";
    Shareable kept = read(token).orElseThrow();
    assertEquals(new Shareable.Kept(token.substring(2)), kept);
    assertEquals(token, kept.token());
    assertEquals(token, kept.bareToken());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1=",
        "1=0123456789abcdef0123456789abcde",
        "1=0123456789abcdef0123456789abcdef0",
        "1=0123456789abcdef0123456789abcdeg",
        "1=0123456789abcdef0123456789abcde/",
        "1=0123456789abcdef0123456789abcde:",
        "1=0123456789abcdef0123456789abcde`",
        "1=0123456789ABCDEF0123456789abcdef"
      })
  void whatNamesNoKeptSummaryIsRefused(String token) {
    assertTrue(read(token).isEmpty(), token);
  }

  @Test
  void aQuestionIsAtMostEightyCharacters() {
    assertTrue(read("1?" + "a".repeat(80)).isPresent());
    assertTrue(read("1?" + "a".repeat(81)).isEmpty());
  }

  @Test
  void aTokenIsAtMostAsLongAsItMayBe() {
    String bare = finding("", "", "p95", "");
    assertTrue(read(bare + " " + "a".repeat(300)).isPresent());
    assertTrue(read(bare + " " + "a".repeat(301)).isEmpty());
    assertTrue(read("1?" + " ".repeat(Shareable.MAX_TOKEN)).isEmpty());
  }
}
