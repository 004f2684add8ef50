package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Cues;
import io.github.smtpbot.catalog.Intent;
import io.github.smtpbot.catalog.Severity;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Decides what is asked, by the words that betray it and by what is mentioned. */
final class IntentReader {

  /** What is asked of one thing, the most telling first. */
  private static final List<Intent> OF_ONE =
      List.of(Intent.PERMANENT, Intent.RETRY, Intent.WHO, Intent.FIX);

  private final Set<Intent> cues = EnumSet.noneOf(Intent.class);
  private final Mentions mentions;
  private final boolean namedFamily;
  private final boolean single;
  private final boolean token;
  private final boolean unknownWords;
  private final boolean codeWords;
  private final boolean serverSays;

  /** Whether the word "port" stands beside its number, so that nothing else is meant. */
  private final boolean port;

  /** "How long until 451 gives up": that it does is known, and for how long it tries is asked. */
  private final boolean untilWhen;

  private IntentReader(List<Piece> pieces, Mentions mentions) {
    this.mentions = mentions;
    boolean named = false;
    boolean token = false;
    boolean unknown = false;
    Set<Intent> passing = EnumSet.noneOf(Intent.class);
    for (Piece piece : pieces) {
      boolean passed = piece.is(Cues.Part.PASSED_OVER);
      for (Term term : piece.terms()) {
        if (term instanceof Term.ACue cue) {
          (passed && OF_ONE.contains(cue.intent()) ? passing : cues).add(cue.intent());
        }
        unknown |= term instanceof Term.Unknown;
        token |= term instanceof Term.AToken;
        named |= term instanceof Term.AFamily family && family.named() && isOfOneEnd(family);
      }
    }
    if (cues.isEmpty()) {
      // Dutch asks "who" with the word by which German says "how": any other word tells more.
      cues.addAll(passing);
    }
    this.namedFamily = named;
    this.single = pieces.size() == 1;
    this.token = token;
    this.unknownWords = unknown;
    this.untilWhen =
        cues.contains(Intent.PERMANENT) && cues.contains(Intent.RETRY) && !YesOrNo.isAsked(pieces);
    this.serverSays = pieces.stream().anyMatch(piece -> piece.is(Cues.Part.SERVER_SAYS));
    this.port =
        pieces.stream()
            .anyMatch(
                piece ->
                    piece.terms().contains(new Term.AList(Cues.Listed.PORTS))
                        && !QuestionParser.PORTS.contains(piece.text()));
    this.codeWords = pieces.stream().anyMatch(piece -> piece.is(Cues.Part.CODE_WORDS));
  }

  /** Whether the family says what becomes of a message: a soft bounce. */
  private static boolean isOfOneEnd(Term.AFamily family) {
    return family.family().severity() != Severity.UNKNOWN;
  }

  static Intent read(List<Piece> pieces, Mentions mentions) {
    return new IntentReader(pieces, mentions).intent();
  }

  /**
   * What is asked of a paste, whatever it names: whether it is final or tried again, who acts, what
   * to do; else what it means.
   */
  static Intent ofPaste(List<Piece> pieces) {
    return new IntentReader(pieces, Mentions.NONE).ofThing(Intent.MEANING);
  }

  private Intent intent() {
    int subjects = mentions.subjects().size();
    boolean named = subjects > 0 || !mentions.families().isEmpty() || !mentions.causes().isEmpty();
    if (mentions.address() && named) {
      return Intent.FIX;
    }
    if (subjects == 0 && mentions.families().isEmpty() && !mentions.listed().isEmpty() && lists()) {
      return Intent.LIST;
    }
    if (subjects > 1 || mentions.families().size() > 1) {
      return ofSeveral();
    }
    if (subjects == 1) {
      return ofOne();
    }
    if (!mentions.families().isEmpty()) {
      boolean means = cues.contains(Intent.MEANING) && !cues.contains(Intent.LIST);
      // "Are all 4xx temporary" lists nothing.
      boolean ofOne = OF_ONE.stream().anyMatch(cues::contains);
      return cues.contains(Intent.LIST) && !ofOne
          ? Intent.BROWSE
          : ofThing(means ? Intent.MEANING : Intent.BROWSE);
    }
    return ofNoCode();
  }

  private boolean lists() {
    if (mentions.listed().equals(List.of(Cues.Listed.PORTS))) {
      // A port is for the same at every provider.
      return mentions.with(mentions.subjects(), List.of()).isEmpty() && (port || !unknownWords);
    }
    return cues.contains(Intent.LIST)
        || (mentions.isEmpty()
            && mentions.listed().size() == 1
            && (single || cues.isEmpty())
            && !unknownWords);
  }

  private Intent ofSeveral() {
    if (cues.contains(Intent.WHICH_CODE) || isForCause()) {
      return Intent.WHICH_CODE;
    }
    if (cues.contains(Intent.LIST) && mentions.subjects().isEmpty()) {
      return Intent.BROWSE;
    }
    return cues.contains(Intent.DIFFERENCE) ? Intent.DIFFERENCE : ofThing(Intent.DIFFERENCE);
  }

  /** {@code 452 or 552 for mailbox full}: which of them is right. */
  private boolean isForCause() {
    return !mentions.causes().isEmpty()
        && mentions.errors().isEmpty()
        && !cues.contains(Intent.DIFFERENCE);
  }

  private Intent ofOne() {
    if (mentions.providers().size() > 1) {
      return cues.contains(Intent.DIFFERENCE) ? Intent.DIFFERENCE : Intent.PROVIDER_MEANING;
    }
    if (namedFamily) {
      return Intent.PERMANENT;
    }
    boolean phase = cues.contains(Intent.PHASE) || !mentions.commands().isEmpty();
    Intent rest =
        !mentions.providers().isEmpty()
            ? Intent.PROVIDER_MEANING
            : cues.contains(Intent.WHEN) ? Intent.WHEN : phase ? Intent.PHASE : Intent.MEANING;
    Intent found = ofThing(rest);
    boolean which = cues.contains(Intent.WHICH_CODE) && !mentions.causes().isEmpty();
    return found == rest && which ? Intent.WHICH_CODE : found;
  }

  private Intent ofThing(Intent otherwise) {
    return untilWhen
        ? Intent.RETRY
        : OF_ONE.stream().filter(cues::contains).findFirst().orElse(otherwise);
  }

  /** Whether and how long mail is tried again at all, perhaps by somebody who is named. */
  private boolean asksWhetherRetried() {
    return cues.contains(Intent.RETRY)
        && !cues.contains(Intent.PERMANENT)
        && !unknownWords
        && !serverSays
        && mentions.causes().isEmpty()
        && mentions.commands().isEmpty()
        && mentions.strangers().isEmpty();
  }

  private Intent ofNoCode() {
    boolean cause = !mentions.causes().isEmpty();
    if (!mentions.errors().isEmpty() || token) {
      return ofThing(Intent.MEANING);
    }
    if (cause && namedFamily) {
      // "Is mailbox full a hard bounce": the code that comes with it decides.
      return Intent.PERMANENT;
    }
    boolean which =
        cues.contains(Intent.WHICH_CODE)
            || (codeWords
                && (cues.isEmpty() || cues.equals(EnumSet.of(Intent.MEANING)))
                && mentions.providers().isEmpty());
    if (cause && which) {
      return Intent.WHICH_CODE;
    }
    if (asksWhetherRetried()) {
      return Intent.RETRY;
    }
    if (cause || !mentions.providers().isEmpty()) {
      boolean several = mentions.providers().size() > 1 && cues.contains(Intent.DIFFERENCE);
      Intent rest = cause ? Intent.MEANING : several ? Intent.DIFFERENCE : Intent.PROVIDER_MEANING;
      Intent found = ofThing(rest);
      return found == rest && cause && cues.contains(Intent.WHEN) ? Intent.WHEN : found;
    }
    if (!mentions.commands().isEmpty()) {
      return Intent.COMMANDS;
    }
    if (!mentions.strangers().isEmpty()) {
      return Intent.UNKNOWN;
    }
    if (unknownWords && !cues.contains(Intent.HELP)) {
      return ofThing(Intent.UNKNOWN);
    }
    boolean lists = cues.contains(Intent.LIST) || (codeWords && cues.isEmpty());
    return lists && !cues.contains(Intent.HELP) ? Intent.BROWSE : Intent.HELP;
  }
}
