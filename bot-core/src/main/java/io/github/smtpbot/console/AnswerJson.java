package io.github.smtpbot.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.FollowUp;
import io.github.smtpbot.answer.Mask;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Source;
import io.github.smtpbot.diagnosis.Consequences;
import io.github.smtpbot.diagnosis.Diagnosis;
import io.github.smtpbot.diagnosis.Evidence;
import io.github.smtpbot.diagnosis.Finding;
import io.github.smtpbot.question.Asked;
import io.github.smtpbot.question.Mentions;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers as JSON. The fields are public and stable: {@code docs/json.md} describes them.
 */
final class AnswerJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private AnswerJson() {}

  /** One line of JSON, without the line's end. */
  static String write(Answer answer) {
    return write(null, answer);
  }

  /**
   * One line of JSON that begins with the id of the request, which is JSON itself; null for none.
   */
  static String write(@Nullable String id, Answer answer) {
    return write(id, answer, answer.diagnosis(), false);
  }

  /**
   * The same for others than the one who asked.
   *
   * @param shared the answer that others may see
   * @param own what was diagnosed, of which nothing is told that came from the text itself but what
   *     {@link Mask} leaves of the words that led to it; null if nothing was
   */
  static String writeShared(Answer shared, @Nullable Diagnosis own) {
    return write(null, shared, own, true);
  }

  private static String write(
      @Nullable String id, Answer answer, @Nullable Diagnosis diagnosis, boolean masked) {
    return line(
        json -> {
          if (id != null) {
            json.writeFieldName("id");
            json.writeRawValue(id);
          }
          json.writeStringField("kind", label(answer.kind()));
          strings(json, "codes", answer.codes());
          json.writeStringField("title", answer.title());
          json.writeStringField("summary", answer.summary());
          json.writeStringField("lang", answer.language().toLanguageTag());
          writeAsked(json, answer.asked());
          if (diagnosis != null) {
            writeDiagnosis(json, diagnosis, masked);
          }
          json.writeObjectFieldStart("answer");
          writeWhole(json, answer);
          json.writeEndObject();
        });
  }

  /** One line of JSON that says why a request could not be answered. */
  static String error(String id, String message) {
    return line(
        json -> {
          json.writeFieldName("id");
          json.writeRawValue(id);
          json.writeStringField("kind", "error");
          json.writeStringField("error", message);
        });
  }

  /** What writes the fields of an object. */
  interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  /** An object on one line that nothing in can steer a terminal. */
  static String line(Fields fields) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(line)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return inert(line.toString());
  }

  /**
   * The line with what a terminal may act on escaped: JSON itself allows the control characters
   * above 7F and marks of direction. They can only be in strings.
   */
  private static String inert(String line) {
    if (line.codePoints().allMatch(AnswerJson::isInert)) {
      return line;
    }
    StringBuilder safe = new StringBuilder(line.length() + 16);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (isInert(c)) {
        safe.append(c);
      } else {
        safe.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return safe.toString();
  }

  private static boolean isInert(int c) {
    return !Character.isISOControl(c)
        && (Character.getType(c) != Character.FORMAT || Character.isSupplementaryCodePoint(c))
        && c != '\u2028'
        && c != '\u2029';
  }

  private static void writeAsked(JsonGenerator json, Asked asked) throws IOException {
    Mentions mentions = asked.mentions();
    json.writeObjectFieldStart("asked");
    json.writeStringField("intent", asked.intent().label());
    strings(json, "codes", asked.codes());
    strings(json, "providers", mentions.providers());
    strings(json, "causes", mentions.causes().stream().map(Cause::label).toList());
    strings(json, "commands", mentions.commands().stream().map(AnswerJson::label).toList());
    Locale language = mentions.language();
    string(json, "lang", language == null ? null : language.toLanguageTag());
    json.writeEndObject();
  }

  private static void writeWhole(JsonGenerator json, Answer answer) throws IOException {
    json.writeStringField("tone", label(answer.tone()));
    writeParts(json, "lead", answer.lead());
    writeParts(json, "details", answer.details());
    sources(json, answer.sources());
    json.writeArrayFieldStart("follow_ups");
    for (FollowUp followUp : answer.followUps()) {
      json.writeStartObject();
      json.writeStringField("label", followUp.label());
      json.writeStringField("question", followUp.question());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeParts(JsonGenerator json, String field, List<Part> parts)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Part part : parts) {
      json.writeStartObject();
      writePart(json, part);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writePart(JsonGenerator json, Part part) throws IOException {
    if (part instanceof Part.Verdict verdict) {
      json.writeStringField("type", "verdict");
      json.writeStringField("tone", label(verdict.tone()));
      json.writeArrayFieldStart("facts");
      for (Part.Fact fact : verdict.facts()) {
        json.writeStartObject();
        json.writeStringField("label", fact.label());
        json.writeStringField("value", fact.value());
        json.writeEndObject();
      }
      json.writeEndArray();
    } else if (part instanceof Part.Text text) {
      json.writeStringField("type", "text");
      json.writeStringField("heading", text.heading());
      json.writeStringField("text", text.text());
    } else if (part instanceof Part.Bullets bullets) {
      json.writeStringField("type", "bullets");
      json.writeStringField("heading", bullets.heading());
      strings(json, "items", bullets.items());
    } else if (part instanceof Part.Table table) {
      json.writeStringField("type", "table");
      json.writeStringField("heading", table.heading());
      strings(json, "columns", table.columns());
      json.writeArrayFieldStart("rows");
      for (Part.Row row : table.rows()) {
        json.writeStartObject();
        json.writeStringField("label", row.label());
        strings(json, "values", row.values());
        json.writeBooleanField("differs", row.differs());
        json.writeEndObject();
      }
      json.writeEndArray();
    } else if (part instanceof Part.Section section) {
      json.writeStringField("type", "section");
      json.writeStringField("title", section.title());
      json.writeStringField("tone", label(section.tone()));
      writeParts(json, "parts", section.parts());
    } else if (part instanceof Part.Quote quote) {
      json.writeStringField("type", "quote");
      json.writeStringField("heading", quote.heading());
      strings(json, "lines", quote.lines());
    } else if (part instanceof Part.Notice notice) {
      json.writeStringField("type", "notice");
      json.writeStringField("text", notice.text());
    } else if (part instanceof Part.Choices choices) {
      json.writeStringField("type", "choices");
      json.writeStringField("heading", choices.heading());
      json.writeArrayFieldStart("choices");
      for (Part.Choice choice : choices.choices()) {
        json.writeStartObject();
        json.writeStringField("question", choice.question());
        json.writeStringField("name", choice.name());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private static void writeDiagnosis(JsonGenerator json, Diagnosis diagnosis, boolean masked)
      throws IOException {
    json.writeStringField("form", label(diagnosis.form()));
    if (diagnosis.isEmpty()) {
      for (String field :
          List.of(
              "reply_code",
              "enhanced",
              "cause",
              "provider",
              "house",
              "permanent",
              "phase",
              "confidence",
              "address_action",
              "fault",
              "retry_after_seconds")) {
        json.writeNullField(field);
      }
      json.writeObjectFieldStart("other_systems");
      json.writeEndObject();
      strings(json, "evidence", List.of());
    } else {
      writeFinding(json, diagnosis.findings().get(0), masked);
      writeConsequences(json, diagnosis.consequences().get(0));
    }
    json.writeArrayFieldStart("replies");
    for (int i = 0; i < diagnosis.findings().size(); i++) {
      Finding finding = diagnosis.findings().get(i);
      json.writeStartObject();
      writeFinding(json, finding, masked);
      writeConsequences(json, diagnosis.consequences().get(i));
      string(json, "recipient", masked ? null : finding.recipient());
      string(json, "remote_host", masked ? null : finding.remoteHost());
      json.writeStringField("text", masked ? "" : finding.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    string(json, "reporting_host", masked ? null : diagnosis.reportingHost());
  }

  private static void writeFinding(JsonGenerator json, Finding finding, boolean masked)
      throws IOException {
    if (finding.replyCode() == null) {
      json.writeNullField("reply_code");
    } else {
      json.writeNumberField("reply_code", finding.replyCode().value());
    }
    string(json, "enhanced", finding.enhanced() == null ? null : finding.enhanced().text());
    json.writeStringField("cause", finding.cause().label());
    string(json, "provider", finding.provider() == null ? null : finding.provider().id());
    string(json, "house", finding.house() == null ? null : finding.house().id());
    if (finding.permanent() == null) {
      json.writeNullField("permanent");
    } else {
      json.writeBooleanField("permanent", finding.permanent());
    }
    string(json, "phase", finding.command() == null ? null : label(finding.command()));
    json.writeNumberField("confidence", Math.round(finding.confidence() * 100) / 100.0);
    json.writeArrayFieldStart("evidence");
    for (Evidence evidence : finding.evidence()) {
      json.writeStartObject();
      json.writeStringField("kind", label(evidence.kind()));
      json.writeStringField(
          "matched", masked ? Mask.everything(evidence.matched()) : evidence.matched());
      json.writeEndObject();
    }
    json.writeEndArray();
    Duration wait = finding.circumstances().retryAfter();
    if (wait == null) {
      json.writeNullField("retry_after_seconds");
    } else {
      json.writeNumberField("retry_after_seconds", wait.toSeconds());
    }
    json.writeArrayFieldStart("contradictions");
    for (Finding.Contradiction contradiction : finding.contradictions()) {
      json.writeString(label(contradiction));
    }
    json.writeEndArray();
  }

  private static void writeConsequences(JsonGenerator json, Consequences consequences)
      throws IOException {
    json.writeStringField("address_action", label(consequences.address()));
    string(json, "fault", consequences.fault() == null ? null : label(consequences.fault()));
    json.writeObjectFieldStart("other_systems");
    for (Map.Entry<String, String> system : consequences.otherSystems().entrySet()) {
      json.writeStringField(system.getKey(), system.getValue());
    }
    json.writeEndObject();
  }

  static void string(JsonGenerator json, String field, @Nullable String value) throws IOException {
    if (value == null || value.isEmpty()) {
      json.writeNullField(field);
    } else {
      json.writeStringField(field, value);
    }
  }

  static void sources(JsonGenerator json, List<Source> sources) throws IOException {
    json.writeArrayFieldStart("sources");
    for (Source source : sources) {
      json.writeStartObject();
      json.writeStringField("label", source.label());
      json.writeStringField("url", source.url());
      json.writeBooleanField("checked", source.checked());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void strings(JsonGenerator json, String field, List<String> values) throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
