package io.github.smtpbot.note;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.store.Entries;
import io.github.smtpbot.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The notes of teams: those in a file for all, and those in the database for each workspace or
 * server. They stand above every answer that they fit; where they cannot be read, that stands
 * there. Safe for use by many threads.
 */
public final class NoteBook {

  /** How many notes a place may have. */
  public static final int MAX_NOTES = 200;

  /** How many stand above an answer in brief. */
  private static final int MAX_BRIEF = 3;

  /** In bytes: a character takes up to three, and what counts is checked when it is read. */
  private static final long MAX_FILE = 3L * NoteYaml.MAX_YAML;

  private static final String KIND = "note";
  private static final int MAX_PLACES = 10_000;

  /** So soon every copy of a bot shows what was written by another. */
  private static final Duration FRESH = Duration.ofSeconds(10);

  private static final NoteBook NONE = new NoteBook(List.of(), null);

  private final List<Note> seed;
  private final @Nullable Entries entries;
  private final Cache<String, List<Note>> known =
      Caffeine.newBuilder()
          .maximumSize(MAX_PLACES)
          .expireAfterWrite(FRESH)
          .executor(Runnable::run)
          .build();

  private NoteBook(List<Note> seed, @Nullable Entries entries) {
    this.seed = seed;
    this.entries = entries;
  }

  /** No notes at all. */
  public static NoteBook none() {
    return NONE;
  }

  /**
   * The notes of a file and of the database.
   *
   * @param file YAML; null if there is none
   * @param entries null if there is no database
   * @throws NoteException if the file cannot be read
   */
  public static NoteBook of(@Nullable Path file, @Nullable Entries entries) throws NoteException {
    return new NoteBook(file == null ? List.of() : seed(file), entries);
  }

  private static List<Note> seed(Path file) throws NoteException {
    try {
      if (Files.size(file) > MAX_FILE) {
        throw new NoteException("it is too long");
      }
      return NoteYaml.read(Files.readString(file), Catalog.builtIn());
    } catch (IOException e) {
      throw new NoteException("it cannot be read");
    }
  }

  /** Says a text of the user interface, such as {@code SmtpBot.label} does. */
  public interface Speaker {
    String say(String key, Locale locale, Object... values);
  }

  /** Whether there never are any. */
  public boolean isNone() {
    return seed.isEmpty() && entries == null;
  }

  /** Whether notes can be written here. */
  public boolean isWritable() {
    return entries != null;
  }

  /**
   * The same answer below the notes that fit it.
   *
   * @param place the workspace or server; empty where there is none
   */
  public Answer on(String place, Answer answer, Speaker words) {
    if (isNone()) {
      return answer;
    }
    Locale locale = answer.language();
    List<Note> notes = new ArrayList<>();
    boolean away = false;
    try {
      notes.addAll(known(place));
    } catch (StoreException e) {
      away = true;
    }
    notes.addAll(seed);
    List<String> lines = new ArrayList<>();
    notes.stream()
        .filter(note -> note.subject().fits(answer))
        .map(note -> line(note, locale, words))
        .forEach(lines::add);
    if (away) {
      // First, as not all lines stand above an answer in brief.
      lines.add(0, words.say("note.away", locale));
    }
    return lines.isEmpty()
        ? answer
        : answer.withNotes(words.say("note.heading", locale), lines, MAX_BRIEF);
  }

  /** The text, who wrote it, and when. */
  public static String line(Note note, Locale locale, Speaker words) {
    String by = by(note);
    return by.isEmpty() ? note.text() : words.say("counted", locale, note.text(), by);
  }

  private static String by(Note note) {
    String day =
        note.written().equals(Instant.EPOCH)
            ? ""
            : note.written().atZone(ZoneOffset.UTC).toLocalDate().toString();
    return Stream.of(note.author(), day)
        .filter(part -> !part.isEmpty())
        .reduce((author, date) -> author + ", " + date)
        .orElse("");
  }

  /** As they were read a while ago at the most. */
  private List<Note> known(String place) throws StoreException {
    List<Note> before = known.getIfPresent(place);
    return before == null ? list(place) : before;
  }

  /** The notes of a place, by number, as they are now; those of the file are not among them. */
  public List<Note> list(String place) throws StoreException {
    if (entries == null || place.isEmpty()) {
      return List.of();
    }
    List<Note> read = new ArrayList<>();
    for (Map.Entry<String, String> entry : entries.all(KIND, place).entrySet()) {
      Note note = read(Integer.parseInt(entry.getKey()), entry.getValue());
      if (note != null) {
        read.add(note);
      }
    }
    read.sort(Comparator.comparingInt(Note::number));
    known.put(place, List.copyOf(read));
    return List.copyOf(read);
  }

  /** Those of the file. */
  public List<Note> ofFile() {
    return seed;
  }

  /** Null if its provider or cause is not known any more. */
  private static @Nullable Note read(int number, String entry) {
    String[] lines = entry.split("\n", 4);
    NoteSubject subject = NoteSubject.read(lines[0], Catalog.builtIn()).subject();
    return subject == null
        ? null
        : new Note(
            number, subject, lines[3], lines[1], Instant.ofEpochMilli(Long.parseLong(lines[2])));
  }

  /**
   * Writes notes, all of them or none.
   *
   * @return their numbers; empty if there are too many
   */
  public List<Integer> add(String place, List<Note> notes) throws StoreException {
    List<Integer> numbers =
        entries == null
            ? List.of()
            : entries.add(KIND, place, notes.stream().map(Note::toEntry).toList(), MAX_NOTES);
    known.invalidate(place);
    return numbers;
  }

  /** Removes a note; false if there is none of this number. */
  public boolean remove(String place, int number) throws StoreException {
    boolean removed = entries != null && entries.remove(KIND, place, String.valueOf(number));
    known.invalidate(place);
    return removed;
  }
}
