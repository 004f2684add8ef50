package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.Outcome;
import io.github.smtpbot.catalog.Party;
import io.github.smtpbot.catalog.Sentences;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.diagnosis.Finding;
import io.github.smtpbot.diagnosis.Finding.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one line that says whether it is final, what happens next, and who acts. */
final class Verdicts {

  /** What says all by its name, whatever the first digit is. */
  private static final Set<Outcome> SAYS_ALL =
      Set.of(Outcome.VARIES, Outcome.EXPIRES, Outcome.ENDS, Outcome.INFORMS);

  /** A longer answer does not stand out in bold type, it only makes it hard to read. */
  private static final int MAX_STRONG = 80;

  private final Words words;
  private final CodeParts parts;

  Verdicts(Words words, CodeParts parts) {
    this.words = words;
    this.parts = parts;
  }

  /** What holds for a code or a reply. */
  Brief.Verdict of(Profile profile) {
    Tone tone = tone(profile);
    List<Brief.Span> spans = word(tone, profile.outcome());
    acts(spans, tone, profile.acts());
    return new Brief.Verdict(tone, List.copyOf(spans));
  }

  /** What holds for a code, where it is not known who acts. */
  Brief.Verdict withoutActs(Profile profile) {
    Tone tone = tone(profile);
    return new Brief.Verdict(tone, List.copyOf(word(tone, profile.outcome())));
  }

  /** What depends on who sent the code has no sign of one end or the other. */
  static Tone tone(Profile profile) {
    return profile.outcome() == Outcome.VARIES ? Tone.NEUTRAL : Tone.of(profile.severity());
  }

  /** What was asked, answered in a sentence, and who acts. */
  Brief.Verdict answering(String sentence, Profile profile) {
    String answer =
        sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    List<Brief.Span> spans = strong(answer);
    if (answer.length() > MAX_STRONG) {
      spans.set(0, plain(answer));
    }
    Tone tone = tone(profile);
    acts(spans, tone, profile.acts());
    return new Brief.Verdict(tone, List.copyOf(spans));
  }

  /** Who acts on a cause, of which no code says whether it is final. */
  Brief.Verdict of(List<Party> acts) {
    List<Brief.Span> spans = new ArrayList<>();
    acts(spans, Tone.NEUTRAL, acts);
    Brief.Span start = spans.get(0);
    spans.set(0, new Brief.Span(Sentences.upperFirst(start.text()), start.strong()));
    return new Brief.Verdict(Tone.NEUTRAL, List.copyOf(spans));
  }

  /** The same, where a code or a token says whether it is final. */
  Brief.Verdict of(Tone tone, List<Party> acts) {
    if (tone == Tone.NEUTRAL) {
      return of(acts);
    }
    List<Brief.Span> spans = strong(words.ui("verdict." + OneAspect.key(tone)));
    acts(spans, tone, acts);
    return new Brief.Verdict(tone, List.copyOf(spans));
  }

  /** The same of a cause that these codes tell: what they say, or that it is theirs to say. */
  Brief.Verdict of(List<Code> codes, List<Party> acts) {
    List<Tone> tones = codes.stream().map(code -> Tone.of(code.severity())).distinct().toList();
    if (tones.size() == 1 && tones.get(0) != Tone.NEUTRAL) {
      return of(tones.get(0), acts);
    }
    if (tones.isEmpty()) {
      return of(acts);
    }
    List<Brief.Span> spans = strong(words.ui("verdict.neutral"));
    acts(spans, Tone.NEUTRAL, acts);
    return new Brief.Verdict(Tone.NEUTRAL, List.copyOf(spans));
  }

  /** How serious it is and what happens next, as one text with its sign. */
  String grade(Profile profile) {
    return withoutActs(profile).text().replace(Brief.JOIN, ", ");
  }

  /** What holds for a failure that was reported. */
  Brief.Verdict of(Finding finding, Tone tone, Outcome outcome, List<Party> acts) {
    List<Brief.Span> spans = happens(finding, tone, outcome);
    acts(spans, tone, acts);
    return new Brief.Verdict(tone, List.copyOf(spans));
  }

  /** The same where this one acts, whoever usually does. */
  Brief.Verdict of(Finding finding, Tone tone, Outcome outcome, String who) {
    List<Brief.Span> spans = happens(finding, tone, outcome);
    acts(spans, who);
    return new Brief.Verdict(tone, List.copyOf(spans));
  }

  private List<Brief.Span> happens(Finding finding, Tone tone, Outcome outcome) {
    List<Brief.Span> spans =
        finding.permanent() == null && tone == Tone.NEUTRAL
            ? strong(words.ui("verdict.untold"))
            : finding.circumstances().origin() == Origin.PROGRAM && isFailure(tone)
                ? inProgram(tone)
                : word(tone, outcome);
    Brief.Span wait = wait(finding);
    if (wait != null) {
      join(spans).add(wait);
    }
    return spans;
  }

  private static boolean isFailure(Tone tone) {
    return tone == Tone.TRANSIENT || tone == Tone.PERMANENT;
  }

  private List<Brief.Span> inProgram(Tone tone) {
    List<Brief.Span> spans = strong(words.ui("verdict." + OneAspect.key(tone)));
    join(spans).add(plain(words.ui("verdict.program." + OneAspect.key(tone))));
    return spans;
  }

  private List<Brief.Span> word(Tone tone, Outcome outcome) {
    if (SAYS_ALL.contains(outcome)) {
      return strong(words.outcome(outcome).name());
    }
    List<Brief.Span> spans = strong(words.ui("verdict." + OneAspect.key(tone)));
    if (outcome != Outcome.PROCEEDS && outcome != Outcome.AWAITS) {
      join(spans).add(plain(words.ui("verdict.then." + OneAspect.key(outcome))));
    }
    return spans;
  }

  private Brief.@Nullable Span wait(Finding finding) {
    Duration asked = finding.circumstances().retryAfter();
    return asked == null || Boolean.TRUE.equals(finding.permanent())
        ? null
        : plain(words.ui("verdict.wait", WaitTime.of(asked).in(words)));
  }

  private void acts(List<Brief.Span> spans, Tone tone, List<Party> acts) {
    if (acts.get(0) == Party.NOBODY) {
      if (!spans.isEmpty()) {
        join(spans);
      }
      spans.add(plain(words.ui(tone == Tone.TRANSIENT ? "verdict.nobody.yet" : "verdict.nobody")));
      return;
    }
    acts(spans, parts.anyOf(acts.stream().filter(party -> party != Party.NOBODY).toList()));
  }

  private void acts(List<Brief.Span> spans, String who) {
    if (!spans.isEmpty()) {
      join(spans);
    }
    String[] around = words.ui("verdict.acts", "\0").split("\0", 2);
    spans.add(plain(around[0]));
    spans.add(new Brief.Span(who, true));
    spans.add(plain(around[1]));
    spans.removeIf(span -> span.text().isEmpty());
  }

  private static List<Brief.Span> strong(String text) {
    List<Brief.Span> spans = new ArrayList<>();
    spans.add(new Brief.Span(text, true));
    return spans;
  }

  private static Brief.Span plain(String text) {
    return new Brief.Span(text, false);
  }

  private static List<Brief.Span> join(List<Brief.Span> spans) {
    spans.add(plain(Brief.JOIN));
    return spans;
  }
}
