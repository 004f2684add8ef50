package io.github.smtpbot.incident;

import io.github.smtpbot.answer.Brief;
import io.github.smtpbot.answer.Outline;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Heads what is told. Comes in: a group or a change, with what is to be done about it. Goes out: a
 * line of its sign, codes, cause, and whom it is about.
 */
final class Titles {

  private final Parties parties;

  Titles(Parties parties) {
    this.parties = parties;
  }

  String of(LogGroup group, Outline outline) {
    return signed(
        outline,
        Stream.of(group.codes(), outline.name(), parties.speaker(group), parties.wording(group)));
  }

  String of(Change change, Outline outline) {
    return change.isOfSeveral()
        ? signed(outline, Stream.of(outline.name(), parties.where(change)))
        : of(change.group(), outline);
  }

  private static String signed(Outline outline, Stream<String> parts) {
    String sign = outline.verdict().tone().sign();
    return (sign + " ").strip()
        + (sign.isEmpty() ? "" : " ")
        + parts.filter(text -> !text.isEmpty()).collect(Collectors.joining(Brief.JOIN));
  }
}
