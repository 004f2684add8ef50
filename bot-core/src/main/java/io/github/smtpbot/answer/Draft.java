package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Intent;
import io.github.smtpbot.catalog.Source;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.diagnosis.Diagnosis;
import io.github.smtpbot.question.Asked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer in the making. Parts that are null are left out: there was nothing to say. */
final class Draft {

  private static final int MAX_SOURCES = 8;
  private static final int MAX_FOLLOW_UPS = 8;
  private static final int MAX_TITLE = 150;

  private final Answer.Kind kind;
  private final Words words;
  private final String title;
  private final BriefDraft brief;
  private final List<Part> lead = new ArrayList<>();
  private final List<Part> details = new ArrayList<>();
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final Map<String, FollowUp> followUps = new LinkedHashMap<>();
  private List<String> codes = List.of();
  private String summary = "";
  private Tone tone = Tone.NEUTRAL;
  private @Nullable Shareable shareable;
  private @Nullable Diagnosis diagnosis;

  Draft(Answer.Kind kind, Words words, String title) {
    this.kind = kind;
    this.words = words;
    this.title = title;
    this.brief = new BriefDraft(words);
  }

  /** What goes on one screen; the summary where nothing is put into it. */
  BriefDraft brief() {
    return brief;
  }

  Draft codes(List<String> about) {
    codes = List.copyOf(about);
    return this;
  }

  Draft summary(String text) {
    summary = text;
    return this;
  }

  String summary() {
    return summary;
  }

  Draft tone(Tone colour) {
    tone = colour;
    return this;
  }

  Draft lead(@Nullable Part part) {
    if (part != null) {
      lead.add(part);
    }
    return this;
  }

  /** A notice that the brief tells too. */
  Draft warning(Part.@Nullable Notice notice) {
    brief.notice(notice);
    return lead(notice);
  }

  /** Things to choose from, which the brief names as far as it has room. */
  Draft offer(Part.@Nullable Choices choices) {
    if (choices != null) {
      brief.lines(named(choices));
    }
    return lead(choices);
  }

  /** Codes to choose from: the same, but that a menu of them stands in the place of the names. */
  Draft offerCodes(Part.@Nullable Choices choices) {
    if (choices != null) {
      brief.offers(named(choices));
    }
    return lead(choices);
  }

  private List<String> named(Part.Choices choices) {
    return choices.choices().stream()
        .map(choice -> words.ui("title", choice.question(), choice.name()))
        .toList();
  }

  Draft detail(@Nullable Part part) {
    if (part != null) {
      details.add(part);
    }
    return this;
  }

  Draft sources(List<Source> more) {
    more.forEach(source -> sources.putIfAbsent(source.url(), source));
    return this;
  }

  Draft followUp(String label, String question) {
    return followUp(new FollowUp(label, question));
  }

  /** One that asks this of the same. */
  Draft followUp(Intent intent, String question) {
    return followUp(new FollowUp(words.ui("next." + intent.label()), question, intent));
  }

  Draft followUp(FollowUp next) {
    followUps.putIfAbsent(next.question(), next);
    return this;
  }

  /** Others may ask the same, if it is short enough to be a question. */
  Draft shareable(String question) {
    return shareable(Shareable.Asked.of(question));
  }

  Draft shareable(@Nullable Shareable publicForm) {
    shareable = publicForm;
    return this;
  }

  Draft diagnosis(Diagnosis read) {
    diagnosis = read;
    return this;
  }

  Answer done() {
    List<Source> cited = sources.values().stream().limit(MAX_SOURCES).toList();
    if (brief.isEmpty()) {
      brief.meaning(summary.equals(title) ? "" : summary);
    }
    return new Answer(
        kind,
        words.language(),
        codes,
        Clip.to(title, MAX_TITLE),
        summary.isEmpty() ? title : summary,
        tone,
        brief.done(title, cited),
        List.copyOf(lead),
        List.copyOf(details),
        cited,
        followUps.values().stream().limit(MAX_FOLLOW_UPS).toList(),
        shareable,
        diagnosis,
        Asked.NOTHING);
  }
}
