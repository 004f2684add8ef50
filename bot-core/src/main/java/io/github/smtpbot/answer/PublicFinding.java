package io.github.smtpbot.answer;

import io.github.smtpbot.answer.Shareable.Found;
import io.github.smtpbot.answer.Shareable.Sign;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.House;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.diagnosis.Evidence;
import io.github.smtpbot.diagnosis.Finding;
import io.github.smtpbot.diagnosis.Finding.Circumstances;
import io.github.smtpbot.diagnosis.Finding.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes from a finding what others may see, and makes of that a finding again: the same but for the
 * recipient, the host and all words that are not the reply's own.
 */
final class PublicFinding {

  private static final int MAX_SIGNS = 4;

  /** How much of the words that led to a cause is told. */
  static final int MAX_SIGN = 150;

  private PublicFinding() {}

  /**
   * What others may see; null if that is nothing: neither a code nor words that a mail system says
   * were found, so that all there is may be somebody's letter.
   */
  static @Nullable Found of(Finding finding) {
    Found found = found(finding);
    return found.words().isEmpty() ? null : found;
  }

  /** The same, be it without words. */
  static Found found(Finding finding) {
    String words = words(finding);
    Provider.Rule rule = finding.rule();
    return new Found(
        finding.replyCode(),
        finding.enhanced(),
        finding.cause(),
        answerer(finding),
        rule == null ? "" : CatalogKey.of(rule),
        finding.permanent(),
        Diagnosed.isOfMessage(finding),
        Math.min(99, (int) (finding.confidence() * 100)),
        finding.circumstances().origin() == Origin.PROGRAM,
        finding.circumstances().retryAfter(),
        finding.command(),
        finding.contradictions(),
        signs(finding, words),
        words);
  }

  private static String answerer(Finding finding) {
    House house = finding.house();
    Provider provider = finding.provider();
    return house != null ? house.id() : provider == null ? "" : provider.id();
  }

  /** The reply; or, of words around a failure, those alone that the catalog knows. */
  static String words(Finding finding) {
    String said =
        finding.quotesReply()
            ? finding.text()
            : finding.evidence().stream()
                .filter(PublicFinding::isWording)
                .map(Evidence::matched)
                .collect(Collectors.joining(" "));
    return Quotation.of(finding.codes() + " " + said, finding.recipient());
  }

  private static boolean isWording(Evidence evidence) {
    return evidence.kind() == Evidence.Kind.PHRASE
        || evidence.kind() == Evidence.Kind.PROVIDER_TOKEN;
  }

  private static List<Sign> signs(Finding finding, String words) {
    List<Sign> signs = new ArrayList<>();
    for (Evidence evidence : finding.evidence()) {
      String sign = Quotation.of(evidence.matched(), MAX_SIGN);
      int start = words.indexOf(sign);
      if (start >= 0 && signs.size() < MAX_SIGNS) {
        signs.add(new Sign(evidence.kind(), start, sign.length()));
      }
    }
    return List.copyOf(signs);
  }

  /** The finding that is composed; its text is the words as they are to be quoted. */
  static Finding finding(Found found, Catalog catalog) {
    Provider provider = CatalogKey.provider(catalog, found.provider());
    boolean isHouseOnly = provider != null && !provider.id().equals(found.provider());
    List<Evidence> evidence =
        found.signs().stream()
            .map(sign -> new Evidence(sign.kind(), sign.in(found.words())))
            .filter(sign -> !sign.matched().isBlank())
            .toList();
    return new Finding(
        found.replyCode(),
        found.enhanced(),
        found.words(),
        true,
        found.phase(),
        null,
        null,
        found.permanent(),
        found.cause(),
        found.certainty() / 100.0,
        evidence,
        provider,
        CatalogKey.rule(provider, found.rule()),
        found.contradictions(),
        new Circumstances(origin(found), found.retryAfter(), false, isHouseOnly));
  }

  private static Origin origin(Found found) {
    if (found.inProgram()) {
      return Origin.PROGRAM;
    }
    return found.ofMessage() ? Origin.NOTICE : Origin.UNKNOWN;
  }
}
