package io.github.smtpbot.catalog;

import io.github.smtpbot.catalog.data.MalformedCatalogException;
import io.github.smtpbot.catalog.data.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a provider's file. */
final class Providers {

  private static final List<String> KEYS =
      List.of("id", "name", "aliases", "kind", "page", "recognise", "replies");
  private static final List<String> RULE_KEYS =
      List.of("mark", "code", "enhanced", "phrase", "cause", "retry", "meaning", "fix", "source");

  private Providers() {}

  /** Reads a file, whose name is the provider's id. */
  static Provider read(String name, Node.Mapping file) {
    file.allowing(KEYS);
    if (!file.get("id").asText().equals(name)) {
      throw new MalformedCatalogException(
          file.get("id").place(), "the id has to be the file's name: " + name);
    }
    Node.Mapping recognise =
        file.get("recognise").asMapping().allowing(List.of("hosts", "phrases", "marks"));
    Source page = Sources.readOne(file.get("page"));
    Node replies = file.find("replies");
    return new Provider(
        name,
        file.get("name").asText(),
        texts(file.find("aliases")),
        Codes.readLabel(Provider.Kind.class, file.get("kind")),
        page,
        texts(recognise.find("hosts")),
        Facts.phraseList(recognise.find("phrases")),
        marks(recognise.find("marks")),
        replies == null
            ? List.of()
            : replies.asList().stream().map(node -> rule(node.asMapping(), page)).toList());
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
    Node source = fields.find("source");
    return new Provider.Rule(
        mark == null ? null : mark(mark),
        code == null ? null : Codes.readReplyCodePattern(code),
        enhanced == null ? null : Codes.readEnhancedPattern(enhanced),
        Facts.phraseList(fields.find("phrase")),
        Codes.readLabel(Cause.class, fields.get("cause")),
        retry == null ? null : retry.asBoolean(),
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
