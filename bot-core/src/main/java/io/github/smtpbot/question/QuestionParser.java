package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.Intent;
import io.github.smtpbot.catalog.KnownError;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.ReplyCode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a person typed into a {@link Question}. Never fails: what it does not understand is
 * {@link Question.FreeText}. Safe for use by many threads.
 */
public final class QuestionParser {

  /** More unknown words than these are no question, however short it is. */
  private static final int MAX_UNKNOWN = 3;

  /** A provider and a cause are named in so many pieces. */
  private static final int FEW_PIECES = 6;

  /** Who types what a server said does not type more pieces of it. */
  private static final int MOST_TYPED = 20;

  private static final Asked PASTED = Asked.of(Intent.MEANING);

  /** How many codes one comparison holds. */
  public static final int MAX_COMPARED = 5;

  /** The ports that mail is handed over at, those for programs and people first. */
  public static final List<String> PORTS = List.of("587", "465", "25", "2525");

  private final Catalog catalog;
  private final Lexicon lexicon;
  private final PieceReader reader;
  private final UnknownCodes unknownCodes;
  private final ForeignNumbers foreignNumbers;
  private final ProgramForm programForm;

  /** A parser that knows the codes, the names and the words of this catalog. */
  public QuestionParser(Catalog catalog) {
    this.catalog = catalog;
    this.lexicon = new Lexicon(catalog);
    this.reader = new PieceReader(lexicon);
    this.unknownCodes = new UnknownCodes(catalog);
    this.foreignNumbers = new ForeignNumbers(catalog);
    this.programForm = new ProgramForm(catalog.readingCues());
  }

  /**
   * What was understood of a text.
   *
   * @param asked what it asks, of what
   * @param question how that is answered
   * @param isPaste whether it quotes a server rather than asks
   * @param isLog whether it has the form of a log line, whose numbers are not asked about
   * @param otherwise of a paste, what it asks if it turns out to hold no reply; else null
   * @param saying what somebody is said to have answered, if the words turn out to be a server's;
   *     else null
   */
  public record Understood(
      Asked asked,
      Question question,
      boolean isPaste,
      boolean isLog,
      @Nullable Otherwise otherwise,
      @Nullable Saying saying) {

    private Understood(Asked asked, Question question) {
      this(asked, question, false, false, null, null);
    }

    private Understood saying(@Nullable Saying typed) {
      return new Understood(asked, question, isPaste, isLog, otherwise, typed);
    }
  }

  /** What a text asks that was taken for a paste and is none: of what, and how that is answered. */
  public record Otherwise(Asked asked, Question question) {}

  /**
   * Understands a text.
   *
   * @param text of any content
   * @param limit the length beyond which a text is not read at all
   */
  public Question parse(String text, int limit) {
    return understand(text, limit).question();
  }

  /**
   * Understands a text, and what it mentions.
   *
   * @param text of any content
   * @param limit the length beyond which a text is not read at all
   */
  public Understood understand(String text, int limit) {
    if (text.length() > limit) {
      return new Understood(Asked.NOTHING, new Question.TooLong(text.length(), limit));
    }
    Understood beside = besideQuestion(text);
    return beside == null ? understandWhole(text) : beside;
  }

  private Understood understandWhole(String text) {
    // Only so much is looked at as is needed to see that this is no question.
    String clean =
        Typed.clean(
            text.length() > 4 * Typed.MAX_LENGTH ? text.substring(0, 4 * Typed.MAX_LENGTH) : text);
    if (LogForm.is(clean)) {
      return logged(text, clean);
    }
    if (clean.length() > Typed.MAX_LENGTH) {
      return new Understood(PASTED, new Question.FreeText(text), true, false, null, null);
    }
    if (!Typed.saysSomething(clean)) {
      return new Understood(Asked.of(Intent.HELP), new Question.Help());
    }
    List<String> words = Typed.words(CodeForms.plain(clean));
    Question.NoSuchCode http = unknownCodes.asHttp(words);
    if (http != null) {
      return new Understood(Asked.NOTHING, http);
    }
    List<Piece> pieces = foreignNumbers.apart(clean, reader.read(words));
    return understand(text, clean, pieces);
  }

  private List<Piece> pieces(String clean) {
    return reader.read(Typed.words(CodeForms.plain(clean)));
  }

  /** A paste with a question on a line of its own; null if the text is none. */
  private @Nullable Understood besideQuestion(String text) {
    QuestionLine asked = QuestionLine.of(text, line -> pieces(Typed.clean(line)));
    Understood rest = asked == null ? null : understandWhole(asked.rest());
    if (asked == null || rest == null || !rest.isPaste()) {
      return null;
    }
    Intent intent = IntentReader.ofPaste(asked.pieces());
    return intent == Intent.MEANING
        ? rest
        : new Understood(
            asked(intent, asked.pieces(), rest.asked().mentions()),
            rest.question(),
            true,
            rest.isLog(),
            rest.otherwise(),
            rest.saying());
  }

  /**
   * Understands a text of ours, which asks whatever else it looks like.
   *
   * @param text what {@link Asked#canonical} wrote; any other is understood as it is
   * @param limit the length beyond which a text is not read at all
   */
  public Understood understandOurs(String text, int limit) {
    if (text.length() <= Math.min(limit, Typed.MAX_LENGTH)) {
      Understood ours = asOurs(text, pieces(Typed.clean(text)));
      if (ours != null) {
        return ours;
      }
    }
    return understand(text, limit);
  }

  /**
   * What a paste without a reply asks about: an error of the network or of a library that a program
   * wrote, unless it speaks of another system.
   *
   * @param text of any length; only its beginning is looked at
   * @return the error and its cause, or null if it quotes none
   */
  public @Nullable Asked error(String text) {
    String clean = Typed.clean(text.substring(0, Math.min(text.length(), 4 * Typed.MAX_LENGTH)));
    boolean typed = text.indexOf('\n') < 0 && !programForm.isShape(clean);
    KnownError error = typed && !programForm.hasSign(clean) ? null : catalog.errorForms().in(text);
    if (error == null) {
      return null;
    }
    return asked(error);
  }

  /**
   * What the text asked about that quoted this error.
   *
   * @param form the first of its forms
   * @return the error and its cause, or null if no error is written so
   */
  public @Nullable Asked errorOf(String form) {
    return catalog.errors().stream()
        .filter(error -> error.forms().get(0).equals(form))
        .findFirst()
        .map(this::asked)
        .orElse(null);
  }

  private Asked asked(KnownError error) {
    return Asked.of(Intent.MEANING, List.of(), Mentions.of(error), catalog);
  }

  /** A line of a log: it is diagnosed, and where that finds no failure, may tell a success. */
  private Understood logged(String text, String clean) {
    Mentions mentions = MentionReader.read(pieces(clean), true, catalog);
    boolean success = mentions.causes().equals(List.of(Cause.SUCCESS));
    Mentions told = Mentions.of(List.of(), success ? mentions.causes() : List.of());
    Asked asked = new Asked(Intent.MEANING, Asked.YesIf.NEVER, told, List.of());
    Otherwise otherwise = success ? new Otherwise(asked, new Question.OfMentions()) : null;
    return new Understood(asked, new Question.FreeText(text), true, true, otherwise, null);
  }

  private Understood understand(String text, String clean, List<Piece> pieces) {
    PasteOrQuestion.Form form = PasteOrQuestion.of(text, clean, pieces, programForm);
    Understood written = form == PasteOrQuestion.Form.ASKS ? null : ofOurs(text, pieces);
    if (written != null) {
      return written;
    }
    Understood read = understand(text, form, pieces);
    return read.saying(saying(read.asked(), form, clean, pieces));
  }

  /** What may be a server's words; of a paste they are anyhow, and only whose they are is new. */
  private static @Nullable Saying saying(
      Asked asked, PasteOrQuestion.Form form, String clean, List<Piece> pieces) {
    boolean ofOne =
        asked.mentions().subjects().size() == 1
            && switch (asked.intent()) {
              case MEANING, PROVIDER_MEANING, FIX, WHO, RETRY, PERMANENT -> true;
              default -> false;
            };
    Saying saying =
        ofOne && asked.yesIf() == Asked.YesIf.NEVER && pieces.size() <= MOST_TYPED
            ? Saying.of(clean, pieces)
            : null;
    boolean pasted = form != PasteOrQuestion.Form.ASKS;
    return pasted && saying != null && saying.providers().isEmpty() ? null : saying;
  }

  /**
   * What a typed text asks that is written as this program writes questions, in words that ask;
   * null if it is not. A code and a cause alone may be a server's.
   */
  private @Nullable Understood ofOurs(String text, List<Piece> pieces) {
    Understood read = asOurs(text, pieces);
    if (read == null) {
      return null;
    }
    Mentions mentions = read.asked().mentions();
    boolean asks =
        !read.asked().asking(catalog).isEmpty()
            || (mentions.subjects().isEmpty() && mentions.errors().isEmpty());
    return asks ? read : null;
  }

  /** What a text asks that is just as {@link Asked#canonical} writes it; null if it is not. */
  private @Nullable Understood asOurs(String text, List<Piece> pieces) {
    Understood read = understand(text, PasteOrQuestion.Form.ASKS, pieces);
    return !(read.question() instanceof Question.FreeText)
            && read.asked().canonical(catalog).equals(text)
        ? read
        : null;
  }

  private Understood understand(String text, PasteOrQuestion.Form form, List<Piece> pieces) {
    boolean quotes = form == PasteOrQuestion.Form.QUOTES;
    Mentions read = ofBlocklist(MentionReader.read(pieces, quotes, catalog), pieces);
    Mentions known = inItsLanguage(unknownCodes.apart(ofCauseNotEnd(read, pieces)), form, pieces);
    List<Piece> behind =
        form == PasteOrQuestion.Form.ASKS_ABOUT_QUOTATION
            ? PasteOrQuestion.asking(pieces)
            : List.of();
    List<Piece> asking = behind.isEmpty() ? pieces : behind;
    Intent ofPaste = behind.isEmpty() ? Intent.MEANING : IntentReader.ofPaste(behind);
    Intent intent = ofPaste == Intent.MEANING ? IntentReader.read(asking, known) : ofPaste;
    if (isOfEveryFailure(intent, known) && form == PasteOrQuestion.Form.ASKS) {
      known = known.ofFamilies(Families.OF_FAILURES);
    }
    if (form != PasteOrQuestion.Form.ASKS) {
      boolean few = pieces.stream().filter(Piece::isUnknown).count() <= MAX_UNKNOWN;
      Question page =
          few && known.subjects().size() == 1
              ? new Sentence(known, unknownCodes, intent).question()
              : isOfCause(pieces, known) ? new Question.OfMentions() : null;
      Asked asks = asked(quotes ? Intent.MEANING : intent, asking, known);
      // The words of a server ask nothing; whom they name beside a code is asked about all the
      // same.
      Asked named = quotes ? asked(IntentReader.read(List.of(), known), asking, known) : asks;
      String pasted = behind.isEmpty() ? "" : Saying.before(Typed.clean(text), behind);
      return new Understood(
          asks,
          new Question.FreeText(pasted.isEmpty() ? text : pasted),
          true,
          false,
          page == null ? null : new Otherwise(named, page),
          null);
    }
    if (isOfMentions(intent, known)) {
      return new Understood(asked(intent, pieces, known), new Question.OfMentions());
    }
    boolean words = pieces.stream().anyMatch(Piece::isUnknown) || !known.providers().isEmpty();
    if (known.subjects().isEmpty()
        && known.families().isEmpty()
        && known.commands().isEmpty()
        && words) {
      return new Understood(asked(intent, pieces, known), new Question.FreeText(text));
    }
    if (known.subjects().isEmpty() && !known.strangers().isEmpty() && known.families().isEmpty()) {
      Question.NoSuchCode stranger = unknownCodes.stranger(known.strangers().get(0));
      return new Understood(asked(Intent.UNKNOWN, pieces, known), stranger);
    }
    Question question = new Sentence(known, unknownCodes, intent).question();
    boolean unknown = question instanceof Question.NoSuchCode && intent == Intent.MEANING;
    return new Understood(asked(unknown ? Intent.UNKNOWN : intent, pieces, known), question);
  }

  /**
   * Whether a cause is named among words that say nothing, or a provider and what it refuses for:
   * {@code my isp blocks port 25}, {@code rate limit gmail}. The words of a cause alone are
   * searched for.
   */
  private static boolean isOfCause(List<Piece> pieces, Mentions known) {
    boolean among = pieces.size() > 1 && known.errors().isEmpty();
    return known.subjects().isEmpty()
        && known.providers().size() <= 1
        && (among || !known.providers().isEmpty())
        && known.causes().size() == 1
        && known.families().isEmpty()
        && pieces.size() <= FEW_PIECES
        && pieces.stream().noneMatch(Piece::isUnknown);
  }

  /**
   * Who asks what to do about a blocklist, or what to answer whom it lists, asks about being
   * listed.
   */
  private Mentions ofBlocklist(Mentions mentions, List<Piece> pieces) {
    boolean asks =
        pieces.stream()
            .anyMatch(
                piece ->
                    piece.asks(Intent.FIX)
                        || piece.asks(Intent.WHICH_CODE)
                        || piece.asks(Intent.WHEN));
    boolean lists =
        !mentions.providers().isEmpty()
            && mentions.providers().stream()
                .map(catalog::provider)
                .allMatch(
                    provider -> provider != null && provider.kind() == Provider.Kind.BLOCKLIST);
    return asks && lists && mentions.causes().isEmpty() && mentions.subjects().isEmpty()
        ? mentions.because(Cause.IP_BLOCKLISTED_OR_BAD_REPUTATION)
        : mentions;
  }

  /** The language that the script of a person's own words tells; null if it tells none. */
  public @Nullable Locale languageOf(String text) {
    return lexicon.ofScript(text.substring(0, Math.min(text.length(), Typed.MAX_LENGTH)));
  }

  /**
   * A question is answered in the language that its script tells, if it asks for no other. Words
   * that ask tell more than those that are asked about, and the words of a server tell nothing.
   */
  private Mentions inItsLanguage(Mentions mentions, PasteOrQuestion.Form form, List<Piece> pieces) {
    if (mentions.language() != null || form == PasteOrQuestion.Form.QUOTES) {
      return mentions;
    }
    List<Piece> asking = pieces.stream().filter(piece -> piece.is(Term.ACue.class)).toList();
    boolean all = asking.isEmpty() && form == PasteOrQuestion.Form.ASKS;
    Locale spoken =
        (all ? pieces : asking)
            .stream()
                .map(piece -> lexicon.ofScript(piece.text()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    return spoken == null ? mentions : mentions.in(spoken);
  }

  /** A cause is asked about and not an end, {@code is mailbox full a hard bounce}. */
  private static Mentions ofCauseNotEnd(Mentions mentions, List<Piece> pieces) {
    boolean byName =
        pieces.stream()
            .flatMap(piece -> piece.terms().stream())
            .anyMatch(term -> term instanceof Term.AFamily family && family.named());
    return byName && !mentions.causes().isEmpty() && mentions.subjects().isEmpty()
        ? mentions.ofFamilies(List.of())
        : mentions;
  }

  /** Whether it is asked of no failure in particular if it is tried again: then of all. */
  private static boolean isOfEveryFailure(Intent intent, Mentions known) {
    return intent == Intent.RETRY
        && known.subjects().isEmpty()
        && known.families().isEmpty()
        && known.causes().isEmpty()
        && known.tokens().isEmpty()
        && known.errors().isEmpty();
  }

  /** Whether there is no code, and what is mentioned is something to tell about. */
  private static boolean isOfMentions(Intent intent, Mentions known) {
    if (intent == Intent.LIST) {
      return true;
    }
    boolean code = !known.subjects().isEmpty() || !known.families().isEmpty();
    boolean provider =
        (intent == Intent.PROVIDER_MEANING || intent == Intent.DIFFERENCE)
            && !known.providers().isEmpty();
    boolean token =
        !known.tokens().isEmpty()
            && switch (intent) {
              case PERMANENT, RETRY, WHO, FIX, WHEN -> true;
              default -> false;
            };
    return !code && (provider || token || !known.causes().isEmpty());
  }

  private Asked asked(Intent intent, List<Piece> pieces, Mentions mentions) {
    return Asked.of(intent, pieces, mentions, catalog);
  }

  /** Chooses the answer to what is mentioned. */
  private record Sentence(Mentions mentions, UnknownCodes unknownCodes, Intent intent) {

    Question question() {
      List<Question.Subject> subjects = mentions.subjects();
      Question.NoSuchCode unknown = unknownCodes.firstIn(subjects);
      if (unknown != null) {
        return unknown;
      }
      List<Command> commands = mentions.commands();
      if (!mentions.families().isEmpty() && subjects.isEmpty()) {
        return ofFamilies();
      }
      if (commands.size() == 1 && subjects.size() <= 1) {
        return ofCommand(commands.get(0));
      }
      if (!subjects.isEmpty()) {
        return ofSubjects();
      }
      if (commands.size() > 1) {
        return new Question.OfMentions();
      }
      // "Why did my mail bounce?" and "hello" name nothing: then we say what to ask, and to paste.
      return intent == Intent.BROWSE ? new Question.Browse(new Family.All()) : new Question.Help();
    }

    private Question ofCommand(Command command) {
      List<Question.Subject> subjects = mentions.subjects();
      if (subjects.isEmpty()) {
        return new Question.CommandReplies(command);
      }
      return subjects.get(0) instanceof Question.OneCode one && one.code() instanceof ReplyCode code
          ? new Question.InPhase(code, command)
          : ofSubjects();
    }

    private Question ofFamilies() {
      List<Family> all = mentions.families();
      return all.size() == 1 || intent == Intent.BROWSE || all.size() > MAX_COMPARED
          ? new Question.Browse(all.get(0))
          : new Question.CompareFamilies(all);
    }

    private Question ofSubjects() {
      List<Question.Subject> all = mentions.subjects();
      if (all.size() == 1) {
        return new Question.Explain(all.get(0));
      }
      return all.size() > MAX_COMPARED ? new Question.TooManyCodes(all) : new Question.Compare(all);
    }
  }
}
