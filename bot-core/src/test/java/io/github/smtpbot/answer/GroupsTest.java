package io.github.smtpbot.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.diagnosis.Diagnosis;
import io.github.smtpbot.diagnosis.Evidence;
import io.github.smtpbot.diagnosis.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The replies of a text are counted by kind, and no reply is lost on the way to others. */
class GroupsTest {

  private static final SmtpBot BOT = SmtpBot.createUncached();
  private static final Catalog CATALOG = Catalog.builtIn();
  private static final Words WORDS = CATALOG.words(Locale.ENGLISH);

  private static final String THREE_KINDS =
      """
      450 4.2.0 <a@example.org>: Recipient address rejected: Greylisted
      550 5.1.1 <b@example.org>: User unknown
      552 5.2.2 <c@example.org>: mailbox full
      552 5.2.2 <d@example.org>: mailbox full
      450 4.2.0 <e@example.org>: Recipient address rejected: Greylisted
      450 4.2.0 <f@example.org>: Recipient address rejected: Greylisted
      """;

  /** As many kinds as numbers, each one reply. */
  private static String kinds(int count) {
    return Stream.of(
            "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.8", "5.2.1", "5.2.2", "5.2.3", "5.3.4",
            "5.4.6", "5.5.2", "5.7.1", "5.7.26", "5.7.8")
        .limit(count)
        .map(code -> bounced("a", "mx.example.net", "550 " + code + " no"))
        .collect(Collectors.joining());
  }

  private static String bounced(String recipient, String host, String reply) {
    return "Nov 26 03:11:01 mx1 postfix/smtp[99]: A1: to=<"
        + recipient
        + "@example.net>, relay="
        + host
        + "[192.0.2.1]:25, delay=1, dsn=5.0.0, status=bounced (host "
        + host
        + "[192.0.2.1] said: "
        + reply
        + " (in reply to RCPT TO command))\n";
  }

  private static Diagnosis read(String text) {
    return Objects.requireNonNull(BOT.answer(text, Locale.ENGLISH).diagnosis());
  }

  private static Groups of(String text) {
    return Groups.of(read(text), WORDS);
  }

  private static Shareable.Groups shared(String text) {
    return (Shareable.Groups) Objects.requireNonNull(BOT.answer(text, Locale.ENGLISH).shareable());
  }

  private static List<String> counts(Groups groups) {
    return groups.all().stream().map(one -> one.count() + " " + one.finding().codes()).toList();
  }

  @Test
  void theOneThatIsToldOfStandsFirstThenTheMostFrequent() {
    Groups groups = of(THREE_KINDS);
    assertEquals("550 5.1.1", read(THREE_KINDS).findings().get(0).codes());
    assertEquals(List.of("1 550 5.1.1", "3 450 4.2.0", "2 552 5.2.2"), counts(groups));
    assertEquals(6, groups.replies());
    assertEquals(3, groups.kinds());
    assertEquals("6 replies of 3 kinds", groups.title());
  }

  @Test
  void eachIsALineWithAllThatIsKnownOfIt() {
    assertEquals(
        List.of(
            "1 × ⛔ 550 5.1.1 · No such recipient · Gmail",
            "1 × ⛔ 550 5.1.1 · No such recipient",
            "1 × ⛔ 552 5.2.2 · Recipient's mailbox is full"),
        of(bounced("a", "gmail-smtp-in.l.google.com", "550 5.1.1 User unknown")
                + bounced("b", "mx.example.net", "550 5.1.1 User unknown")
                + bounced("c", "mx.example.net", "552 5.2.2 mailbox full"))
            .lines());
  }

  /** The same codes for another cause, in another way or by somebody else are another kind. */
  @Test
  void whatDiffersInCauseOrSpeakerIsCountedApart() {
    assertEquals(
        List.of("1 550", "1 550"),
        counts(of("550 <a@example.org>: User unknown\n550 mailbox full\n")));
    assertEquals(
        List.of("2 550"),
        counts(of("550 <a@example.org>: User unknown\n550 <b@example.org>: User unknown\n")));
  }

  /** Two kinds that would read the same are told with whose words they are. */
  @Test
  void noTwoRowsReadTheSame() {
    Groups groups =
        of(
            bounced("b", "mx.example.net", "550 5.1.1 User unknown")
                + bounced("a", "gmail-smtp-in.l.google.com", "550 5.1.1 User unknown"));
    assertEquals(2, groups.kinds());
    List<String> rows = groups.rows().stream().map(row -> row.values().get(0)).toList();
    assertEquals(2, rows.stream().distinct().count(), rows.toString());
    assertEquals(1, rows.stream().filter(row -> row.endsWith(" · Gmail")).count());
    assertTrue(rows.contains("⛔ 550 5.1.1 · No such recipient"), rows.toString());
  }

  @Test
  void aRowIsAsShortAsALineAndMayBeTheWholeName() {
    Groups groups = of(THREE_KINDS);
    List<Part.Row> rows = groups.rows();
    assertEquals(List.of("1 ×", "3 ×", "2 ×"), rows.stream().map(Part.Row::label).toList());
    assertEquals(List.of("⏳ 450 4.2.0 · Greylisted,…"), rows.get(1).values());
    assertEquals(
        List.of("⏳ 450 4.2.0 · Greylisted, accepted on a later attempt"),
        groups.longer(1).get(0).values());
    assertEquals(Groups.LONGER, groups.longer(1).size());
  }

  @Test
  void whatHasNoRoomIsCountedTogether() {
    Groups groups = of(THREE_KINDS);
    assertEquals(
        new Part.Row("5 ×", List.of("others"), true), Objects.requireNonNull(groups.others(1)));
    assertEquals("2 ×", Objects.requireNonNull(groups.others(2)).label());
    assertNull(groups.others(3), "there are no others");
  }

  @Test
  void othersSeeAllCountsWithoutAnyWord() {
    Shareable.Groups shared = shared(THREE_KINDS);
    assertEquals(
        List.of("1 550 5.1.1", "3 450 4.2.0", "2 552 5.2.2"),
        counts(Groups.of(shared, CATALOG, WORDS)));
    assertEquals(0, shared.rest());
    assertEquals(0, shared.restKinds());
    assertTrue(shared.groups().stream().allMatch(group -> group.found().words().isEmpty()));
  }

  /** Ten are told, the rest is counted: in the lines, in the title and for others. */
  @Test
  void ofMoreKindsThanOthersAreToldTheRestIsCounted() {
    Shareable.Groups shared = shared(kinds(14));
    assertEquals(Shareable.Groups.MAX_GROUPS, shared.groups().size());
    assertEquals(4, shared.rest());
    assertEquals(4, shared.restKinds());
    Groups groups = Groups.of(shared, CATALOG, WORDS);
    assertEquals("14 replies of 14 kinds", groups.title());
    assertEquals(11, groups.lines().size());
    assertEquals("4 × others", groups.lines().get(10));
    assertEquals("4 ×", Objects.requireNonNull(groups.others(10)).label());
  }

  @Test
  void ofTenKindsThereIsNoRest() {
    Groups groups = Groups.of(shared(kinds(10)), CATALOG, WORDS);
    assertEquals(10, groups.lines().size());
    assertFalse(groups.lines().toString().contains("others"));
    assertNull(groups.others(10));
  }

  @Test
  void whatWasDeliveredIsInTheTitleAndToldToOthers() {
    Diagnosis beside = read(THREE_KINDS).beside(7);
    Groups groups = Groups.of(beside, WORDS);
    assertEquals("6 replies of 3 kinds, 7 delivered", groups.title());
    Shareable.Groups shared = Objects.requireNonNull(groups.shareable());
    assertEquals(7, shared.delivered());
    assertEquals(groups.title(), Groups.of(shared, CATALOG, WORDS).title());
  }

  /** A letter without a code and without words of a mail system: all of it may be private. */
  private static Finding letter(Cause cause) {
    return new Finding(
        null,
        null,
        "dear anna, see you on sunday",
        false,
        null,
        null,
        null,
        true,
        cause,
        0.5,
        List.of(new Evidence(Evidence.Kind.CONTEXT, "see you")),
        null,
        null,
        Set.of());
  }

  private static Diagnosis diagnosis(Stream<Finding> findings) {
    return Diagnosis.of(
        Diagnosis.Form.TEXT,
        findings.collect(Collectors.toCollection(ArrayList::new)),
        "",
        CATALOG);
  }

  @Test
  void ofWhatOthersMayNotSeeOnlyTheCountIsTold() {
    Stream<Finding> all =
        Stream.concat(
            read(THREE_KINDS).findings().stream(),
            IntStream.range(0, 2).mapToObj(i -> letter(Cause.OTHER)));
    Shareable.Groups shared = Objects.requireNonNull(Groups.of(diagnosis(all), WORDS).shareable());
    assertEquals(3, shared.groups().size());
    assertEquals(2, shared.rest());
    assertEquals(1, shared.restKinds());
    assertEquals(8, shared.replies());
    assertEquals(4, shared.kinds());
  }

  @Test
  void whereTheFirstIsPrivateNothingIsShown() {
    Stream<Finding> all =
        Stream.concat(Stream.of(letter(Cause.OTHER)), read(THREE_KINDS).findings().stream());
    assertNull(Groups.of(diagnosis(all), WORDS).shareable());
    assertNull(Groups.of(diagnosis(Stream.of()), WORDS).shareable(), "there is none");
    assertNotNull(Groups.of(read(THREE_KINDS), WORDS).shareable());
  }
}
