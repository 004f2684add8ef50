package io.github.smtpbot.team;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.note.Note;
import io.github.smtpbot.note.NoteBook;
import io.github.smtpbot.note.NoteException;
import io.github.smtpbot.note.NoteSubject;
import io.github.smtpbot.note.NoteYaml;
import io.github.smtpbot.store.StoreException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Does what is asked of notes and settings behind the command: {@code note 550 5.7.1 ask #mail
 * first}, {@code note list}, {@code note remove 3}, {@code settings language th}. Safe for use by
 * many threads.
 */
public final class TeamCommands {

  private static final String NOTE = "note";
  private static final String SETTINGS = "settings";

  private final SmtpBot bot;
  private final NoteBook book;
  private final TeamSettings settings;
  private final Clock clock;

  /** Commands for these notes and settings. */
  public TeamCommands(SmtpBot bot, NoteBook book, TeamSettings settings) {
    this(bot, book, settings, Clock.systemUTC());
  }

  TeamCommands(SmtpBot bot, NoteBook book, TeamSettings settings, Clock clock) {
    this.bot = bot;
    this.book = book;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Who asks.
   *
   * @param place the workspace or server; empty where there is none
   * @param name as the team knows them
   * @param isAdmin whether they may decide for all; asked only where it matters
   */
  public record Member(String place, String name, BooleanSupplier isAdmin) {}

  /**
   * What became of it, for whoever asked alone; hostile, to be shown inert.
   *
   * @param lines each to be shown on lines of its own, as many as there is room for
   * @param isVerbatim whether they are to be shown as they are, to be copied
   * @param end what is said below them; may be empty
   * @param cut what is said as well if only so many lines are shown
   * @param done what was changed, for the log, without any content; empty if nothing was
   */
  public record Outcome(
      List<String> lines, boolean isVerbatim, String end, IntFunction<String> cut, String done) {

    /** What is to be shown is not changed afterwards. */
    public Outcome {
      lines = List.copyOf(lines);
    }

    static Outcome of(String text, String done) {
      return new Outcome(List.of(), false, text, shown -> "", done);
    }

    /** All of it. */
    public String text() {
      return Stream.concat(lines.stream(), Stream.of(end))
          .filter(line -> !line.isEmpty())
          .collect(Collectors.joining("\n"));
    }

    /**
     * What is said below the lines.
     *
     * @param shown how many lines are shown, from the first on
     */
    public String below(int shown) {
      return Stream.of(shown < lines.size() ? cut.apply(shown) : "", end)
          .filter(line -> !line.isEmpty())
          .collect(Collectors.joining("\n"));
    }
  }

  /** Whether a text is such a command. */
  public boolean handles(String text) {
    String word = first(text);
    return (word.equals(NOTE) && !book.isNone()) || (word.equals(SETTINGS) && !settings.isNone());
  }

  /** Does what is asked. */
  public Outcome answer(Member member, String text, Locale locale) {
    String rest = rest(text.strip());
    try {
      if (member.place().isEmpty()) {
        return say(locale, "team.no_place");
      }
      return first(text).equals(NOTE) ? note(member, rest, locale) : setting(member, rest, locale);
    } catch (StoreException e) {
      return say(locale, isReading(text, rest) ? "team.away.reading" : "team.away");
    }
  }

  private static boolean isReading(String text, String rest) {
    return first(text).equals(NOTE) && List.of("", "list", "export").contains(first(rest));
  }

  private Outcome note(Member member, String asked, Locale locale) throws StoreException {
    return switch (first(asked)) {
      case "", "list" -> list(member, from(asked), locale);
      case "export" -> export(member, from(asked), locale);
      case "remove" -> mayWrite(member) ? remove(member, rest(asked), locale) : notYours(locale);
      case "import" -> mayWrite(member) ? take(member, rest(asked), locale) : notYours(locale);
      default -> mayWrite(member) ? add(member, asked, locale) : notYours(locale);
    };
  }

  private boolean mayWrite(Member member) {
    return settings.get(member.place(), TeamSetting.NOTES).equals("everyone")
        || member.isAdmin().getAsBoolean();
  }

  private Outcome notYours(Locale locale) {
    return say(locale, "note.only_admins");
  }

  /** From which number on notes are shown: from the first, unless another is named. */
  private static int from(String asked) {
    String number = rest(asked);
    return isNumber(number) ? Integer.parseInt(number) : 1;
  }

  private Outcome list(Member member, int from, Locale locale) throws StoreException {
    List<Note> notes = new ArrayList<>(notes(member, from));
    notes.addAll(book.ofFile());
    if (notes.isEmpty()) {
      return Outcome.of(
          bot.label("note.empty", locale) + "\n" + bot.label("note.usage", locale), "");
    }
    return new Outcome(
        notes.stream().map(note -> line(note, locale)).toList(),
        false,
        bot.label("note.usage", locale),
        shown -> cut(notes, shown, "list", locale),
        "");
  }

  /** As YAML; that of the parts together is that of the whole. */
  private Outcome export(Member member, int from, Locale locale) throws StoreException {
    List<Note> notes = notes(member, from);
    if (notes.isEmpty()) {
      return say(locale, "note.empty");
    }
    return new Outcome(
        notes.stream().map(note -> NoteYaml.write(List.of(note)).stripTrailing()).toList(),
        true,
        "",
        shown -> cut(notes, shown, "export", locale),
        "");
  }

  private List<Note> notes(Member member, int from) throws StoreException {
    return book.list(member.place()).stream().filter(note -> note.number() >= from).toList();
  }

  private String cut(List<Note> notes, int shown, String command, Locale locale) {
    int next = notes.get(shown).number();
    // Those of the file have no numbers, and can be read there.
    return next == 0
        ? bot.label("note.shown", locale, shown, notes.size())
        : bot.label("note.shown_next", locale, shown, notes.size(), command + " " + next);
  }

  private String line(Note note, Locale locale) {
    String subject = note.subject().text();
    String text = NoteBook.line(note, locale, this::label);
    return note.number() == 0
        ? bot.label("note.listed_file", locale, subject, text)
        : bot.label("note.listed", locale, String.valueOf(note.number()), subject, text);
  }

  private Outcome add(Member member, String asked, Locale locale) throws StoreException {
    NoteSubject.Read read = NoteSubject.read(asked, Catalog.builtIn());
    NoteSubject subject = read.subject();
    if (subject == null) {
      return say(locale, "note.usage");
    }
    if (Note.isTooLong(read.rest())) {
      return say(locale, "note.too_long", Note.MAX_TEXT);
    }
    Note note = new Note(0, subject, read.rest(), member.name(), clock.instant());
    // Of what is not seen, nothing is left.
    return note.text().isEmpty() ? say(locale, "note.usage") : added(member, List.of(note), locale);
  }

  private Outcome take(Member member, String yaml, Locale locale) throws StoreException {
    try {
      List<Note> notes = NoteYaml.read(yaml, Catalog.builtIn());
      return notes.isEmpty() ? say(locale, "note.usage") : added(member, notes, locale);
    } catch (NoteException e) {
      return say(locale, "note.not_imported", String.valueOf(e.getMessage()));
    }
  }

  private Outcome added(Member member, List<Note> notes, Locale locale) throws StoreException {
    if (!book.isWritable()) {
      return say(locale, "note.read_only");
    }
    String numbers =
        book.add(member.place(), notes).stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    if (numbers.isEmpty()) {
      return notes.size() == 1
          ? say(locale, "note.full", NoteBook.MAX_NOTES)
          : say(locale, "note.no_room", NoteBook.MAX_NOTES);
    }
    return Outcome.of(bot.label("note.added", locale, numbers), "note " + numbers + " added");
  }

  private Outcome remove(Member member, String number, Locale locale) throws StoreException {
    return isNumber(number) && book.remove(member.place(), Integer.parseInt(number))
        ? Outcome.of(bot.label("note.removed", locale, number), "note " + number + " removed")
        : say(locale, "note.unknown");
  }

  private static boolean isNumber(String text) {
    return text.length() <= 6
        && !text.isEmpty()
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private Outcome setting(Member member, String asked, Locale locale) {
    TeamSetting setting = TeamSetting.ofLabel(first(asked)).orElse(null);
    String value = rest(asked).toLowerCase(Locale.ROOT);
    if (setting == null || !setting.choices().contains(value)) {
      return new Outcome(
          Stream.of(TeamSetting.values()).map(each -> line(member.place(), each, locale)).toList(),
          false,
          bot.label("settings.usage", locale),
          shown -> "",
          "");
    }
    return choose(member, setting, value, locale);
  }

  /**
   * Chooses a value.
   *
   * @param value one of the setting's
   */
  public Outcome choose(Member member, TeamSetting setting, String value, Locale locale) {
    if (member.place().isEmpty()) {
      return say(locale, "team.no_place");
    }
    if (!member.isAdmin().getAsBoolean()) {
      return say(locale, "settings.only_admins");
    }
    try {
      settings.choose(member.place(), setting, value);
    } catch (StoreException e) {
      return say(locale, "team.away");
    }
    return Outcome.of(
        line(member.place(), setting, locale), "setting " + setting.label() + " = " + value);
  }

  private String line(String place, TeamSetting setting, Locale locale) {
    return bot.label(
        "settings.line",
        locale,
        setting.label(),
        settings.get(place, setting),
        String.join(" | ", setting.choices()));
  }

  private Outcome say(Locale locale, String key, Object... values) {
    return Outcome.of(bot.label(key, locale, values), "");
  }

  private String label(String key, Locale locale, Object... values) {
    return bot.label(key, locale, values);
  }

  private static String first(String text) {
    return beforeSpace(text.strip()).toLowerCase(Locale.ROOT);
  }

  private static String beforeSpace(String text) {
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }

  private static String rest(String text) {
    return text.substring(beforeSpace(text).length()).strip();
  }
}
