package io.github.smtpbot.catalog;

import io.github.smtpbot.catalog.data.MalformedCatalogException;
import io.github.smtpbot.catalog.data.Node;
import io.github.smtpbot.catalog.data.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks that a catalog's files fit together. Works on the files, so that it can name the line. */
final class WholeCheck {

  private final CatalogFiles files;
  private final Catalog catalog;
  private final Set<String> languages;

  WholeCheck(CatalogFiles files, Catalog catalog) {
    this.files = files;
    this.catalog = catalog;
    this.languages =
        catalog.languages().stream().map(Locale::toLanguageTag).collect(Collectors.toSet());
  }

  void run() {
    catalog.commandReplies();
    catalog.replyCodes();
    catalog.enhancedCodes();
    catalog.cause(Cause.OTHER);
    catalog.otherSystems();
    catalog.confusedPairs().forEach(pair -> catalog.confusion(pair.get(0), pair.get(1)));
    checkRelated("facts/reply-codes");
    checkRelated("facts/enhanced-status-codes");
    files
        .read("facts/confusions")
        .entries()
        .forEach((key, node) -> Facts.pair(key, node).forEach(code -> checkKnown(node, key, code)));
    for (String language : languages) {
      catalog.words(Locale.forLanguageTag(language)).readAll();
      Node.Mapping words = files.read("words/" + language);
      Set<String> ui = files.read("words/en").get("ui").asMapping().entries().keySet();
      checkSame(words.get("ui"), ui, (place, key) -> key);
      checkSame(
          words.get("reply_codes"),
          facts(catalog.replyCodes().stream().map(ReplyCodeFacts::code).toList()),
          Codes::readReplyCode);
      checkSame(
          words.get("enhanced_status_codes"),
          facts(catalog.enhancedCodes().stream().map(EnhancedCodeFacts::code).toList()),
          Codes::readEnhanced);
      words
          .get("enhanced_status_codes")
          .asMapping()
          .entries()
          .forEach((key, node) -> checkTransient(key, node));
      checkSameTransients(words, "enhanced_status_codes");
      checkSameTransients(words, "causes");
      checkSame(
          words.get("errors"), files.read("facts/errors").entries().keySet(), (place, key) -> key);
      checkSameSteps(words);
      checkSame(
          words.get("codes_to_send"),
          files.read("facts/which-code").entries().keySet(),
          (place, key) -> key);
      checkSame(
          words.get("confusions"),
          catalog.confusedPairs(),
          (place, key) -> Facts.pair(key, new Node.Scalar(place, key)));
    }
    checkProviders();
    catalog.phrases();
    catalog.provesNothing();
    CommonWordingCheck.check(files.read("facts/phrases"), catalog.providers());
    catalog.cues();
    catalog.readingCues();
    checkTemplates();
    checkErrors();
    checkCodesToSend();
    checkSentReplies();
  }

  private void checkSentReplies() {
    catalog.providers().forEach(catalog::sentReplies);
    catalog.providers().forEach(catalog::queueTime);
    checkOfProviders("facts/provider-replies");
    checkOfProviders("facts/queues");
  }

  private void checkOfProviders(String facts) {
    for (Map.Entry<String, Node> entry : files.read(facts).entries().entrySet()) {
      if (catalog.provider(entry.getKey()) == null) {
        throw new MalformedCatalogException(
            entry.getValue().place(), "there is no provider " + entry.getKey());
      }
    }
  }

  private void checkProviders() {
    for (Provider provider : catalog.providers()) {
      Node.Mapping file = files.read("providers/" + provider.id());
      checkTranslated(file);
      ReplyRuleCheck.check(file, provider);
    }
    for (String house : files.in("houses/")) {
      Node.Mapping file = files.read("houses/" + house);
      checkTranslated(file);
      if (files.in("providers/").contains(house)) {
        throw new MalformedCatalogException(
            file.get("id").place(), "a provider has this id already: " + house);
      }
      Node first = file.get("first");
      if (catalog.providers().stream()
          .noneMatch(
              brand ->
                  brand.id().equals(first.asText())
                      && brand.house() != null
                      && brand.house().id().equals(house))) {
        throw new MalformedCatalogException(
            first.place(), first.asText() + " is no provider with house: " + house);
      }
    }
  }

  private void checkCodesToSend() {
    files
        .read("facts/which-code")
        .entries()
        .forEach(
            (label, node) -> {
              CodeToSend send = catalog.codeToSend(label);
              if (send != null) {
                checkKnown(node, label, send.code());
                checkKnown(node, label, send.with());
                send.also().forEach(code -> checkKnown(node, label, code));
                send.avoid().forEach(code -> checkKnown(node, label, code));
              }
            });
  }

  private void checkErrors() {
    Set<String> providers = Set.copyOf(files.in("providers/"));
    Node.Mapping file = files.read("facts/errors");
    for (KnownError error : catalog.errors()) {
      Node node = file.get(error.id());
      error.codes().forEach(code -> checkKnown(node, error.id(), code));
      error.related().forEach(code -> checkKnown(node, error.id(), code));
      if (error.provider() != null && !providers.contains(error.provider())) {
        throw new MalformedCatalogException(
            node.place(), error.id() + " names " + error.provider() + ", which there is not");
      }
    }
  }

  /** Where one language says what to do first about an error, each does. */
  private void checkSameSteps(Node.Mapping words) {
    Node.Mapping english = files.read("words/en").get("errors").asMapping();
    words
        .get("errors")
        .asMapping()
        .entries()
        .forEach(
            (key, node) -> {
              boolean told = node.asMapping().find("step") != null;
              if (told != (english.get(key).asMapping().find("step") != null)) {
                throw new MalformedCatalogException(
                    node.place(), "a step that not each language tells: " + key);
              }
            });
  }

  private void checkTemplates() {
    catalog.templates();
    catalog.logs();
    checkProviders("facts/logs", Set.of(), "");
    checkProviders("facts/templates", Set.of(Catalog.ANYONE), "; write anyone for what many say");
  }

  /** Of a file, each entry is named after a provider, or has one of some other names. */
  private void checkProviders(String file, Set<String> others, String instead) {
    Set<String> providers = Set.copyOf(files.in("providers/"));
    files
        .read(file)
        .entries()
        .forEach(
            (name, node) -> {
              if (!providers.contains(name) && !others.contains(name)) {
                throw new MalformedCatalogException(
                    node.place(), name + " is no provider" + instead);
              }
            });
  }

  private static Set<Code> facts(List<? extends Code> codes) {
    return Set.copyOf(codes);
  }

  private void checkRelated(String file) {
    files
        .read(file)
        .entries()
        .forEach(
            (key, node) -> {
              Node related = node.asMapping().find("related");
              if (related != null) {
                related.asList().forEach(other -> checkKnown(other, key, Codes.read(other)));
              }
            });
  }

  /** Words for class 4 make sense only beside words for another. */
  private void checkTransient(String key, Node words) {
    Node differs = words.asMapping().find("transient");
    EnhancedCodeFacts facts = catalog.find(Codes.readEnhanced(words.place(), key));
    boolean may = facts != null && facts.classes().contains(4) && facts.classes().size() > 1;
    if (differs != null && !may) {
      throw new MalformedCatalogException(
          differs.place(), key + " is not seen with class 4 and another");
    }
  }

  /** What has words of its own for class 4 has them in each language. */
  private void checkSameTransients(Node.Mapping words, String section) {
    Node.Mapping english = files.read("words/en").get(section).asMapping();
    words
        .get(section)
        .asMapping()
        .entries()
        .forEach(
            (key, node) -> {
              Node same = english.find(key);
              boolean there = same != null && same.asMapping().find("transient") != null;
              if (there != (node.asMapping().find("transient") != null)) {
                throw new MalformedCatalogException(
                    node.place(), key + " has words for class 4 in one language only");
              }
            });
  }

  private void checkKnown(Node node, String who, Code code) {
    if (!catalog.has(code)) {
      throw new MalformedCatalogException(
          node.place(), who + " names " + code + ", which there is not");
    }
  }

  private static <T> void checkSame(
      Node section, Set<? extends T> facts, BiFunction<Place, String, ? extends T> reader) {
    Set<T> missing = new HashSet<>(facts);
    section
        .asMapping()
        .entries()
        .forEach(
            (key, node) -> {
              T said = reader.apply(node.place(), key);
              if (!facts.contains(said)) {
                throw new MalformedCatalogException(
                    node.place(), "words for what there is not: " + key);
              }
              missing.remove(said);
            });
    if (!missing.isEmpty()) {
      throw new MalformedCatalogException(section.place(), "no words for " + missing);
    }
  }

  private void checkTranslated(Node.Mapping file) {
    Node replies = file.find("replies");
    for (Node reply : replies == null ? List.<Node>of() : replies.asList()) {
      checkLanguages(reply.asMapping().get("meaning"));
      checkLanguages(reply.asMapping().find("fix"));
    }
  }

  private void checkLanguages(@Nullable Node texts) {
    if (texts != null && !texts.asMapping().entries().keySet().equals(languages)) {
      throw new MalformedCatalogException(
          texts.place(), "this has to be said in each of " + languages + ", and in no other");
    }
  }
}
