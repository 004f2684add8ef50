package io.github.smtpbot.log.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the names that somebody gives stand for: a file, {@code -} for standard input, a folder of
 * logs or messages, a Maildir. The files of a rotated set follow each other in time.
 */
public final class LogSources {

  private LogSources() {}

  /**
   * The sources in the order in which they are to be read.
   *
   * @param input read for the name {@code -}
   * @throws IOException if a folder cannot be listed
   */
  public static List<LogSource> of(List<String> names, InputStream input) throws IOException {
    List<LogSource> sources = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (String name : names) {
      if (name.equals("-")) {
        sources.add(LogSource.of(name, input));
      } else {
        files.addAll(files(Path.of(name)));
      }
    }
    RotatedFiles.inTime(files).forEach(file -> sources.add(LogSource.of(file)));
    return sources;
  }

  private static List<Path> files(Path named) throws IOException {
    if (!Files.isDirectory(named)) {
      return List.of(named);
    }
    Path read = named.resolve("cur");
    Path unread = named.resolve("new");
    if (Files.isDirectory(read) || Files.isDirectory(unread)) {
      List<Path> messages = new ArrayList<>(list(read));
      messages.addAll(list(unread));
      return messages;
    }
    List<Path> files = list(named);
    List<Path> mail = files.stream().filter(LogSources::isMailLog).toList();
    return mail.isEmpty() ? files : mail;
  }

  /** Beside these, syslog's other files repeat the same lines: they would count twice. */
  private static boolean isMailLog(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("mail.log") || name.startsWith("maillog");
  }

  private static List<Path> list(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          if (Files.isRegularFile(entry)
              && Files.size(entry) > 0
              && !entry.getFileName().toString().startsWith(".")) {
            files.add(entry);
          }
        }
      }
    }
    files.sort(null);
    return files;
  }
}
