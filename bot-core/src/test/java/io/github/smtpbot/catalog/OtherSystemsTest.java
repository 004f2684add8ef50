package io.github.smtpbot.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What other systems call a failure, by the classes that they document. */
class OtherSystemsTest {

  private static final OtherSystems SYSTEMS = Catalog.builtIn().otherSystems();

  /** Every class of each system, as its documentation lists them. */
  private static final Map<String, Set<String>> DOCUMENTED =
      Map.of(
          "amazonses",
          words(
              "Undetermined/Undetermined Permanent/General Permanent/NoEmail Permanent/Suppressed"
                  + " Permanent/OnAccountSuppressionList Transient/General Transient/MailboxFull"
                  + " Transient/MessageTooLarge Transient/ContentRejected"
                  + " Transient/AttachmentRejected"),
          "sendgrid",
          Set.of(
              "Invalid Address",
              "Technical Failure",
              "Content",
              "Reputation",
              "Frequency or Volume Too High",
              "Mailbox Unavailable",
              "Unclassified"),
          "mailgun",
          words("permanent temporary permanent/BLACKLISTED temporary/BLACKLISTED"),
          "sparkpost",
          words("1 10 20 21 22 23 24 25 30 40 50 51 52 53 54 60 70 80 90 100"),
          "postmark",
          words(
              "HardBounce Transient Unsubscribe Subscribe AutoResponder AddressChange DnsError"
                  + " SpamNotification OpenRelayTest Unknown SoftBounce VirusNotification"
                  + " ChallengeVerification BadEmailAddress SpamComplaint ManuallyDeactivated"
                  + " Unconfirmed Blocked SMTPApiError InboundError DMARCPolicy"),
          "kumomta",
          words(
              "InvalidRecipient DNSFailure SpamBlock SpamContent ProhibitedAttachment RelayDenied"
                  + " AutoReply TransientFailure BadConfiguration BadConnection BadDomain"
                  + " ContentRelated InactiveMailbox InvalidSender MessageExpired NoAnswerFromHost"
                  + " PolicyRelated ProtocolErrors QuotaIssues RelayingIssues RoutingErrors"
                  + " SpamRelated VirusRelated AuthenticationFailed TooManyRecipients"
                  + " Uncategorized"),
          "sisimai",
          words(
              "userunknown hasmoved mailboxfull suspend hostunknown networkerror speeding"
                  + " toomanyconn badreputation spamdetected virusdetected authfailure requireptr"
                  + " norelaying securityerror failedstarttls mesgtoobig syntaxerror rejected"
                  + " policyviolation systemerror systemfull expired delivered undefined"));

  private static Set<String> words(String list) {
    return new HashSet<>(List.of(list.split(" ", -1)));
  }

  @Test
  void theSystemsAreThoseOfTheDocumentation() {
    assertEquals(DOCUMENTED.keySet(), SYSTEMS.systems().keySet());
    SYSTEMS.systems().values().forEach(system -> assertFalse(system.sources().isEmpty()));
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void everyCauseHasAnEntryOrAnExplicitNoneForEverySystem(Cause cause) {
    assertEquals(DOCUMENTED.keySet(), SYSTEMS.causes().getOrDefault(cause, Map.of()).keySet());
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void everyClassIsOneThatTheSystemDocuments(Cause cause) {
    for (Severity severity : Severity.values()) {
      SYSTEMS
          .classes(cause, severity)
          .forEach(
              (system, name) ->
                  assertTrue(DOCUMENTED.getOrDefault(system, Set.of()).contains(name), name));
    }
  }

  @Test
  void aTemporaryFailureIsNoHardBounce() {
    assertEquals(
        "Permanent/NoEmail",
        SYSTEMS.classes(Cause.USER_UNKNOWN, Severity.PERMANENT).get("amazonses"));
    assertEquals(
        "Transient/General",
        SYSTEMS.classes(Cause.USER_UNKNOWN, Severity.TRANSIENT).get("amazonses"));
    assertFalse(
        SYSTEMS.classes(Cause.USER_UNKNOWN, Severity.UNKNOWN).containsKey("amazonses"),
        "the text does not tell which");
  }
}
