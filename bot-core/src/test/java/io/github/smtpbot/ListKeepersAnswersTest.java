package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Bounds;
import io.github.smtpbot.catalog.AddressAction;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.EnhancedCodeFacts;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Intent;
import io.github.smtpbot.catalog.ReplyCodeFacts;
import io.github.smtpbot.catalog.Severity;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who keeps a mailing list is told first whether the address stays on it. */
class ListKeepersAnswersTest {

  private static final SmtpBot BOT = SmtpBot.createUncached();
  private static final Catalog CATALOG = Catalog.builtIn();
  private static final List<String> ASKS =
      List.of(
          "do I remove the address after %s",
          "should I delete the subscriber on %s?",
          "keep or drop address %s",
          "%s: ลบที่อยู่ไหม",
          "ควรลบสมาชิกหลังได้ %s ไหม");

  private static AddressAction told(Answer answer) {
    String begin = answer.summary().split("[ :,]", 2)[0];
    return switch (begin) {
      case "Keep", "เก็บที่อยู่ไว้" -> AddressAction.KEEP;
      case "Pause", "พักที่อยู่ไว้ก่อน" -> AddressAction.PAUSE;
      case "Remove", "ลบที่อยู่ออกจากรายชื่อ" -> AddressAction.REMOVE;
      default -> throw new AssertionError(answer.summary());
    };
  }

  private static void assertTold(AddressAction action, String code) {
    for (String asks : ASKS) {
      Answer answer = BOT.answer(asks.formatted(code), Locale.ENGLISH);
      Bounds.assertHeld(answer);
      assertEquals(action, told(answer), asks.formatted(code));
      assertEquals(Intent.FIX, answer.asked().intent());
      assertEquals(List.of(code), answer.codes());
      String again = answer.asked().canonical(CATALOG);
      assertEquals(answer.summary(), BOT.answer(again, answer.language()).summary(), again);
    }
  }

  @Test
  void forEveryReplyCode() {
    for (ReplyCodeFacts facts : CATALOG.replyCodes()) {
      Severity severity = facts.code().severity();
      boolean failure = severity == Severity.TRANSIENT || severity == Severity.PERMANENT;
      if (severity != Severity.UNKNOWN) {
        assertTold(
            failure ? CATALOG.addressAction(facts.cause(), severity, null) : AddressAction.KEEP,
            facts.code().text());
      }
    }
  }

  @Test
  void forEveryEnhancedCode() {
    for (EnhancedCodeFacts facts : CATALOG.enhancedCodes()) {
      EnhancedStatusCode permanent = facts.code().ofClass(5);
      AddressAction action = CATALOG.addressAction(facts.cause(), Severity.PERMANENT, permanent);
      boolean general = facts.code().detail() == 0 || facts.code().text().equals("x.7.1");
      assertTold(
          general ? CATALOG.addressAction(Cause.OTHER, Severity.PERMANENT, permanent) : action,
          permanent.text());
      // Nothing is given up while the sending server still tries, and nothing after a success.
      Answer trying = BOT.answer("remove the address " + facts.code().ofClass(4), Locale.ENGLISH);
      assertTrue(told(trying) != AddressAction.REMOVE, trying.summary());
      assertTold(AddressAction.KEEP, facts.code().ofClass(2).text());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "unsubscribe after user unknown?, No such recipient: take the address off.",
    "delete contact when mailbox full, Recipient's mailbox is full: pause the address",
    "do I remove the address after a hard bounce, That depends on the code: after 5xx",
    "remove subscriber after soft bounce?, Keep the address: 4xx is temporary"
  })
  void ofACauseOrAFamilyToo(String question, String begin) {
    String summary = BOT.answer(question, Locale.ENGLISH).summary();
    assertTrue(summary.startsWith(begin), summary);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "remove my ip from blacklist 550 5.7.1",
        "550 5.1.1 The recipient address has been removed",
        "how do I get my ip removed 550"
      })
  void whoIsBlockedOrPastesIsNoKeeperOfAList(String text) {
    String summary = BOT.answer(text, Locale.ENGLISH).summary();
    assertTrue(!summary.startsWith("Remove") && !summary.startsWith("Pause"), summary);
  }
}
