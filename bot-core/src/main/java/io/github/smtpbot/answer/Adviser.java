package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.CauseWords;
import io.github.smtpbot.catalog.ErrorWords;
import io.github.smtpbot.catalog.KnownError;
import io.github.smtpbot.catalog.Outcome;
import io.github.smtpbot.catalog.Party;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.Role;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.diagnosis.Consequences;
import io.github.smtpbot.diagnosis.Evidence;
import io.github.smtpbot.diagnosis.Finding;
import io.github.smtpbot.diagnosis.Finding.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what is to be done about a finding: by its cause and codes, by whether it passes, and by
 * whether there is a queue that tries again. Immutable; safe for use by many threads.
 */
final class Adviser {

  /** What grants a message, after the end of its data. */
  private static final int OK = 250;

  private final Catalog catalog;
  private final Words words;
  private final Diagnosed diagnosed;
  private final String tag;

  Adviser(Catalog catalog, Words words, Diagnosed diagnosed) {
    this.catalog = catalog;
    this.words = words;
    this.diagnosed = diagnosed;
    this.tag = words.language().toLanguageTag();
  }

  /**
   * What is said of a program that does not reach its server, or does not trust it: by the error
   * that its words name, or by the cause; null if it may have reached it.
   */
  @Nullable ErrorWords ofProgram(Finding finding) {
    if (!Consequences.isOwnServerUnmet(finding)) {
      return null;
    }
    String key =
        switch (finding.cause()) {
          case DOMAIN_NOT_FOUND -> "program.host";
          case HOST_UNREACHABLE_OR_TIMEOUT -> "program.connect";
          case TLS_REQUIRED_OR_FAILED -> "program.tls";
          default -> null;
        };
    if (key == null) {
      return null;
    }
    // The words that led to the cause are the same for whoever is shown the answer.
    for (Evidence evidence : finding.evidence()) {
      KnownError error = catalog.errorForms().named(evidence.matched());
      if (error != null && error.cause() == finding.cause()) {
        return words.error(error);
      }
    }
    return new ErrorWords(
        words.ui(key + ".name"), words.ui(key + ".meaning"), words.ui(key + ".step"));
  }

  Advice of(Finding finding) {
    Advice usual = usual(finding);
    if (finding.circumstances().origin() != Origin.PROGRAM || finding.cause() == Cause.SUCCESS) {
      return usual;
    }
    ErrorWords program = ofProgram(finding);
    if (program != null && program.step() != null) {
      return with(usual, program.meaning(), program.step(), List.of(Party.SENDER));
    }
    if (usual.acts().get(0) != Party.NOBODY) {
      return usual;
    }
    // There is no queue that does it by itself.
    List<Party> instead = new ArrayList<>(usual.acts());
    instead.remove(Party.SENDER);
    instead.set(0, Party.SENDER);
    return with(usual, usual.words().meaning(), words.ui("program.retry.step"), instead);
  }

  /**
   * A code that tells the cause by itself says more of what to do than the cause does; a provider
   * may mean something else by it.
   */
  private Advice usual(Finding finding) {
    Consequences consequences = Consequences.of(finding, catalog);
    Severity severity = consequences.severity();
    CauseWords said = words.cause(consequences.advice(), severity);
    Profile codes = diagnosed.codes(finding);
    Outcome outcome = diagnosed.outcome(finding, codes);
    String next = next(finding, outcome);
    Provider.Rule rule = finding.rule();
    if (rule != null && rule.isSpecial()) {
      return ofRule(rule, consequences, said, outcome, next);
    }
    if (rule == null
        && codes != null
        && codes.words() != null
        && codes.severity() == severity
        && codes.tellsCause(consequences.advice())) {
      return new Advice(
          consequences, said, codes.words().fix(), codes.acts(), outcome, next, false);
    }
    if (finding.cause() == Cause.SUCCESS
        && codes != null
        && codes.words() != null
        && (codes.words().fix().containsKey(Role.EVERYONE) || isOfCommand(finding))) {
      // Of a command, not of a message.
      CauseWords ofCommand =
          new CauseWords(
              said.name(), codes.words().meaning(), codes.words().fix(), said.escalate());
      return new Advice(
          consequences, ofCommand, ofCommand.fix(), codes.acts(), outcome, next, false);
    }
    // A domain is looked after by an administrator, an address by its user.
    boolean domain =
        consequences.advice() != finding.cause()
            && finding.cause() == Cause.DOMAIN_NOT_FOUND
            && severity == Severity.PERMANENT;
    List<Party> acts =
        domain
            ? List.of(Party.SENDER_ADMIN, Party.SENDER)
            : catalog.cause(consequences.advice()).acts(severity);
    return new Advice(consequences, said, said.fix(), acts, outcome, next, false);
  }

  /** Whether a reply grants what no message asks: all but 250 do. */
  static boolean isOfCommand(Finding finding) {
    ReplyCode code = finding.replyCode();
    return finding.cause() == Cause.SUCCESS && code != null && code.value() != OK;
  }

  /** What a provider's reply asks for that is no usual case of its cause. */
  private Advice ofRule(
      Provider.Rule rule,
      Consequences consequences,
      CauseWords said,
      Outcome outcome,
      String next) {
    List<Party> usual = catalog.cause(consequences.advice()).acts(consequences.severity());
    CauseWords ofRule = RuleWords.of(rule, said, usual, tag);
    return new Advice(
        consequences,
        ofRule,
        ofRule.fix(),
        rule.acts().isEmpty() ? usual : rule.acts(),
        outcome,
        next,
        false);
  }

  private static Advice with(Advice usual, String meaning, String step, List<Party> acts) {
    CauseWords said = usual.words();
    Map<Role, String> fix = new EnumMap<>(Role.class);
    fix.putAll(said.fix());
    fix.put(Role.SENDER, step);
    Map<Role, String> all = Collections.unmodifiableMap(fix);
    return new Advice(
        usual.consequences(),
        new CauseWords(said.name(), meaning, all, said.escalate()),
        all,
        List.copyOf(acts),
        usual.outcome(),
        usual.next(),
        true);
  }

  private String next(Finding finding, Outcome outcome) {
    if (finding.circumstances().origin() == Origin.PROGRAM && finding.cause() != Cause.SUCCESS) {
      Boolean permanent = finding.permanent();
      String how = permanent == null ? "" : permanent ? ".report" : ".retry";
      return wait(words.ui("next.program" + how), finding);
    }
    if (finding.permanent() == null && outcome == Outcome.VARIES) {
      return words.ui("verdict.untold");
    }
    String name = words.outcome(outcome).name();
    return outcome == Outcome.RETRIES ? wait(name, finding) : name;
  }

  private String wait(String next, Finding finding) {
    Duration time = finding.circumstances().retryAfter();
    return time == null || Boolean.TRUE.equals(finding.permanent())
        ? next
        : words.ui("next.wait", next, WaitTime.of(time).in(words));
  }
}
