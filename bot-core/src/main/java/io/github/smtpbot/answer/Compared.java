package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.CodeWords;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Named;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a comparison tells of one of its subjects, whatever the others are.
 *
 * @param sentence its part of the sentence that tells the subjects apart
 * @param gist its own word, where a rule for each pair would not be read
 * @param respects how it stands in each respect, in the order of the table
 * @param ofPair all about it, but for the first situation, which a pair has side by side
 * @param ofMany all about it
 * @param confused what asks for the comparison with each code that it is often confused with
 */
record Compared(
    Profile profile,
    String sentence,
    String gist,
    List<Differences.Respect> respects,
    Part.Section ofPair,
    Part.Section ofMany,
    Map<Code, FollowUp> confused) {

  static Compared of(Profile profile, Catalog catalog, Words words, CodeParts parts) {
    return new Maker(profile, catalog, words, parts).make();
  }

  /** When a server sends it; empty if nobody tells. */
  String situation() {
    CodeWords said = profile.words();
    return said == null || said.when().isEmpty() ? "" : said.when().get(0);
  }

  private record Maker(Profile profile, Catalog catalog, Words words, CodeParts parts) {

    Compared make() {
      CodeWords said = profile.words();
      return new Compared(
          profile,
          words.ui(
              "compare.one",
              profile.text(),
              profile.name(),
              CodeParts.lowerFirst(words.outcome(profile.outcome()).name())),
          words.ui("labelled", profile.text(), said == null ? profile.name() : said.gist()),
          respects(),
          section(true),
          section(false),
          confused());
    }

    private List<Differences.Respect> respects() {
      return List.of(
          new Differences.Respect("differences.severity", severity()),
          new Differences.Respect("differences.final", parts.isFinal(profile.outcome())),
          new Differences.Respect("differences.message", words.outcome(profile.outcome()).name()),
          // Who is the likeliest comes first; but who acts is the same in any order.
          new Differences.Respect(
              "differences.acts", parts.parties(profile.acts()), Set.copyOf(profile.acts())),
          new Differences.Respect("differences.commands", commands()),
          new Differences.Respect("differences.about", about()),
          new Differences.Respect(
              "differences.status",
              words.ui("status." + profile.status().name().toLowerCase(Locale.ROOT))));
    }

    private String severity() {
      return profile.severity() == Severity.UNKNOWN
          ? words.ui("any_class")
          : words.severity(profile.severity()).name();
    }

    private String commands() {
      return profile.commands().isEmpty()
          ? words.ui("undefined")
          : parts.commands(profile.commands());
    }

    private String about() {
      Code code = profile.codes().get(0);
      if (code instanceof ReplyCode reply && reply.category() <= 5) {
        return words.category(reply.category()).name();
      }
      Named subject =
          code instanceof EnhancedStatusCode enhanced ? words.subject(enhanced.subject()) : null;
      return subject == null ? words.ui("undefined") : subject.name();
    }

    private Part.Section section(boolean pair) {
      CodeWords said = profile.words();
      List<Part> inside = new ArrayList<>();
      Part.Notice standing = parts.standing(profile);
      if (standing != null) {
        inside.add(new Part.Text("", standing.text()));
      }
      if (said == null) {
        profile.codes().forEach(code -> inside.add(parts.digits(code)));
      } else {
        if (pair) {
          inside.add(parts.meaning(said));
        }
        List<String> when = said.when().stream().skip(pair ? 1 : 0).toList();
        if (!when.isEmpty()) {
          inside.add(new Part.Bullets(words.ui("when"), when));
        }
        inside.add(parts.fix(said.fix()));
      }
      return new Part.Section(
          words.ui("title", profile.text(), profile.name()),
          Tone.of(profile.severity()),
          List.copyOf(inside));
    }

    private Map<Code, FollowUp> confused() {
      Code code = profile.codes().get(0);
      Map<Code, FollowUp> asked = new LinkedHashMap<>();
      for (Code other : catalog.confusedWith(code)) {
        asked.put(other, new FollowUp(words.ui("versus", code, other), code + " vs " + other));
      }
      return Collections.unmodifiableMap(asked);
    }
  }
}
