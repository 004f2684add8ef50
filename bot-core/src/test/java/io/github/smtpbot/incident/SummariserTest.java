package io.github.smtpbot.incident;

import static io.github.smtpbot.incident.Logs.BOT;
import static io.github.smtpbot.incident.Logs.NOON;
import static io.github.smtpbot.incident.Logs.delivery;
import static io.github.smtpbot.incident.Logs.limited;
import static io.github.smtpbot.incident.Logs.summary;
import static io.github.smtpbot.incident.Logs.taken;
import static io.github.smtpbot.incident.Logs.unknownUser;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.diagnosis.Finding;
import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SummariserTest {

  @Test
  void aFailureRetriedTenTimesIsOneMessageFailingTenTimes() {
    List<Delivery> log = new ArrayList<>();
    for (int attempt = 0; attempt < 10; attempt++) {
      log.add(limited(NOON.plusSeconds(600L * attempt), 1));
    }
    LogSummary summary = summary(log);
    assertEquals(1, summary.totals().messages().deferred().value());
    assertEquals(10, summary.totals().attempts().deferred().value());
    LogGroup group = summary.groups().get(0);
    assertEquals(1, group.messages().value());
    assertEquals(10, group.attempts());
  }

  @Test
  void aMessageDeferredAndDeliveredLaterCountsAsDelivered() {
    LogSummary summary = summary(List.of(limited(NOON, 1), taken(NOON.plusSeconds(300), 1)));
    Totals.Outcome messages = summary.totals().messages();
    assertEquals(1, messages.all().value());
    assertEquals(1, messages.delivered().value());
    assertEquals(1, messages.late().value());
    assertEquals(0, messages.deferred().value());
  }

  @Test
  void aMessageCountsByTheRecipientThatFaredWorst() {
    LogSummary summary =
        summary(
            List.of(
                delivery(NOON, "A", "one@example.com", "", Result.DELIVERED, "250 OK"),
                delivery(NOON, "A", "two@example.com", "", Result.BOUNCED, "550 5.1.1 no user"),
                delivery(NOON, "A", "three@example.com", "", Result.DEFERRED, "450 4.2.0 later")));
    assertEquals(1, summary.totals().messages().bounced().value());
    assertEquals(1, summary.totals().messages().all().value());
    assertEquals(1, summary.totals().deliveries().delivered().value());
    assertEquals(1, summary.totals().deliveries().bounced().value());
    assertEquals(1, summary.totals().deliveries().deferred().value());
  }

  @Test
  void whatTheServerItselfRefusedIsCountedApart() {
    LogSummary summary =
        summary(
            List.of(
                delivery(
                    NOON,
                    "",
                    "a@example.com",
                    "",
                    Result.REJECTED,
                    "554 5.7.1 <a@example.com>: Relay access denied")));
    assertEquals(1, summary.totals().messages().rejected().value());
    assertTrue(summary.groups().get(0).rejected());
    assertEquals(Cause.RELAY_DENIED, summary.groups().get(0).cause());
  }

  @Test
  void deliveriesWithoutAnIdAreMessagesOfTheirOwn() {
    Delivery refused =
        delivery(NOON, "", "a@example.com", "", Result.REJECTED, "550 5.1.1 unknown user");
    LogSummary summary = summary(List.of(refused, refused, refused));
    assertEquals(3, summary.totals().messages().rejected().value());
    assertEquals(3, summary.groups().get(0).messages().value());
    assertEquals(1, summary.groups().get(0).recipients().value());
  }

  @Test
  void repliesThatDifferInNumbersAreDiagnosedOnce() {
    Summariser summariser = BOT.summariser();
    for (int message = 0; message < 1_000; message++) {
      summariser.accept(limited(NOON.plusSeconds(message), message));
    }
    assertEquals(1, summariser.diagnosed());
  }

  @Test
  void repliesThatDifferInTheirCodesAreKeptApart() {
    LogSummary summary =
        summary(
            List.of(
                delivery(NOON, "A", "a@example.com", "", Result.BOUNCED, "550 5.1.1 rejected"),
                delivery(NOON, "B", "b@example.com", "", Result.BOUNCED, "550 5.7.1 rejected"),
                delivery(NOON, "C", "c@example.com", "", Result.BOUNCED, "554 5.7.1 rejected")));
    assertEquals(3, summary.groups().size());
  }

  @Test
  void aGroupSaysWhatThePasteOfItsReplySays() {
    LogGroup group = summary(List.of(unknownUser(NOON, 7))).groups().get(0);
    Finding pasted =
        Objects.requireNonNull(
                BOT.answer(
                        "host gmail-smtp-in.l.google.com said: "
                            + String.format(Logs.NO_USER, 7, 12),
                        Locale.ENGLISH)
                    .diagnosis())
            .findings()
            .get(0);
    assertEquals(pasted.cause(), group.cause());
    assertEquals(pasted.codes(), group.codes());
    assertEquals("google", group.provider());
    assertEquals(pasted.permanent(), group.permanent());
    assertTrue(group.permanent());
  }

  @Test
  void theShareIsThatOfTheProvidersMail() {
    List<Delivery> log = new ArrayList<>();
    for (int message = 0; message < 30; message++) {
      log.add(message < 10 ? limited(NOON, message) : taken(NOON, message));
    }
    log.add(delivery(NOON, "X", "a@example.com", "mx.example.com", Result.DELIVERED, "250 OK"));
    LogGroup group = summary(log).groups().get(0);
    assertEquals(30, group.traffic().value());
    assertEquals(10.0 / 30, group.share(), 1e-9);
  }

  @Test
  void aLogWithoutTimesIsSummarised() {
    Delivery timeless =
        new Delivery(null, "A", "", "a@example.com", "", Result.BOUNCED, "550 5.1.1 no such user");
    LogSummary summary = summary(List.of(timeless));
    assertEquals(1, summary.totals().messages().bounced().value());
    assertEquals(null, summary.groups().get(0).first());
    assertTrue(summary.changes().isEmpty());
  }

  @Test
  void bytesThatAreNoSummaryAreRefused() {
    byte[] bytes = summary(List.of(limited(NOON, 1))).toBytes();
    assertThrows(IllegalArgumentException.class, () -> LogSummary.fromBytes(new byte[] {1, 2, 3}));
    assertThrows(
        IllegalArgumentException.class,
        () -> LogSummary.fromBytes(Arrays.copyOf(bytes, bytes.length / 2)));
  }

  @Test
  void thatAGroupIsOverIsToldByTheMailThatCameAfterIt() {
    List<Delivery> log = new ArrayList<>();
    for (int message = 0; message < 20; message++) {
      log.add(limited(NOON.plusSeconds(message), message));
    }
    assertTrue(summary(log).groups().get(0).ongoing());
    for (int message = 20; message < 60; message++) {
      log.add(taken(NOON.plusSeconds(message), message));
    }
    assertFalse(summary(log).groups().get(0).ongoing());
  }
}
