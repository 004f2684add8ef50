package io.github.smtpbot.log.format.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.diagnosis.Diagnosis;
import io.github.smtpbot.diagnosis.Finding;
import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.format.FormatReader;
import io.github.smtpbot.log.format.LogLine;
import io.github.smtpbot.log.generate.AmazonSesEvents;
import io.github.smtpbot.log.generate.ExchangeEvents;
import io.github.smtpbot.log.generate.GeneratedEvents;
import io.github.smtpbot.log.generate.HalonEvents;
import io.github.smtpbot.log.generate.KumoMtaEvents;
import io.github.smtpbot.log.generate.MailerQEvents;
import io.github.smtpbot.log.generate.MailgunEvents;
import io.github.smtpbot.log.generate.MessageTraceEvents;
import io.github.smtpbot.log.generate.PostmarkEvents;
import io.github.smtpbot.log.generate.PowerMtaEvents;
import io.github.smtpbot.log.generate.SendGridEvents;
import io.github.smtpbot.log.generate.SparkPostEvents;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every structured format. */
class EventFormatsTest {

  private static final long SEED = 1982;

  static List<GeneratedEvents> generated() {
    return logs(500);
  }

  private static List<GeneratedEvents> logs(int count) {
    return List.of(
        ExchangeEvents.generate(SEED, count),
        MessageTraceEvents.generate(SEED, count),
        PowerMtaEvents.generate(SEED, count),
        KumoMtaEvents.generate(SEED, count),
        MailerQEvents.generate(SEED, count),
        HalonEvents.generate(SEED, count),
        AmazonSesEvents.generate(SEED, count),
        SendGridEvents.generate(SEED, count),
        MailgunEvents.generate(SEED, count),
        PostmarkEvents.generate(SEED, count),
        SparkPostEvents.generate(SEED, count));
  }

  @Test
  void everyFormatHasALog() {
    assertEquals(
        EventFormats.all().stream().map(EventFormats.EventFormat::format).toList(),
        generated().stream().map(GeneratedEvents::format).toList());
  }

  @ParameterizedTest
  @MethodSource("generated")
  void everyDeliveryOfALogIsTold(GeneratedEvents log) {
    assertEquals(new Told(log.truth(), 0), Told.of(log.format(), log.lines()));
  }

  @ParameterizedTest
  @MethodSource("generated")
  void theFormatIsToldByTheBeginning(GeneratedEvents log) {
    List<String> beginning = log.lines().subList(0, Math.min(60, log.lines().size()));
    assertEquals(
        Optional.of(log.format()),
        EventFormats.recognise(EventFormats.all(), beginning)
            .map(EventFormats.EventFormat::format));
    for (EventFormats.EventFormat format : EventFormats.all()) {
      assertEquals(
          format.format() == log.format(),
          EventFormats.recognise(List.of(format), beginning).isPresent());
    }
  }

  @Test
  void anotherLogIsOfNoneOfTheseFormats() {
    assertEquals(
        Optional.empty(),
        EventFormats.recognise(
            EventFormats.all(),
            List.of(
                "Nov 27 08:00:00 mail postfix/smtp[7]: 4XyZ: to=<a@example.com>, status=sent",
                "{\"MESSAGE\":\"hello\",\"PRIORITY\":\"6\"}",
                "a,b,c",
                "[1,2,3]")));
  }

  /** A line that was cut anywhere, and then the whole log. */
  @ParameterizedTest
  @MethodSource("generated")
  void aLineThatWasCutThrowsNothing(GeneratedEvents log) {
    Random random = new Random(SEED);
    FormatReader reader = Told.reader(log.format(), ZoneOffset.UTC);
    List<Delivery> deliveries = new ArrayList<>();
    for (String line : log.lines()) {
      String cut = random.nextInt(10) > 0 ? line : line.substring(0, random.nextInt(line.length()));
      reader.read(new LogLine(null, "", "", cut), deliveries::add);
    }
    assertTrue(deliveries.size() <= log.truth().size());
  }

  @Property(seed = "1982", tries = 300)
  void anyTextThrowsNothing(@ForAll("texts") List<String> lines) {
    for (EventFormats.EventFormat format : EventFormats.all()) {
      FormatReader reader = format.reader(ZoneOffset.UTC);
      for (String line : lines) {
        reader.read(new LogLine(null, "", "", line), EventFormatsTest::isWhole);
      }
      reader.end(EventFormatsTest::isWhole);
    }
  }

  private static void isWhole(Delivery delivery) {
    assertTrue(delivery.reply().length() <= 8_100);
  }

  /** Whole lines of every format, lines with something changed, and any text. */
  @Provide
  Arbitrary<List<String>> texts() {
    List<String> lines = new ArrayList<>();
    logs(3).forEach(log -> lines.addAll(log.lines()));
    Arbitrary<String> whole = Arbitraries.of(lines);
    Arbitrary<String> changed =
        whole.flatMap(
            line ->
                Arbitraries.integers()
                    .between(0, line.length())
                    .flatMap(
                        at ->
                            Arbitraries.strings()
                                .withChars("{}[]\",:;\\<># \n\r\t0aé\uD800")
                                .ofMaxLength(4)
                                .map(s -> line.substring(0, at) + s + line.substring(at))));
    Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(200);
    return Arbitraries.oneOf(whole, changed, any).list().ofMaxSize(30);
  }

  @ParameterizedTest
  @MethodSource("generated")
  void theDiagnosisReadsTheReplies(GeneratedEvents log) {
    SmtpBot bot = SmtpBot.create();
    log.truth().stream()
        .map(Delivery::reply)
        .filter(reply -> reply.contains("5.1.1"))
        .distinct()
        .forEach(
            reply -> {
              Diagnosis diagnosis = bot.answer(reply, Locale.ENGLISH).diagnosis();
              assertNotNull(diagnosis);
              assertEquals(Cause.USER_UNKNOWN, diagnosis.findings().get(0).cause());
              assertEquals("5.1.1", enhanced(diagnosis.findings().get(0)));
            });
  }

  private static String enhanced(Finding finding) {
    EnhancedStatusCode code = finding.enhanced();
    assertNotNull(code);
    return code.text();
  }
}
