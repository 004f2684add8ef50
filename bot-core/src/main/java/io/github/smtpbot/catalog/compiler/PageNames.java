package io.github.smtpbot.catalog.compiler;

import io.github.smtpbot.catalog.data.MalformedCatalogException;
import io.github.smtpbot.catalog.data.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes the name of a cited page beside its address, as {@code Gmail: sender guidelines
 * <https://…>}, so that a reader is told what it is about and not twice whose host it is on. The
 * names stand in one file.
 */
final class PageNames {

  /** The file with the names, by address. */
  static final String FILE = "facts/pages";

  private static final Set<String> SOURCES = Set.of("source", "sources", "page", "at");

  private final Map<String, Node> names;
  private final Set<String> used = new TreeSet<>();

  private PageNames(Map<String, Node> names) {
    this.names = names;
  }

  /**
   * The files with names beside the addresses, without the file of names.
   *
   * @throws MalformedCatalogException if a page has no name, or a name no page
   */
  static Map<String, Node> written(Map<String, Node> files) {
    Node pages = files.get(FILE);
    if (pages == null) {
      return files;
    }
    PageNames names = new PageNames(pages.asMapping().entries());
    Map<String, Node> written = new TreeMap<>();
    files.forEach(
        (file, node) -> {
          if (!file.equals(FILE)) {
            written.put(file, names.in(node, false));
          }
        });
    names.checkUsed();
    return written;
  }

  private Node in(Node node, boolean source) {
    if (node instanceof Node.Mapping mapping) {
      Map<String, Node> entries = new LinkedHashMap<>();
      mapping.entries().forEach((key, value) -> entries.put(key, in(value, SOURCES.contains(key))));
      return new Node.Mapping(mapping.place(), entries);
    }
    if (node instanceof Node.Sequence sequence) {
      List<Node> items = sequence.items().stream().map(item -> in(item, source)).toList();
      return new Node.Sequence(sequence.place(), items);
    }
    String address = ((Node.Scalar) node).value();
    return source && address.startsWith("https://")
        ? new Node.Scalar(node.place(), name(node, address) + " <" + address + ">")
        : node;
  }

  private String name(Node node, String address) {
    Node name = names.get(address);
    if (name == null) {
      throw new MalformedCatalogException(
          node.place(), "the page " + address + " has no name; add it to " + FILE + ".yaml");
    }
    used.add(address);
    return name.asText();
  }

  private void checkUsed() {
    names.forEach(
        (address, name) -> {
          if (!used.contains(address)) {
            throw new MalformedCatalogException(
                name.place(), "no source is " + address + " any more; delete its name");
          }
        });
  }
}
