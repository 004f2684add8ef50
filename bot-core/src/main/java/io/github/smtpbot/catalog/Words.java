package io.github.smtpbot.catalog;

import io.github.smtpbot.catalog.data.MalformedCatalogException;
import io.github.smtpbot.catalog.data.Node;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything that is said in one language. Immutable. */
public final class Words {

  private static final List<String> SECTIONS =
      List.of(
          "ui",
          "severities",
          "categories",
          "classes",
          "subjects",
          "commands",
          "parties",
          "outcomes",
          "causes",
          "errors",
          "codes_to_send",
          "confusions",
          "reply_codes",
          "enhanced_status_codes");

  private static final List<String> CAUSE_KEYS = List.of("name", "meaning", "fix", "escalate");
  private static final List<String> CODE_KEYS = List.of("name", "meaning", "when", "fix", "note");

  private final Locale language;
  private final Map<String, String> ui;
  private final Map<Integer, Named> severities;
  private final Map<Integer, Named> categories;
  private final Map<Integer, Named> classes;
  private final Map<Integer, Named> subjects;
  private final Map<Command, Named> commands;
  private final Map<Party, Named> parties;
  private final Map<Outcome, Named> outcomes;
  private final Lazy<Map<Cause, ByClass<CauseWords>>> causes;
  private final Node.Mapping rules;
  private final Node.Mapping errors;
  private final Node.Mapping codesToSend;
  private final LazyMap<ReplyCode, CodeWords> replyCodes;
  private final LazyMap<EnhancedStatusCode, ByClass<CodeWords>> enhancedCodes;

  Words(Locale language, Node.Mapping file) {
    file.allowing(SECTIONS);
    this.language = language;
    this.ui = texts(file.get("ui").asMapping());
    this.severities = byDigit(file.get("severities"));
    this.categories = byDigit(file.get("categories"));
    this.classes = byDigit(file.get("classes"));
    this.subjects = byDigit(file.get("subjects"));
    this.commands = named(Command.class, file.get("commands"));
    this.parties = named(Party.class, file.get("parties"));
    this.outcomes = named(Outcome.class, file.get("outcomes"));
    Node.Mapping saidOfCauses = file.get("causes").asMapping();
    this.causes =
        new Lazy<>(
            () ->
                Facts.byLabel(
                    Cause.class,
                    saidOfCauses,
                    (cause, node) -> byClass(node.asMapping(), CAUSE_KEYS, Words::cause)));
    this.rules = file.get("confusions").asMapping();
    this.errors = file.get("errors").asMapping();
    this.codesToSend = file.get("codes_to_send").asMapping();
    this.replyCodes =
        new LazyMap<>(
            () -> file.get("reply_codes").asMapping(),
            Codes::readReplyCode,
            (code, node) -> code(node));
    this.enhancedCodes =
        new LazyMap<>(
            () -> file.get("enhanced_status_codes").asMapping(),
            Codes::readEnhanced,
            (code, node) -> byClass(node.asMapping(), CODE_KEYS, Words::code));
  }

  /** Reads what is otherwise read when it is first asked for, to find what is malformed in it. */
  void readAll() {
    replyCodes.all();
    enhancedCodes.all();
    causes.get();
    rules.entries().values().forEach(Words::rule);
    errors.entries().values().forEach(Words::error);
    codesToSend.entries().values().forEach(Node::asText);
  }

  /** The language these words are in. */
  public Locale language() {
    return language;
  }

  /**
   * A text of the user interface.
   *
   * @param key its name in the file's {@code ui} section
   * @param values what {@code {0}}, {@code {1}} … stand for, ten at the most; they may hold
   *     anything
   * @throws IllegalArgumentException if there is no such text
   */
  public String ui(String key, Object... values) {
    String text = ui.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no text \"" + key + "\" in " + language);
    }
    return filled(text, values);
  }

  /** Fills a text in one pass, so that braces in a value stay what they are. */
  private static String filled(String text, Object... values) {
    int first = text.indexOf('{');
    if (first < 0) {
      return text;
    }
    StringBuilder filled = new StringBuilder(2 * text.length());
    int from = 0;
    for (int open = first; open >= 0; open = text.indexOf('{', open + 1)) {
      int which = open + 2 < text.length() ? text.charAt(open + 1) - '0' : -1;
      if (which >= 0 && which < values.length && which <= 9 && text.charAt(open + 2) == '}') {
        filled.append(text, from, open).append(values[which]);
        from = open + 3;
      }
    }
    return filled.append(text, from, text.length()).toString();
  }

  /** The names of all texts of the user interface. */
  public Set<String> uiKeys() {
    return ui.keySet();
  }

  /** What a first digit says; only for 2 to 5. */
  public Named severity(Severity severity) {
    return have(severities.get(severity.digit()), severity);
  }

  /** What a second digit says; only for 0 to 5. */
  public Named category(int digit) {
    return have(categories.get(digit), digit);
  }

  /** What the class of an enhanced status code says; only for 2, 4 and 5. */
  public Named classOf(int digit) {
    return have(classes.get(digit), digit);
  }

  /** What the subject of an enhanced status code says, or null if nobody has assigned it. */
  public @Nullable Named subject(int digit) {
    return subjects.get(digit);
  }

  /** What to call a command or phase. */
  public Named command(Command command) {
    return have(commands.get(command), command);
  }

  /** What to call a party. */
  public String party(Party party) {
    return have(parties.get(party), party).name();
  }

  /** What the sending server does next. */
  public Named outcome(Outcome outcome) {
    return have(outcomes.get(outcome), outcome);
  }

  /** What is said of a cause. */
  public CauseWords cause(Cause cause) {
    return cause(cause, Severity.UNKNOWN);
  }

  /** What is said of a cause after a reply of this severity. */
  public CauseWords cause(Cause cause, Severity severity) {
    return have(causes.get().get(cause), cause).in(severity);
  }

  /** What is said of a code; null if it is not in the catalog. */
  public @Nullable CodeWords find(Code code) {
    if (code instanceof ReplyCode reply) {
      return replyCodes.find(reply);
    }
    ByClass<CodeWords> said = enhancedCodes.find(((EnhancedStatusCode) code).ofAnyClass());
    return said == null ? null : said.in(code.severity());
  }

  /** What is said of a code of the catalog. */
  public CodeWords code(Code code) {
    return have(find(code), code);
  }

  /** The rule of thumb that tells two codes apart, in whichever order; null if there is none. */
  public @Nullable String ruleFor(Code one, Code other) {
    Node found = Facts.ofPair(rules, one, other);
    return found == null ? null : rule(found);
  }

  /** What is said of an error of the network, a library or a mail program. */
  public ErrorWords error(KnownError error) {
    return error(errors.get(error.id()));
  }

  /** Why a server sends this code for its cause. */
  public String codeToSend(CodeToSend send) {
    return codesToSend.get(send.key()).asText();
  }

  private static String rule(Node node) {
    return node.asMapping().allowing(List.of("rule")).get("rule").asText();
  }

  private static <T> T have(@Nullable T found, Object key) {
    return Objects.requireNonNull(found, () -> "no words for " + key);
  }

  private static Map<String, String> texts(Node.Mapping file) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, Node> entry : file.entries().entrySet()) {
      texts.put(entry.getKey(), entry.getValue().asText());
    }
    return Collections.unmodifiableMap(texts);
  }

  private static Map<Integer, Named> byDigit(Node section) {
    Map<Integer, Named> all = new TreeMap<>();
    for (Map.Entry<String, Node> entry : section.asMapping().entries().entrySet()) {
      String key = entry.getKey();
      Node node = entry.getValue();
      if (key.length() != 1 || !Character.isDigit(key.charAt(0))) {
        throw new MalformedCatalogException(node.place(), "not a digit: " + key);
      }
      all.put(Integer.valueOf(key), named(node));
    }
    return Collections.unmodifiableMap(all);
  }

  private static <E extends Enum<E>> Map<E, Named> named(Class<E> type, Node section) {
    return Facts.byLabel(type, section.asMapping(), (label, node) -> named(node));
  }

  private static Named named(Node node) {
    Node.Mapping fields = node.asMapping().allowing(List.of("name", "meaning"));
    Node meaning = fields.find("meaning");
    return new Named(fields.get("name").asText(), meaning == null ? "" : meaning.asText());
  }

  private static ErrorWords error(Node node) {
    Node.Mapping fields = node.asMapping().allowing(List.of("name", "meaning", "step"));
    Node step = fields.find("step");
    return new ErrorWords(
        fields.get("name").asText(),
        fields.get("meaning").asText(),
        step == null ? null : step.asText());
  }

  private static CauseWords cause(Node node) {
    Node.Mapping fields = node.asMapping().allowing(CAUSE_KEYS);
    return new CauseWords(
        fields.get("name").asText(),
        fields.get("meaning").asText(),
        fixes(fields.get("fix")),
        fields.get("escalate").asText());
  }

  /** What is said as a rule, and what of a transient failure, where that differs. */
  private record ByClass<T>(T usual, T ofTransient) {

    T in(Severity severity) {
      return severity == Severity.TRANSIENT ? ofTransient : usual;
    }
  }

  /** Reads an entry in which {@code transient} repeats the fields that differ. */
  private static <T> ByClass<T> byClass(
      Node.Mapping fields, List<String> keys, Function<Node, T> reader) {
    Node differs = fields.find("transient");
    if (differs == null) {
      T said = reader.apply(fields);
      return new ByClass<>(said, said);
    }
    Map<String, Node> usual = new LinkedHashMap<>(fields.entries());
    usual.remove("transient");
    Map<String, Node> ofTransient = new LinkedHashMap<>(usual);
    ofTransient.putAll(differs.asMapping().allowing(keys).entries());
    return new ByClass<>(
        reader.apply(new Node.Mapping(fields.place(), usual)),
        reader.apply(new Node.Mapping(differs.place(), ofTransient)));
  }

  private static CodeWords code(Node node) {
    Node.Mapping fields = node.asMapping().allowing(CODE_KEYS);
    Node note = fields.find("note");
    return new CodeWords(
        fields.get("name").asText(),
        fields.get("meaning").asText(),
        fields.get("when").asTexts(),
        fixes(fields.get("fix")),
        note == null ? null : note.asText());
  }

  private static Map<Role, String> fixes(Node node) {
    Map<Role, String> fixes = new EnumMap<>(Role.class);
    for (Map.Entry<String, Node> entry : node.asMapping().entries().entrySet()) {
      Node text = entry.getValue();
      fixes.put(Codes.readLabel(Role.class, text.place(), entry.getKey()), text.asText());
    }
    return Collections.unmodifiableMap(fixes);
  }
}
