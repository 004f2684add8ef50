package io.github.smtpbot.catalog;

import io.github.smtpbot.catalog.data.MalformedCatalogException;
import io.github.smtpbot.catalog.data.Node;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words by which a question in one language is understood: phrases in lower case. Immutable.
 *
 * @param language whose words these are; a catalog may understand more languages than it speaks
 * @param asks the words that betray an intent
 * @param causes the words for a cause
 * @param commands the words for a command or phase
 * @param lists the words for what can be listed
 * @param situations the words for a situation that a server has a code of its own for, by its key
 *     in {@code facts/which-code.yaml}
 * @param families the words for a family of codes, by the family: {@code 4xx}
 * @param words all other words, by what they do in a question
 */
public record Cues(
    Locale language,
    Map<Intent, List<String>> asks,
    Map<Cause, List<String>> causes,
    Map<Command, List<String>> commands,
    Map<Listed, List<String>> lists,
    Map<String, List<String>> situations,
    Map<String, List<String>> families,
    Map<Part, List<String>> words) {

  private static final List<String> SECTIONS =
      List.of(
          "asks",
          "causes",
          "commands",
          "lists",
          "situations",
          "families",
          "joins",
          "during",
          "after",
          "greets",
          "passed_over",
          "numbered",
          "counted",
          "measures",
          "server_says",
          "question_form",
          "yes_no",
          "open",
          "language",
          "code_words",
          "address_verbs",
          "address_nouns",
          "opposite",
          "either",
          "arrives",
          "comes_back",
          "came_back");

  /** The families that words name: those of what is temporary or permanent, and all with dots. */
  private static final List<String> FAMILIES = List.of("4xx", "5xx", "x.x.x");

  /** What can be listed beside codes. */
  public enum Listed {
    PROVIDERS,
    CAUSES,
    COMMANDS,
    PORTS
  }

  /** What a word does in a question that names nothing and does not tell what is asked. */
  public enum Part {
    /** Parts two things: {@code vs}, {@code or}. */
    JOINS,
    /** A command follows: {@code to}, {@code during}. */
    DURING,
    /** The end of a command follows; only of DATA that is a difference. */
    AFTER,
    /** Opens a talk, or is the bot's own name. */
    GREETS,
    /** Says nothing. */
    PASSED_OVER,
    /** Makes the number that follows none of SMTP's: {@code port 587}. */
    NUMBERED,
    /** Makes the number that goes before none of SMTP's: {@code 550 people}. */
    COUNTED,
    /** The same, of a number in dots too: {@code 5.1.1 surround sound}; whatever is asked of it. */
    MEASURES,
    /** What a server says of a failure, though a person may ask with words of it. */
    SERVER_SAYS,
    /** What only a question is worded with, or who asks: {@code is it}, {@code my}. */
    QUESTION_FORM,
    /** Opens a question that yes or no answers, or stands behind the code in it: {@code does}. */
    YES_NO,
    /** Opens a question that neither yes nor no answers: {@code what}. */
    OPEN,
    /** The name of this language: the answer is wanted in it. */
    LANGUAGE,
    /** What codes are called: beside a cause alone they ask which code says it. */
    CODE_WORDS,
    /** What is done with an address on a list: {@code remove}. */
    ADDRESS_VERBS,
    /** What stands on a list of those one sends to: {@code subscriber}. */
    ADDRESS_NOUNS,
    /** Asks whether a failure is temporary, so that "yes" says that it is. */
    OPPOSITE,
    /** Asks whether a failure is one or the other, so that neither "yes" nor "no" answers. */
    EITHER,
    /** Asks whether a message has arrived: {@code does 250 mean delivered}. */
    ARRIVES,
    /** Asks whether a message is returned in the end: {@code can 250 still bounce}. */
    COMES_BACK,
    /** Asks whether a message has been returned: {@code does 421 mean it bounced}. */
    CAME_BACK
  }

  static Cues read(String tag, Node.Mapping file) {
    file.allowing(SECTIONS);
    Map<Part, List<String>> words = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      words.put(part, phrases(file.find(part.name().toLowerCase(Locale.ROOT))));
    }
    Map<String, List<String>> families = new LinkedHashMap<>();
    entries(file.find("families"))
        .forEach(
            (family, node) -> {
              if (!FAMILIES.contains(family)) {
                throw new MalformedCatalogException(
                    node.place(),
                    "not a family with a name: " + family + "; write one of " + FAMILIES);
              }
              families.put(family, phrases(node));
            });
    return new Cues(
        Locale.forLanguageTag(tag),
        byLabel(Intent.class, file.find("asks")),
        byLabel(Cause.class, file.find("causes")),
        byLabel(Command.class, file.find("commands")),
        byLabel(Listed.class, file.find("lists")),
        situations(file.find("situations")),
        Collections.unmodifiableMap(families),
        Collections.unmodifiableMap(words));
  }

  private static Map<String, List<String>> situations(@Nullable Node section) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    entries(section).forEach((name, node) -> all.put(name, phrases(node)));
    return Collections.unmodifiableMap(all);
  }

  private static <E extends Enum<E>> Map<E, List<String>> byLabel(
      Class<E> type, @Nullable Node section) {
    Map<E, List<String>> all = new EnumMap<>(type);
    entries(section)
        .forEach(
            (label, node) -> all.put(Codes.readLabel(type, node.place(), label), phrases(node)));
    return Collections.unmodifiableMap(all);
  }

  private static Map<String, Node> entries(@Nullable Node section) {
    return section == null ? Map.of() : section.asMapping().entries();
  }

  private static List<String> phrases(@Nullable Node node) {
    if (node == null) {
      return List.of();
    }
    for (Node item : node.asList()) {
      String phrase = item.asText();
      if (!phrase.equals(phrase.strip().toLowerCase(Locale.ROOT))) {
        throw new MalformedCatalogException(
            item.place(), "write it in lower case, without spaces around it: " + phrase);
      }
    }
    return node.asTexts();
  }
}
