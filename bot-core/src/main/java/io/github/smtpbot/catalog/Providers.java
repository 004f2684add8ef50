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
      List.of("id", "name", "kind", "page", "recognise", "replies");
  private static final List<String> RULE_KEYS =
      List.of("mark", "code", "enhanced", "phrase", "cause", "retry", "meaning", "fix", "source");

  private Providers() {}

  static Provider read(Node.Mapping file) {
    file.allowing(KEYS);
    Node.Mapping recognise =
        file.get("recognise").asMapping().allowing(List.of("hosts", "phrases", "marks"));
    Source page = Sources.readOne(file.get("page"));
    Node replies = file.find("replies");
    return new Provider(
        file.get("id").asText(),
        file.get("name").asText(),
        Codes.readLabel(Provider.Kind.class, file.get("kind")),
        page,
        texts(recognise.find("hosts")),
        texts(recognise.find("phrases")),
        texts(recognise.find("marks")),
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
    Node retry = fields.find("retry");
    Node source = fields.find("source");
    return new Provider.Rule(
        text(fields.find("mark")),
        text(fields.find("code")),
        text(fields.find("enhanced")),
        texts(fields.find("phrase")),
        Codes.readLabel(Cause.class, fields.get("cause")),
        retry == null ? null : Boolean.valueOf(retry.asText()),
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

  private static @Nullable String text(@Nullable Node node) {
    return node == null ? null : node.asText();
  }

  private static List<String> texts(@Nullable Node node) {
    return node == null ? List.of() : node.asTexts();
  }
}
