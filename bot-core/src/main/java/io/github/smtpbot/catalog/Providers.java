package io.github.smtpbot.catalog;

import io.github.smtpbot.catalog.data.MalformedCatalogException;
import io.github.smtpbot.catalog.data.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the files of providers and of their houses. */
final class Providers {

  private static final List<String> KEYS =
      List.of("id", "name", "aliases", "house", "kind", "page", "recognise", "replies");
  private static final List<String> HOUSE_KEYS =
      List.of("id", "name", "first", "recognise", "replies");
  private static final List<String> RULE_KEYS =
      List.of(
          "mark",
          "code",
          "enhanced",
          "phrase",
          "cause",
          "retry",
          "outcome",
          "acts",
          "fault",
          "meaning",
          "fix",
          "source");

  private static final House NO_HOUSE = new House("", "", "", List.of(), List.of(), List.of());

  private Providers() {}

  /** Reads a provider by its id, with what its house adds. */
  static Provider read(String id, CatalogFiles files) {
    Node.Mapping file = files.read("providers/" + id);
    Node house = file.find("house");
    return read(id, file, house == null ? null : files.read("houses/" + house.asText()));
  }

  /**
   * Reads a file, whose name is the provider's id.
   *
   * @param houseFile that of its house, or null
   */
  private static Provider read(String name, Node.Mapping file, Node.@Nullable Mapping houseFile) {
    file.allowing(KEYS);
    checkId(name, file);
    Node.Mapping recognise = recognise(file);
    Source page = Sources.readOne(file.get("page"));
    House house = houseFile == null ? null : house(file.get("house").asText(), houseFile);
    House shown = house != null && house.first().equals(name) ? house : NO_HOUSE;
    List<Provider.Rule> rules = new ArrayList<>(rules(file, page));
    if (houseFile != null) {
      rules.addAll(rules(houseFile, page));
    }
    return new Provider(
        name,
        file.get("name").asText(),
        texts(file.find("aliases")),
        house,
        Codes.readLabel(Provider.Kind.class, file.get("kind")),
        page,
        with(texts(recognise.find("hosts")), shown.hosts()),
        with(Facts.phraseList(recognise.find("phrases")), shown.phrases()),
        with(marks(recognise.find("marks")), shown.marks()),
        Collections.unmodifiableList(rules));
  }

  private static House house(String name, Node.Mapping file) {
    file.allowing(HOUSE_KEYS);
    checkId(name, file);
    Node.Mapping recognise = recognise(file);
    return new House(
        name,
        file.get("name").asText(),
        file.get("first").asText(),
        texts(recognise.find("hosts")),
        Facts.phraseList(recognise.find("phrases")),
        marks(recognise.find("marks")));
  }

  private static void checkId(String name, Node.Mapping file) {
    if (!file.get("id").asText().equals(name)) {
      throw new MalformedCatalogException(
          file.get("id").place(), "the id has to be the file's name: " + name);
    }
  }

  private static Node.Mapping recognise(Node.Mapping file) {
    return file.get("recognise").asMapping().allowing(List.of("hosts", "phrases", "marks"));
  }

  private static List<Provider.Rule> rules(Node.Mapping file, Source page) {
    Node replies = file.find("replies");
    return replies == null
        ? List.of()
        : replies.asList().stream().map(node -> rule(node.asMapping(), page)).toList();
  }

  private static List<String> with(List<String> own, List<String> more) {
    return Stream.concat(own.stream(), more.stream()).toList();
  }

  private static Provider.Rule rule(Node.Mapping fields, Source page) {
    fields.allowing(RULE_KEYS);
    if (fields.find("mark") == null
        && fields.find("phrase") == null
        && fields.find("enhanced") == null) {
      throw new MalformedCatalogException(
          fields.place(),
          "a reply needs a mark, a phrase or an enhanced status code to be known by");
    }
    Node mark = fields.find("mark");
    Node code = fields.find("code");
    Node enhanced = fields.find("enhanced");
    Node retry = fields.find("retry");
    Node outcome = fields.find("outcome");
    Node acts = fields.find("acts");
    Node fault = fields.find("fault");
    Node source = fields.find("source");
    return new Provider.Rule(
        mark == null ? null : mark(mark),
        code == null ? null : Codes.readReplyCodePattern(code),
        enhanced == null ? null : Codes.readEnhancedPattern(enhanced),
        Facts.phraseList(fields.find("phrase")),
        Codes.readLabel(Cause.class, fields.get("cause")),
        retry == null ? null : retry.asBoolean(),
        outcome == null ? null : Codes.readLabel(Outcome.class, outcome),
        acts == null ? List.of() : Facts.parties(acts),
        fault == null ? null : Codes.readLabel(Fault.class, fault),
        byLanguage(fields.get("meaning")),
        byLanguage(fields.find("fix")),
        source == null ? page : Sources.readOne(source));
  }

  private static Map<String, String> byLanguage(@Nullable Node node) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (node != null) {
      node.asMapping().entries().forEach((language, text) -> texts.put(language, text.asText()));
    }
    return Map.copyOf(texts);
  }

  private static List<String> marks(@Nullable Node node) {
    return node == null ? List.of() : node.asList().stream().map(Providers::mark).toList();
  }

  private static String mark(Node node) {
    String mark = node.asText();
    boolean says = mark.codePoints().anyMatch(Character::isLetterOrDigit);
    if (!says || mark.codePoints().anyMatch(Character::isWhitespace)) {
      throw new MalformedCatalogException(
          node.place(), "a mark is one token, without spaces: " + mark);
    }
    return mark;
  }

  private static List<String> texts(@Nullable Node node) {
    return node == null ? List.of() : node.asTexts();
  }
}
