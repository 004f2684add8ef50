package io.github.smtpbot.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who answers: a mailbox provider, a gateway, a sending service, a mail server product or a
 * blocklist.
 *
 * @param id the public, machine-readable label, such as {@code google}
 * @param name what people call it
 * @param aliases what else people call it, and its products, in lower case
 * @param house the house it is a brand of, or null
 * @param kind what it is
 * @param page where it documents its replies
 * @param hosts the replying host is one of these, or ends in a dot and one of these
 * @param phrases words in a reply that only this provider prints
 * @param marks tokens that only this provider prints; {@code *} stands for any run of characters
 * @param rules what its replies mean, those of its house last; the first that fits wins
 */
public record Provider(
    String id,
    String name,
    List<String> aliases,
    @Nullable House house,
    Kind kind,
    Source page,
    List<String> hosts,
    List<String> phrases,
    List<String> marks,
    List<Rule> rules) {

  /** The first of its names, where people call it by several: {@code Gmail / Google Workspace}. */
  public String shortName() {
    int next = name.indexOf(" / ");
    return next < 0 ? name : name.substring(0, next);
  }

  /** Whether it is a brand of this house. */
  public boolean isOf(House of) {
    return house != null && house.id().equals(of.id());
  }

  /** Whether it takes mail or passes it on: no software, and no blocklist. */
  public boolean isParty() {
    return kind != Kind.SERVER && kind != Kind.BLOCKLIST;
  }

  /** What kind of party answers. */
  public enum Kind {
    MAILBOX,
    GATEWAY,
    SENDER,
    SERVER,
    BLOCKLIST
  }

  /**
   * What one of a provider's replies means. All conditions that are given must hold.
   *
   * @param mark a token of the text, or null; {@code *} stands for any run of characters
   * @param code {@code 421}, {@code 4xx} or null
   * @param enhanced {@code 4.7.0}, {@code x.7.0}, {@code 4.7.500-4.7.699} or null
   * @param phrases any of these, or empty for no condition
   * @param cause what went wrong
   * @param retry whether it will be retried, where the provider says other than the class; else
   *     null
   * @param outcome what the sending server does next, where that is other than after the reply code
   *     in general; else null
   * @param acts whose turn it is, where that is other than after its cause in general; else empty
   * @param fault whose fault it is, where that is other than of its cause in general; else null
   * @param meaning by language, what the provider says it means
   * @param fix by language, the first step the provider names; empty if it names none
   * @param source where the provider says so
   */
  public record Rule(
      @Nullable String mark,
      @Nullable String code,
      @Nullable EnhancedPattern enhanced,
      List<String> phrases,
      Cause cause,
      @Nullable Boolean retry,
      @Nullable Outcome outcome,
      List<Party> acts,
      @Nullable Fault fault,
      Map<String, String> meaning,
      Map<String, String> fix,
      Source source) {

    /** Whether it says more than its cause in general, and not only how the provider puts it. */
    public boolean isSpecial() {
      return !acts.isEmpty() || fault != null;
    }

    /** Whether this is the reply code that the rule names; any is, if it names none. */
    public boolean fits(@Nullable ReplyCode reply) {
      if (code == null || reply == null) {
        return code == null;
      }
      return code.endsWith("xx")
          ? code.charAt(0) == reply.text().charAt(0)
          : code.equals(reply.text());
    }
  }
}
