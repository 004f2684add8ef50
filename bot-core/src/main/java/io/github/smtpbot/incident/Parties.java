package io.github.smtpbot.incident;

import io.github.smtpbot.answer.Composer;
import io.github.smtpbot.catalog.Words;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Names whom failures are about. Comes in: a group or a change, as it was counted. Goes out: a
 * provider, a few domains or "mail elsewhere", in the words of one language.
 */
final class Parties {

  /** So many providers are named at most. */
  private static final int MOST_NAMES = 3;

  private final Composer composer;
  private final Words words;

  Parties(Composer composer, Words words) {
    this.composer = composer;
    this.words = words;
  }

  /** Whose mail it is, within a sentence. */
  String whose(LogGroup group) {
    if (group.rejected()) {
      return words.ui("log.ours");
    }
    String name = group.provider().equals(LogGroup.HERE) ? "" : composer.nameOf(group.provider());
    return !name.isEmpty()
        ? name
        : words.ui(group.provider().equals(LogGroup.HERE) ? "log.local" : "log.elsewhere");
  }

  /** The same where mail is counted: what a provider took may be counted with others'. */
  String mail(LogGroup group) {
    return group.loose() ? words.ui("log.loose", whose(group)) : whose(group);
  }

  /** The same in a title, or the domains where nobody knows the provider. */
  String speaker(LogGroup group) {
    return isOfTenant(group)
        ? words.ui("log.tenant", domains(group), whose(group))
        : !group.rejected() && group.provider().isEmpty() ? domains(group) : whose(group);
  }

  /** Whether it is about one of the domains whose mail a provider takes, and hardly any other. */
  private boolean isOfTenant(LogGroup group) {
    return !group.rejected()
        && !group.provider().isEmpty()
        && group.isOfOneDomain()
        && group.messages().value() >= Scan.FEWEST_FAILURES
        && !composer.isDomainOf(group.mainDomains().get(0).domain(), group.provider());
  }

  /** Whether its domains say whom it is about, since its provider does not. */
  boolean isToldByDomain(LogGroup group) {
    return group.provider().isEmpty() || isOfTenant(group);
  }

  private static String domains(LogGroup group) {
    return group.mainDomains().stream()
        .filter(part -> part.failed() > 1 || group.attempts() == 1)
        .map(LogGroup.DomainPart::domain)
        .collect(Collectors.joining(", "));
  }

  /** Whether the provider of a group says all of its domains. */
  boolean isSaidByProvider(LogGroup group) {
    return group.provider().equals(LogGroup.HERE)
        || group.mainDomains().stream()
            .allMatch(part -> composer.isDomainOf(part.domain(), group.provider()));
  }

  /** Whose words the reply is, where a host of somebody else passed it on. */
  String wording(LogGroup group) {
    String by = group.found().provider();
    boolean foreign =
        !group.rejected()
            && !group.provider().equals(LogGroup.HERE)
            && !by.equals(group.provider())
            && composer.isParty(by);
    String name = foreign ? composer.nameOf(by) : "";
    return name.isEmpty() || name.equals(speaker(group)) ? "" : words.ui("log.words_of", name);
  }

  /** Whom a change is about. */
  String about(Change change) {
    if (change.group().rejected()) {
      return words.ui("log.refusals");
    }
    return change.isOfSeveral()
        ? where(change)
        : isOfDomains(change) ? speaker(change.group()) : mail(change.group());
  }

  /** Where a change is that is not of one group. */
  String where(Change change) {
    if (change.everywhere()) {
      return words.ui("log.everywhere");
    }
    List<String> names =
        change.groups().stream()
            .sorted(Comparator.comparing(group -> group.provider().isEmpty()))
            .map(this::whose)
            .distinct()
            .limit(MOST_NAMES + 1L)
            .toList();
    String some = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
    return words.ui(
        "log.providers",
        change.providers().size(),
        names.size() > MOST_NAMES ? some + ", …" : some);
  }

  /** Whether it is told by the domains that it is about. */
  boolean isOfDomains(Change change) {
    LogGroup group = change.group();
    return !change.isOfSeveral()
        && !group.rejected()
        && isToldByDomain(group)
        && !group.mainDomains().isEmpty()
        && group.mainDomains().stream().allMatch(part -> part.failed() > 1);
  }
}
