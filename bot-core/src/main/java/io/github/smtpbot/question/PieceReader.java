package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.Codes;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.Cues;
import io.github.smtpbot.catalog.Intent;
import io.github.smtpbot.catalog.KnownError;
import io.github.smtpbot.question.Lexicon.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells what each word of a question can be. Safe for use by many threads. */
final class PieceReader {

  /** Commands that nobody types for another reason. The others count only in upper case. */
  private static final Set<Command> UNMISTAKABLE =
      Set.of(
          Command.EHLO,
          Command.HELO,
          Command.RCPT,
          Command.VRFY,
          Command.EXPN,
          Command.RSET,
          Command.NOOP,
          Command.QUIT,
          Command.BDAT,
          Command.BURL,
          Command.ETRN,
          Command.ATRN,
          Command.SOML,
          Command.SAML);

  /** Commands whose names are words of every day, so that in lower case they are never meant. */
  private static final Set<Command> EVERYDAY =
      Set.of(Command.HELP, Command.MAIL, Command.SEND, Command.TURN, Command.CONNECT);

  /** The commands that are one word, by it in lower case. */
  private static final Map<String, Command> COMMANDS =
      Stream.of(Command.values())
          .filter(command -> command.name().indexOf('_') < 0)
          .collect(
              Collectors.toUnmodifiableMap(
                  command -> command.name().toLowerCase(Locale.ROOT), command -> command));

  private static final Term A_PORT = new Term.AList(Cues.Listed.PORTS);

  /** In a text of more words, or with more unknown ones, no word is taken for a mistyped one. */
  private static final int MAX_TYPED = 12;

  private static final int MAX_MISTYPED = 3;

  /** So many pieces has a choice between codes in a language that is not known. */
  private static final int MAX_CHOSEN = 6;

  /** No word that joins two things is longer. */
  private static final int LONGEST_JOINING = 8;

  private final Lexicon lexicon;

  PieceReader(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * What the words of a text can be. Where all of them are codes, no list of words is even loaded.
   */
  List<Piece> read(List<String> words) {
    List<Piece> codes = codes(words);
    List<Piece> pieces = codes != null ? codes : read(words, lexicon.cues());
    if (someUnknown(pieces) || mayHoldNames(pieces)) {
      pieces = read(words, lexicon.cuesAndNames());
      List<String> meant = meant(words, pieces);
      if (!meant.equals(words)) {
        pieces = read(meant, lexicon.cuesAndNames());
      }
    }
    return inContext(numbered(chosen(greeted(pieces))));
  }

  /**
   * The words with those put right that are mistyped, in a text that is short enough to be typed
   * and mostly understood. A word with a capital may be a name, but asks nothing.
   */
  private List<String> meant(List<String> words, List<Piece> pieces) {
    List<String> unknown =
        pieces.stream().filter(Piece::isUnknown).map(Piece::text).limit(MAX_MISTYPED + 1).toList();
    if (unknown.isEmpty() || unknown.size() > MAX_MISTYPED || words.size() > MAX_TYPED) {
      return words;
    }
    return words.stream().map(word -> unknown.contains(word) ? meant(word) : word).toList();
  }

  private String meant(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    String name = lexicon.names().meant(lower);
    String asking = lower.equals(word) ? lexicon.asking().meant(lower) : null;
    return name != null ? name : asking != null ? asking : word;
  }

  /**
   * Whether known words may be a name too: the words of a cause, {@code dnsbl}; a greeting that
   * opens nothing, or more than a code, {@code hey}; and any where no code is named.
   */
  private static boolean mayHoldNames(List<Piece> pieces) {
    boolean code = false;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.is(Term.ACause.class)
          || (piece.is(Cues.Part.GREETS) && (i > 0 || pieces.size() > 2))) {
        return true;
      }
      code |= piece.code() != null || piece.is(Term.AFamily.class);
    }
    return !code;
  }

  private static boolean someUnknown(List<Piece> pieces) {
    return pieces.stream().anyMatch(Piece::isUnknown);
  }

  /** The pieces of a text that holds nothing but codes and commands; null if it holds more. */
  private static @Nullable List<Piece> codes(List<String> words) {
    List<Piece> pieces = new ArrayList<>();
    for (String word : words) {
      Piece piece = word(word, null);
      if (piece.isUnknown()) {
        return null;
      }
      pieces.add(piece);
    }
    return pieces;
  }

  private List<Piece> read(List<String> typed, Phrases phrases) {
    List<String> words = parted(typed);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < words.size(); ) {
      Piece longest = phrases.longest(words, i);
      if (longest != null) {
        pieces.add(longest);
        i += longest.words();
      } else {
        addWord(pieces, words.get(i++), phrases);
      }
    }
    return pieces;
  }

  private List<String> parted(List<String> typed) {
    List<String> words = new ArrayList<>();
    for (String word : typed) {
      if (Typed.isUnspaced(word.charAt(0)) && !Typed.isName(word)) {
        words.addAll(Runs.split(word, lexicon.runs()));
      } else {
        words.add(word);
      }
    }
    return words;
  }

  private static void addWord(List<Piece> pieces, String word, Phrases phrases) {
    Piece alone = word(word, phrases);
    if (alone.isUnknown()) {
      List<Piece> unglued = unglued(word, phrases);
      if (!unglued.isEmpty()) {
        pieces.addAll(unglued);
        return;
      }
    }
    pieces.add(alone);
  }

  private static Piece word(String word, @Nullable Phrases phrases) {
    if (word.equals(",")) {
      return Piece.of(word, new Term.APart(Cues.Part.JOINS));
    }
    String lower = word.toLowerCase(Locale.ROOT);
    Optional<Code> code = Codes.parse(lower);
    if (code.isPresent()) {
      return Piece.of(word, new Term.ACode(code.get()));
    }
    Optional<Family> family = Families.parse(lower);
    if (family.isPresent()) {
      return Piece.of(word, new Term.AFamily(family.get(), false));
    }
    // In capitals HELP and MAIL are commands, otherwise not.
    Command command = command(word);
    if (command != null && (UNMISTAKABLE.contains(command) || word.equals(command.name()))) {
      return Piece.of(word, new Term.ACommand(command));
    }
    // A route of old, <@relay.example:joe@example.com>, greets nobody.
    if (word.startsWith("@") && word.length() > 1 && !Typed.isName(word)) {
      return Piece.of(word, new Term.APart(Cues.Part.GREETS));
    }
    List<Term> known = phrases == null ? List.of() : phrases.of(word);
    if (known.isEmpty() && phrases != null && Typed.isQualified(word)) {
      known = ofClass(word, phrases);
    }
    if (!known.isEmpty()) {
      return new Piece(word, known);
    }
    return looksLikeCode(lower) ? Piece.of(word, new Term.NotACode(word)) : Piece.unknown(word);
  }

  /**
   * The error, or the name of a code, that a class or a constant is, whatever it is of: {@code
   * smtplib.SMTPSenderRefused}, {@code Net::SMTPServerBusy}.
   */
  private static List<Term> ofClass(String word, Phrases phrases) {
    int start = Math.max(word.lastIndexOf('.'), word.lastIndexOf(':')) + 1;
    return phrases.of(word.substring(start)).stream()
        .filter(term -> term instanceof Term.AnError || term instanceof Term.ACode)
        .toList();
  }

  private static @Nullable Command command(String word) {
    return COMMANDS.get(word.toLowerCase(Locale.ROOT));
  }

  /** The pieces of a word in which known words and codes are glued: {@code 252vs501}; or none. */
  private static List<Piece> unglued(String word, Phrases phrases) {
    List<Piece> pieces = new ArrayList<>();
    boolean code = false;
    int start = 0;
    for (int i = 1; i <= word.length(); i++) {
      boolean end = i == word.length();
      if (!end && isAsciiLetter(word.charAt(i)) == isAsciiLetter(word.charAt(i - 1))) {
        continue;
      }
      String text = word.substring(start, i);
      Piece piece = word(text, phrases);
      boolean unit = isCounted(piece) || piece.is(Cues.Part.NUMBERED);
      boolean letter = isAsciiLetter(text.charAt(0)) && text.length() < 2;
      if (piece.isUnknown() || unit || letter) {
        return List.of();
      }
      code |= piece.code() != null || piece.is(Term.NotACode.class);
      pieces.add(piece);
      start = i;
    }
    return code && pieces.size() > 1 ? pieces : List.of();
  }

  /**
   * The same with a short unknown word between two codes read as one that joins them, whatever
   * language it is of: {@code 450 nebo 550}. Who quotes a server has more to quote.
   */
  private static List<Piece> chosen(List<Piece> pieces) {
    if (pieces.size() < 3 || pieces.size() > MAX_CHOSEN) {
      return pieces;
    }
    List<Piece> read = new ArrayList<>(pieces);
    for (int i = 1; i + 1 < pieces.size(); i++) {
      Code before = pieces.get(i - 1).code();
      Code after = pieces.get(i + 1).code();
      if (before != null
          && after != null
          && before.getClass() == after.getClass()
          && pieces.get(i).isUnknown()
          && isShortWord(pieces.get(i).text())) {
        read.set(i, Piece.of(pieces.get(i).text(), new Term.APart(Cues.Part.JOINS)));
      }
    }
    return someUnknown(read) ? pieces : read;
  }

  private static boolean isShortWord(String word) {
    return word.length() <= LONGEST_JOINING
        && word.codePoints().noneMatch(c -> c < 0x80 && !Character.isLetter(c));
  }

  /** A greeting that opens a text, {@code hey}, names no provider that is called like that. */
  private static List<Piece> greeted(List<Piece> pieces) {
    boolean greets =
        !pieces.isEmpty()
            && pieces.get(0).is(Cues.Part.GREETS)
            && pieces.get(0).is(Term.AProvider.class);
    if (!greets) {
      return pieces;
    }
    List<Piece> read = new ArrayList<>(pieces);
    read.set(0, Piece.of(pieces.get(0).text(), new Term.APart(Cues.Part.GREETS)));
    return read;
  }

  /**
   * The same with the number of an error read as that error, wherever it stands beside the name of
   * the program that numbers it so: {@code (67) curl smtp}.
   */
  private List<Piece> numbered(List<Piece> pieces) {
    if (pieces.size() > MAX_TYPED || !someUnknown(pieces)) {
      return pieces;
    }
    for (int program = 0; program < pieces.size(); program++) {
      Map<String, KnownError> errors = lexicon.numbered(pieces.get(program).text());
      for (int at = 0; at < pieces.size() && !errors.isEmpty(); at++) {
        KnownError error = errors.get(pieces.get(at).text());
        boolean counts =
            (at > 0 && at - 1 != program && pieces.get(at - 1).is(Cues.Part.NUMBERED))
                || (at + 1 < pieces.size() && isCounted(pieces.get(at + 1)));
        if (error != null && !counts) {
          List<Piece> read = new ArrayList<>(pieces);
          read.set(
              program, Piece.of(pieces.get(program).text(), new Term.APart(Cues.Part.PASSED_OVER)));
          read.set(at, Piece.of(pieces.get(at).text(), new Term.AnError(error)));
          return read;
        }
      }
    }
    return pieces;
  }

  private static boolean isCounted(Piece after) {
    return after.is(Cues.Part.COUNTED) || after.is(Cues.Part.MEASURES);
  }

  /** What only the words around tell: commands in lower case, and numbers that are no codes. */
  private static List<Piece> inContext(List<Piece> pieces) {
    boolean code = pieces.stream().anyMatch(piece -> piece.code() != null);
    boolean ofCodes = pieces.stream().anyMatch(piece -> piece.is(Cues.Part.CODE_WORDS));
    // Beside the word the ports of mail are no codes, wherever it stands.
    boolean ports =
        pieces.stream().anyMatch(piece -> piece.terms().contains(A_PORT)) || arePorts(pieces);
    List<Piece> read = new ArrayList<>(pieces);
    for (int i = 0; i < read.size(); i++) {
      Piece piece = read.get(i);
      Command command = command(piece.text());
      boolean codes =
          (i + 1 < read.size() && read.get(i + 1).is(Cues.Part.CODE_WORDS))
              || (i > 0 && read.get(i - 1).asks(Intent.WHICH_CODE));
      if (command != null
          && !EVERYDAY.contains(command)
          && (codes || ((code || ofCodes) && isPhase(pieces, i)))) {
        read.set(i, Piece.of(piece.text(), new Term.ACommand(command)));
      }
      boolean numbered = i > 0 && read.get(i - 1).is(Cues.Part.NUMBERED);
      boolean counted = i + 1 < read.size() && read.get(i + 1).is(Cues.Part.COUNTED);
      boolean measured = i + 1 < read.size() && read.get(i + 1).is(Cues.Part.MEASURES);
      boolean number =
          piece.code() != null || piece.is(Term.NotACode.class) || piece.is(Term.AFamily.class);
      boolean counts =
          piece.is(Term.AnError.class) && endsInNumber(piece.text()) && (counted || measured);
      boolean asked = i > 0 && read.get(i - 1).is(Term.ACue.class);
      boolean port =
          QuestionParser.PORTS.contains(piece.text())
              && (ports || (number && pieces.size() > 1 && !numbered && !counted && !measured));
      if (port) {
        read.set(i, port(piece.text()));
      } else if (piece.code() != null && i > 0 && isPartOf(piece.text(), read.get(i - 1))) {
        read.set(i, Piece.of(piece.text(), new Term.APart(Cues.Part.PASSED_OVER)));
      } else if (counts) {
        // "curl 55 times": curl's number is none of its errors.
        read.set(i, Piece.unknown(piece.text()));
      } else if (number
          && (numbered || measured || (counted && !asked && piece.text().length() == 3))) {
        read.set(i, Piece.unknown(piece.text()));
      }
    }
    return read;
  }

  private static Piece port(String number) {
    return new Piece(number, List.of(new Term.APart(Cues.Part.PASSED_OVER), A_PORT));
  }

  /**
   * Whether the numbers are ports without being called so, {@code 465 or 587}: all are, and two.
   */
  private static boolean arePorts(List<Piece> pieces) {
    List<String> numbers =
        pieces.stream().map(Piece::text).filter(PieceReader::startsWithDigit).distinct().toList();
    return numbers.size() > 1 && QuestionParser.PORTS.containsAll(numbers);
  }

  private static boolean startsWithDigit(String text) {
    return Character.isDigit(text.charAt(0));
  }

  private static boolean endsInNumber(String text) {
    return Character.isDigit(text.charAt(text.length() - 1));
  }

  /**
   * Whether a code only repeats the number in the token before it, {@code OFR_535 [535]}, and is no
   * second code.
   */
  private static boolean isPartOf(String code, Piece before) {
    String token = before.text();
    int at = token.indexOf(code);
    return at > 0
        && (before.is(Term.AToken.class) || before.isUnknown())
        && !Character.isDigit(token.charAt(at - 1))
        && (at + code.length() == token.length()
            || !Character.isDigit(token.charAt(at + code.length())));
  }

  /** Whether the words before say that a point of the session follows: {@code after the end of}. */
  private static boolean isPhase(List<Piece> pieces, int at) {
    for (int i = at - 1; i >= 0; i--) {
      if (pieces.get(i).is(Cues.Part.DURING) || pieces.get(i).is(Cues.Part.AFTER)) {
        return true;
      }
      if (!pieces.get(i).is(Cues.Part.PASSED_OVER)) {
        return false;
      }
    }
    return false;
  }

  /**
   * Digits and dots with at most two letters among them, and no address of a host: {@code 2.7.x9},
   * {@code 5.7}, {@code 7.1.1}.
   */
  private static boolean looksLikeCode(String word) {
    if (UnknownCodes.isFamily(word)) {
      return true;
    }
    if (word.isEmpty() || word.length() > 12 || !Character.isDigit(word.charAt(0))) {
      return false;
    }
    long dots = word.chars().filter(c -> c == '.').count();
    long digits = word.chars().filter(c -> c >= '0' && c <= '9').count();
    boolean only =
        word.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
    long letters = word.length() - dots - digits;
    return only
        && letters <= 2
        && (dots == 2
            || (dots == 0 && letters == 0 && digits >= 3 && digits <= 4)
            || (word.length() == 3 && UnknownCodes.meant(word) != null));
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
