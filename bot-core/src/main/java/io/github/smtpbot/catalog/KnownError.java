package io.github.smtpbot.catalog;

import io.github.smtpbot.catalog.data.MalformedCatalogException;
import io.github.smtpbot.catalog.data.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error of the network, a library or a mail program that people meet in place of an SMTP reply,
 * or around one.
 *
 * @param id its name in the catalog
 * @param forms how it is written, in lower case
 * @param said how a text that was pasted says it besides, in words that people type of other things
 *     too, in lower case
 * @param vague whether it names what a library calls many failures: whatever else a text names
 *     beside it tells more
 * @param cause what went wrong
 * @param acts whose turn it is, the most likely first; empty where it is as after the cause
 * @param provider the id of the provider that alone writes it, or null
 * @param codes the codes of the SMTP reply that carries it; empty where there is no reply
 * @param related codes that a mail system reports for the same failure
 * @param sources where this is written
 */
public record KnownError(
    String id,
    List<String> forms,
    List<String> said,
    boolean vague,
    Cause cause,
    List<Party> acts,
    @Nullable String provider,
    List<Code> codes,
    List<Code> related,
    List<Source> sources) {

  private static final List<String> KEYS =
      List.of("forms", "said", "vague", "cause", "acts", "provider", "codes", "related", "sources");

  static List<KnownError> read(Node.Mapping file) {
    List<KnownError> errors = new ArrayList<>();
    for (Map.Entry<String, Node> entry : file.entries().entrySet()) {
      Node.Mapping fields = entry.getValue().asMapping().allowing(KEYS);
      Node provider = fields.find("provider");
      Node said = fields.find("said");
      Node acts = fields.find("acts");
      List<String> forms = fields.get("forms").asTexts();
      if (forms.isEmpty()) {
        throw new MalformedCatalogException(fields.place(), "at least one form is needed");
      }
      errors.add(
          new KnownError(
              entry.getKey(),
              forms,
              said == null ? List.of() : said.asTexts(),
              Facts.isTrue(fields.find("vague")),
              Codes.readLabel(Cause.class, fields.get("cause")),
              acts == null ? List.of() : Facts.parties(acts),
              provider == null ? null : provider.asText(),
              codes(fields.find("codes")),
              codes(fields.find("related")),
              Sources.read(fields.get("sources"))));
    }
    return Collections.unmodifiableList(errors);
  }

  private static List<Code> codes(@Nullable Node node) {
    return node == null ? List.of() : node.asList().stream().map(Codes::read).toList();
  }
}
