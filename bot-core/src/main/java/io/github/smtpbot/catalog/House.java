package io.github.smtpbot.catalog;

import java.util.List;

/**
 * A house of several brands whose servers are the same, so that what a server says may show the
 * house but not the brand: GMX, WEB.DE and IONOS, or Outlook.com and Exchange Online.
 *
 * @param id its label, and its file's name
 * @param name what it is called
 * @param first the id of the brand that stands for it where one has to be named: the likeliest
 * @param hosts hosts that any of its brands may answer from, like those of a {@link Provider}
 * @param phrases words that any of its brands prints, and nobody else
 * @param marks tokens that any of its brands prints, and nobody else
 */
public record House(
    String id,
    String name,
    String first,
    List<String> hosts,
    List<String> phrases,
    List<String> marks) {

  /**
   * Whether a host, phrase or mark of the catalog shows no more than the house. It is among those
   * of the brand that is {@link #first} all the same, so that there is a brand to name.
   */
  public boolean isShownBy(String evidence) {
    return hosts.contains(evidence) || phrases.contains(evidence) || marks.contains(evidence);
  }
}
