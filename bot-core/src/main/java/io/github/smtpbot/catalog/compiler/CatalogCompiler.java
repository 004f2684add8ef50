package io.github.smtpbot.catalog.compiler;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.CatalogFiles;
import io.github.smtpbot.catalog.data.MalformedCatalogException;
import io.github.smtpbot.catalog.data.Node;
import io.github.smtpbot.catalog.data.NodeFormat;
import io.github.smtpbot.catalog.search.SearchIndex;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compiles the catalog's YAML files, after it has checked that a catalog can be made of them, and
 * indexes it for searching.
 */
public final class CatalogCompiler {

  private CatalogCompiler() {}

  /**
   * Compiles a folder into another.
   *
   * @param args the folder with the YAML files, and the root folder of the classes
   */
  public static void main(String[] args) throws IOException {
    compile(Path.of(args[0]), Path.of(args[1]));
  }

  /**
   * Compiles every YAML file below a folder.
   *
   * @throws MalformedCatalogException if one is wrong; the message names file and line
   */
  static void compile(Path sources, Path classes) throws IOException {
    Map<String, Node> files = PageNames.written(read(sources));
    Catalog catalog = Catalog.of(new CatalogFiles(files));
    catalog.checkWhole();
    Path target = classes.resolve(CatalogFiles.FOLDER.substring(1));
    for (Map.Entry<String, Node> file : files.entrySet()) {
      Path compiled = target.resolve(file.getKey() + CatalogFiles.SUFFIX);
      Files.createDirectories(compiled.getParent());
      try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(compiled))) {
        NodeFormat.write(file.getValue(), out);
      }
    }
    Files.write(target.resolve(CatalogFiles.INDEX), files.keySet());
    for (Locale language : catalog.languages()) {
      Path index = target.resolve(SearchIndex.resource(language));
      Files.createDirectories(index.getParent());
      try (OutputStream out = Files.newOutputStream(index)) {
        SearchIndex.write(catalog, language, out);
      }
    }
  }

  /** Every YAML file below a folder by its path without the ending, such as {@code words/en}. */
  public static Map<String, Node> read(Path sources) throws IOException {
    Map<String, Node> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(sources)) {
      paths
          .filter(path -> path.toString().endsWith(".yaml"))
          .forEach(
              path -> {
                String file = sources.relativize(path).toString().replace('\\', '/');
                files.put(
                    file.substring(0, file.length() - ".yaml".length()),
                    YamlNodes.parse(file, readText(path)));
              });
    }
    return files;
  }

  private static String readText(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
