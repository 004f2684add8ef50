package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Intent;
import io.github.smtpbot.catalog.Pages;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.catalog.search.CatalogSearch;
import io.github.smtpbot.diagnosis.Diagnosis;
import io.github.smtpbot.diagnosis.Finding;
import io.github.smtpbot.question.Asked;
import io.github.smtpbot.question.Mentions;
import io.github.smtpbot.question.Question;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Composes answers in one language. Immutable and safe for use by many threads. */
public final class Composer {

  private final ExplainComposer explain;
  private final CompareComposer compare;
  private final FamiliesComposer families;
  private final BrowseComposer browse;
  private final HelpComposer help;
  private final SearchComposer search;
  private final DiagnosisComposer diagnosis;
  private final FilesComposer files;
  private final Map<Intent, OneAspect> aspects = new EnumMap<>(Intent.class);
  private final MeansComposer means;
  private final ArrivalComposer arrival;
  private final AddressComposer addresses;
  private final ProviderComposer providers;
  private final WhichCodeComposer whichCode;
  private final CauseComposer causes;
  private final ListComposer lists;
  private final PageComposer pages;
  private final Strangers strangers;
  private final LogComposer logs;

  /** A composer of answers with these words. */
  public Composer(Catalog catalog, Words words) {
    this.explain = new ExplainComposer(catalog, words);
    this.compare = new CompareComposer(catalog, words);
    this.families = new FamiliesComposer(catalog, words);
    this.browse = new BrowseComposer(catalog, words);
    this.help = new HelpComposer(catalog, words);
    this.search = new SearchComposer(catalog, words);
    this.files = new FilesComposer(words);
    this.diagnosis = new DiagnosisComposer(catalog, words);
    aspects.put(Intent.PERMANENT, new PermanentComposer(catalog, words));
    aspects.put(Intent.RETRY, new RetryComposer(catalog, words));
    aspects.put(Intent.WHO, new WhoComposer(catalog, words));
    aspects.put(Intent.FIX, new FixComposer(catalog, words));
    aspects.put(Intent.WHEN, new WhenComposer(catalog, words));
    aspects.put(Intent.PHASE, new PhaseComposer(catalog, words));
    this.arrival = new ArrivalComposer(catalog, words);
    this.means = new MeansComposer(catalog, words);
    this.addresses = new AddressComposer(catalog, words);
    this.providers = new ProviderComposer(catalog, words);
    this.whichCode = new WhichCodeComposer(catalog, words);
    this.causes = new CauseComposer(catalog, words);
    this.lists = new ListComposer(catalog, words);
    this.pages = new PageComposer(catalog, words);
    this.strangers = new Strangers(words);
    this.logs = new LogComposer(words);
  }

  /**
   * Answers what is asked.
   *
   * @param asked what is asked, of what
   * @param question the page that is about all of it, where no shorter answer is asked for
   */
  public Answer answer(Asked asked, Question question) {
    return strangers.told(asked, composed(asked, question)).to(asked);
  }

  private Answer composed(Asked asked, Question question) {
    Mentions mentions = asked.mentions();
    if (ArrivalComposer.asks(asked) && isTold(arrival, question)) {
      return arrival.answer(asked);
    }
    switch (asked.intent()) {
      case PERMANENT, RETRY, WHO, FIX, WHEN, PHASE -> {
        if (question instanceof Question.InPhase
            && (asked.intent() == Intent.WHEN || asked.intent() == Intent.PHASE)) {
          return page(asked, question);
        }
        OneAspect aspect =
            mentions.address() ? addresses : Objects.requireNonNull(aspects.get(asked.intent()));
        if (isTold(aspect, question) && aspect.answers(asked)) {
          return aspect.answer(asked);
        }
      }
      case MEANING -> {
        if (question instanceof Question.Explain && MeansComposer.asks(asked)) {
          return means.answer(asked);
        }
      }
      case PROVIDER_MEANING, DIFFERENCE -> {
        if (asked.yesIf() == Asked.YesIf.MEANS && MeansComposer.asks(asked)) {
          return means.answer(asked);
        }
        if (mentions.subjects().size() == 1 && !mentions.providers().isEmpty()) {
          return providers.ofCode(asked);
        }
        if (mentions.subjects().isEmpty()
            && mentions.causes().isEmpty()
            && !mentions.providers().isEmpty()) {
          return asked.intent() == Intent.DIFFERENCE && mentions.providers().size() > 1
              ? providers.compare(asked)
              : providers.list(asked);
        }
      }
      case WHICH_CODE -> {
        if (WhichCodeComposer.answers(asked) && !causes.knowsSender(asked)) {
          return whichCode.answer(asked);
        }
      }
      case LIST -> {
        return lists.answer(asked);
      }
      default -> {}
    }
    if (question instanceof Question.OfMentions
        && mentions.causes().isEmpty()
        && !mentions.providers().isEmpty()) {
      return providers.list(asked);
    }
    if (question instanceof Question.OfMentions
        && mentions.causes().isEmpty()
        && mentions.commands().size() > 1) {
      return browse.commands(asked);
    }
    return CauseComposer.answers(asked) ? causes.answer(asked) : page(asked, question);
  }

  /** Of a code that nobody has assigned, only what its first digit says can be told. */
  private static boolean isTold(OneAspect aspect, Question question) {
    return !(question instanceof Question.NoSuchCode none)
        || (none.why() == Question.NoSuchCode.Why.UNASSIGNED && aspect.holdsForFamilies());
  }

  /**
   * Answers a question of codes with all there is to say.
   *
   * @throws IllegalArgumentException for a {@link Question.FreeText}, which is diagnosed or
   *     searched
   */
  private Answer page(Asked asked, Question question) {
    if (question instanceof Question.Explain explained) {
      return explain.explain(asked, explained);
    } else if (question instanceof Question.Compare compared) {
      return compare.compare(compared);
    } else if (question instanceof Question.CompareFamilies compared) {
      return families.compare(compared);
    } else if (question instanceof Question.InPhase phase) {
      return explain.inPhase(asked, phase);
    } else if (question instanceof Question.Browse browsed) {
      return browse.browse(browsed);
    } else if (question instanceof Question.CommandReplies command) {
      return browse.command(command);
    } else if (question instanceof Question.NoSuchCode unknown) {
      return help.noSuchCode(unknown);
    } else if (question instanceof Question.TooManyCodes many) {
      return help.tooMany(many);
    } else if (question instanceof Question.TooLong longer) {
      return help.tooLong(longer);
    } else if (question instanceof Question.Help) {
      return help.help();
    }
    throw new IllegalArgumentException("free text is diagnosed or searched");
  }

  /**
   * Answers a search for words; where they lead nowhere, with the replies of who they name.
   *
   * @param read reads the words as those of a server, where nothing else answers; empty if none
   *     says such a thing
   */
  public Answer search(
      String text, Asked asked, CatalogSearch index, Supplier<Optional<Finding>> read) {
    Answer found = search.search(text, asked, index, read);
    return found.kind() == Answer.Kind.UNKNOWN && asked.mentions().providers().size() == 1
        ? providers.list(asked).to(asked)
        : found;
  }

  /** Tells what an error means that a text quotes which does not speak of mail. */
  public Answer error(Asked asked) {
    return causes.error(asked).to(asked);
  }

  /** Tells what a pasted text says. */
  public Answer diagnosis(Diagnosis read, Asked asked) {
    return diagnosis.diagnosis(read, asked).to(asked.about(mentions(read)));
  }

  /**
   * Tells what several files say.
   *
   * @param together what all of them say
   * @param each what each of them says, for the one who gave them alone
   */
  public Answer files(Diagnosis together, List<ReadFile> each) {
    return files.told(diagnosis(together, Asked.of(Intent.MEANING)), each);
  }

  /**
   * What was told, and in short what was given beside it, for the one who gave it alone.
   *
   * @param asked the answer to what was asked with it; null for nothing
   * @param each what else was read
   * @param logs the names of the logs that were counted
   */
  public Answer beside(
      Answer told, @Nullable Answer asked, List<ReadFile> each, List<String> logs) {
    return files.beside(told, asked, each, logs);
  }

  /** What is mentioned in a pasted text: what was read out of it. */
  private static Mentions mentions(Diagnosis read) {
    Set<Question.Subject> subjects = new LinkedHashSet<>();
    Set<Command> commands = new LinkedHashSet<>();
    Set<String> providers = new LinkedHashSet<>();
    Set<Cause> causes = new LinkedHashSet<>();
    for (Finding finding : read.findings()) {
      ReplyCode reply = finding.replyCode();
      EnhancedStatusCode enhanced = finding.enhanced();
      if (reply != null && enhanced != null) {
        subjects.add(new Question.Reply(reply, enhanced));
      } else {
        Stream.<Code>of(reply, enhanced)
            .filter(Objects::nonNull)
            .forEach(code -> subjects.add(new Question.OneCode(code)));
      }
      Stream.ofNullable(finding.command()).forEach(commands::add);
      Stream.ofNullable(finding.provider()).forEach(provider -> providers.add(provider.id()));
      causes.add(finding.cause());
    }
    return Mentions.of(
        List.copyOf(subjects), List.copyOf(commands), List.copyOf(providers), List.copyOf(causes));
  }

  /**
   * Tells what a pasted text said, to others than the one who pasted it.
   *
   * @param read what was found in it, not a question
   */
  public Answer shared(Shareable read) {
    return diagnosis.shared(read).to(Asked.of(Intent.MEANING));
  }

  /**
   * Tells what to do about what a pasted text said, to others than the one who pasted it.
   *
   * @param read what was found in it, not a question
   */
  public Answer steps(Shareable read) {
    return diagnosis.steps(read).to(Asked.of(Intent.FIX));
  }

  /** Tells in few words what {@link #shared} tells of one failure. */
  public Outline outline(Shareable.Found found) {
    return diagnosis.outline(found);
  }

  /**
   * The same where it is known better who acts: it happened on the server that tells of it.
   *
   * @param who acts, within a sentence
   * @param first what to do first
   */
  public Outline outline(Shareable.Found found, String who, String first) {
    return diagnosis.outline(found, who, first);
  }

  /**
   * The name of a provider or a house, in few words; empty if the catalog has none with this id.
   */
  public String nameOf(String id) {
    return diagnosis.nameOf(id);
  }

  /** Whether a domain is one by which the catalog knows this provider. */
  public boolean isDomainOf(String domain, String id) {
    return diagnosis.isDomainOf(domain, id);
  }

  /** Whether a provider or house takes mail, or passes it on: no software, no blocklist. */
  public boolean isParty(String id) {
    return diagnosis.isParty(id);
  }

  /** Tells what is known from a page of the web. */
  public Answer page(Pages.Page page) {
    return pages.page(page);
  }

  /**
   * Says that a file is larger than what is read.
   *
   * @param limit how much is read, in bytes
   */
  public Answer tooLarge(int limit) {
    return help.tooLarge(limit);
  }

  /** Answers a log. */
  public Answer log(LogTelling log) {
    return logs.answer(log).to(Asked.of(Intent.MEANING));
  }

  /** Tells what to do about what a log says. */
  public Answer logSteps(LogTelling log) {
    return logs.steps(log).to(Asked.of(Intent.FIX));
  }

  /** Answers whoever asks for a summary that is not kept any more. */
  public Answer logGone() {
    return logs.gone();
  }

  /** Answers a file that there is no text in. */
  public Answer noText() {
    return help.noText();
  }
}
