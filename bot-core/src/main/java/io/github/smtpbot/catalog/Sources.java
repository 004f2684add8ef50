package io.github.smtpbot.catalog;

import io.github.smtpbot.catalog.data.MalformedCatalogException;
import io.github.smtpbot.catalog.data.Node;
import java.net.URI;
import java.util.List;

/**
 * Turns the short notation of sources into links: {@code rfc5321#4.2.2}, {@code iana#enhanced},
 * {@code https://…}, the same after a name, {@code Gmail: sender guidelines <https://…>}, and
 * {@code {at: https://…, checked: no}} for a page that nobody could open.
 */
final class Sources {

  private Sources() {}

  static List<Source> read(Node node) {
    return node.asList().stream().map(Sources::readOne).toList();
  }

  static Source readOne(Node node) {
    return node instanceof Node.Mapping fields ? unchecked(fields) : readOne(node, node.asText());
  }

  private static Source unchecked(Node.Mapping fields) {
    fields.allowing(List.of("at", "checked"));
    Node checked = fields.get("checked");
    if (!checked.asText().equals("no")) {
      throw new MalformedCatalogException(
          checked.place(), "write checked: no, or the source alone if somebody has read it");
    }
    Source source = readOne(fields.get("at"), fields.get("at").asText());
    return new Source(source.label(), source.url(), false);
  }

  private static Source readOne(Node node, String written) {
    if (written.startsWith("rfc")) {
      return rfc(node, written);
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

  private static Source rfc(Node node, String written) {
    int hash = written.indexOf('#');
    String number = written.substring(3, hash < 0 ? written.length() : hash);
    String section = hash < 0 ? "" : written.substring(hash + 1);
    if (!isNumber(number) || (hash >= 0 && !isSection(section))) {
      throw new MalformedCatalogException(
          node.place(), "not a source: " + written + "; write rfc5321 or rfc5321#4.2.2");
    }
    String url = "https://www.rfc-editor.org/rfc/rfc" + number;
    if (hash < 0) {
      return new Source("RFC " + number, url);
    }
    boolean appendix = Character.isLetter(section.charAt(0));
    return new Source(
        "RFC " + number + (appendix ? " Appendix " : " §") + section,
        url + (appendix ? "#appendix-" : "#section-") + section);
  }

  private static boolean isNumber(String text) {
    return text.length() >= 3 && text.length() <= 4 && isOf(text, 0, false);
  }

  /**
   * Numbers parted by dots, of which the first may be the letter of an appendix: {@code 4.2.2},
   * {@code B.1}.
   */
  private static boolean isSection(String text) {
    if (text.isEmpty() || text.endsWith(".") || text.contains("..")) {
      return false;
    }
    char first = text.charAt(0);
    boolean appendix = first >= 'A' && first <= 'Z';
    return isOf(text, appendix ? 1 : 0, true) && first != '.';
  }

  /** Whether there are only digits from here on, or dots too. */
  private static boolean isOf(String text, int start, boolean dots) {
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && !(dots && c == '.')) {
        return false;
      }
    }
    return true;
  }

  /** A page by its address, with its name before it if that is known. */
  private static Source page(Node node, String written) {
    int open = written.indexOf(" <");
    boolean named = open > 0 && written.endsWith(">");
    String address = named ? written.substring(open + 2, written.length() - 1) : written;
    URI uri;
    try {
      uri = URI.create(address);
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
    return new Source(named ? written.substring(0, open) : uri.getHost(), address);
  }
}
