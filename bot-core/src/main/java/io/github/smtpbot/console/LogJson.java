package io.github.smtpbot.console;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.smtpbot.incident.Change;
import io.github.smtpbot.incident.Count;
import io.github.smtpbot.incident.Incident;
import io.github.smtpbot.incident.LogGroup;
import io.github.smtpbot.incident.LogSummary;
import io.github.smtpbot.incident.Row;
import io.github.smtpbot.incident.Told;
import io.github.smtpbot.incident.ToldChange;
import io.github.smtpbot.incident.Totals;
import io.github.smtpbot.log.LogCount;
import io.github.smtpbot.log.LogFormat;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the summary of a log as JSON. The fields are public and stable: {@code docs/json.md}
 * describes them.
 */
final class LogJson {

  private static final double DIGITS = 10_000;

  private LogJson() {}

  /** One line of JSON, without the line's end. */
  static String write(
      LogSummary summary, Incident incident, @Nullable Breakdown breakdown, int top) {
    return AnswerJson.line(
        json -> {
          json.writeStringField("headline", incident.headline());
          json.writeStringField("lang", incident.language().toLanguageTag());
          time(json, "first", summary.first());
          time(json, "last", summary.last());
          totals(json, summary);
          json.writeBooleanField("failures_only", summary.isOfFailuresOnly());
          json.writeArrayFieldStart("groups");
          for (Told told : incident.groups()) {
            json.writeStartObject();
            group(json, told, summary.isOfFailuresOnly());
            json.writeEndObject();
          }
          json.writeEndArray();
          others(json, summary, incident);
          json.writeArrayFieldStart("changes");
          for (ToldChange told : incident.changes()) {
            json.writeStartObject();
            change(json, told, summary.isOfFailuresOnly());
            json.writeEndObject();
          }
          json.writeEndArray();
          if (breakdown != null) {
            by(json, summary, incident, breakdown, top);
          }
          json.writeObjectFieldStart("formats");
          Map<LogFormat, Long> formats = new TreeMap<>(summary.count().formats());
          for (Map.Entry<LogFormat, Long> format : formats.entrySet()) {
            json.writeNumberField(format.getKey().option(), format.getValue());
          }
          json.writeEndObject();
          json.writeArrayFieldStart("troubles");
          for (LogCount.Trouble trouble : summary.count().troubles()) {
            json.writeStartObject();
            json.writeStringField("program", trouble.program());
            json.writeNumberField("lines", trouble.lines());
            time(json, "first", trouble.first());
            time(json, "last", trouble.last());
            json.writeStringField("text", trouble.text());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeArrayFieldStart("problems");
          for (LogCount.Problem problem : summary.count().problems()) {
            json.writeStartObject();
            json.writeStringField("source", problem.source());
            json.writeStringField("kind", problem.kind().name().toLowerCase(Locale.ROOT));
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static void totals(JsonGenerator json, LogSummary summary) throws IOException {
    Totals totals = summary.totals();
    Totals.Outcome messages = totals.messages();
    json.writeObjectFieldStart("totals");
    json.writeNumberField("messages", messages.all().value());
    counts(json, messages);
    json.writeNumberField("delivered_late", messages.late().value());
    json.writeNumberField("recipients", totals.recipients().value());
    json.writeNumberField("domains", totals.domains().value());
    json.writeObjectFieldStart("by_recipient");
    json.writeNumberField("all", totals.deliveries().all().value());
    counts(json, totals.deliveries());
    json.writeEndObject();
    json.writeObjectFieldStart("attempts");
    json.writeNumberField("all", totals.attempts().all().value());
    counts(json, totals.attempts());
    json.writeEndObject();
    json.writeNumberField("lines", summary.count().lines());
    json.writeNumberField("unknown_lines", summary.count().unknownLines());
    json.writeNumberField("error", rounded(largest(totals)));
    json.writeEndObject();
  }

  private static double largest(Totals totals) {
    double most = Math.max(totals.recipients().error(), totals.domains().error());
    for (Totals.Outcome outcome : List.of(totals.messages(), totals.deliveries())) {
      for (Count count :
          List.of(
              outcome.all(),
              outcome.delivered(),
              outcome.deferred(),
              outcome.bounced(),
              outcome.rejected(),
              outcome.late())) {
        most = count.value() == 0 ? most : Math.max(most, count.error());
      }
    }
    return most;
  }

  private static void counts(JsonGenerator json, Totals.Outcome outcome) throws IOException {
    json.writeNumberField("delivered", outcome.delivered().value());
    json.writeNumberField("deferred", outcome.deferred().value());
    json.writeNumberField("bounced", outcome.bounced().value());
    json.writeNumberField("rejected", outcome.rejected().value());
  }

  private static void group(JsonGenerator json, Told told, boolean failuresOnly)
      throws IOException {
    LogGroup group = told.group();
    identity(json, group);
    json.writeNumberField("messages", group.messages().value());
    json.writeNumberField("attempts", group.attempts());
    json.writeNumberField("recipients", group.recipients().value());
    json.writeNumberField("domains", group.domains().value());
    json.writeArrayFieldStart("main_domains");
    for (LogGroup.DomainPart part : group.mainDomains()) {
      json.writeStartObject();
      json.writeStringField("domain", part.domain());
      json.writeNumberField("failed", part.failed());
      json.writeNumberField("attempts", part.attempts());
      Instant delivered = part.lastDelivered();
      time(json, "last_delivered", Instant.MIN.equals(delivered) ? null : delivered);
      json.writeEndObject();
    }
    json.writeEndArray();
    time(json, "first", group.first());
    time(json, "last", group.last());
    json.writeBooleanField("ongoing", group.ongoing());
    json.writeBooleanField("unsure", group.unsure());
    share(json, "share", group.share(), failuresOnly);
    json.writeNumberField("traffic", group.traffic().value());
    json.writeNumberField(
        "error",
        rounded(
            Math.max(
                group.messages().error(),
                Math.max(group.recipients().error(), group.domains().error()))));
    json.writeStringField("title", told.title());
    AnswerJson.string(json, "reply", told.reply());
    json.writeStringField("verdict", told.outline().verdict().text());
    AnswerJson.string(json, "acts", told.outline().acts());
    json.writeStringField("first_step", told.outline().first());
    AnswerJson.sources(json, told.outline().sources());
  }

  private static void identity(JsonGenerator json, LogGroup group) throws IOException {
    json.writeStringField("cause", group.cause().label());
    AnswerJson.string(json, "provider", group.provider());
    AnswerJson.strings(
        json, "codes", group.codes().isEmpty() ? List.of() : List.of(group.codes().split(" ")));
    json.writeBooleanField("permanent", group.permanent());
    json.writeBooleanField("rejected", group.rejected());
  }

  private static void others(JsonGenerator json, LogSummary summary, Incident incident)
      throws IOException {
    List<LogGroup> shown = incident.groups().stream().map(Told::group).toList();
    json.writeObjectFieldStart("others");
    json.writeNumberField("groups", summary.groups().size() - shown.size());
    json.writeNumberField(
        "attempts",
        summary.groups().stream()
            .filter(group -> !shown.contains(group))
            .mapToLong(LogGroup::attempts)
            .sum());
    json.writeEndObject();
  }

  private static void change(JsonGenerator json, ToldChange told, boolean failuresOnly)
      throws IOException {
    Change change = told.change();
    json.writeStringField("kind", change.began() ? "began" : "rose");
    identity(json, change.group());
    AnswerJson.strings(json, "providers", change.providers());
    json.writeBooleanField("everywhere", change.everywhere());
    time(json, "since", change.since());
    time(json, "until", change.until());
    json.writeBooleanField("from_start", change.fromStart());
    share(json, "before", change.before(), failuresOnly || change.fromStart());
    share(json, "during", change.during(), failuresOnly);
    share(json, "at_end", change.atEnd(), failuresOnly);
    share(json, "after", change.after(), failuresOnly || change.until() == null);
    json.writeNumberField("messages_before", change.mailBefore().value());
    json.writeNumberField("messages_during", change.mail().value());
    json.writeNumberField("affected", change.affected().value());
    json.writeNumberField("chance", change.chance());
    json.writeStringField("text", told.text());
  }

  private static void by(
      JsonGenerator json, LogSummary summary, Incident incident, Breakdown breakdown, int top)
      throws IOException {
    List<Row> rows = breakdown.rows(summary, incident.zone());
    json.writeObjectFieldStart("by");
    json.writeStringField("what", breakdown.option());
    json.writeNumberField("rows_of", rows.size());
    json.writeNumberField("error", breakdown.error(summary));
    json.writeArrayFieldStart("rows");
    for (Row row : breakdown.shown(rows, top)) {
      json.writeStartObject();
      AnswerJson.string(json, "name", row.name());
      json.writeNumberField("delivered", row.delivered());
      json.writeNumberField("deferred", row.deferred());
      json.writeNumberField("bounced", row.bounced());
      json.writeNumberField("rejected", row.rejected());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void time(JsonGenerator json, String field, @Nullable Instant time)
      throws IOException {
    AnswerJson.string(json, field, time == null ? null : time.toString());
  }

  /** Where only failures were read, nobody knows of how much mail they are a share. */
  private static void share(JsonGenerator json, String field, double share, boolean unknown)
      throws IOException {
    if (unknown) {
      json.writeNullField(field);
    } else {
      json.writeNumberField(field, rounded(share));
    }
  }

  private static double rounded(double share) {
    return Math.round(share * DIGITS) / DIGITS;
  }
}
