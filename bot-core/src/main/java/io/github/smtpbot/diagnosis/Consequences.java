package io.github.smtpbot.diagnosis;

import io.github.smtpbot.catalog.AddressAction;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.CauseFacts;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.EnhancedCodeFacts;
import io.github.smtpbot.catalog.Fault;
import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.diagnosis.Finding.Origin;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a finding for the sender.
 *
 * @param advice the cause whose advice fits: the finding's, but that of a rejected sender where the
 *     sender's own address is at fault, and that of a failed login where a login could not be
 *     checked
 * @param severity that of which the advice is: the finding's, but that of a temporary failure where
 *     a login could not be checked, whatever the code
 * @param address what becomes of the recipient's address on a list
 * @param fault on whose side the reason lies; null if nobody can tell
 * @param otherSystems what other systems call it, by their labels; without those that have no class
 */
public record Consequences(
    Cause advice,
    Severity severity,
    AddressAction address,
    @Nullable Fault fault,
    Map<String, String> otherSystems) {

  /** What follows from a finding, by what the catalog knows of its cause. */
  public static Consequences of(Finding finding, Catalog catalog) {
    Cause advice = advice(finding, catalog);
    CauseFacts facts = catalog.cause(advice);
    Severity severity =
        advice == Cause.AUTH_FAILED && finding.cause() != advice
            ? Severity.TRANSIENT
            : severity(finding);
    boolean met = !isOwnServerUnmet(finding);
    Fault ofRule = finding.rule() == null ? null : finding.rule().fault();
    Fault fault = ofRule == null ? facts.fault(severity) : ofRule;
    return new Consequences(
        advice,
        severity,
        met ? address(finding, facts, severity, catalog) : AddressAction.KEEP,
        met || fault != Fault.RECIPIENT ? fault : Fault.SENDER,
        catalog.otherSystems().classes(advice, severity));
  }

  /**
   * What the code says, unless the words say that a mailbox is switched off for a time, or a rule
   * lays the failure to the network, which tells nothing of the address.
   */
  private static AddressAction address(
      Finding finding, CauseFacts facts, Severity severity, Catalog catalog) {
    AddressAction ofCause = catalog.addressAction(facts.cause(), severity, null);
    // A code that says less than the words do takes nothing back.
    AddressAction usual =
        ofCause == AddressAction.REMOVE && isToldByWords(finding)
            ? ofCause
            : catalog.addressAction(facts.cause(), severity, finding.enhanced());
    boolean suspended =
        usual == AddressAction.REMOVE
            && finding.cause() == Cause.MAILBOX_DISABLED
            && says(ReadingCue.SUSPENSION_WORDS, finding, catalog);
    boolean unknown =
        usual == AddressAction.REMOVE
            && finding.rule() != null
            && finding.rule().fault() == Fault.NETWORK;
    return suspended || unknown ? AddressAction.PAUSE : usual;
  }

  private static boolean isToldByWords(Finding finding) {
    for (Evidence evidence : finding.evidence()) {
      if (evidence.kind().compareTo(Evidence.Kind.PHRASE) <= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a program did not even reach the server that it hands its mail to, so that nothing is
   * known of any recipient.
   */
  public static boolean isOwnServerUnmet(Finding finding) {
    return finding.circumstances().origin() == Origin.PROGRAM && finding.codes().isEmpty();
  }

  private static Cause advice(Finding finding, Catalog catalog) {
    if (isOfSender(finding, catalog)) {
      return Cause.SENDER_REJECTED;
    }
    return isOfLogin(finding, catalog) ? Cause.AUTH_FAILED : finding.cause();
  }

  /** Whether it is a login that the server cannot check for now, whatever code it says so with. */
  private static boolean isOfLogin(Finding finding, Catalog catalog) {
    boolean ofServer =
        finding.cause() == Cause.SERVER_LOCAL_ERROR
            || finding.cause() == Cause.SERVER_SHUTTING_DOWN_OR_UNAVAILABLE;
    return ofServer
        && (finding.command() == Command.AUTH || says(ReadingCue.LOGIN_WORDS, finding, catalog));
  }

  private static boolean says(ReadingCue cue, Finding finding, Catalog catalog) {
    return catalog.readingCues().isIn(cue, finding.text().toLowerCase(Locale.ROOT));
  }

  /** Whether what seems to be wrong with the recipient's address is so with the sender's. */
  private static boolean isOfSender(Finding finding, Catalog catalog) {
    Cause cause = finding.cause();
    if (cause != Cause.DOMAIN_NOT_FOUND && cause != Cause.USER_UNKNOWN) {
      return false;
    }
    EnhancedCodeFacts code = finding.enhanced() == null ? null : catalog.find(finding.enhanced());
    return finding.command() == Command.MAIL
        || (code != null && code.cause() == Cause.SENDER_REJECTED)
        || says(ReadingCue.SENDER_ADDRESS_WORDS, finding, catalog);
  }

  /** Permanent or transient; unknown if the text does not tell. */
  public static Severity severity(Finding finding) {
    Boolean permanent = finding.permanent();
    if (permanent == null) {
      return Severity.UNKNOWN;
    }
    return permanent ? Severity.PERMANENT : Severity.TRANSIENT;
  }
}
