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
   * What became of it.
   *
   * @param text for whoever asked alone; hostile, to be shown inert
   * @param done what was changed, for the log, without any content; empty if nothing was
   */
  public record Outcome(String text, String done) {}

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
      return say(locale, "team.away");
    }
  }

  private Outcome note(Member member, String asked, Locale locale) throws StoreException {
    return switch (first(asked)) {
      case "", "list" -> list(member, locale);
      case "export" -> new Outcome(NoteYaml.write(book.list(member.place())), "");
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

  private Outcome list(Member member, Locale locale) throws StoreException {
    List<String> lines = new ArrayList<>();
    for (Note note : book.list(member.place())) {
      lines.add(line(String.valueOf(note.number()), note, locale));
    }
    for (Note note : book.ofFile()) {
      lines.add(line(bot.label("note.file", locale), note, locale));
    }
    String all = lines.isEmpty() ? bot.label("note.empty", locale) : String.join("\n", lines);
    return new Outcome(all + "\n" + bot.label("note.usage", locale), "");
  }

  private String line(String number, Note note, Locale locale) {
    return bot.label(
        "note.listed",
        locale,
        number,
        note.subject().text(),
        NoteBook.line(note, locale, this::label));
  }

  private Outcome add(Member member, String asked, Locale locale) throws StoreException {
    NoteSubject.Read read = NoteSubject.read(asked, Catalog.builtIn());
    NoteSubject subject = read.subject();
    if (subject == null || read.rest().isBlank()) {
      return say(locale, "note.usage");
    }
    return added(
        member, List.of(new Note(0, subject, read.rest(), member.name(), clock.instant())), locale);
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
    List<String> numbers = new ArrayList<>();
    for (Note note : notes) {
      int number = book.add(member.place(), note);
      if (number == 0) {
        return new Outcome(
            bot.label("note.full", locale, NoteBook.MAX_NOTES), done("added", numbers));
      }
      numbers.add(String.valueOf(number));
    }
    return new Outcome(
        bot.label("note.added", locale, String.join(", ", numbers)), done("added", numbers));
  }

  private static String done(String what, List<String> numbers) {
    return numbers.isEmpty() ? "" : "note " + String.join(", ", numbers) + " " + what;
  }

  private Outcome remove(Member member, String number, Locale locale) throws StoreException {
    boolean known =
        number.length() <= 6
            && !number.isEmpty()
            && number.chars().allMatch(c -> c >= '0' && c <= '9')
            && book.remove(member.place(), Integer.parseInt(number));
    return known
        ? new Outcome(bot.label("note.removed", locale, number), done("removed", List.of(number)))
        : say(locale, "note.unknown");
  }

  private Outcome setting(Member member, String asked, Locale locale) {
    TeamSetting setting = TeamSetting.ofLabel(first(asked)).orElse(null);
    String value = rest(asked).toLowerCase(Locale.ROOT);
    if (setting == null || !setting.choices().contains(value)) {
      return new Outcome(
          Stream.of(TeamSetting.values())
              .map(each -> line(member.place(), each, locale))
              .collect(Collectors.joining("\n", "", "\n" + bot.label("settings.usage", locale))),
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
    if (!member.isAdmin().getAsBoolean()) {
      return say(locale, "settings.only_admins");
    }
    try {
      settings.choose(member.place(), setting, value);
    } catch (StoreException e) {
      return say(locale, "team.away");
    }
    return new Outcome(
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
    return new Outcome(bot.label(key, locale, values), "");
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
