package io.github.smtpbot.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds markers in files, text or not; in capitals as well, and as JSON and URLs escape them. */
final class Leaks {

  /** Of a line of a database, say. */
  private static final int SHOWN = 200;

  /**
   * What is sealed is random letters without a space, in which any five are found at times; nothing
   * that is pasted stands in so long a word.
   */
  private static final Pattern SEALED = Pattern.compile("[A-Za-z0-9_-]{120,}+");

  private Leaks() {}

  /**
   * Searches all files below a directory.
   *
   * @return for each line with a marker in it the file, its number, the marker and the line
   */
  static List<String> in(Path directory, List<String> markers) throws IOException {
    List<Path> files;
    try (Stream<Path> below = Files.walk(directory)) {
      files = below.filter(Files::isRegularFile).sorted().toList();
    }
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      // What is no text becomes U+FFFD, and what stands beside it is found all the same.
      String[] lines = new String(Files.readAllBytes(file), UTF_8).split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        String line = SEALED.matcher(lines[i]).replaceAll("…").toLowerCase(Locale.ROOT);
        for (String marker : markers) {
          if (forms(marker).anyMatch(line::contains)) {
            found.add(
                directory.relativize(file) + ":" + (i + 1) + ": " + marker + ": " + shown(line));
          }
        }
      }
    }
    return found;
  }

  private static String shown(String line) {
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }

  private static Stream<String> forms(String marker) {
    String plain = marker.toLowerCase(Locale.ROOT);
    return Stream.of(plain, inJson(plain), inUrl(plain)).distinct();
  }

  private static String inJson(String text) {
    return text.chars()
        .mapToObj(c -> c < 128 ? String.valueOf((char) c) : String.format("\\u%04x", c))
        .collect(Collectors.joining());
  }

  private static String inUrl(String text) {
    return java.net.URLEncoder.encode(text, UTF_8).toLowerCase(Locale.ROOT);
  }
}
