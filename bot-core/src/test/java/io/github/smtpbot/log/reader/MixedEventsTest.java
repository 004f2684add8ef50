package io.github.smtpbot.log.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import io.github.smtpbot.log.generate.AmazonSesEvents;
import io.github.smtpbot.log.generate.GeneratedEvents;
import io.github.smtpbot.log.generate.HalonEvents;
import io.github.smtpbot.log.generate.KumoMtaEvents;
import io.github.smtpbot.log.generate.MailerQEvents;
import io.github.smtpbot.log.generate.MailgunEvents;
import io.github.smtpbot.log.generate.PostmarkEvents;
import io.github.smtpbot.log.generate.SendGridEvents;
import io.github.smtpbot.log.generate.SparkPostEvents;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events in JSON as files hold them: of several products, on a line each or over many. */
class MixedEventsTest {

  private static final Comparator<Delivery> ORDER = Comparator.comparing(Delivery::toString);

  static List<GeneratedEvents> logs() {
    return List.of(
        KumoMtaEvents.generate(7, 40),
        MailerQEvents.generate(7, 40),
        HalonEvents.generate(7, 40),
        AmazonSesEvents.generate(7, 40),
        SendGridEvents.generate(7, 40),
        MailgunEvents.generate(7, 40),
        PostmarkEvents.generate(7, 40),
        SparkPostEvents.generate(7, 40));
  }

  private static List<Delivery> sorted(List<Delivery> deliveries) {
    return deliveries.stream().sorted(ORDER).toList();
  }

  /** One event of each log in turn, and what is true of all. */
  private static List<String> mixed(List<Delivery> truth) throws IOException {
    List<List<String>> logs = new ArrayList<>();
    for (GeneratedEvents log : logs()) {
      logs.add(values(log));
      truth.addAll(log.truth());
    }
    List<String> mixed = new ArrayList<>();
    int longest = logs.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      for (List<String> log : logs) {
        if (i < log.size()) {
          mixed.add(log.get(i));
        }
      }
    }
    return mixed;
  }

  /** The outermost values of a log, each on one line. */
  private static List<String> values(GeneratedEvents log) throws IOException {
    List<String> values = new ArrayList<>();
    JsonFactory factory = new JsonFactory();
    try (JsonParser parser = factory.createParser(String.join("\n", log.lines()))) {
      while (parser.nextToken() != null) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = factory.createGenerator(text)) {
          generator.copyCurrentStructure(parser);
        }
        values.add(text.toString());
      }
    }
    return values;
  }

  private static String pretty(String json) throws IOException {
    StringWriter text = new StringWriter();
    JsonFactory factory = new JsonFactory();
    try (JsonParser parser = factory.createParser(json);
        JsonGenerator generator = factory.createGenerator(text)) {
      generator.useDefaultPrettyPrinter();
      while (parser.nextToken() != null) {
        generator.copyCurrentStructure(parser);
      }
    }
    return text.toString();
  }

  @Test
  void linesOfSeveralProductsAreAllRead() throws IOException {
    List<Delivery> truth = new ArrayList<>();
    List<String> lines = mixed(truth);
    Read read = Read.text(String.join("\n", lines) + "\n");
    assertEquals(sorted(truth), sorted(read.deliveries()));
    assertEquals(0, read.count().unknownLines());
    Set<LogFormat> formats = EnumSet.noneOf(LogFormat.class);
    logs().forEach(log -> formats.add(log.format()));
    assertEquals(formats, read.count().formats().keySet());
  }

  @ParameterizedTest
  @MethodSource("logs")
  void objectsOverManyLinesAreRead(GeneratedEvents log) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String value : values(log)) {
      text.append(pretty(value)).append('\n');
    }
    Read read = Read.text(text.toString());
    assertEquals(sorted(log.truth()), sorted(read.deliveries()));
    assertEquals(0, read.count().unknownLines());
    assertEquals(Set.of(log.format()), read.count().formats().keySet());
  }

  @Test
  void anArrayOverManyLinesOfSeveralProductsIsRead() throws IOException {
    List<Delivery> truth = new ArrayList<>();
    List<String> lines = mixed(truth);
    Read read = Read.text(pretty("[" + String.join(",", lines) + "]") + "\n");
    assertEquals(sorted(truth), sorted(read.deliveries()));
    assertEquals(0, read.count().unknownLines());
  }

  @Test
  void linesOfAServerBetweenEventsAreReadAsWell() throws IOException {
    List<Delivery> truth = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : mixed(truth)) {
      lines.add(line);
      lines.add("{");
      lines.add(
          "2026-11-27T14:00:00+00:00 mx1 postfix/smtp[1]: 4QXA1: to=<a@example.com>, relay=mx.example.com[192.0.2.1]:25, dsn=2.0.0, status=sent (250 OK)");
    }
    assertEquals(
        truth.size() + lines.size() / 3,
        Read.text(String.join("\n", lines) + "\n").deliveries().size());
  }
}
