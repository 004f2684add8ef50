package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Cues;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A code and the words behind it, which may be a server's, in a text whose beginning or end tells
 * whose they are: {@code postfix 454 4.7.1 relay access denied}, {@code 550 5.7.1 relaying denied
 * sendmail}. Whether anybody says so, only whoever knows the wording of servers can tell.
 *
 * @param text the code and what follows it
 * @param providers the ids of who is said to say it; empty if nobody is named
 */
public record Saying(String text, List<String> providers) {

  /** Fewer words behind a reply code are a person's as well as a server's. */
  private static final int FEWEST_WORDS = 2;

  /** What parts a server's words from a person's. */
  private static final String PARTS = " \"',;:-–—(";

  /**
   * A code, and words that nobody asks with; null if the text has another form.
   *
   * @param clean the text, cleaned
   * @param pieces what its words can be
   */
  static @Nullable Saying of(String clean, List<Piece> pieces) {
    if (pieces.stream().noneMatch(Saying::isServers)) {
      return null;
    }
    int code = 0;
    while (code < pieces.size() && isPersons(pieces.get(code))) {
      code++;
    }
    int words = code;
    while (words < pieces.size() && pieces.get(words).code() != null) {
      words++;
    }
    int from = words;
    while (from < pieces.size() && isNamed(pieces.get(from))) {
      from++;
    }
    int end = endOfWords(pieces, from);
    List<Piece> said = pieces.subList(from, end);
    boolean others = said.stream().anyMatch(piece -> piece.code() != null || isNamed(piece));
    // A host at the end is what the server points to: blocked using zen.spamhaus.org.
    others |= pieces.subList(end, pieces.size()).stream().anyMatch(Saying::isHost);
    int told = said.stream().mapToInt(Piece::words).sum();
    boolean status =
        pieces.subList(code, words).stream()
            .anyMatch(piece -> piece.code() instanceof EnhancedStatusCode);
    if (words == code
        || others
        || told < (status ? 1 : FEWEST_WORDS)
        || said.stream().noneMatch(Saying::isServers)) {
      return null;
    }
    List<Piece> reply = new ArrayList<>(pieces.subList(code, words));
    reply.addAll(said);
    List<Piece> around = new ArrayList<>(pieces);
    around.removeAll(reply);
    String typed = asTyped(clean, pieces.get(code), said, pieces.subList(end, pieces.size()));
    String codes = joined(pieces.subList(code, words));
    return new Saying(codes + " " + (typed == null ? joined(said) : typed), providers(around));
  }

  private static String joined(List<Piece> pieces) {
    return pieces.stream().map(Piece::text).collect(Collectors.joining(" "));
  }

  /** The words with their punctuation; null if they cannot be found again. */
  private static @Nullable String asTyped(
      String clean, Piece code, List<Piece> said, List<Piece> behind) {
    String before = before(clean, behind);
    int start = clean.indexOf(said.get(0).text(), Math.max(0, clean.indexOf(code.text())));
    return start < 0 || before.length() <= start ? null : before.substring(start);
  }

  /** The text up to the words that a person added; empty if they cannot be found again. */
  static String before(String clean, List<Piece> behind) {
    int end = clean.length();
    for (int i = behind.size() - 1; i >= 0 && end >= 0; i--) {
      end = clean.lastIndexOf(behind.get(i).text(), end - 1);
    }
    while (end > 0 && PARTS.indexOf(clean.charAt(end - 1)) >= 0) {
      end--;
    }
    return clean.substring(0, Math.max(0, end));
  }

  /** Where a person goes on: with a question, or with who said it. */
  private static int endOfWords(List<Piece> pieces, int from) {
    int end = pieces.size();
    while (end > from && isPersons(pieces.get(end - 1)) && !isServers(pieces.get(end - 1))) {
      end--;
    }
    while (end < pieces.size() && !goesOn(pieces, end)) {
      end++;
    }
    return end;
  }

  private static boolean goesOn(List<Piece> pieces, int at) {
    Piece piece = pieces.get(at);
    boolean named = at + 1 < pieces.size() && isNamed(pieces.get(at + 1));
    return named
        || isNamed(piece)
        || piece.is(Term.ACue.class)
        || piece.is(Cues.Part.OPEN)
        || piece.is(Cues.Part.YES_NO)
        || piece.is(Cues.Part.QUESTION_FORM);
  }

  /** A word that a person may type around a server's. */
  private static boolean isPersons(Piece piece) {
    return piece.code() == null && !piece.isUnknown() && !piece.is(Term.ACause.class);
  }

  private static boolean isServers(Piece piece) {
    return piece.isUnknown() || piece.is(Cues.Part.SERVER_SAYS) || piece.is(Term.ACause.class);
  }

  private static boolean isNamed(Piece piece) {
    return piece.is(Term.AProvider.class) && !piece.is(Term.ACause.class);
  }

  private static boolean isHost(Piece piece) {
    return isNamed(piece) && piece.text().indexOf('.') > 0;
  }

  private static List<String> providers(List<Piece> pieces) {
    Set<String> named = new LinkedHashSet<>();
    for (Piece piece : pieces) {
      for (Term term : piece.terms()) {
        if (term instanceof Term.AProvider provider) {
          named.add(provider.id());
        }
      }
    }
    return List.copyOf(named);
  }
}
