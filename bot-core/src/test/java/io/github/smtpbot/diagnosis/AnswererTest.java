package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Provider;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who answered: each sign of each provider's file is enough, and the stronger of two decides. */
class AnswererTest {

  private static final List<Provider> PROVIDERS = Catalog.builtIn().providers();

  /** Who is recognised in the first finding; null if nobody. */
  private static @Nullable Provider answerer(String text) {
    Diagnosis diagnosis = Reading.DIAGNOSER.read(text);
    return diagnosis.findings().isEmpty() ? null : diagnosis.findings().get(0).provider();
  }

  private static String id(String text) {
    Provider provider = answerer(text);
    return provider == null ? "" : provider.id();
  }

  private static boolean isOrOfItsHouse(Provider provider, @Nullable Provider found) {
    return found != null
        && (found.id().equals(provider.id())
            || (provider.house() != null && found.isOf(provider.house())));
  }

  @Test
  void everyHostOfAProviderNamesIt() {
    List<String> missed = new ArrayList<>();
    for (Provider provider : PROVIDERS) {
      for (String host : provider.hosts()) {
        String text = "host mx1." + host + "[192.0.2.1] said: 550 refused";
        if (!isOrOfItsHouse(provider, answerer(text))) {
          missed.add(provider.id() + ": " + text + " -> " + id(text));
        }
      }
    }
    assertEquals(List.of(), missed);
  }

  /** An address is known by its home alone, and only where its mailbox is spoken of. */
  @Test
  void theDomainOfTheRecipientNamesItsProviderOnlyAtItsHome() {
    for (Provider provider : PROVIDERS) {
      if (provider.kind() != Provider.Kind.MAILBOX) {
        continue;
      }
      for (String host : provider.hosts()) {
        String mailbox = "550 5.1.1 <joe@" + host + ">: no such person";
        assertTrue(isOrOfItsHouse(provider, answerer(mailbox)), mailbox);
        String inside =
            "to=<joe@"
                + host
                + ">, relay=127.0.0.1[127.0.0.1]:10024, dsn=5.7.0, status=bounced"
                + " (host 127.0.0.1[127.0.0.1] said: 550 5.7.0 no)";
        assertEquals("", id(inside), inside);
      }
    }
  }

  /**
   * An address among the words names its provider where the status code is of a mailbox (RFC 3463
   * §3.2 and §3.3: X.1.1 to X.1.6, X.2), and the one who says so is not the sender's own filter.
   */
  @ParameterizedTest
  @CsvSource({
    "mx.example.net, 5.2.1, yahoo",
    "mx.example.net, 5.1.6, yahoo",
    "mx.example.net, 5.1.7, ''",
    "mx.example.net, 5.7.1, ''",
    "127.0.0.1, 5.2.1, ''"
  })
  void anAddressAmongTheWordsNamesItsHomeWhereItsMailboxIsSpokenOf(
      String host, String status, String provider) {
    String text =
        "to=<x@example.org>, relay=%1$s[192.0.2.1]:25, dsn=%2$s, status=bounced (host %1$s[192.0.2.1] said: 550 %2$s joe@yahoo.com go away)"
            .formatted(host, status);
    assertEquals(provider, id(text), text);
  }

  @Test
  void everyMarkOfAProviderNamesIt() {
    List<String> missed = new ArrayList<>();
    for (Provider provider : PROVIDERS) {
      for (String mark : provider.marks()) {
        String text = "550 refused " + mark.replaceFirst("^\\*", "").replace("*", "xy12");
        if (!isOrOfItsHouse(provider, answerer(text))) {
          missed.add(provider.id() + ": " + text + " -> " + id(text));
        }
      }
    }
    assertEquals(List.of(), missed);
  }

  @Test
  void everyPhraseOfAProviderNamesItOrAnotherThatIsNamedByMore() {
    int missed = 0;
    int all = 0;
    for (Provider provider : PROVIDERS) {
      for (String phrase : provider.phrases()) {
        all++;
        String text = "550 " + phrase.replace("*", "so");
        missed += isOrOfItsHouse(provider, answerer(text)) ? 0 : 1;
      }
    }
    assertTrue(missed * 10 < all, missed + " of " + all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // The host that replied decides, whatever is quoted, addressed or linked to.
        "host mx.yahoodns.net[192.0.2.1] said: 550 see https://support.google.com/mail | yahoo",
        "host mx.yahoodns.net[192.0.2.1] said: 550 5.1.1 <a@gmail.com> no such user | yahoo",
        "host mx.example.com[192.0.2.1] said: 550 5.1.1 <a@example.com> no | ''",
        // A link names who wrote it, and its own words are of no other protocol.
        "550 blocked, see https://www.spamhaus.org/query/ip/192.0.2.1 | blocklists",
        "554 refused, see http://postmaster.t-online.de/file/query | tonline",
        "550 5.7.26 refused, see https://support.google.com/mail/answer/1 | google",
        "550 DKIM authentication didn't pass | google",
        "550 Not listed in Domino Directory | domino",
        // Words and tokens of a provider without any host.
        "554 delivery error: dd This user doesn't have a yahoo.com account | yahoo",
        "421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred | yahoo",
        // The server that wrote the notice answered, where no other did.
        "'Reporting-MTA: dns; mx.google.com\nFinal-Recipient: rfc822; a@example.com\n"
            + "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 no' | google",
        "'Reporting-MTA: dns; mx.google.com\nRemote-MTA: dns; mx.yahoodns.net\n"
            + "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 no' | yahoo",
        // Who refuses to relay is not the home of the address.
        "550 5.7.1 <a@gmail.com>: relaying denied | ''",
        // A host among the words, whole; of several the first brand.
        "550 go away, ask yahoo.com | yahoo",
        "550 go away, ask mail.yahoo.com. | yahoo",
        "550 go away, ask notyahoo.com | ''",
        "550 go away, ask a.b | ''",
        "550 go away (mx.yahoodns.net) | yahoo",
        "550 go away x@mx.yahoodns.net | ''",
        "550 go away a.yahoo.com-b | ''",
        "550 go away yahoo.co | ''",
        "550 5.7.1 go away yahoo.com support.google.com | google",
        "550 5.7.1 mx.yahoo.com google.com | yahoo",
        "550 5.7.1 spamhaus.org, yahoo.com | yahoo",
        "220 mx.example.net ESMTP Exim 4.96\\nMAIL FROM:<a@b.example>\\n550 5.7.1 no | exim",
        "220 mx.example.net ESMTP Postfix\\nMAIL FROM:<a@b.example>\\n550 5.7.1 no | postfix",
        "550 5.7.1 go away, see support.google.com and mx.yahoodns.net | google",
        // The greeting of a session.
        "220 mx.google.com ESMTP x - gsmtp\\nEHLO a.example\\n250 ok\\n"
            + "MAIL FROM:<a@b.example>\\n550 5.7.1 go away | google",
        // A code that one provider alone publishes, unless another host replied.
        "550 5.7.708 go away | exchangeonline",
        "550 5.7.45 go away | ''",
        "550 5.7.650 go away | ''",
        "host mx.yahoodns.net[192.0.2.1] said: 550 5.7.708 go away | yahoo",
        "host mx.example.com[192.0.2.1] said: 550 5.7.708 go away | ''",
        "host x.olc.protection.outlook.com[192.0.2.1] said: 550 5.7.708 go away | exchangeonline",
        // The brand of a house that something shows; else the one that stands for the house.
        "host x.olc.protection.outlook.com[192.0.2.1] said: 550 go away | outlook",
        "421 4.7.0 go away prod.outlook.com | exchangeonline",
        "421 4.7.0 traffic not accepted from this IP outlook.com | outlook",
        "550 reject due to policy restrictions, see postmaster.web.de | webde",
        "550 reject due to policy restrictions | gmx",
        // Common words are nobody's.
        "550 5.1.1 User unknown | ''",
        "550 mailbox unavailable | ''"
      })
  void theStrongerSignDecides(String text, String provider) {
    assertEquals(provider, id(text.replace("\\n", "\n")), text);
  }

  /** What a server's log says in words of its own is said by nobody else, whomever it names. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "to=<a@gmail.com>, relay=none, dsn=5.4.6, status=bounced (mail for gmail.com loops back to"
            + " myself)",
        "to=<a@gmail.com>, relay=mx.google.com[192.0.2.1]:25, dsn=5.6.7, status=bounced (SMTPUTF8 is"
            + " required, but was not offered by host mx.google.com[192.0.2.1])",
        "to=<a@gmail.com>, relay=mx.google.com[192.0.2.1]:25, status=deferred (would mean connecting"
            + " to myself)",
        "warning: TLS policy lookup error for gmail.com/mx.google.com: client TLS configuration"
            + " problem"
      })
  void aLogsOwnWordsAreItsPrograms(String words) {
    assertEquals("postfix", id("Nov 26 03:11:01 mx1 postfix/smtp[99]: A1: " + words), words);
  }
}
