package io.github.smtpbot.catalog.compiler;

import io.github.smtpbot.catalog.data.MalformedCatalogException;
import io.github.smtpbot.catalog.data.Node;
import io.github.smtpbot.catalog.data.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads YAML into nodes that know their file and line. */
public final class YamlNodes {

  private YamlNodes() {}

  /**
   * Parses one document.
   *
   * @param file the name that errors mention
   * @throws MalformedCatalogException if it is not YAML, holds a key twice, or more than text,
   *     lists and maps
   */
  public static Node parse(String file, String yaml) {
    LoadSettings settings = LoadSettings.builder().setLabel(file).setUseMarks(true).build();
    try {
      return new Compose(settings)
          .composeString(yaml)
          .map(node -> convert(file, node))
          .orElseThrow(
              () -> new MalformedCatalogException(new Place(file, 1), "the file is empty"));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new MalformedCatalogException(new Place(file, line), "not YAML: " + e.getProblem());
    }
  }

  private static Node convert(String file, org.snakeyaml.engine.v2.nodes.Node node) {
    Place place = new Place(file, node.getStartMark().map(Mark::getLine).orElse(0) + 1);
    if (node instanceof ScalarNode scalar) {
      return new Node.Scalar(place, scalar.getValue());
    }
    if (node instanceof SequenceNode sequence) {
      List<Node> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(convert(file, item)));
      return new Node.Sequence(place, Collections.unmodifiableList(items));
    }
    if (node instanceof MappingNode mapping) {
      Map<String, Node> entries = new LinkedHashMap<>();
      for (NodeTuple tuple : mapping.getValue()) {
        Node key = convert(file, tuple.getKeyNode());
        if (entries.put(key.asText(), convert(file, tuple.getValueNode())) != null) {
          throw new MalformedCatalogException(
              key.place(), "\"" + key.asText() + "\" is here twice");
        }
      }
      return new Node.Mapping(place, Collections.unmodifiableMap(entries));
    }
    throw new MalformedCatalogException(place, "only texts, lists and maps are allowed");
  }
}
