package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Bounds;
import io.github.smtpbot.answer.FollowUp;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.CodeToSend;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.Cues;
import io.github.smtpbot.catalog.EnhancedCodeFacts;
import io.github.smtpbot.catalog.EnhancedPattern;
import io.github.smtpbot.catalog.Intent;
import io.github.smtpbot.catalog.KnownError;
import io.github.smtpbot.catalog.Outcome;
import io.github.smtpbot.catalog.Party;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.ReplyCodeFacts;
import io.github.smtpbot.catalog.SentReply;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Question;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first sentence answers what was asked, and is true of the facts for every code. */
class AskedAnswersTest {

  private static final SmtpBot BOT = SmtpBot.create();
  private static final Catalog CATALOG = Catalog.builtIn();
  private static final Words ENGLISH = CATALOG.words(Locale.ENGLISH);

  static List<Locale> languages() {
    return BOT.languages();
  }

  private static Answer ask(String text) {
    return BOT.answer(text, Locale.ENGLISH);
  }

  private static String first(Answer answer) {
    return ((Part.Text) answer.lead().get(0)).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "is 421 permanent? | No: 421 is temporary. The sending server tries again by itself,"
            + " usually for up to five days.",
        "is 550 permanent? | Yes: 550 is permanent. The sending server gives up and returns the"
            + " message to its sender.",
        "is 550 temporary? | No: 550 is permanent. The sending server gives up and returns the"
            + " message to its sender.",
        "is 451 temporary? | Yes: 451 is temporary. The sending server tries again by itself,"
            + " usually for up to five days.",
        "450 temporary or permanent? | 450 is temporary. The sending server tries again by itself,"
            + " usually for up to five days.",
        "is 250 an error | 250 reports no failure. The sending server goes on.",
        "are 4xx permanent? | No: 4xx is temporary. The sending server tries again by itself,"
            + " usually for up to five days.",
        "who should fix 5.2.2? | 5.2.2 is for the recipient or the recipient's administrator to act"
            + " on.",
        "how long until 451 gives up | After 451 the sending server tries again by itself, usually"
            + " for up to five days. Nobody has to send the message again.",
        "when will my mail bounce after 421 | After 421 the sending server tries again by itself,"
            + " usually for up to five days. Nobody has to send the message again.",
        "should I retry 452? | After 452 the sending server tries again by itself, usually for up"
            + " to five days. Nobody has to send the message again."
      })
  void theFirstSentenceAnswers(String question, String sentence) {
    Answer answer = ask(question);
    assertEquals(sentence, first(answer));
    assertEquals(sentence, answer.summary());
  }

  @ParameterizedTest
  @CsvSource({
    "is 421 temporary?, Is 421 temporary?",
    "is 421 permanent?, Is 421 permanent?",
    "421 temporary or permanent, Is 421 permanent?"
  })
  void theTitleRepeatsWhatWasAsked(String question, String title) {
    assertEquals(title, ask(question).title());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fix 550 5.7.515 outlook | First step: Make SPF and DKIM both pass",
        "how to fix 535 5.7.139 office365 | First step: Use OAuth 2.0",
        "5.4.1 outlook first step | First step: Check the address",
        "fix 452 4.2.2 gmail | First step: The recipient has to free space in Gmail",
        "fix 550 gmail | That depends on the words after 550 from Gmail",
        "who should act on 550 5.7.515 outlook | 550 5.7.515 from Outlook.com is for the sender's"
            + " administrator"
      })
  void aNamedProvidersMeaningTellsWhatToDo(String question, String begin) {
    assertTrue(ask(question).summary().startsWith(begin), ask(question).summary());
  }

  @Test
  void whetherAReplyCodeIsFinalIsWhatItsFactsSay() {
    for (ReplyCodeFacts facts : CATALOG.replyCodes()) {
      String sentence = first(ask("is " + facts.code() + " permanent?"));
      assertEquals(begin(facts.outcome()), begin(sentence), sentence);
      // What the facts say agrees with the digit that a client goes by (RFC 5321 section 4.2.1).
      int digit = facts.code().value() / 100;
      if (facts.outcome() == Outcome.RETRIES && digit != 1) {
        assertEquals(4, digit, sentence);
      }
      if (facts.outcome() == Outcome.BOUNCES) {
        assertEquals(5, digit, sentence);
      }
    }
  }

  private static String begin(Outcome outcome) {
    return switch (outcome) {
      case BOUNCES -> "Yes:";
      case RETRIES, ADAPTS, PROCEEDS, AWAITS, ENDS, INFORMS -> "No:";
      case EXPIRES, VARIES -> "";
    };
  }

  private static String begin(String sentence) {
    return sentence.startsWith("Yes:") ? "Yes:" : sentence.startsWith("No:") ? "No:" : "";
  }

  @Test
  void whetherAnEnhancedCodeIsFinalIsWhatItsClassSays() {
    for (EnhancedCodeFacts facts : CATALOG.enhancedCodes()) {
      // A queue says 4.4.7 when it gives up, and also when it only warns.
      boolean expiry = facts.cause() == Cause.DELIVERY_EXPIRED;
      assertBegins(expiry ? "It depends: 4." : "No: 4.", facts.code().ofClass(4).text());
      String permanent = first(ask(facts.code().ofClass(5) + " permanent?"));
      if (permanent.contains("is about one command only")) {
        // A refused login refuses no message.
        assertTrue(facts.commands().keySet().stream().noneMatch(Command::isOfMessage), permanent);
      } else {
        assertTrue(permanent.startsWith("Yes: 5."), permanent);
      }
      assertBegins("No: 2.", facts.code().ofClass(2).text());
    }
  }

  private static void assertBegins(String begin, String code) {
    String sentence = first(ask(code + " permanent?"));
    assertTrue(sentence.startsWith(begin), sentence);
  }

  @Test
  void whetherItIsTriedAgainAgreesWithWhetherItIsFinal() {
    for (ReplyCodeFacts facts : CATALOG.replyCodes()) {
      String sentence = first(ask("is " + facts.code() + " retried"));
      boolean again = sentence.contains("tries again by itself");
      boolean never = sentence.contains("nothing is tried again");
      assertEquals(facts.outcome() == Outcome.RETRIES, again, sentence);
      assertEquals(facts.outcome() == Outcome.BOUNCES, never, sentence);
    }
  }

  @Test
  void whoActsIsWhomTheFactsName() {
    for (ReplyCodeFacts facts : CATALOG.replyCodes()) {
      String sentence = first(ask("who acts on " + facts.code()));
      if (facts.acts().get(0) == Party.NOBODY) {
        assertTrue(sentence.startsWith("Nobody has to act on " + facts.code()), sentence);
      } else {
        List<String> named = facts.acts().stream().map(ENGLISH::party).toList();
        int last = named.size() - 1;
        String parties =
            String.join(", ", named.subList(0, last)) + (last > 0 ? " or " : "") + named.get(last);
        assertEquals(facts.code() + " is for " + parties + " to act on.", sentence);
      }
    }
  }

  @Test
  void theFirstStepIsThatOfOneWhoActs() {
    for (ReplyCodeFacts facts : CATALOG.replyCodes()) {
      String sentence = first(ask("how do I fix " + facts.code()));
      assertTrue(
          ENGLISH.code(facts.code()).fix().values().stream().anyMatch(sentence::endsWith),
          sentence);
    }
  }

  @Test
  void theSituationsAreThoseOfTheCode() {
    for (ReplyCodeFacts facts : CATALOG.replyCodes()) {
      Answer answer = ask("why do I get " + facts.code());
      assertTrue(answer.lead().toString().contains(ENGLISH.code(facts.code()).when().get(0)));
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyCodeIsAnsweredForEveryIntentInsideTheBounds(Locale language) {
    for (Code code : CATALOG.replyCodes().stream().map(ReplyCodeFacts::code).toList()) {
      for (String asks : List.of("permanent", "retry", "who", "fix", "why")) {
        String question = code + " " + asks;
        Answer answer = BOT.answer(question, language);
        Bounds.assertHeld(answer);
        assertEquals(List.of(code.text()), answer.asked().codes(), question);
        assertSaidOnce(answer);
        for (FollowUp next : answer.followUps()) {
          Answer.Kind kind = BOT.answer(next.question(), language).kind();
          assertTrue(kind != Answer.Kind.UNKNOWN && kind != Answer.Kind.DIAGNOSIS, next.question());
        }
      }
    }
  }

  /** No two lines of an answer are the same. */
  private static void assertSaidOnce(Answer answer) {
    List<String> lines =
        Stream.concat(answer.lead().stream(), answer.details().stream())
            .flatMap(AskedAnswersTest::lines)
            .toList();
    assertEquals(lines.stream().distinct().toList(), lines, answer.title());
  }

  private static Stream<String> lines(Part part) {
    if (part instanceof Part.Text text) {
      return Stream.of(text.text());
    } else if (part instanceof Part.Bullets bullets) {
      return bullets.items().stream();
    } else if (part instanceof Part.Verdict verdict) {
      return verdict.facts().stream().map(Part.Fact::value);
    }
    return Stream.of();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyProviderListsItsRepliesAndAnswersForACode(Locale language) {
    for (Provider provider : CATALOG.providers()) {
      Answer list = BOT.answer(provider.id() + " errors", language);
      Bounds.assertHeld(list);
      Answer code = BOT.answer("550 5.7.1 from " + provider.id(), language);
      Bounds.assertHeld(code);
      assertEquals(Intent.PROVIDER_MEANING, code.asked().intent(), provider.id());
    }
  }

  @Test
  void aProvidersMeaningIsThatOfARuleThatNamesTheCode() {
    Answer answer = ask("exchange online 5.7.708");
    assertTrue(answer.summary().startsWith("Microsoft 365 / Exchange Online, "), answer.summary());
    assertTrue(answer.summary().contains("5.7.7"), answer.summary());
  }

  @Test
  void aProvidersRepliesAreToldByTheirCodes() {
    Answer answer = ask("gmail 421");
    assertTrue(
        answer.summary().startsWith("Gmail / Google Workspace sends 421 for: "), answer.summary());
    assertTrue(answer.lead().toString().contains("421 4.4.5: Server not available"));
  }

  @Test
  void whatAProviderMeansByACodeIsCitedFromWhereItSaysSo() {
    int told = 0;
    for (Provider provider : CATALOG.providers()) {
      for (Provider.Rule rule : provider.rules()) {
        EnhancedPattern enhanced = rule.enhanced();
        boolean byCodeAlone =
            rule.code() == null && rule.mark() == null && rule.phrases().isEmpty();
        if (byCodeAlone && enhanced != null && enhanced.isOne() && CATALOG.has(enhanced.first())) {
          Answer answer = ask(enhanced.first() + " " + provider.id());
          assertTrue(answer.sources().contains(rule.source()), answer.title());
          told++;
        }
      }
    }
    assertTrue(told > 20, "codes that a provider explains: " + told);
  }

  @Test
  void aBlockedConnectorIsTheSendersOwnMatter() {
    Answer answer =
        BOT.answer("550 5.7.711 Access denied, bad inbound connector. AS(2204)", Locale.ENGLISH);
    String acts = answer.brief().toString();
    assertTrue(acts.contains("the sender's administrator"), acts);
    assertFalse(acts.contains("the recipient's administrator"), acts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5.7.711",
        "550 5.7.711",
        "5.7.703",
        "5.7.705",
        "550 5.7.720",
        "550 5.7.506",
        "how to fix 5.7.711",
        "550 5.7.711 Access denied, bad inbound connector. AS(2204)",
        "550 5.7.520 Access denied, Your organization does not allow external forwarding."
      })
  void inASendersOwnMatterNobodyIsSentToTheOtherSide(String text) {
    Answer answer = BOT.answer(text, Locale.ENGLISH);
    String all = answer.brief() + " " + answer.lead() + answer.details();
    assertFalse(all.contains("receiving postmaster"), all);
    assertFalse(all.contains("Ask the recipient"), all);
    assertFalse(all.contains("receiving side"), all);
  }

  @Test
  void aNameThatMicrosoftRefusesIsThatOfEhlo() {
    Answer answer =
        BOT.answer(
            "501 5.5.4 Invalid domain name [AM7EUR03FT05.eop-EUR03.prod.protection.outlook.com]",
            Locale.ENGLISH);
    assertTrue(answer.lead().toString().contains("gave in EHLO or HELO"), answer.title());
  }

  @Test
  void aReservedDomainIsNoUnknownRecipient() {
    Answer answer = BOT.answer("550 5.1.5 Recipient address reserved by RFC 2606", Locale.ENGLISH);
    assertTrue(answer.brief().meaning().contains("reserved by RFC 2606"), answer.title());
  }

  @Test
  void whatWasOnlySeenIsNotSaidToBePublished() {
    assertTrue(
        ask("icloud 552 5.2.2").summary().startsWith("Seen from iCloud Mail with 552 5.2.2:"));
  }

  @Test
  void everyReplyThatAProviderSendsIsToldOfIt() {
    for (Provider provider : CATALOG.providers()) {
      for (SentReply sent : CATALOG.sentReplies(provider)) {
        Answer answer = ask(sent.text() + " " + provider.id());
        Bounds.assertHeld(answer);
        assertFalse(answer.summary().startsWith("Which of its replies"), answer.summary());
      }
    }
  }

  @Test
  void aProviderWhoseReplyIsNotKnownIsNotGuessedAt() {
    assertTrue(
        ask("zoho 211")
            .summary()
            .startsWith("Which of its replies Zoho Mail sends with 211 is not"));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyCauseTellsWhichCodeToSend(Locale language) {
    for (Cause cause : Cause.values()) {
      CodeToSend send = CATALOG.codeToSend(cause);
      if (send != null) {
        Answer answer = BOT.answer("which code for " + cause.label(), language);
        assertTrue(
            answer.lead().stream().noneMatch(Part.Choices.class::isInstance),
            "what is not to be sent is not offered");
        Bounds.assertHeld(answer);
        assertEquals(Intent.WHICH_CODE, answer.asked().intent(), cause.label());
        assertTrue(answer.summary().contains(send.reply()), answer.summary());
        assertEquals(List.of(send.code().text()), answer.asked().codes());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "which code for null MX recipient, 556 5.1.10",
    "what code should I return if the sender's domain has a null MX, 550 5.7.27",
    "which code when sender domain does not exist, 550 5.1.8",
    "which code for unknown command, 500 5.5.2",
    "which code for spf fail, 550 5.7.23",
    "which code for spf softfail, 250 2.0.0",
    "which code if spf lookup times out, 451 4.4.3",
    "which code when dnsbl lookup times out, 451 4.4.3",
    "which code for unsupported smtputf8, 553 5.6.7",
    "which code when sender is not logged in as From, 550 5.7.1",
    "which code if disk is full, 452 4.3.1",
    "which code when clamav is down, 451 4.3.0",
    "which code when ldap unreachable, 451 4.3.0",
    "which code when backend is down, 451 4.3.0"
  })
  void aSituationThatHasACodeOfItsOwnIsToldIt(String question, String reply) {
    Answer answer = ask(question);
    assertTrue(answer.summary().startsWith("Answer " + reply + "."), answer.summary());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everySituationIsUnderstoodByItsWordsAndByWhatIsShared(Locale language) {
    for (Cues cues : CATALOG.cues()) {
      cues.situations()
          .forEach(
              (key, words) -> {
                CodeToSend send = Objects.requireNonNull(CATALOG.codeToSend(key), key);
                Answer answer = BOT.answer("which code for " + words.get(0), language);
                Bounds.assertHeld(answer);
                assertTrue(answer.summary().contains(send.reply()), answer.summary());
                String again = answer.asked().canonical(CATALOG);
                assertEquals(answer.summary(), BOT.answer(again, language).summary(), again);
              });
    }
  }

  @Test
  void theCodesToSendFitTogether() {
    for (Cause cause : Cause.values()) {
      CodeToSend send = CATALOG.codeToSend(cause);
      if (send != null) {
        assertEquals(send.code().severity(), send.with().severity(), send.toString());
        assertFalse(send.avoid().contains(send.code()), send.toString());
      }
    }
  }

  @Test
  void ofTwoCodesTheOneToSendIsTold() {
    String answer = first(ask("452 or 552 for mailbox full?"));
    assertTrue(answer.startsWith("Of 452, 552, answer 452 4.2.2."), answer);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyErrorLeadsToItsCause(Locale language) {
    for (KnownError error : CATALOG.errors()) {
      for (String form : error.forms()) {
        String written = form.replace("*", "99999");
        Answer answer = BOT.answer("what is " + written, language);
        Bounds.assertHeld(answer);
        assertTrue(answer.asked().mentions().causes().contains(error.cause()), written);
        assertTrue(
            answer.summary().startsWith(CATALOG.words(language).error(error).name()), written);
      }
    }
  }

  @Test
  void whatThereIsIsListed() {
    assertListed("list providers", CATALOG.providers().size());
    // All but success and what cannot be told.
    assertListed("list causes", Cause.values().length - 2);
    assertListed("list commands", Command.values().length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "465 or 587",
        "25 vs 587",
        "port 587",
        "which port for starttls",
        "which port for tls",
        "starttls or ssl",
        "what port should I use for smtp",
        "list ports"
      })
  void portsAreToldWithWhatTheyAreFor(String question) {
    Answer answer = ask(question);
    Bounds.assertHeld(answer);
    assertEquals(Answer.Kind.BROWSE, answer.kind(), question);
    List<String> ports = answer.lead().stream().map(part -> ((Part.Text) part).heading()).toList();
    assertEquals(List.of("Port 587", "Port 465", "Port 25", "Port 2525"), ports);
    assertEquals("RFC 8314 §3.3", answer.sources().get(0).label());
    assertTrue(answer.summary().contains("587 (STARTTLS) or 465"), answer.summary());
  }

  /** They are well formed as reply codes, and somebody who types one may mean the port. */
  @ParameterizedTest
  @ValueSource(strings = {"465", "587"})
  void aPortThatIsNoCodeIsToldAsBoth(String number) {
    Answer answer = ask(number);
    assertTrue(answer.summary().contains("No RFC assigns " + number), answer.summary());
    assertTrue(
        answer.lead().stream()
            .anyMatch(
                part -> part instanceof Part.Text of && of.heading().equals("Port " + number)));
  }

  @ParameterizedTest
  @CsvSource({
    "connection timed out port 25, HOST_UNREACHABLE_OR_TIMEOUT",
    "my isp blocks port 25, HOST_UNREACHABLE_OR_TIMEOUT",
    "port 25 blocked by isp, HOST_UNREACHABLE_OR_TIMEOUT",
    "tls port 465 handshake failed, TLS_REQUIRED_OR_FAILED"
  })
  void aPortBesideACauseIsNoQuestionAboutPorts(String question, Cause cause) {
    assertEquals(List.of(cause), ask(question).asked().mentions().causes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "will it be retried",
        "how long is mail retried",
        "how many times does gmail retry"
      })
  void whetherAnythingIsTriedAgainIsToldOfBothClasses(String question) {
    Answer answer = ask(question);
    assertEquals(Intent.RETRY, answer.asked().intent(), question);
    assertTrue(answer.summary().startsWith("After 4xx the sending server tries again"), question);
    assertTrue(answer.summary().contains("After 5xx nothing is tried again"), question);
  }

  /** The code's own words beside it are no server's where somebody asks about a provider. */
  @ParameterizedTest
  @CsvSource({
    "gmx 554 transaction failed, gmx",
    "outlook 550 mailbox unavailable, outlook",
    "yahoo 421 service not available, yahoo"
  })
  void theWordsOfACodeDoNotHideWhoIsAskedAbout(String question, String provider) {
    Answer answer = ask(question);
    assertEquals(Intent.PROVIDER_MEANING, answer.asked().intent(), question);
    assertEquals(List.of(provider), answer.asked().mentions().providers(), question);
  }

  /** Of the codes that are offered the right one is told, or that none of them is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "421 or 451 for rate limiting? | Of 421, 451, answer 421 4.7.28; 450 4.7.28 says it as well.",
        "451 or 554 for greylisting | Of 451, 554, answer 451 4.7.1; 450 4.7.1 says it as well.",
        "450 or 451 for greylisting | Of 450, 451, answer 450 4.7.1.",
        "452 or 554 for greylisting | None of 452, 554: answer 450 4.7.1.",
        "code for dmarc reject | Answer 550 5.7.1.",
        "which code for dkim failure | Answer 550 5.7.20.",
        "what should my mx say to a blacklisted ip | Answer 550 5.7.1.",
        "writing an smtp server in go, what do i answer when the db is down | Answer 451 4.3.0.",
        "codes that mean greylisted | Greylisted, accepted on a later attempt: servers tell it by"
            + " 450, 451, 4.7.1.",
        "what is the code for auth failed | Login failed: servers tell it by 535, 5.7.8,"
      })
  void whichCodeIsToldOfThoseOffered(String question, String begins) {
    assertTrue(ask(question).summary().startsWith(begins), ask(question).summary());
  }

  /** Whatever is offered, nothing is said to be one of them that is not. */
  @Test
  void noCodeIsToldToBeAmongThoseThatItIsNot() {
    for (Cause cause : Cause.values()) {
      CodeToSend send = CATALOG.codeToSend(cause);
      if (send == null || cause == Cause.SUCCESS) {
        continue;
      }
      String answer = ask("452 or 556 for " + cause.label()).summary();
      boolean offered =
          Stream.concat(Stream.of(send.replyCode()), send.also().stream())
              .anyMatch(code -> List.of("452", "556").contains(code.text()));
      assertEquals(offered, answer.startsWith("Of 452, 556, answer "), cause + ": " + answer);
      assertEquals(!offered, answer.startsWith("None of 452, 556: answer "), cause + ": " + answer);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "which phase is 354 | 354 answers: DATA.",
        "at which command comes 535 | 535 answers: AUTH.",
        "is 554 at connect or after data | 554 answers: the opening of the connection, ",
        "at which stage does 5.7.1 come | Which command 5.7.1 answers is not defined",
        "which codes can RCPT TO give | RCPT TO may be answered with 250, 251, 450, ",
        "what can come back from AUTH LOGIN | AUTH may be answered with 235, 334, "
      })
  void whatACodeAnswersIsToldOfTheFacts(String question, String begins) {
    assertTrue(ask(question).summary().startsWith(begins), ask(question).summary());
  }

  /** What is told of the commands holds for every reply code. */
  @Test
  void theCommandsOfEveryCodeAreThoseOfTheFacts() {
    CATALOG
        .replyCodes()
        .forEach(
            facts -> {
              String told = ask("which phase is " + facts.code()).summary();
              boolean known =
                  CATALOG.commandReplies().stream()
                      .anyMatch(reply -> reply.code().equals(facts.code()));
              assertEquals(known, told.startsWith(facts.code() + " answers: "), told);
            });
  }

  /** Who sends tries as long as it says; of others nothing is told but what is usual. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "how often will exchange retry a 4xx | Microsoft Exchange Server tries again by itself, by"
            + " default for up to 2 days",
        "how long does postfix retry | Postfix tries again by itself, by default for up to 5 days",
        "how many times does gmail retry | How long Gmail itself tries is not known here."
      })
  void howLongSomebodyTriesIsToldOfItsOwnPages(String question, String says) {
    assertTrue(ask(question).summary().contains(says), ask(question).summary());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "535 587 | 535",
        "ssl3_get_record wrong version number smtp 465 | TLS could not be set up",
        "is port 465 deprecated | Ports for mail",
        "163 554 DT:SPM | 554 from NetEase 163 / 126",
        "enhanced codes? | All enhanced status codes",
        "whats 9xx | 9xx is not an SMTP code",
        "is http 502 same as smtp 502 | HTTP 502 is not an SMTP code",
        "our ip is on spamhaus | Sending IP address blocklisted or distrusted",
        "what does google say for a full mailbox | Recipient's mailbox is full"
      })
  void numbersBesideCodesAreToldAsWhatTheyAre(String question, String title) {
    Answer answer = ask(question);
    assertTrue(answer.title().startsWith(title), answer.title());
    assertTrue(answer.lead().stream().noneMatch(Part.Notice.class::isInstance), question);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EHLO vs HELO | EHLO / HELO",
        "difference between DATA and BDAT | DATA / BDAT",
        "show me every temporary code | Codes of the family 4xx",
        "are all 4xx errors temporary? | Is 4xx temporary?",
        "when should our mta give up | Is 4xx, 5xx tried again?",
        "what should my server answer when a client tries RCPT before MAIL | Which code to send:"
            + " Commands in the wrong order",
        "code for refusing relay | Which code to send: Relaying denied",
        "which code when dns lookup of sender domain times out | Which code to send: Domain not found"
            + " or without mail server",
        "which code should a server return if the user is unknown | Which code to send: No such"
            + " recipient",
        "what code for missing authentication | Which code to send: Login required",
        "list all codes for auth | What AUTH may be answered with",
        "auth codes | What AUTH may be answered with",
        "what is an enhanced status code | All enhanced status codes",
        "is mailbox full a hard bounce | Recipient's mailbox is full",
        "what is a hard bounce | Is 5xx permanent?",
        "user says mail bounced with 5.1.10 is the address wrong | 5.1.10 — Recipient domain accepts"
            + " no mail (null MX)",
        "does 421 mean it bounced | Does a message bounce after 421?",
        "mail bounces because recipients inbox has no space left | Recipient's mailbox is full",
        "0x8004210b | Connection timed out",
        "10013 winsock | Connection not permitted on this machine",
        "AADSTS7000218 smtp | Microsoft: no client secret was sent"
      })
  void whatStrangersAskedIsFound(String question, String title) {
    assertEquals(title, ask(question).title(), question);
  }

  /** A refused command that is of no message returns none. */
  @Test
  void noMessageIsReturnedForACommandThatIsOfNone() {
    for (Command command : List.of(Command.AUTH, Command.EHLO, Command.STARTTLS, Command.VRFY)) {
      for (ReplyCodeFacts facts : CATALOG.replyCodes()) {
        if (facts.code().severity() == Severity.PERMANENT) {
          Answer answer = ask(new Question.InPhase(facts.code(), command).canonical());
          assertFalse(
              answer.summary().contains("Returned to the sender"),
              facts.code() + " " + command + ": " + answer.summary());
        }
      }
    }
  }

  /** The first step is told once. */
  @Test
  void noStepOfAReplyIsToldTwice() {
    for (String reply : List.of("421 4.4.2", "450 4.7.1", "554 5.7.1", "550 5.1.1", "535 5.7.8")) {
      Answer answer = ask(reply);
      String step = Objects.requireNonNull(answer.brief().first()).value();
      assertFalse(answer.details().toString().contains(step), reply + ": " + step);
    }
  }

  @Test
  void noConsentIsOfferedForWhatFailed() {
    assertFalse(ask("SPF fail").codes().contains("251"), ask("SPF fail").codes().toString());
  }

  private static void assertListed(String question, int count) {
    Answer answer = ask(question);
    int listed =
        answer.lead().stream()
            .map(part -> ((Part.Choices) part).choices().size())
            .mapToInt(Integer::intValue)
            .sum();
    assertEquals(count, listed);
    assertTrue(answer.summary().contains(Integer.toString(count)), answer.summary());
  }

  @ParameterizedTest
  @CsvSource({
    "252 and 404, 404 is none of SMTP; it is a status of HTTP",
    "252 999, 999 is none of SMTP.",
    "550 and 299, 299 is not assigned"
  })
  void ofANumberBesideACodeItIsSaidWhatItIs(String question, String notice) {
    assertTrue(
        ask(question).lead().stream()
            .anyMatch(part -> part instanceof Part.Notice n && n.text().startsWith(notice)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "is 421 TSS09 yahoo permanent | Yes: 421 TSS09 from Yahoo is permanent.",
        "TSS09 permanent | Yes: TSS09 from Yahoo is permanent.",
        "do I retry TSS09 | After TSS09 from Yahoo nothing is tried again",
        "TSS04 permanent | The code beside TSS04 from Yahoo decides",
        "should I retry 452 4.2.2 gmail | After 452 4.2.2 from Gmail the sending server tries",
        "who should fix S3150 | S3150 from Outlook.com is for the sender's administrator",
        "how to fix OFR_506 | First step: Test the message without its links",
        "fix AUP#1310 | First step: Open fewer connections",
        "550 S3150 outlook | Outlook.com / Hotmail, S3150: The sending IP address",
        "is 421 gmail permanent | No: 421 from Gmail is temporary."
      })
  void theRuleOfAProviderOrATokenDecides(String question, String begin) {
    Answer answer = ask(question);
    assertTrue(answer.summary().startsWith(begin), answer.summary());
    String again = answer.asked().canonical(CATALOG);
    assertEquals(answer.summary(), ask(again).summary(), again);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 คืออะไร",
        "252 กับ 501",
        "กล่องจดหมายเต็ม",
        "โดนบล็อก 5.7.1",
        "mailbox full แปลว่าอะไร"
      })
  void aQuestionInThaiIsAnsweredInThai(String question) {
    assertEquals("th", ask(question).language().toLanguageTag());
    assertEquals("en", ask(question + " in English").language().toLanguageTag());
  }

  @ParameterizedTest
  @ValueSource(strings = {"550 5.1.1 ไม่พบผู้รับ", "550 5.1.1 User unknown\nถึง สมชาย"})
  void aPasteWithThaiInItIsToldInTheReadersLanguage(String paste) {
    assertEquals("en", ask(paste).language().toLanguageTag());
  }

  @ParameterizedTest
  @CsvSource({
    "nodemailer EAUTH, Login refused",
    "winsock 10060 port 25, Connection timed out",
    "mailbox full code, Answer 452 4.2.2",
    "hey bot what's 421, The server cannot serve"
  })
  void whatIsNamedIsAnsweredWhateverStandsBeside(String question, String begin) {
    assertTrue(ask(question).summary().startsWith(begin), ask(question).summary());
  }

  @ParameterizedTest
  @CsvSource({
    "th 252 501, th",
    "252 501 in Thai, th",
    "550 ภาษาไทย, th",
    "550 in English please, en"
  })
  void theLanguageOfTheTextWinsOverTheReaders(String question, String language) {
    Locale other = language.equals("th") ? Locale.ENGLISH : Locale.forLanguageTag("th");
    assertEquals(language, BOT.answer(question, other).language().toLanguageTag());
  }

  @Test
  void whatIsSharedAsksTheSame() {
    for (String question :
        List.of(
            "is 421 permanent",
            "who acts on 5.2.2",
            "fix 535",
            "why 550",
            "450 retried",
            "gmail 550 5.7.1",
            "which code for greylisting",
            "list causes",
            "ECONNREFUSED",
            "550 5.7.1 gmail vs outlook",
            "4xx vs 5xx",
            "550 after DATA")) {
      Answer answer = ask(question);
      Answer shared = BOT.answerShared(Objects.requireNonNull(answer.shareable()), Locale.ENGLISH);
      assertEquals(answer.asked().intent(), shared.asked().intent(), question);
      assertEquals(answer.asked().codes(), shared.asked().codes(), question);
      assertEquals(answer.asked().mentions().providers(), shared.asked().mentions().providers());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "th 252 501, 252|501",
    "252 501 TH, 252|501",
    "'Expected smtp code 250, got 552', 552"
  })
  void theTagOfALanguageIsNoWordAndARefusalGoesBeforeWhatWasAwaited(String text, String codes) {
    assertEquals(List.of(codes.split("\\|")), ask(text).codes());
  }

  @ParameterizedTest
  @CsvSource({
    "dial tcp: i/o timeout, HOST_UNREACHABLE_OR_TIMEOUT",
    "x509: certificate signed by unknown authority, TLS_REQUIRED_OR_FAILED"
  })
  void whatALibrarySaysBeforeAnyReplyLeadsToItsCause(String text, Cause cause) {
    assertEquals(List.of(cause), ask(text).asked().mentions().causes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mail.ru 550", "mailgun 421", "proofpoint 554 5.7.0"})
  void whereOnlyWordsTellAReplyThatIsSaidAndTheyAreListed(String question) {
    Answer answer = ask(question);
    assertTrue(answer.summary().contains("the words after it do"), answer.summary());
    assertTrue(
        answer.lead().stream()
            .anyMatch(part -> part instanceof Part.Bullets bullets && !bullets.items().isEmpty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.7.30", "550 5.7.30", "printer 5.7.30"})
  void whatMicrosoftReusesTheCodeForIsSaidBesideTheRegistry(String question) {
    Answer answer = ask(question);
    assertTrue(answer.brief().meaning().contains("Basic authentication"), answer.brief().meaning());
    assertTrue(answer.brief().meaning().contains("REQUIRETLS"), answer.brief().meaning());
  }

  @Test
  void theStepsOfANamedProviderAreTold() {
    Answer answer = ask("gmail 550 5.7.1 fix");
    assertTrue(answer.title().contains("Gmail"), answer.title());
    assertFalse(answer.brief().lines().isEmpty());
  }
}
