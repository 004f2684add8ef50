package io.github.smtpbot.catalog;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of one page as one key, whoever wrote them: with or without {@code www}, by {@code
 * http} or {@code https}, with a slash at the end; and a section of an RFC at each of the places
 * that publish RFCs.
 */
final class PageAddress {

  private static final int LONGEST = 2_000;

  private static final Set<String> RFC_HOSTS =
      Set.of("rfc-editor.org", "datatracker.ietf.org", "tools.ietf.org");

  private static final Set<String> RFC_FOLDERS = Set.of("/rfc/", "/info/", "/doc/html/", "/html/");
  private static final List<String> SECTIONS = List.of("section-", "appendix-");

  private PageAddress() {}

  /**
   * The keys under which a page may be known, the most exact first; none if it is no address of a
   * page, or that of a whole site. What follows a question mark often says only how the page is
   * shown.
   *
   * @param url of any content and length
   */
  static List<String> keys(String url) {
    URI uri = parse(url);
    if (uri == null) {
      return List.of();
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    host = host.startsWith("www.") ? host.substring("www.".length()) : host;
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    if (RFC_HOSTS.contains(host)) {
      String rfc = rfc(path, uri.getRawFragment());
      if (!rfc.isEmpty()) {
        return List.of(rfc);
      }
    }
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    String page = path.isEmpty() ? "" : host + path;
    String query = uri.getRawQuery();
    if (query == null) {
      return page.isEmpty() ? List.of() : List.of(page);
    }
    String exact = host + path + "?" + query;
    return page.isEmpty() ? List.of(exact) : List.of(exact, page);
  }

  private static @Nullable URI parse(String url) {
    if (url.length() > LONGEST) {
      return null;
    }
    try {
      URI uri = new URI(url);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      boolean usual = uri.getPort() == -1 && uri.getUserInfo() == null;
      return web && usual && uri.getHost() != null ? uri : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** {@code rfc5321#section-4.2.2}; empty if it is not the address of an RFC. */
  private static String rfc(String path, @Nullable String fragment) {
    String number =
        RFC_FOLDERS.stream()
            .filter(folder -> path.startsWith(folder + "rfc"))
            .map(folder -> path.substring(folder.length() + "rfc".length()))
            .findFirst()
            .orElse("");
    int end = 0;
    while (end < number.length() && number.charAt(end) >= '0' && number.charAt(end) <= '9') {
      end++;
    }
    String rest = number.substring(end);
    if (end == 0 || !Set.of("", "/", ".html", ".txt").contains(rest)) {
      return "";
    }
    String rfc = "rfc" + number.substring(0, end);
    return fragment != null && SECTIONS.stream().anyMatch(fragment::startsWith)
        ? rfc + "#" + fragment
        : rfc;
  }
}
