package io.github.smtpbot.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;

/** What holds for every question. */
class QuestionPropertiesTest {

  private static final int LIMIT = 64 * 1024;
  private static final Catalog CATALOG = Catalog.builtIn();
  private static final QuestionParser PARSER = new QuestionParser(CATALOG);

  /** What people and programs put into questions. */
  @Provide
  Arbitrary<String> typed() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "252",
            "501",
            "550",
            "5.7.1",
            "x.2.2",
            "4.7",
            "5xx",
            "55x",
            "404",
            "999",
            "299",
            "2.7.x9",
            "vs",
            "or",
            "กับ",
            "ต่างจาก",
            "อะไร",
            ",",
            "/",
            "#",
            "`",
            ".",
            "-",
            " ",
            "\n",
            "\u200b",
            "\u202e",
            "😀",
            "RCPT",
            "DATA",
            "data",
            "after",
            "end",
            "to",
            "list",
            "help",
            "smtp",
            "HTTP/1.1",
            "Not Found",
            "mailbox",
            "full",
            "é",
            "٥٥٠",
            "５",
            "\u0000",
            "\ud800",
            "\u0e33");
    return pieces.list().ofMaxSize(14).map(list -> String.join("", list));
  }

  /** Sentences of nothing but codes and the words of questions. */
  @Provide
  Arbitrary<String> questionOfCodes() {
    Arbitrary<String> unknown = Arbitraries.integers().between(100, 999).map(String::valueOf);
    Arbitrary<String> words =
        Arbitraries.of(
            "vs", "or", "กับ", "what", "does", "mean", "4xx", "55x", "x.7.x", "4.7", "RCPT", "DATA",
            "after", "to", "in", "list", "help", "HTTP", "end", "of", "2.7.x9", "9.1.1", "VRFY");
    return Arbitraries.oneOf(replyCode(), replyCode(), enhancedCode(), unknown, words)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(list -> String.join(" ", list));
  }

  @Provide
  Arbitrary<String> replyCode() {
    return Arbitraries.of(CATALOG.replyCodes().stream().map(f -> f.code().text()).toList());
  }

  @Provide
  Arbitrary<String> enhancedCode() {
    return Arbitraries.of(
        CATALOG.enhancedCodes().stream()
            .flatMap(f -> f.classes().stream().map(digit -> f.code().ofClass(digit).text()))
            .toList());
  }

  @Provide
  Arbitrary<String> separator() {
    Arbitrary<String> joint =
        Arbitraries.of(
            ",", ";", "/", "|", " vs ", " VS. ", " or ", " and ", " versus ", "กับ", "หรือ");
    Arbitrary<String> space = Arbitraries.of("", " ", "  ", "\t", "\u00a0", "\n");
    return Combinators.combine(space, joint, space).as((before, j, after) -> before + j + after);
  }

  @Property(seed = "1982")
  void noStringIsAFailure(@ForAll @StringLength(max = 400) String text) {
    PARSER.parse(text, LIMIT);
  }

  @Property(seed = "1982")
  void noMixtureOfPiecesIsAFailure(@ForAll("typed") String text) {
    PARSER.parse(text, LIMIT);
  }

  @Property(seed = "1982")
  void theCanonicalTextAsksTheSame(@ForAll("questionOfCodes") String text) {
    Question question = PARSER.parse(text, LIMIT);
    Question again = PARSER.parse(question.canonical(), LIMIT);
    if (question instanceof Question.NoSuchCode unknown) {
      Question.NoSuchCode same = assertInstanceOf(Question.NoSuchCode.class, again);
      assertEquals(unknown.written(), same.written());
      assertEquals(unknown.why(), same.why());
    } else {
      assertEquals(question, again);
    }
  }

  @Property(seed = "1982")
  void theCanonicalTextOfAnyMixtureOfPiecesIsNoFailure(@ForAll("typed") String text) {
    PARSER.parse(PARSER.parse(text, LIMIT).canonical(), LIMIT);
  }

  @Property(seed = "1982")
  void separatorsAndSpacesDoNotChangeAComparison(
      @ForAll("replyCode") String one,
      @ForAll("replyCode") String other,
      @ForAll("separator") String separator) {
    assertEquals(
        PARSER.parse(one + " " + other, LIMIT), PARSER.parse(one + separator + other, LIMIT));
  }

  @Property(seed = "1982")
  void separatorsAndSpacesDoNotChangeAComparisonOfReplies(
      @ForAll("replyCode") String one,
      @ForAll("enhancedCode") String enhanced,
      @ForAll("separator") String separator) {
    String reply = one + " " + enhanced;
    String other = "550 5.1.1";
    assertEquals(
        PARSER.parse(reply + " " + other, LIMIT), PARSER.parse(reply + separator + other, LIMIT));
  }

  @Property(seed = "1982")
  void theOrderOfCodesIsKept(
      @ForAll @Size(min = 2, max = 5) @UniqueElements List<@From("replyCode") String> codes) {
    Question question = PARSER.parse(String.join(" ", codes), LIMIT);
    assertEquals(String.join(" vs ", codes), question.canonical());
  }

  @Property(seed = "1982")
  void duplicatesVanish(
      @ForAll @Size(min = 1, max = 5) @UniqueElements List<@From("replyCode") String> codes) {
    List<String> twice = new ArrayList<>(Stream.concat(codes.stream(), codes.stream()).toList());
    assertEquals(
        PARSER.parse(String.join(" ", codes), LIMIT),
        PARSER.parse(String.join(", ", twice), LIMIT));
  }

  @Property(seed = "1982")
  void noComparisonHoldsMoreThanFive(@ForAll("questionOfCodes") String text) {
    if (PARSER.parse(text, LIMIT) instanceof Question.Compare compare) {
      assertTrue(compare.subjects().size() <= QuestionParser.MAX_COMPARED);
    }
  }
}
