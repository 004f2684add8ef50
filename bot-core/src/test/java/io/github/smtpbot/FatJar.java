package io.github.smtpbot;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A program as it is given away: one jar with all its libraries. Whatever a library says of its
 * licence has to be in it. Libraries are found on the class path of the test; those of tests alone
 * are in no program and not asked for.
 */
public final class FatJar implements AutoCloseable {

  private static final String INDEX = "META-INF/licences/libraries.txt";
  private static final String NOTICE = "META-INF/NOTICE";

  /** Where texts of several libraries stand one after another. */
  private static final List<String> COLLECTED = List.of("META-INF/LICENSE", "META-INF/LICENSE.txt");

  private final JarFile jar;
  private final Set<String> names = new LinkedHashSet<>();

  /** The path of the text by the path of the library's group, such as {@code /com/slack/api/}. */
  private final Map<String, String> index = new HashMap<>();

  /**
   * Opens a program.
   *
   * @throws IOException if it is not there
   */
  public FatJar(Path path) throws IOException {
    this.jar = new JarFile(path.toFile());
    jar.stream().map(JarEntry::getName).forEach(names::add);
    for (String line : text(jar, INDEX).lines().toList()) {
      if (!line.startsWith("#")) {
        String[] columns = line.split(" +", -1);
        index.put("/" + columns[0].replace('.', '/') + "/", columns[2]);
      }
    }
  }

  /** The libraries in it. */
  public List<Path> libraries() throws IOException {
    List<Path> libraries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.endsWith(".jar") && holdsClassesOf(Path.of(entry))) {
        libraries.add(Path.of(entry));
      }
    }
    return libraries;
  }

  private boolean holdsClassesOf(Path path) throws IOException {
    try (JarFile library = new JarFile(path.toFile())) {
      return library.stream()
          .map(JarEntry::getName)
          .filter(name -> name.endsWith(".class") && !name.contains("-info."))
          .filter(name -> !name.startsWith("META-INF/"))
          .anyMatch(names::contains);
    }
  }

  /** What is missing in it of what its libraries say of their licences; empty if all is well. */
  public List<String> missing() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Path path : libraries()) {
      try (JarFile library = new JarFile(path.toFile())) {
        List<String> licences = named(library, "licen");
        for (String name : licences) {
          if (!holds(name, text(library, name))) {
            missing.add(path.getFileName() + ": " + name);
          }
        }
        if (licences.isEmpty() && !isListed(path)) {
          missing.add(path.getFileName() + ": a licence in licences/libraries.txt");
        }
        for (String name : named(library, "notice")) {
          if (!noticed(text(library, name))) {
            missing.add(path.getFileName() + ": " + name);
          }
        }
      }
    }
    return missing;
  }

  private static List<String> named(JarFile library, String word) {
    try (Stream<JarEntry> entries = library.stream()) {
      return entries
          .filter(entry -> !entry.isDirectory() && !entry.getName().endsWith(".class"))
          .map(JarEntry::getName)
          .filter(name -> lastName(name).contains(word))
          .toList();
    }
  }

  private static String lastName(String name) {
    return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  private boolean holds(String name, String text) throws IOException {
    String sought = words(text);
    if (names.contains(name) && words(text(jar, name)).contains(sought)) {
      return true;
    }
    for (String collected : COLLECTED) {
      if (names.contains(collected) && words(text(jar, collected)).contains(sought)) {
        return true;
      }
    }
    return false;
  }

  /** Notices are merged, so that a line which several have stands there once. */
  private boolean noticed(String text) throws IOException {
    String all = words(text(jar, NOTICE));
    return text.lines().map(FatJar::words).allMatch(all::contains);
  }

  private boolean isListed(Path path) {
    String place = path.toString().replace(File.separatorChar, '/');
    return index.entrySet().stream()
        .anyMatch(entry -> place.contains(entry.getKey()) && names.contains(entry.getValue()));
  }

  private static String words(String text) {
    return String.join(" ", text.strip().split("\\s+", -1));
  }

  private static String text(JarFile jar, String name) throws IOException {
    try (InputStream in = jar.getInputStream(jar.getJarEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }
}
