package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.smtpbot.catalog.AddressAction;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an address, a time or a command in a sentence does and does not tell. */
class OnTheWayTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 5.7.1 message to kim@yahoo.com rejected by our outbound filter",
        "550 mail to kim@gmail.com rejected by local policy",
        "554 delivery to kim@comcast.net refused here",
        "550 5.7.1 kim@outlook.com: too much spam from this account"
      })
  void whoRefusesMailToAnAddressIsNotItsProvider(String reply) {
    assertNull(Reading.one(reply).provider());
  }

  @ParameterizedTest
  @CsvSource({
    "550 no such user kim@yahoo.com, yahoo",
    "552 mailbox of kim@gmail.com is full, google",
    "550 5.1.1 kim@comcast.net, comcast"
  })
  void onlyTheHomeOfAMailboxKnowsOfIt(String reply, String provider) {
    assertEquals(provider, assertNotNullProvider(reply));
  }

  private static String assertNotNullProvider(String reply) {
    var provider = Reading.one(reply).provider();
    assertNotNull(provider, reply);
    return provider.id();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "450 4.4.1 undelivered after 4 hours, will retry",
        "451 4.4.7 delayed: has been deferred, queued for 3 hours",
        "450 4.4.1 message is 5 hours old, retry follows",
        "451 4.4.2 timed out after 30 seconds, try again"
      })
  void aTimeThatHasPassedIsNoneToWait(String reply) {
    assertNull(Reading.one(reply).circumstances().retryAfter());
  }

  @ParameterizedTest
  @CsvSource({
    "'451 4.7.1 Please try again after 4 hours', 4",
    "'450 4.7.1 Greylisted, come back in 1 hour', 1"
  })
  void aTimeToWaitIsTold(String reply, int hours) {
    assertEquals(Duration.ofHours(hours), Reading.one(reply).circumstances().retryAfter());
  }

  @ParameterizedTest
  @CsvSource({
    "503 AUTH command used when not advertised, command_not_supported",
    "502 VRFY disabled, command_not_supported",
    "550 HELO failed SPF check, spf_dkim_dmarc_failure",
    "454 STARTTLS currently unavailable, tls_required_or_failed",
    "550 RCPT rejected by filter, policy_rejection"
  })
  void aCommandMayBeginAReplysWords(String reply, String cause) {
    Finding finding = Reading.one(reply);
    assertEquals(cause, finding.cause().label());
    // Nothing of it is about the recipient.
    assertEquals(
        AddressAction.KEEP, Consequences.of(finding, Catalog.builtIn()).address(), finding::text);
  }

  @Test
  void aCodeOfAProvidersOwnKnowsTheCauseBetterThanWordsUsedWithAny() {
    String words = "TenantInboundAttribution; There is a partner connector configured";
    assertEquals(Cause.POLICY_REJECTION, Reading.one("550 5.7.51 " + words).cause());
    assertEquals(Cause.RELAY_DENIED, Reading.one("550 5.7.64 " + words).cause());
  }
}
