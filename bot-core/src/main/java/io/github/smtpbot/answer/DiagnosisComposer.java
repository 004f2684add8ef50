package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.CauseWords;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.CodeWords;
import io.github.smtpbot.catalog.EnhancedCodeFacts;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.ErrorWords;
import io.github.smtpbot.catalog.House;
import io.github.smtpbot.catalog.Intent;
import io.github.smtpbot.catalog.Outcome;
import io.github.smtpbot.catalog.Party;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.ReplyCodeFacts;
import io.github.smtpbot.catalog.Role;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Source;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.diagnosis.Consequences;
import io.github.smtpbot.diagnosis.Diagnosis;
import io.github.smtpbot.diagnosis.Evidence;
import io.github.smtpbot.diagnosis.Finding;
import io.github.smtpbot.question.Asked;
import io.github.smtpbot.question.Mentions;
import io.github.smtpbot.question.Question;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells what a pasted text turned out to say. Every address in the answer is masked. */
final class DiagnosisComposer {

  private static final int MAX_REPLIES = 10;

  private final Catalog catalog;
  private final Words words;
  private final CodeParts parts;
  private final Adviser advised;
  private final Verdicts verdicts;
  private final WhoAnswered answered;
  private final GroupsComposer several;
  private final String tag;

  DiagnosisComposer(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
    this.parts = new CodeParts(catalog, words);
    this.advised = new Adviser(catalog, words, new Diagnosed(catalog, words));
    this.verdicts = new Verdicts(words, parts);
    this.answered = new WhoAnswered(catalog, words);
    this.several = new GroupsComposer(words, this);
    this.tag = words.language().toLanguageTag();
  }

  /**
   * Tells what was read.
   *
   * @param asked what is asked of it, which is answered first
   */
  Answer diagnosis(Diagnosis diagnosis, Asked asked) {
    if (diagnosis.isEmpty()) {
      return noFailure(diagnosis);
    }
    Finding first = diagnosis.findings().get(0);
    String quote = Quotation.of(first.codes() + " " + first.text(), first.recipient());
    Advice advice = advised.of(first);
    Groups groups = Groups.of(diagnosis, words);
    Draft draft = draft(first).diagnosis(diagnosis);
    if (groups.kinds() > 1) {
      draft.lead(new Part.Bullets(groups.title(), groups.lines()));
      several.brief(draft.brief(), groups);
      draft.shareable(groups.shareable());
    } else {
      brief(draft.brief(), first, advice, quote, diagnosis.delivered());
      draft.shareable(PublicFinding.of(first));
    }
    String answer = groups.kinds() > 1 ? null : answer(first, advice, asked);
    // What to do first stands in the verdict.
    if (answer != null && asked.intent() != Intent.FIX) {
      draft.lead(new Part.Text("", answer));
    }
    tell(draft, first, advice, quote, allReplies(diagnosis));
    return (answer == null ? draft : draft.summary(answer + " " + gist(first, advice))).done();
  }

  /** The sentence that answers what is asked of a failure; null if its meaning is asked. */
  private @Nullable String answer(Finding finding, Advice advice, Asked asked) {
    String of = finding.codes().isEmpty() ? "“" + name(finding) + "”" : finding.codes();
    boolean varies = advice.outcome() == Outcome.VARIES;
    return switch (asked.intent()) {
      case PERMANENT ->
          varies ? null : PermanentComposer.answer(of, advice.outcome(), asked.yesIf(), words);
      case RETRY -> varies ? null : words.ui(RetryComposer.sentenceKey(advice.outcome()), of);
      case WHO ->
          WhoComposer.answer(of, advice.acts(), tone(finding) == Tone.TRANSIENT, parts, words);
      case FIX -> words.ui("ask.first.all", firstStep(finding, advice));
      default -> null;
    };
  }

  /** Tells what was found before; nothing is read. */
  Answer shared(Shareable read) {
    if (read instanceof Shareable.Groups shared && shared.kinds() > 1) {
      return several.answer(Groups.of(shared, catalog, words), shared);
    }
    return shared(only(read));
  }

  /** The same in few words. */
  Outline outline(Shareable.Found found) {
    Finding finding = PublicFinding.finding(found, catalog);
    Advice advice = advised.of(finding);
    String speaker = WhoAnswered.shortSpeaker(finding);
    List<Party> people =
        advice.acts().stream().filter(party -> party != Party.NOBODY).limit(2).toList();
    Draft sources = draft(finding).sources(sources(finding));
    return new Outline(
        name(finding),
        speaker == null ? "" : speaker,
        verdicts.of(finding, tone(finding), advice.outcome(), advice.acts()),
        people.isEmpty() ? "" : parts.anyOf(people),
        advice.acts().get(0) == Party.NOBODY,
        firstStep(finding, advice),
        sources.done().sources());
  }

  /** The same where this one acts and does this first, whoever usually does. */
  Outline outline(Shareable.Found found, String who, String first) {
    Finding finding = PublicFinding.finding(found, catalog);
    Outline usual = outline(found);
    Outcome outcome = advised.of(finding).outcome();
    return new Outline(
        usual.name(),
        usual.speaker(),
        verdicts.of(finding, tone(finding), outcome, who),
        who,
        false,
        first,
        usual.sources());
  }

  /** A provider's or a house's name in few words; empty if there is none with this id. */
  String nameOf(String id) {
    Provider provider = CatalogKey.provider(catalog, id);
    if (provider == null) {
      return "";
    }
    House house = provider.house();
    return house != null && house.id().equals(id) ? house.name() : provider.shortName();
  }

  boolean isDomainOf(String domain, String id) {
    Provider provider = CatalogKey.provider(catalog, id);
    return provider != null
        && provider.hosts().stream()
            .anyMatch(host -> domain.equals(host) || domain.endsWith("." + host));
  }

  boolean isParty(String id) {
    Provider provider = CatalogKey.provider(catalog, id);
    return provider != null && provider.isParty();
  }

  /** Tells what to do about what was found before: the first step first. */
  Answer steps(Shareable read) {
    if (read instanceof Shareable.Groups shared && shared.kinds() > 1) {
      return several.steps(Groups.of(shared, catalog, words), shared);
    }
    return steps(only(read));
  }

  private static Shareable.Found only(Shareable read) {
    return read instanceof Shareable.Groups shared
        ? shared.groups().get(0).found()
        : (Shareable.Found) read;
  }

  private Answer shared(Shareable.Found found) {
    Finding finding = PublicFinding.finding(found, catalog);
    Advice advice = advised.of(finding);
    Draft draft = tell(draft(finding), finding, advice, found.words(), null);
    brief(draft.brief(), finding, advice, found.words(), 0);
    return draft.shareable(found).done();
  }

  private Answer steps(Shareable.Found found) {
    Finding finding = PublicFinding.finding(found, catalog);
    Advice advice = advised.of(finding);
    String first = firstStep(finding, advice);
    Map<Role, String> others = others(finding, advice);
    return draft(finding)
        .summary(first)
        .lead(new Part.Text(words.ui("first_step"), first))
        .lead(others.isEmpty() ? null : parts.byRole(words.ui("ask.then.fix"), others))
        .lead(parts.escalate(advice.words()))
        .sources(sources(finding))
        .shareable(found)
        .done();
  }

  private Draft draft(Finding finding) {
    return new Draft(Answer.Kind.DIAGNOSIS, words, title(finding))
        .codes(finding.codes().isEmpty() ? List.of() : List.of(finding.codes().split(" ")))
        .tone(tone(finding));
  }

  /** What a finding is known by, and what went wrong. */
  String title(Finding finding) {
    return words.ui("title", subject(finding), name(finding));
  }

  /** What it means, as the one who answered says it if that is known. */
  Part.Text says(Finding finding) {
    return says(finding, advised.of(finding));
  }

  /** What to do first about it. */
  String step(Finding finding) {
    return firstStep(finding, advised.of(finding));
  }

  private String subject(Finding finding) {
    return subject(finding, words);
  }

  /** What a finding is known by: its codes, or that it has none. */
  static String subject(Finding finding, Words words) {
    return finding.codes().isEmpty() ? words.ui("diagnosis.nocode") : finding.codes();
  }

  /** All of the answer but its brief. */
  private Draft tell(
      Draft draft, Finding first, Advice advice, String quote, Part.@Nullable Bullets others) {
    CauseWords cause = advice.words();
    String subject = subject(first);
    draft
        .summary(words.ui("summary", gist(first, advice), advice.next()))
        .lead(verdict(first, advice));
    for (Finding.Contradiction contradiction : first.contradictions()) {
      draft.warning(
          new Part.Notice(
              words.ui("contradiction." + contradiction.name().toLowerCase(Locale.ROOT), subject)));
    }
    draft
        .lead(says(first, advice))
        .lead(quote.isEmpty() ? null : new Part.Quote(words.ui("quote"), List.of(quote)))
        .detail(evidence(first))
        .detail(fix(first, advice));
    draft.detail(parts.escalate(cause));
    draft.detail(others);
    aboutCodes(draft, first);
    return draft.sources(sources(first));
  }

  private void brief(
      BriefDraft brief, Finding finding, Advice advice, String quote, int delivered) {
    List<String> context = new ArrayList<>();
    Stream.ofNullable(WhoAnswered.briefly(finding)).forEach(context::add);
    context.add(confidence(finding));
    if (delivered > 0) {
      context.add(words.ui("groups.delivered", delivered));
    }
    // The verdict says that nobody has to act; the rest is for whoever opens it.
    boolean done = finding.cause() == Cause.SUCCESS && advice.acts().get(0) == Party.NOBODY;
    brief
        .verdict(verdicts.of(finding, tone(finding), advice.outcome(), advice.acts()))
        .meaning(gist(finding, advice))
        .first(done ? null : parts.firstStep(firstStep(finding, advice)))
        .quote(quote)
        .telling(telling(finding))
        .context(context);
  }

  /** The words that led to the cause; the strongest stand first. */
  private static String telling(Finding finding) {
    return finding.evidence().stream()
        .filter(evidence -> evidence.kind().compareTo(Evidence.Kind.PHRASE) <= 0)
        .findFirst()
        .map(evidence -> Quotation.of(evidence.matched()))
        .orElse("");
  }

  /** A message that reports no failure: a complaint, an absence note, or just a message. */
  private Answer noFailure(Diagnosis diagnosis) {
    String form = diagnosis.form().name().toLowerCase(Locale.ROOT);
    return new Draft(Answer.Kind.DIAGNOSIS, words, words.ui("form." + form + ".title"))
        .summary(words.ui("form." + form))
        .lead(new Part.Text("", words.ui("form." + form)))
        .diagnosis(diagnosis)
        .done();
  }

  /** What it is called: a cause, or of a reply that grants a command, what it grants. */
  private String name(Finding finding) {
    ReplyCode code = finding.replyCode();
    CodeWords granted = code != null && Adviser.isOfCommand(finding) ? words.find(code) : null;
    if (granted != null) {
      return granted.name();
    }
    ErrorWords program = advised.ofProgram(finding);
    if (program != null) {
      return program.name();
    }
    return words.cause(finding.cause(), Consequences.severity(finding)).name();
  }

  private Part.Verdict verdict(Finding finding, Advice advice) {
    List<Part.Fact> lines = new ArrayList<>();
    // The title names the cause.
    lines.add(new Part.Fact(words.ui("sure"), confidence(finding)));
    String who = answered.named(finding);
    if (who != null) {
      lines.add(new Part.Fact(words.ui("answered_by"), who));
    }
    lines.add(new Part.Fact(words.ui("next"), advice.next()));
    lines.add(new Part.Fact(words.ui("who_acts"), parts.parties(advice.acts())));
    lines.add(new Part.Fact(words.ui("first_step"), firstStep(finding, advice)));
    if (finding.cause() != Cause.SUCCESS) {
      String action = advice.consequences().address().name().toLowerCase(Locale.ROOT);
      lines.add(new Part.Fact(words.ui("address"), words.ui("address." + action)));
    }
    return new Part.Verdict(tone(finding), List.copyOf(lines));
  }

  /** What each does beside the first step, which has been told. */
  private Part.@Nullable Bullets fix(Finding finding, Advice advice) {
    Map<Role, String> others = others(finding, advice);
    // Who does it goes without saying only where nobody else has been told what to do.
    return others.equals(advice.words().fix())
        ? parts.fix(others)
        : others.isEmpty() ? null : parts.byRole(words.ui("fix"), others);
  }

  /**
   * The steps beside the first. One that a provider names is for all who act on its reply, and the
   * general steps of those who usually act, which know nothing of that reply, may contradict it.
   */
  private Map<Role, String> others(Finding finding, Advice advice) {
    String first = firstStep(finding, advice);
    Map<Role, String> others = new EnumMap<>(Role.class);
    others.putAll(advice.words().fix());
    others.values().removeIf(first::equals);
    Provider.Rule rule = finding.rule();
    if (rule != null && first.equals(rule.fix().get(tag))) {
      Consequences consequences = advice.consequences();
      Stream.concat(
              advice.acts().stream(),
              catalog.cause(consequences.advice()).acts(consequences.severity()).stream())
          .map(CodeParts::roleOf)
          .forEach(others::remove);
    }
    return others;
  }

  /** What the provider names, unless it is meant for the failure that is final and this is not. */
  private String firstStep(Finding finding, Advice advice) {
    Provider.Rule rule = finding.rule();
    String named = rule == null ? null : rule.fix().get(tag);
    boolean waits =
        Consequences.severity(finding) == Severity.TRANSIENT
            && catalog.cause(finding.cause()).acts(Severity.TRANSIENT).get(0) == Party.NOBODY
            && rule != null
            && rule.acts().isEmpty()
            && rule.code() == null
            && rule.enhanced() == null;
    return named != null && !waits && !advice.leads() ? named : generalStep(advice.fix(), advice);
  }

  /** The first step; it is told to the sender's side, who alone has the reply. */
  private static String generalStep(Map<Role, String> fix, Advice advice) {
    boolean ofRecipient = advice.acts().get(0) == Party.RECIPIENT;
    String ofSender = fix.get(Role.SENDER);
    return ofRecipient && ofSender != null ? ofSender : CodeParts.firstStep(fix, advice.acts());
  }

  private String confidence(Finding finding) {
    if (finding.confidence() >= 0.8) {
      return words.ui("confidence.high");
    }
    return words.ui(finding.confidence() >= 0.5 ? "confidence.medium" : "confidence.low");
  }

  static Tone tone(Finding finding) {
    ReplyCode code = finding.replyCode();
    if (code != null && code.severity() == Severity.INTERMEDIATE) {
      // 354 is no failure, and accepts nothing yet.
      return Tone.PROGRESS;
    }
    if (finding.permanent() == null) {
      return finding.cause() == Cause.SUCCESS ? Tone.SUCCESS : Tone.NEUTRAL;
    }
    return Tone.of(Consequences.severity(finding));
  }

  /** What the provider says of this very reply, else what the cause means. */
  private Part.Text says(Finding finding, Advice advice) {
    String who = WhoAnswered.speaker(finding);
    Provider.Rule rule = finding.rule();
    String meaning = rule == null ? null : rule.meaning().get(tag);
    if (who != null && meaning != null) {
      return new Part.Text(words.ui("provider.says", who), meaning);
    }
    return new Part.Text(words.ui("meaning"), advice.words().meaning());
  }

  /** The same in a sentence or two; what a provider says may be no more than the title. */
  private String gist(Finding finding, Advice advice) {
    String said = says(finding, advice).text();
    return said.equals(name(finding)) ? advice.words().meaning() : said;
  }

  private Part.@Nullable Bullets evidence(Finding finding) {
    if (finding.evidence().isEmpty()) {
      return null;
    }
    return new Part.Bullets(
        words.ui("evidence"),
        // The same words may tell who answered and what for.
        finding.evidence().stream()
            .map(
                evidence ->
                    words.ui(
                        "labelled",
                        words.ui("evidence." + label(evidence.kind())),
                        Quotation.of(evidence.matched(), PublicFinding.MAX_SIGN)))
            .distinct()
            .limit(4)
            .toList());
  }

  private static String label(Evidence.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private Part.@Nullable Bullets allReplies(Diagnosis diagnosis) {
    List<Finding> all = diagnosis.findings();
    if (all.size() < 2) {
      return null;
    }
    List<String> lines = new ArrayList<>();
    for (Finding finding : all.subList(0, Math.min(all.size(), MAX_REPLIES))) {
      String recipient = finding.recipient();
      String who = recipient == null ? "" : " · " + Quotation.of(recipient, 80);
      lines.add(subject(finding) + " · " + name(finding) + who);
    }
    if (all.size() > MAX_REPLIES) {
      lines.add(words.ui("replies.more", all.size() - MAX_REPLIES));
    }
    return new Part.Bullets(words.ui("replies", all.size()), List.copyOf(lines));
  }

  private void aboutCodes(Draft draft, Finding finding) {
    if (finding.cause() != Cause.OTHER && finding.cause() != Cause.SUCCESS) {
      Asked fix = Asked.of(Intent.FIX).about(Mentions.of(List.of(), List.of(finding.cause())));
      draft.followUp(Intent.FIX, fix.canonical(catalog));
    }
    List<Code> codes = new ArrayList<>();
    if (finding.enhanced() != null) {
      codes.add(finding.enhanced());
    }
    if (finding.replyCode() != null) {
      codes.add(finding.replyCode());
    }
    for (Code code : codes) {
      CodeWords said = words.find(code);
      if (said != null) {
        draft.detail(
            meansOther(finding, code)
                ? new Part.Text("", words.ui("code.registry", code, said.name()))
                : new Part.Text(words.ui("title", code, said.name()), said.meaning()));
        draft.followUp(code.text(), code.text());
      }
    }
    if (finding.command() != null
        && finding.replyCode() != null
        && catalog.has(finding.replyCode())) {
      draft.followUp(
          words.ui("phase.title", finding.replyCode(), words.command(finding.command()).name()),
          new Question.InPhase(finding.replyCode(), finding.command()).canonical());
    }
  }

  /**
   * Whether the code stands for something else here than as a rule: its provider says what the
   * reply means, or the words tell another cause than the code does.
   */
  private boolean meansOther(Finding finding, Code code) {
    if (finding.rule() != null) {
      return true;
    }
    EnhancedCodeFacts facts = code instanceof EnhancedStatusCode own ? catalog.find(own) : null;
    return facts != null && facts.cause() != Cause.OTHER && facts.cause() != finding.cause();
  }

  /** Where what is told of it is written. */
  List<Source> sources(Finding finding) {
    List<Source> sources = new ArrayList<>();
    if (finding.rule() != null) {
      sources.add(finding.rule().source());
    }
    EnhancedStatusCode enhanced = finding.enhanced();
    EnhancedCodeFacts aboutEnhanced = enhanced == null ? null : catalog.find(enhanced);
    if (aboutEnhanced != null) {
      sources.addAll(aboutEnhanced.sources());
    }
    ReplyCode replyCode = finding.replyCode();
    ReplyCodeFacts aboutReplyCode = replyCode == null ? null : catalog.find(replyCode);
    if (aboutReplyCode != null) {
      sources.addAll(aboutReplyCode.sources());
    }
    sources.addAll(catalog.cause(finding.cause()).sources());
    return sources;
  }
}
