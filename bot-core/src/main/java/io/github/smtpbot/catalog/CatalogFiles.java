package io.github.smtpbot.catalog;

import io.github.smtpbot.catalog.data.MalformedCatalogException;
import io.github.smtpbot.catalog.data.Node;
import io.github.smtpbot.catalog.data.NodeFormat;
import io.github.smtpbot.catalog.data.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The files a catalog is made of, by their path without the ending: {@code facts/reply-codes}. A
 * compiled file is read when it is first asked for.
 */
public final class CatalogFiles {

  /** The resource folder of the compiled files. */
  public static final String FOLDER = "/io/github/smtpbot/catalog/";

  /** The ending of a compiled file. */
  public static final String SUFFIX = ".bin";

  /** The resource that lists the compiled files. */
  public static final String INDEX = "index.txt";

  private final @Nullable Map<String, Node> parsed;
  private final List<String> names;

  /** Files that are parsed already. */
  public CatalogFiles(Map<String, Node> parsed) {
    this.parsed = Map.copyOf(parsed);
    this.names = parsed.keySet().stream().sorted().toList();
  }

  private CatalogFiles(List<String> names) {
    this.parsed = null;
    this.names = names;
  }

  /** The files that were compiled into this jar. */
  public static CatalogFiles builtIn() {
    try (InputStream in = open(INDEX)) {
      String index = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new CatalogFiles(List.of(index.strip().split("\n", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The names of the files in a folder, sorted, without the folder: {@code en}, {@code th} for
   * {@code words/}.
   */
  List<String> in(String folder) {
    List<String> found = new ArrayList<>();
    for (String name : names) {
      if (name.startsWith(folder)) {
        found.add(name.substring(folder.length()));
      }
    }
    return Collections.unmodifiableList(found);
  }

  /**
   * Reads a file.
   *
   * @throws MalformedCatalogException if there is no such file
   */
  Node.Mapping read(String name) {
    if (!names.contains(name)) {
      throw new MalformedCatalogException(new Place(name + ".yaml", 1), "this file is missing");
    }
    if (parsed != null) {
      return Objects.requireNonNull(parsed.get(name)).asMapping();
    }
    try (InputStream in = open(name + SUFFIX)) {
      return NodeFormat.read(name + ".yaml", ByteBuffer.wrap(in.readAllBytes())).asMapping();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    InputStream in = CatalogFiles.class.getResourceAsStream(FOLDER + name);
    return Objects.requireNonNull(in, () -> "the catalog is not compiled: " + name + " is missing");
  }
}
