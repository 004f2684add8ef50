package io.github.smtpbot.note;

import io.github.smtpbot.catalog.Catalog;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Notes as YAML: a list of {@code for}, {@code text} and, where it is known, {@code author} and
 * {@code written}.
 */
public final class NoteYaml {

  /** In characters. */
  static final int MAX_YAML = 1024 * 1024;

  private NoteYaml() {}

  /** A line for each note. */
  public static String write(List<Note> notes) {
    List<Map<String, String>> all = new ArrayList<>();
    for (Note note : notes) {
      Map<String, String> one = new LinkedHashMap<>();
      one.put("for", note.subject().text());
      one.put("text", note.text());
      one.put("author", note.author());
      one.put("written", note.written().atZone(ZoneOffset.UTC).toLocalDate().toString());
      all.add(one);
    }
    DumpSettings settings =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(10_000).build();
    return new Dump(settings).dumpToString(all);
  }

  /**
   * Reads notes.
   *
   * @throws NoteException naming the first that is wrong
   */
  public static List<Note> read(String yaml, Catalog catalog) throws NoteException {
    if (yaml.length() > MAX_YAML) {
      throw new NoteException("it is too long");
    }
    Object read;
    try {
      LoadSettings settings =
          LoadSettings.builder().setMaxAliasesForCollections(0).setCodePointLimit(MAX_YAML).build();
      read = new Load(settings).loadFromString(yaml);
    } catch (YamlEngineException e) {
      throw new NoteException("it is no YAML");
    }
    if (!(read instanceof List<?> list)) {
      throw new NoteException("it is no list of notes");
    }
    List<Note> notes = new ArrayList<>();
    for (Object each : list) {
      notes.add(note(each, notes.size() + 1, catalog));
    }
    return notes;
  }

  private static Note note(Object read, int number, Catalog catalog) throws NoteException {
    if (!(read instanceof Map<?, ?> map)) {
      throw new NoteException("note " + number + " has no \"for\" and \"text\"");
    }
    NoteSubject.Read subject = NoteSubject.read(word(map, "for"), catalog);
    if (subject.subject() == null || !subject.rest().isEmpty()) {
      throw new NoteException("note " + number + " is for no code, provider or cause");
    }
    Note note =
        new Note(0, subject.subject(), word(map, "text"), word(map, "author"), date(map, number));
    if (note.text().isEmpty()) {
      throw new NoteException("note " + number + " has no text");
    }
    int length = Note.line(word(map, "text")).length();
    if (length > Note.MAX_TEXT) {
      throw new NoteException(
          "note %d (%s) has %d characters, and may have %d"
              .formatted(number, note.subject().text(), length, Note.MAX_TEXT));
    }
    return note;
  }

  private static Instant date(Map<?, ?> map, int number) throws NoteException {
    String written = word(map, "written");
    try {
      return written.isEmpty()
          ? Instant.EPOCH
          : LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw new NoteException("note " + number + " was written on no day such as 2026-11-27");
    }
  }

  private static String word(Map<?, ?> map, String key) {
    Object value = map.get(key);
    return value == null ? "" : String.valueOf(value);
  }
}
