package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.github.smtpbot.catalog.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A reply of many lines is one reply, and is read to its end (RFC 5321 section 4.2.1). */
class ManyLinesTest {

  @Test
  void indentedLinesGoOnWithAReplyWhateverTheyBeginWith() {
    Finding finding =
        Reading.one(
            """
            550 5.7.1 Your message was refused.
                The sending address 203.0.113.9 is listed at
                zen.spamhaus.org
            """);
    assertEquals(Cause.IP_BLOCKLISTED_OR_BAD_REPUTATION, finding.cause());
  }

  private static final List<String> WORDS =
      List.of(
          "We could not take your message.",
          "Sorry.",
          "Your IP 203.0.113.9 is listed at zen.spamhaus.org.",
          "Client host blocked",
          "The user you are trying to contact does not exist",
          "Relaying denied",
          "",
          "See https://example.com/errors?code=12-a for more.",
          "Your message was rejected because of the recipient's policy and of nothing else at all",
          "DKIM = did not pass",
          "The mailbox is over quota",
          "[203.0.113.9]",
          "- gsmtp");

  /** What may stand before each line of a reply: by the line's number, counted from 0. */
  private static final List<IntFunction<String>> PREFIXES =
      List.of(
          line -> "",
          line -> "> ",
          line -> "> > ",
          line -> "    ",
          line -> "\t",
          line -> "<<< ",
          line -> "S: ",
          line -> "reply: ",
          line -> "< ",
          line -> line == 0 ? "said: " : "      ",
          line -> "2024-05-01 10:00:0" + line % 10 + "." + 100 * line + " S: ",
          line -> "[2022-11-16 11:57:21] DEBUG [lHr1v5x3A] S: ",
          line -> "May  1 10:00:" + (10 + line % 50) + " mx postfix/smtp[120" + line + "]: said: ");

  @Test
  void aReplyOfFourLinesIsReadToItsEnd() {
    Finding finding =
        Reading.one(
            """
            550-5.7.1 Sorry.
            550-5.7.1 We could not take your message.
            550-5.7.1 Your IP 203.0.113.9 is listed at zen.spamhaus.org.
            550 5.7.1 See https://check.example.org/
            """);
    assertEquals("550 5.7.1", finding.codes());
    assertEquals(Cause.IP_BLOCKLISTED_OR_BAD_REPUTATION, finding.cause());
    assertEquals(
        "Sorry. We could not take your message. Your IP 203.0.113.9 is listed at zen.spamhaus.org."
            + " See https://check.example.org/",
        finding.text());
  }

  @Test
  void aLineThatAWindowHasBrokenBelongsToItsReply() {
    Finding finding =
        Reading.one(
            """
            550-5.7.26 This mail has been blocked because the sender is
            unauthenticated.
            550-5.7.26 Gmail requires all senders to authenticate with either SPF
            or DKIM.
            550 5.7.26 See the guide.
            """);
    assertEquals(
        "This mail has been blocked because the sender is unauthenticated. Gmail requires all"
            + " senders to authenticate with either SPF or DKIM. See the guide.",
        finding.text());
  }

  @Test
  void anotherCodeBeginsAnotherReply() {
    List<Finding> findings =
        Reading.DIAGNOSER
            .read("550-5.1.1 User\n550 5.1.1 unknown\n552 5.2.2 Over quota")
            .findings();
    assertEquals(
        List.of("User unknown", "Over quota"), findings.stream().map(Finding::text).toList());
  }

  @Test
  void aFieldOfAReportHoldsAReplyOfManyLinesFoldedOrNot() {
    for (String fold : List.of(" ", "    ", "")) {
      Finding finding =
          Reading.one(
              "Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.7.1\n"
                  + "Diagnostic-Code: smtp; 550-5.7.1 Sorry.\n"
                  + fold
                  + "550-5.7.1 The IP is listed\n"
                  + fold
                  + "550 5.7.1 at zen.spamhaus.org.\n");
      assertEquals("Sorry. The IP is listed at zen.spamhaus.org.", finding.text());
    }
  }

  @Property(seed = "1982", tries = 1_500)
  void meansTheSameOnOneLineAndOnMany(
      @ForAll("lines") List<String> lines,
      @ForAll("codes") String code,
      @ForAll("enhanced") String enhanced,
      @ForAll @IntRange(min = 0, max = 12) int prefix,
      @ForAll boolean carriageReturn) {
    IntFunction<String> before = PREFIXES.get(prefix);
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      many.append(before.apply(i))
          .append(code)
          .append(i + 1 < lines.size() ? "-" : " ")
          .append((enhanced + " " + lines.get(i)).trim())
          .append(carriageReturn ? "\r\n" : "\n");
    }
    String words = String.join(" ", lines).replaceAll(" +", " ").trim();
    String one = before.apply(0) + code + " " + (enhanced + " " + words).trim();
    Diagnosis expected = Reading.DIAGNOSER.read(one);
    Diagnosis found = Reading.DIAGNOSER.read(many.toString());
    assertEquals(meanings(expected), meanings(found));
  }

  private static List<String> meanings(Diagnosis diagnosis) {
    List<String> meanings = new ArrayList<>();
    for (Finding finding : diagnosis.findings()) {
      assertNotNull(finding.text());
      String provider = finding.provider() == null ? "" : finding.provider().id();
      meanings.add(
          String.join(
              "|",
              finding.codes(),
              finding.cause().label(),
              provider,
              String.valueOf(finding.permanent()),
              finding.text()));
    }
    return meanings;
  }

  @Provide
  Arbitrary<List<String>> lines() {
    return Arbitraries.of(WORDS)
        .list()
        .ofMinSize(1)
        .ofMaxSize(59)
        .map(
            words -> {
              List<String> lines = new ArrayList<>(List.of("Message rejected."));
              lines.addAll(words);
              return lines;
            });
  }

  @Provide
  Arbitrary<String> codes() {
    return Arbitraries.of("550", "554", "421", "451", "552");
  }

  @Provide
  Arbitrary<String> enhanced() {
    return Arbitraries.of("", "5.7.1", "4.7.0", "5.7.26", "5.1.1");
  }
}
