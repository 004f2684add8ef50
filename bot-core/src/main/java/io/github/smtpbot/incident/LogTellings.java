package io.github.smtpbot.incident;

import io.github.smtpbot.answer.Brief;
import io.github.smtpbot.answer.LogTelling;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.answer.Tone;
import io.github.smtpbot.catalog.Words;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts what is told of a log into the form that an answer is made of. */
final class LogTellings {

  private final Words words;
  private final Speech speech;

  LogTellings(Words words, Speech speech) {
    this.words = words;
    this.speech = speech;
  }

  LogTelling of(Incident incident, Shareable.Kept kept) {
    Totals totals = incident.totals();
    return new LogTelling(
        speech.number(totals.messages().all()),
        incident.headline(),
        incident.happening(),
        incident.acting(),
        tone(incident),
        incident.title(),
        incident.groups().stream().map(this::group).toList(),
        incident.others(),
        Stream.concat(
                Stream.of(
                    line("log.by.message", totals.messages()),
                    line("log.by.recipient", totals.deliveries()),
                    line("log.by.attempt", totals.attempts())),
                Stream.of(incident.late()).filter(text -> !text.isEmpty()))
            .toList(),
        incident.changes().stream().map(ToldChange::text).toList(),
        Stream.concat(
                Stream.of(words.ui("log.answer.zone", incident.zone().getId())),
                incident.notes().stream())
            .toList(),
        kept);
  }

  private static Tone tone(Incident incident) {
    return incident.groups().isEmpty() && incident.acting() == null
        ? Tone.SUCCESS
        : incident.acting() == null ? Tone.NEUTRAL : incident.acting().verdict().tone();
  }

  private LogTelling.Group group(Told told) {
    return new LogTelling.Group(
        speech.number(told.group().messages()),
        told.title(),
        name(told),
        Stream.of(told.counts(), told.place(), told.share(), told.seen())
            .filter(text -> !text.isEmpty())
            .toList(),
        told.group().codes(),
        told.outline(),
        told.reply());
  }

  /** One line of a phone. */
  private static String name(Told told) {
    String codes = told.group().codes();
    return Stream.of(
            told.outline().verdict().tone().sign()
                + " "
                + (codes.isEmpty() ? told.outline().name() : codes),
            told.speaker())
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(Brief.JOIN));
  }

  private String line(String name, Totals.Outcome outcome) {
    List<String> parts =
        Stream.of(
                part("delivered", outcome.delivered()),
                part("deferred", outcome.deferred()),
                part("bounced", outcome.bounced()),
                part("rejected", outcome.rejected()))
            .filter(text -> !text.isEmpty())
            .toList();
    return words.ui(name)
        + ": "
        + (parts.isEmpty() ? "0" : parts.stream().collect(Collectors.joining(", ")));
  }

  private String part(String kind, Count count) {
    return count.value() == 0 ? "" : words.ui("log.column." + kind) + " " + speech.number(count);
  }
}
