package io.github.smtpbot.catalog;

import io.github.smtpbot.catalog.data.MalformedCatalogException;
import io.github.smtpbot.catalog.data.Node;
import java.net.URI;
import java.util.List;

/**
 * Turns the short notation of sources into links: {@code rfc5321#4.2.2}, {@code iana#enhanced},
 * {@code https://…}.
 */
final class Sources {

  private Sources() {}

  static List<Source> read(Node node) {
    return node.asList().stream().map(Sources::readOne).toList();
  }

  static Source readOne(Node node) {
    String written = node.asText();
    if (written.matches("rfc[0-9]{3,4}(#[A-Z0-9]+(\\.[0-9]+)*)?")) {
      return rfc(written);
    }
    return switch (written) {
      case "iana#enhanced" ->
          new Source(
              "IANA SMTP Enhanced Status Codes",
              "https://www.iana.org/assignments/smtp-enhanced-status-codes/");
      case "iana#mail-parameters" ->
          new Source("IANA MAIL Parameters", "https://www.iana.org/assignments/mail-parameters/");
      default -> page(node, written);
    };
  }

  private static Source rfc(String written) {
    int hash = written.indexOf('#');
    String number = written.substring(3, hash < 0 ? written.length() : hash);
    String url = "https://www.rfc-editor.org/rfc/rfc" + number;
    if (hash < 0) {
      return new Source("RFC " + number, url);
    }
    String section = written.substring(hash + 1);
    boolean appendix = Character.isLetter(section.charAt(0));
    return new Source(
        "RFC " + number + (appendix ? " Appendix " : " §") + section,
        url + (appendix ? "#appendix-" : "#section-") + section);
  }

  private static Source page(Node node, String written) {
    URI uri;
    try {
      uri = URI.create(written);
    } catch (IllegalArgumentException e) {
      throw new MalformedCatalogException(node.place(), "not a source: " + written);
    }
    if (!"https".equals(uri.getScheme()) || uri.getHost() == null) {
      throw new MalformedCatalogException(
          node.place(),
          "not a source: "
              + written
              + "; write rfc5321#4.2.2, iana#enhanced or an https:// address");
    }
    return new Source(uri.getHost(), written);
  }
}
