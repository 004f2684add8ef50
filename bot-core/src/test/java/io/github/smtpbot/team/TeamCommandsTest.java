package io.github.smtpbot.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.note.NoteBook;
import io.github.smtpbot.store.Store;
import io.github.smtpbot.store.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notes and settings of a team: written, shown, removed, and by whom. */
class TeamCommandsTest {

  private static final SmtpBot BOT = SmtpBot.create();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-27T20:00:00Z"), ZoneOffset.UTC);
  private static final TeamCommands.Member ADMIN =
      new TeamCommands.Member("slack T1", "ann", () -> true);
  private static final TeamCommands.Member MEMBER =
      new TeamCommands.Member("slack T1", "bob", () -> false);
  private static final TeamCommands.Member ELSEWHERE =
      new TeamCommands.Member("slack T2", "eve", () -> true);

  private final Path directory;
  private final Map<String, String> database;
  private Store store;
  private NoteBook book;
  private TeamSettings settings;
  private TeamCommands commands;

  TeamCommandsTest(@TempDir Path directory) throws Exception {
    this.directory = directory;
    database = TestDatabases.sqlite(directory);
    open(null);
  }

  @BeforeEach
  void start() {
    assertTrue(commands.handles("note list"));
  }

  @AfterEach
  void stop() {
    store.close();
  }

  private void open(@Nullable Path file) throws Exception {
    store = TestDatabases.open(database);
    book = NoteBook.of(file, store.entries());
    settings = TeamSettings.of(store.entries());
    commands = new TeamCommands(BOT, book, settings, CLOCK);
  }

  @Test
  void aNoteStandsAboveEveryAnswerThatItFits() {
    assertEquals(
        "Noted: 1. Shown above every answer that fits.",
        say(ADMIN, "note 550 5.7.1 ask #mail-ops first"));
    String line = "ask #mail-ops first (ann, 2026-11-27)";
    assertEquals(List.of(line), notes("550 5.7.1"));
    assertEquals(List.of(line), notes("550 5.7.1 <a@example.com>: Relay access denied"));
    assertEquals(List.of(), notes("550"));
    assertEquals(List.of(), notes("550 5.1.1"));

    Answer full = on("550 5.7.1");
    assertEquals(
        new Part.Bullets("What your team noted", List.of(line)), full.lead().get(0), "on top");
    assertTrue(full.brief().text().contains("\n" + line + "\n"), full.brief().text());
  }

  @Test
  void aNoteMayBeAboutAProviderOrACause() {
    say(ADMIN, "note gmail they want DKIM");
    say(ADMIN, "note mailbox_full call the customer");
    say(ADMIN, "note GMAIL 452 wait an hour");
    assertEquals(
        List.of("they want DKIM (ann, 2026-11-27)", "call the customer (ann, 2026-11-27)"),
        notes("552-5.2.2 The email account that you tried to reach is over quota. gsmtp"));
    assertEquals(List.of("they want DKIM (ann, 2026-11-27)"), notes("gmail 550"));
    assertTrue(notes("gmail 452").contains("wait an hour (ann, 2026-11-27)"));
  }

  @Test
  void whatOthersAreShownHasTheNotesAsWell() {
    say(ADMIN, "note mailbox_full call the customer");
    Answer own = BOT.answer("552 5.2.2 Mailbox full", Locale.ENGLISH);
    Answer shared = BOT.answerShared(Objects.requireNonNull(own.shareable()), Locale.ENGLISH);
    assertEquals(
        List.of("call the customer (ann, 2026-11-27)"),
        book.on("slack T1", shared, BOT::label).brief().notes());
  }

  @Test
  void eachPlaceHasItsOwn() {
    say(ADMIN, "note 550 of the first");
    assertEquals(List.of(), book.on("slack T2", answer("550"), BOT::label).brief().notes());
    assertEquals("There is no note of this number.", say(ELSEWHERE, "note remove 1"));
    Answer nowhere = answer("550");
    assertSame(nowhere, book.on("", nowhere, BOT::label), "nothing fits");
  }

  @Test
  void notesAreListedAndRemovedByNumber() {
    say(ADMIN, "note 550 one");
    say(ADMIN, "note gmail two");
    assertTrue(
        say(MEMBER, "note list")
            .startsWith(
                "1. 550: one (ann, 2026-11-27)\n2. google: two (ann, 2026-11-27)\nTo write one:"));
    assertEquals("Note 1 is removed.", say(ADMIN, "note remove 1"));
    assertTrue(say(MEMBER, "note").startsWith("2. google: two"));
    for (String wrong : List.of("1", "x", "", "99999999999", "-1")) {
      assertEquals("There is no note of this number.", say(ADMIN, "note remove " + wrong));
    }
  }

  @Test
  void onlyAdministratorsWriteUnlessTheyChooseOtherwise() {
    String refused =
        "Only administrators may write notes here. They can change that: /smtp settings notes everyone";
    assertEquals(refused, say(MEMBER, "note 550 mine"));
    assertEquals(refused, say(MEMBER, "note remove 1"));
    assertEquals(refused, say(MEMBER, "note import - {for: '550', text: x}"));
    assertEquals(
        "Only administrators may change settings.", say(MEMBER, "settings notes everyone"));
    assertEquals("notes: everyone (of admins | everyone)", say(ADMIN, "settings notes everyone"));
    assertTrue(say(MEMBER, "note 550 mine").startsWith("Noted: 1."));
  }

  @Test
  void aNoteIsOneLineOfBoundedLengthWithoutWhatIsNotSeen() {
    say(ADMIN, "note 550 a\u202eb\nc\u0007 " + "x".repeat(295));
    String note = notes("550").get(0);
    assertTrue(note.startsWith("ab c xxx"), note);
    assertEquals(
        "A note has at most 300 characters. Nothing was noted.",
        say(ADMIN, "note 550 " + "x".repeat(301)));
    assertTrue(
        say(ADMIN, "note import - {for: 550, text: " + "x".repeat(301) + "}")
            .contains("note 1 (550) has 301 characters, and may have 300"));
    assertTrue(say(ADMIN, "note 550 \u200b\u202e").startsWith("To write one:"), "nothing is seen");
    assertEquals(1, notes("550").size());
  }

  @Test
  void whatANoteIsForIsTheSameHoweverItIsSpaced() {
    say(ADMIN, "note 550  5.7.1\tgmail\nask  first");
    assertTrue(
        say(MEMBER, "note list").startsWith("1. 550 5.7.1 google: ask first (ann, "),
        say(MEMBER, "note list"));
  }

  @Test
  void anImportIsDoneInFullOrNotAtAll() throws Exception {
    for (int i = 0; i < NoteBook.MAX_NOTES - 1; i++) {
      say(ADMIN, "note 551 number " + i);
    }
    String two = "note import [{for: 550, text: a}, {for: 550, text: b}]";
    assertEquals(
        "Nothing was imported: there would be more than 200 notes. Remove some first.",
        say(ADMIN, two));
    assertEquals(List.of(), notes("550"));
    say(ADMIN, "note remove 1");
    assertTrue(say(ADMIN, two).startsWith("Noted: 200, 201."));
  }

  @Test
  void aNumberIsNotGivenAgain() {
    say(ADMIN, "note 550 one");
    say(ADMIN, "note 550 two");
    say(ADMIN, "note remove 2");
    assertTrue(say(ADMIN, "note 550 three").startsWith("Noted: 3."));
  }

  @Test
  void whatIsShownInPartSaysHowOneSeesTheRest() {
    for (int i = 1; i <= 40; i++) {
      say(ADMIN, "note 550 number " + i);
    }
    TeamCommands.Outcome list = commands.answer(MEMBER, "note list", Locale.ENGLISH);
    assertEquals(40, list.lines().size());
    assertTrue(
        list.below(12).startsWith("12 of 40 shown. The next: /smtp note list 13\nTo write one:"));
    assertTrue(list.below(40).startsWith("To write one:"));
    TeamCommands.Outcome rest = commands.answer(MEMBER, "note export 13", Locale.ENGLISH);
    assertEquals(28, rest.lines().size());
    assertTrue(rest.isVerbatim());
    assertEquals("1 of 28 shown. The next: /smtp note export 14", rest.below(1));
  }

  @Test
  void thereAreNoMoreThanCanBeRead() {
    for (int i = 0; i < NoteBook.MAX_NOTES; i++) {
      say(ADMIN, "note 550 number " + i);
    }
    assertEquals("There are 200 notes already; remove some first.", say(ADMIN, "note 550 more"));
    assertEquals(3, notes("550").size(), "in brief");
  }

  @Test
  void notesAreExportedAndImportedAsYaml() {
    say(ADMIN, "note 550 5.7.1 ask: \"#mail\" first");
    say(ADMIN, "note gmail mailbox_full - not {a} list");
    String yaml = say(MEMBER, "note export");
    assertEquals(
        "Noted: 1, 2. Shown above every answer that fits.", say(ELSEWHERE, "note import " + yaml));
    assertEquals(yaml, say(ELSEWHERE, "note export"));
  }

  @Test
  void whatIsNoListOfNotesIsNotImported() {
    for (String wrong :
        List.of(
            "550",
            "[",
            "- 1",
            "- {for: nothing, text: x}",
            "- {for: '550'}",
            "- {for: '550', text: x, written: yesterday}",
            "- &a {for: '550', text: x}\n- [*a, *a]",
            "!!java.net.URL [http://x]")) {
      String said = say(ADMIN, "note import " + wrong);
      assertTrue(said.startsWith("Nothing was imported: "), wrong + " -> " + said);
    }
    assertEquals(List.of(), notes("550"));
  }

  @Test
  void aFileIsReadForAllPlacesAndCannotBeChangedFromThere() throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("notes.yaml"), "- for: 550 5.7.1\n  text: see the runbook\n");
    store.close();
    open(file);
    assertEquals(List.of("see the runbook"), notes("550 5.7.1"));
    assertTrue(say(MEMBER, "note list").startsWith("(file) 550 5.7.1: see the runbook\n"));

    NoteBook alone = NoteBook.of(file, null);
    TeamCommands withoutStore = new TeamCommands(BOT, alone, TeamSettings.none(), CLOCK);
    assertEquals(
        "Notes can only be read here, as the bot has no database.",
        withoutStore.answer(ADMIN, "note 550 x", Locale.ENGLISH).text());
    assertFalse(withoutStore.handles("settings"));
  }

  @Test
  void whileTheDatabaseIsAwayAnswersGoOnAndSaySo() throws Exception {
    say(ADMIN, "note 550 one");
    TestDatabases.takeAway(database);
    // What was read a moment ago is shown for a few seconds.
    book = NoteBook.of(file(), store.entries());
    assertEquals(
        List.of(
            "The notes of your team cannot be read right now: the database is away.",
            "of the file"),
        notes("550"));
    assertEquals(
        "The database is away, so this cannot be shown. Try again later.",
        say(MEMBER, "note list"));
    assertEquals(
        "The database is away, so nothing was changed. Try again later.",
        say(ADMIN, "note 550 two"));
    TestDatabases.bringBack(database);
    Thread.sleep(2_100);
    assertEquals(List.of("one (ann, 2026-11-27)", "of the file"), notes("550"), "nothing is lost");
  }

  private Path file() throws Exception {
    return Files.writeString(directory.resolve("notes.yaml"), "- for: 550\n  text: of the file\n");
  }

  @Test
  void aFileIsAsLongAsItsCharacters() throws Exception {
    String thai = "- {for: 550, text: " + "\u0e01".repeat(300) + "}\n";
    Path file = directory.resolve("thai.yaml");
    Files.writeString(file, thai.repeat(1_200));
    assertTrue(Files.size(file) > 1024 * 1024);
    assertEquals(1_200, NoteBook.of(file, null).ofFile().size());
  }

  @Test
  void untilItIsReadWhatWasChosenNothingIsShownToAll() throws Exception {
    say(ADMIN, "settings visibility everyone");
    TestDatabases.takeAway(database);
    assertEquals("everyone", settings.get("slack T1", TeamSetting.VISIBILITY), "known");
    assertEquals("asker", settings.get("slack T2", TeamSetting.VISIBILITY));
    assertEquals("off", settings.get("slack T2", TeamSetting.REACTION));
    assertEquals("auto", settings.get("slack T2", TeamSetting.LANGUAGE));
    TestDatabases.bringBack(database);
  }

  @Test
  void anotherCopysNotesAreListedAtOnce() throws Exception {
    say(ADMIN, "note 550 one");
    assertTrue(say(MEMBER, "note list").contains("550: one"));
    try (Store other = TestDatabases.open(database)) {
      TeamCommands there =
          new TeamCommands(BOT, NoteBook.of(null, other.entries()), settings, CLOCK);
      assertEquals("note 1 removed", there.answer(ADMIN, "note remove 1", Locale.ENGLISH).done());
    }
    assertTrue(say(MEMBER, "note list").startsWith("There are no notes yet."));
  }

  @Test
  void theLogIsToldWhatWasDoneAndNothingElse() {
    assertEquals("note 1 added", commands.answer(ADMIN, "note 550 secret", Locale.ENGLISH).done());
    assertEquals("note 1 removed", commands.answer(ADMIN, "note remove 1", Locale.ENGLISH).done());
    assertEquals("", commands.answer(ADMIN, "note list", Locale.ENGLISH).done());
    assertEquals(
        "setting language = th",
        commands.answer(ADMIN, "settings language TH", Locale.ENGLISH).done());
  }

  @Test
  void settingsAreListedAndChosen() {
    String all = say(MEMBER, "settings");
    assertTrue(all.startsWith("language: auto (of auto | en | th)\n"), all);
    assertTrue(say(ADMIN, "settings colour blue").startsWith("language: auto"), "unknown");
    assertEquals("language: th (of auto | en | th)", say(ADMIN, "settings language th"));
    assertEquals("th", settings.get("slack T1", TeamSetting.LANGUAGE));
    assertEquals("auto", settings.get("slack T2", TeamSetting.LANGUAGE));
    assertEquals("auto", settings.get("", TeamSetting.LANGUAGE));
  }

  @Test
  void whereThereIsNoPlaceOneIsTold() {
    TeamCommands.Member nowhere = new TeamCommands.Member("", "ann", () -> true);
    assertEquals(
        "Notes and settings belong to a workspace or a server; ask there.",
        say(nowhere, "note 550 x"));
    assertEquals(
        "Notes and settings belong to a workspace or a server; ask there.",
        commands.choose(nowhere, TeamSetting.NOTES, "everyone", Locale.ENGLISH).text());
  }

  @Test
  void allElseIsAQuestion() {
    for (String question : List.of("550", "notes of 550", "what note", "", "setting")) {
      assertFalse(commands.handles(question), question);
    }
    TeamCommands none = new TeamCommands(BOT, NoteBook.none(), TeamSettings.none());
    assertFalse(none.handles("note 550 x"));
    assertFalse(none.handles("settings"));
  }

  private String say(TeamCommands.Member member, String text) {
    return commands.answer(member, text, Locale.ENGLISH).text();
  }

  private static Answer answer(String question) {
    return BOT.answer(question, Locale.ENGLISH);
  }

  private Answer on(String question) {
    return book.on("slack T1", answer(question), BOT::label);
  }

  private List<String> notes(String question) {
    return on(question).brief().notes();
  }
}
