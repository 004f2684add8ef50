package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Cues;
import io.github.smtpbot.catalog.Intent;
import java.util.List;

/**
 * Tells a text that quotes what a server said, which is diagnosed, from one that asks about it. The
 * one place where that is decided, by the text's form and wording.
 */
final class PasteOrQuestion {

  /** So many words that are none of a question's, in a row after a code, are a server's. */
  private static final int SERVERS_WORDS = 3;

  /** Nobody types so many words after a code, none of which asks: they are copied from a reply. */
  private static final int COPIED_WORDS = 4;

  /** A question of so many words asks at its beginning. */
  private static final int LONG = 10;

  /** A sentence has so many words. */
  private static final int SENTENCE = 6;

  /** Without a code it takes more of them. */
  private static final int WITHOUT_CODE = 4;

  /** Who tells of a code does so in so many pieces, of which so many may be unknown. */
  private static final int MOST_TOLD = 12;

  private static final int MOST_UNKNOWN = 5;

  /** Behind a word that opens a question, so many unknown ones are what it asks about. */
  private static final int FEW_UNKNOWN = 2;

  /** With this digit begin the codes of failures. */
  private static final int FAILURE = 4;

  private final String clean;
  private final List<Piece> pieces;
  private final int firstCode;
  private final boolean mark;
  private final boolean endsInMark;

  private PasteOrQuestion(String clean, List<Piece> pieces) {
    this.clean = clean;
    this.pieces = pieces;
    this.firstCode = firstCode(pieces);
    this.endsInMark = clean.endsWith("?") || clean.endsWith("？");
    this.mark = endsInMark || clean.indexOf('？') >= 0 || clean.contains("? ");
  }

  /** What a text does. */
  enum Form {
    ASKS,
    QUOTES,
    /** Asks, and quotes what it asks about. */
    ASKS_ABOUT_QUOTATION
  }

  /**
   * Whether a text asks, or quotes a server.
   *
   * @param text as typed
   * @param clean the same, cleaned
   * @param pieces what its words can be
   * @param programs tells what only programs write
   */
  static Form of(String text, String clean, List<Piece> pieces, ProgramForm programs) {
    if (programs.isShape(clean)) {
      return quotes(pieces);
    }
    if (pieces.stream().noneMatch(Piece::isUnknown)
        && pieces.stream()
            .noneMatch(piece -> piece.is(Term.ACause.class) || piece.is(Cues.Part.SERVER_SAYS))) {
      return Form.ASKS;
    }
    if (isManyLines(text) || programs.hasSign(clean)) {
      return quotes(pieces);
    }
    PasteOrQuestion decision = new PasteOrQuestion(clean, pieces);
    if (decision.closesInBrackets()) {
      return Form.QUOTES;
    }
    if (decision.isToldOf()) {
      return Form.ASKS;
    }
    boolean quotes = decision.firstCode < 0 ? decision.tellsWithoutCode() : decision.tells();
    boolean asks = decision.asksBefore() || !asking(pieces).isEmpty();
    return !quotes ? Form.ASKS : asks ? Form.ASKS_ABOUT_QUOTATION : Form.QUOTES;
  }

  /** Of what only a program writes, a question may stand behind it. */
  private static Form quotes(List<Piece> pieces) {
    return asking(pieces).isEmpty() ? Form.QUOTES : Form.ASKS_ABOUT_QUOTATION;
  }

  /**
   * What a person asks behind a server's words, {@code … User unknown - how do I fix this}; empty
   * if nothing is. It begins with what only a question begins with, no server's word follows, and
   * something in it tells what is asked.
   */
  static List<Piece> asking(List<Piece> pieces) {
    int from = pieces.size();
    while (from > 0 && isPersons(pieces.get(from - 1))) {
      from--;
    }
    int end = pieces.size();
    while (from < end && !opensQuestion(pieces.get(from))) {
      from++;
    }
    List<Piece> last = pieces.subList(from, end);
    boolean behind = pieces.subList(0, from).stream().anyMatch(piece -> piece.code() != null);
    // A server may end in a single "why".
    boolean only =
        last.stream().anyMatch(piece -> piece.is(Cues.Part.QUESTION_FORM) || isHelpless(piece))
            || (last.size() > 1 && last.get(0).is(Cues.Part.OPEN));
    return behind && only && last.stream().anyMatch(piece -> piece.is(Term.ACue.class))
        ? last
        : List.of();
  }

  private static boolean isPersons(Piece piece) {
    return piece.code() == null
        && !piece.isUnknown()
        && !piece.is(Cues.Part.SERVER_SAYS)
        && !piece.is(Term.ACause.class);
  }

  /** {@code what should I do}: no server asks that. */
  private static boolean isHelpless(Piece piece) {
    return piece.asks(Intent.FIX) && piece.words() > 2;
  }

  /** Whether a question begins so. */
  static boolean opensQuestion(Piece piece) {
    return piece.is(Cues.Part.OPEN)
        || isHelpless(piece)
        || piece.is(Cues.Part.QUESTION_FORM)
        || piece.is(Cues.Part.YES_NO);
  }

  /**
   * Whether a person tells in a few words what a code came of, {@code scan to email fails 535
   * 5.7.139}: the code ends it, nothing announces it, and no word before it is a server's.
   */
  private boolean isToldOf() {
    return firstCode > 0
        && pieces.size() <= MOST_TOLD
        && unknownWords() <= MOST_UNKNOWN
        && isOfCodes(pieces.subList(firstCode, pieces.size()))
        && clean.chars().noneMatch(c -> "@:=：\"[<{".indexOf(c) >= 0)
        && !clean.contains(" '")
        && pieces.subList(0, firstCode).stream()
            .noneMatch(
                piece ->
                    piece.is(Cues.Part.SERVER_SAYS)
                        || piece.is(Term.ACause.class)
                        || piece.is(Term.AnError.class));
  }

  /**
   * Whether these are codes, or words that say nothing between refusals; a program says which code
   * it awaited before it says which one it got.
   */
  private static boolean isOfCodes(List<Piece> pieces) {
    boolean several = pieces.stream().anyMatch(piece -> piece.code() == null);
    boolean awaited =
        several
            && pieces.stream()
                .map(Piece::code)
                .anyMatch(code -> code != null && code.severity().digit() < FAILURE);
    return !awaited
        && pieces.get(pieces.size() - 1).code() != null
        && pieces.stream()
            .allMatch(
                piece ->
                    piece.code() != null
                        || piece.is(Cues.Part.JOINS)
                        || piece.is(Cues.Part.PASSED_OVER));
  }

  /**
   * Whether a sentence ends in codes in brackets, as programs and servers add them: {@code Too many
   * hops on the way (554 5.4.6)}.
   */
  private boolean closesInBrackets() {
    return clean.endsWith(")")
        && firstCode >= WITHOUT_CODE
        && clean.lastIndexOf("(" + pieces.get(firstCode).text()) > 0
        && isOfCodes(pieces.subList(firstCode, pieces.size()))
        && Character.isUpperCase(clean.codePointAt(0))
        && !opensQuestion(pieces.get(0))
        && pieces.stream().noneMatch(piece -> piece.is(Cues.Part.QUESTION_FORM));
  }

  private static boolean isManyLines(String text) {
    return text.lines().filter(line -> line.chars().anyMatch(Character::isLetter)).count() > 1;
  }

  /** Without a code: nothing in it asks, or many words are unknown that a server may have said. */
  private boolean tellsWithoutCode() {
    Piece first = pieces.isEmpty() ? Piece.unknown("") : pieces.get(0);
    boolean opens = first.is(Cues.Part.OPEN) || first.is(Cues.Part.YES_NO);
    // "Must issue a STARTTLS command first" is no question.
    boolean sentence = Character.isUpperCase(clean.codePointAt(0)) && !mark;
    if (opens && !sentence && unknownWords() <= FEW_UNKNOWN) {
      return false;
    }
    int longest = 0;
    int unknown = 0;
    for (Piece piece : pieces) {
      unknown = piece.isUnknown() ? unknown + 1 : piece.text().equals(",") ? unknown : 0;
      longest = Math.max(longest, unknown);
    }
    boolean which =
        unknownWords() == 0 && pieces.stream().anyMatch(piece -> piece.is(Cues.Part.CODE_WORDS));
    return longest >= WITHOUT_CODE || isStatement() || (!asks(0, pieces.size()) && !mark && !which);
  }

  /**
   * Whether it is a whole sentence that ends in a full stop and does not begin as questions do:
   * {@code Su mensaje no se entregó porque el buzón está lleno.}
   */
  private boolean isStatement() {
    Piece first = pieces.get(0);
    return clean.endsWith(".")
        && pieces.size() >= SENTENCE
        && Character.isUpperCase(clean.codePointAt(0))
        && unknownWords() >= SERVERS_WORDS
        && !first.is(Term.ACue.class)
        && !opensQuestion(first)
        && pieces.stream().noneMatch(piece -> piece.is(Cues.Part.QUESTION_FORM));
  }

  private long unknownWords() {
    return pieces.stream().filter(Piece::isUnknown).count();
  }

  private boolean tells() {
    int after = lastOfCodes() + 1;
    int unknown = serversWords(after);
    boolean first = firstContent() == firstCode;
    if (first && !endsInMark && isServers(after)) {
      return true;
    }
    boolean opens = YesOrNo.opens(pieces);
    if (opens && unknownWords() == 0) {
      // "Is 5.7.1 a bad reputation": a cause of many words is not a server's yet.
      return false;
    }
    if (CopiedForm.is(
        clean, pieces.get(firstCode).text(), pieces.subList(after, pieces.size()), first, mark)) {
      return true;
    }
    if (first && !mark && isOfCommand(after)) {
      return true;
    }
    boolean asked = opens || asks(0, firstCode) || mark;
    if (asked) {
      return unknown >= SERVERS_WORDS || (!endsInMark && isLongSentence(after));
    }
    if (isChoice(after)) {
      return false;
    }
    if (unknown > 0) {
      return true;
    }
    if (first && isSentence(after)) {
      return true;
    }
    boolean askedAfter = asks(after, pieces.size());
    if (first && isCopied(after)) {
      return true;
    }
    long unknownBefore = pieces.subList(0, firstCode).stream().filter(Piece::isUnknown).count();
    long unknownAfter =
        pieces.subList(after, pieces.size()).stream().filter(Piece::isUnknown).count();
    return !askedAfter
        && !names(0, pieces.size())
        && (unknownBefore > 0 || unknownAfter >= SERVERS_WORDS);
  }

  /**
   * Whether what follows a code that opens the text is a server's: its own phrases, an address, or
   * a cause at the end of what begins with a command; and nothing in it is a person's.
   */
  private boolean isServers(int from) {
    int words = 0;
    boolean servers = false;
    boolean command = false;
    for (int i = from; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      boolean said = piece.is(Cues.Part.SERVER_SAYS);
      if (piece.is(Cues.Part.QUESTION_FORM)) {
        return false;
      }
      if (!said && (piece.is(Term.ACue.class) || piece.is(Cues.Part.GREETS))) {
        return isSentence(from) && isCopied(from);
      }
      servers |= said || isAddress(piece.text());
      servers |= command && i == pieces.size() - 1 && piece.is(Term.ACause.class);
      command |= piece.is(Term.ACommand.class);
      words += saysNothing(piece) ? 0 : piece.words();
    }
    return servers && words >= SERVERS_WORDS;
  }

  /**
   * Whether a command in capitals begins what follows the code, and goes on in words that nobody
   * asks with: {@code 502 VRFY disabled}, {@code 503 AUTH command used when not advertised}.
   */
  private boolean isOfCommand(int from) {
    boolean opens =
        from < pieces.size()
            && pieces.get(from).is(Term.ACommand.class)
            && pieces.get(from).isShouted();
    if (!opens) {
      return false;
    }
    List<Piece> rest = pieces.subList(from + 1, pieces.size());
    boolean persons =
        rest.stream()
            .anyMatch(
                piece ->
                    piece.code() != null
                        || piece.is(Cues.Part.QUESTION_FORM)
                        || piece.is(Cues.Part.GREETS)
                        || piece.is(Term.ACue.class)
                        || piece.is(Term.AProvider.class)
                        || piece.is(Term.ALanguage.class));
    return !persons
        && rest.stream().anyMatch(piece -> piece.isUnknown() || piece.is(Cues.Part.SERVER_SAYS));
  }

  /** Words that stand in questions as well, and who is asked about. */
  private static boolean saysNothing(Piece piece) {
    return piece.is(Cues.Part.JOINS)
        || piece.is(Cues.Part.DURING)
        || piece.is(Cues.Part.PASSED_OVER)
        || piece.is(Term.AProvider.class);
  }

  /** An address of a mailbox or of a host: only what is copied holds one behind a code. */
  private static boolean isAddress(String word) {
    return word.indexOf('@') > 0
        || (word.chars().filter(c -> c == '.').count() == 3
            && word.chars().allMatch(c -> c == '.' || Character.isDigit(c)));
  }

  /** Codes joined by a word of choice, {@code 452 or 552}, are asked about. */
  private boolean isChoice(int after) {
    return after + 1 < pieces.size()
        && pieces.get(after).is(Cues.Part.JOINS)
        && pieces.get(after + 1).code() != null;
  }

  /**
   * So many words follow a code that nobody typed them; what asks in them, if anything, is last.
   */
  private boolean isCopied(int from) {
    int words = pieces.size() - from;
    int asking = words >= LONG ? from + COPIED_WORDS : pieces.size();
    // Who names a provider asks about it, unless it is a long text.
    boolean named = words < LONG && names(from, pieces.size());
    return words >= COPIED_WORDS && !named && !asks(from, asking);
  }

  /** After the code a sentence begins, with a capital and several words: a reply's own words. */
  private boolean isSentence(int from) {
    if (from >= pieces.size()) {
      return false;
    }
    Piece piece = pieces.get(from);
    char c = piece.text().charAt(0);
    boolean capital = Character.isUpperCase(c) && c <= 'Z' && piece.text().length() > 1;
    return capital
        && !piece.isShouted()
        && !piece.is(Term.AProvider.class)
        && !piece.is(Term.ALanguage.class)
        && pieces.size() - from >= 2;
  }

  /** A sentence so long that nobody asks in it: it was copied behind a word of one's own. */
  private boolean isLongSentence(int from) {
    return isSentence(from)
        && pieces.size() - from >= LONG
        && pieces.subList(from, pieces.size()).stream()
            .noneMatch(piece -> piece.is(Cues.Part.QUESTION_FORM));
  }

  /** The piece after the first codes, {@code 550 5.7.1}, that belong together. */
  private int lastOfCodes() {
    int last = firstCode;
    while (last + 1 < pieces.size() && pieces.get(last + 1).code() != null) {
      last++;
    }
    return last;
  }

  /** How many words of a server stand directly after the codes: unknown ones, a cause's, tokens. */
  private int serversWords(int from) {
    int words = 0;
    for (int i = from; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      boolean cause = piece.is(Term.ACause.class) && !piece.is(Term.AProvider.class);
      boolean server = piece.isUnknown() || cause || piece.is(Term.AToken.class);
      boolean joint = piece.text().equals(",");
      if (!server && !joint) {
        return words;
      }
      words += server ? piece.words() : 0;
    }
    return words;
  }

  /** Whether what stands before the code asks; what a program announces it with does not. */
  private boolean asksBefore() {
    if (firstCode < 0) {
      return false;
    }
    String code = pieces.get(firstCode).text();
    return asks(0, firstCode)
        && pieces.subList(0, firstCode).stream()
            .filter(piece -> piece.is(Term.ACue.class) || piece.is(Cues.Part.GREETS))
            .anyMatch(piece -> !CopiedForm.isLead(piece, clean, code));
  }

  private boolean asks(int from, int to) {
    int first = firstContent();
    if (first >= from && first < to && pieces.get(first).is(Cues.Part.ADDRESS_VERBS)) {
      // "Remove the address after 550": a server does not begin so.
      return true;
    }
    return pieces.subList(from, to).stream()
        .anyMatch(piece -> piece.is(Term.ACue.class) || piece.is(Cues.Part.GREETS));
  }

  private boolean names(int from, int to) {
    return pieces.subList(from, to).stream()
        .anyMatch(
            piece ->
                piece.is(Term.AProvider.class)
                    || piece.is(Term.ACommand.class)
                    || piece.is(Term.ALanguage.class));
  }

  /** The first piece that is not passed over. */
  private int firstContent() {
    for (int i = 0; i < pieces.size(); i++) {
      if (!pieces.get(i).is(Cues.Part.PASSED_OVER) && !pieces.get(i).text().equals(",")) {
        return i;
      }
    }
    return -1;
  }

  private static int firstCode(List<Piece> pieces) {
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).code() != null) {
        return i;
      }
    }
    return -1;
  }
}
