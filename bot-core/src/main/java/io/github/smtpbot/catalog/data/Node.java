package io.github.smtpbot.catalog.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a catalog file that knows where it was written. */
public sealed interface Node {

  /** Where it begins. */
  Place place();

  /** A text; numbers and true and false are texts too. */
  record Scalar(Place place, String value) implements Node {}

  /** A list. */
  record Sequence(Place place, List<Node> items) implements Node {}

  /** A map, in the order it was written. */
  record Mapping(Place place, Map<String, Node> entries) implements Node {

    /** The value of a key that may be missing. */
    public @Nullable Node find(String key) {
      return entries.get(key);
    }

    /** The value of a key that must be there. */
    public Node get(String key) {
      Node found = entries.get(key);
      if (found == null) {
        throw new MalformedCatalogException(place, "\"" + key + "\" is missing");
      }
      return found;
    }

    /** Checks that no key but these is there: a misspelt key would be lost in silence. */
    public Mapping allowing(List<String> keys) {
      for (Map.Entry<String, Node> entry : entries.entrySet()) {
        if (!keys.contains(entry.getKey())) {
          throw new MalformedCatalogException(
              entry.getValue().place(),
              "\"" + entry.getKey() + "\" is not known here; known are " + String.join(", ", keys));
        }
      }
      return this;
    }
  }

  /** This node as a map. */
  default Mapping asMapping() {
    if (this instanceof Mapping mapping) {
      return mapping;
    }
    throw new MalformedCatalogException(place(), "expected \"key: value\" lines here");
  }

  /** This node as text. */
  default String asText() {
    if (this instanceof Scalar scalar && !scalar.value().isBlank()) {
      return scalar.value();
    }
    throw new MalformedCatalogException(place(), "expected a text here");
  }

  /** This node as {@code true} or {@code false}. */
  default boolean asBoolean() {
    return switch (asText()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new MalformedCatalogException(place(), "expected true or false here");
    };
  }

  /** This node as a list; a single value is a list of one. */
  default List<Node> asList() {
    return this instanceof Sequence sequence ? sequence.items() : List.of(this);
  }

  /** This node as a list of texts; a single text is a list of one. */
  default List<String> asTexts() {
    List<Node> nodes = asList();
    List<String> texts = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      texts.add(node.asText());
    }
    return Collections.unmodifiableList(texts);
  }
}
