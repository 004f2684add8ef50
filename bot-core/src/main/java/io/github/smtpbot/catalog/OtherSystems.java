package io.github.smtpbot.catalog;

import io.github.smtpbot.catalog.data.MalformedCatalogException;
import io.github.smtpbot.catalog.data.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What other mail systems call a failure: sending services, mail servers, bounce parsers.
 *
 * @param systems the systems, by the label they have in JSON
 * @param causes for each cause, by system, what it calls a failure for good and one that passes
 */
public record OtherSystems(
    Map<String, OtherSystem> systems, Map<Cause, Map<String, Classes>> causes) {

  private static final String NONE = "none";

  /**
   * A mail system that sorts failures into classes.
   *
   * @param name what it is called, and the field that holds the class
   * @param sources where its classes are documented
   */
  public record OtherSystem(String name, List<Source> sources) {}

  /** A class of a failure for good and one of a failure that passes; {@code none} for no class. */
  record Classes(String permanent, String ofTransient) {

    String in(Severity severity) {
      return switch (severity) {
        case PERMANENT -> permanent;
        case TRANSIENT -> ofTransient;
        default -> permanent.equals(ofTransient) ? permanent : NONE;
      };
    }
  }

  /**
   * What each system calls it, by the system's label; without those that have no class for it.
   *
   * @param severity whether it is for good or passes; {@link Severity#UNKNOWN} gives the classes
   *     alone that hold for both
   */
  public Map<String, String> classes(Cause cause, Severity severity) {
    Map<String, String> found = new LinkedHashMap<>();
    causes
        .getOrDefault(cause, Map.of())
        .forEach(
            (system, classes) -> {
              if (!classes.in(severity).equals(NONE)) {
                found.put(system, classes.in(severity));
              }
            });
    return Collections.unmodifiableMap(found);
  }

  static OtherSystems read(Node.Mapping file) {
    file.allowing(List.of("systems", "causes"));
    Map<String, OtherSystem> systems = new LinkedHashMap<>();
    file.get("systems")
        .asMapping()
        .entries()
        .forEach((label, node) -> systems.put(label, system(node)));
    return new OtherSystems(
        Collections.unmodifiableMap(systems),
        Facts.byLabel(
            Cause.class,
            file.get("causes").asMapping(),
            (cause, node) -> classes(node.asMapping(), systems)));
  }

  private static OtherSystem system(Node node) {
    Node.Mapping fields = node.asMapping().allowing(List.of("name", "sources"));
    return new OtherSystem(fields.get("name").asText(), Sources.read(fields.get("sources")));
  }

  /** Every system has a say, and be it none. */
  private static Map<String, Classes> classes(Node.Mapping node, Map<String, OtherSystem> systems) {
    node.allowing(List.copyOf(systems.keySet()));
    Map<String, Classes> all = new LinkedHashMap<>();
    systems.keySet().forEach(system -> all.put(system, classes(node.get(system))));
    return Collections.unmodifiableMap(all);
  }

  private static Classes classes(Node node) {
    if (node instanceof Node.Scalar one) {
      return new Classes(one.value(), one.value());
    }
    List<String> both = node.asTexts();
    if (both.size() != 2) {
      throw new MalformedCatalogException(
          node.place(), "one class, or [of a permanent failure, of a transient one]");
    }
    return new Classes(both.get(0), both.get(1));
  }
}
