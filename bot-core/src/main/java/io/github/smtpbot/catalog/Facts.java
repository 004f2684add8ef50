package io.github.smtpbot.catalog;

import io.github.smtpbot.catalog.data.MalformedCatalogException;
import io.github.smtpbot.catalog.data.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the language-free files of the catalog. */
final class Facts {

  private static final List<String> REPLY_CODE_KEYS =
      List.of(
          "status",
          "outcome",
          "adapts",
          "acts",
          "cause",
          "related",
          "emitters",
          "names",
          "sources");
  private static final List<String> ENHANCED_CODE_KEYS =
      List.of(
          "classes",
          "basic",
          "commands",
          "acts",
          "acts_transient",
          "cause",
          "address",
          "related",
          "sources");

  private static final List<String> CAUSE_KEYS =
      List.of(
          "acts",
          "acts_transient",
          "fault",
          "fault_transient",
          "address",
          "address_transient",
          "sources");

  private Facts() {}

  static List<CommandReply> commandReplies(Node.Mapping file) {
    List<CommandReply> replies = new ArrayList<>();
    for (Map.Entry<String, Node> entry : file.entries().entrySet()) {
      Command command = Codes.readLabel(Command.class, entry.getValue().place(), entry.getKey());
      for (Node item : entry.getValue().asList()) {
        Node.Mapping fields = item.asMapping().allowing(List.of("code", "source", "obsolete"));
        replies.add(
            new CommandReply(
                command,
                Codes.readReplyCode(fields.place(), fields.get("code").asText()),
                isTrue(fields.find("obsolete")),
                Sources.readOne(fields.get("source"))));
      }
    }
    return Collections.unmodifiableList(replies);
  }

  static ReplyCodeFacts replyCode(ReplyCode code, Node node, Node.Mapping commands) {
    Node.Mapping fields = node.asMapping().allowing(REPLY_CODE_KEYS);
    Node emitters = fields.find("emitters");
    Node names = fields.find("names");
    return new ReplyCodeFacts(
        code,
        Codes.readLabel(CodeStatus.class, fields.get("status")),
        Codes.readLabel(Outcome.class, fields.get("outcome")),
        causeList(fields.find("adapts")),
        parties(fields.get("acts")),
        Codes.readLabel(Cause.class, fields.get("cause")),
        commandsOf(code, commands),
        codes(fields.find("related")),
        emitters == null ? List.of() : emitters.asTexts(),
        names == null ? List.of() : names.asTexts(),
        atLeastOne(fields.get("sources"), Sources.read(fields.get("sources"))));
  }

  private static List<Cause> causeList(@Nullable Node node) {
    return node == null
        ? List.of()
        : node.asList().stream().map(cause -> Codes.readLabel(Cause.class, cause)).toList();
  }

  /** Which commands may be answered with a code, in the order of a session. */
  private static List<Command> commandsOf(ReplyCode code, Node.Mapping file) {
    Set<Command> commands = EnumSet.noneOf(Command.class);
    for (Map.Entry<String, Node> entry : file.entries().entrySet()) {
      for (Node item : entry.getValue().asList()) {
        if (item.asMapping().get("code").asText().equals(code.text())) {
          commands.add(Codes.readLabel(Command.class, entry.getValue().place(), entry.getKey()));
        }
      }
    }
    return List.copyOf(commands);
  }

  static EnhancedCodeFacts enhancedCode(EnhancedStatusCode code, Node node) {
    Node.Mapping fields = node.asMapping().allowing(ENHANCED_CODE_KEYS);
    Node basic = fields.find("basic");
    List<Party> acts = parties(fields.get("acts"));
    Node actsTransient = fields.find("acts_transient");
    return new EnhancedCodeFacts(
        code,
        atLeastOne(
            fields.get("classes"),
            fields.get("classes").asList().stream().map(Codes::readClass).toList()),
        basic == null
            ? List.of()
            : basic.asList().stream()
                .map(number -> Codes.readReplyCode(number.place(), number.asText()))
                .toList(),
        commandsWithSource(fields.find("commands")),
        acts,
        actsTransient == null ? acts : parties(actsTransient),
        Codes.readLabel(Cause.class, fields.get("cause")),
        pauses(fields.find("address")),
        codes(fields.find("related")),
        atLeastOne(fields.get("sources"), Sources.read(fields.get("sources"))));
  }

  private static Map<Command, Source> commandsWithSource(@Nullable Node node) {
    Map<Command, Source> commands = new EnumMap<>(Command.class);
    if (node != null) {
      node.asMapping()
          .entries()
          .forEach(
              (command, source) ->
                  commands.put(
                      Codes.readLabel(Command.class, source.place(), command),
                      Sources.readOne(source)));
    }
    return Collections.unmodifiableMap(commands);
  }

  static Map<Cause, CauseFacts> causes(Node.Mapping file) {
    return byLabel(
        Cause.class,
        file,
        (cause, node) -> {
          Node.Mapping fields = node.asMapping().allowing(CAUSE_KEYS);
          List<Party> acts = parties(fields.get("acts"));
          Node actsTransient = fields.find("acts_transient");
          Fault fault = label(Fault.class, fields.find("fault"), null);
          AddressAction address = Codes.readLabel(AddressAction.class, fields.get("address"));
          checkAddress(fields, address, fault);
          return new CauseFacts(
              cause,
              acts,
              actsTransient == null ? acts : parties(actsTransient),
              fault,
              label(Fault.class, fields.find("fault_transient"), fault),
              address,
              fields.find("address_transient") == null ? AddressAction.KEEP : AddressAction.PAUSE,
              Sources.read(fields.get("sources")));
        });
  }

  /** An address is given up only for its own fault, and never while the sender still tries. */
  private static void checkAddress(
      Node.Mapping fields, AddressAction address, @Nullable Fault fault) {
    if (address == AddressAction.REMOVE && fault != Fault.RECIPIENT) {
      throw new MalformedCatalogException(
          fields.get("address").place(), "only where the fault is the recipient's: remove");
    }
    pauses(fields.find("address_transient"));
  }

  /** Whether an address is paused, where it is kept unless something is said. */
  private static boolean pauses(@Nullable Node address) {
    if (address != null && !address.asText().equals("pause")) {
      throw new MalformedCatalogException(
          address.place(), "write pause; an address is kept where nothing is said");
    }
    return address != null;
  }

  private static <E extends Enum<E>> @Nullable E label(
      Class<E> type, @Nullable Node node, @Nullable E otherwise) {
    return node == null ? otherwise : Codes.readLabel(type, node);
  }

  static List<Code> pair(String key, Node node) {
    String[] codes = key.split("/", -1);
    if (codes.length != 2) {
      throw new MalformedCatalogException(node.place(), "not a pair: " + key + "; write 450/550");
    }
    return List.of(Codes.read(node.place(), codes[0]), Codes.read(node.place(), codes[1]));
  }

  /** The entry of a pair of codes in whichever order; null if there is none. */
  static @Nullable Node ofPair(Node.Mapping section, Code one, Code other) {
    Node found = section.find(one.text() + "/" + other.text());
    return found != null ? found : section.find(other.text() + "/" + one.text());
  }

  static List<PhraseRule> phrases(Node.Mapping file) {
    List<PhraseRule> rules = new ArrayList<>();
    for (Node item : file.get("phrases").asList()) {
      Node.Mapping fields =
          item.asMapping().allowing(List.of("cause", "vague", "phrases", "anybodys", "asked"));
      Node asked = fields.find("asked");
      Node vague = fields.find("vague");
      rules.add(
          new PhraseRule(
              Codes.readLabel(Cause.class, fields.get("cause")),
              vague != null && vague.asBoolean(),
              Stream.of(fields.get("phrases"), fields.find("anybodys"))
                  .flatMap(list -> phraseList(list).stream())
                  .toList(),
              asked == null ? List.of() : asked.asTexts()));
    }
    return Collections.unmodifiableList(rules);
  }

  /** Wording that takes back the words of causes within it. */
  static List<String> provesNothing(Node.Mapping file) {
    return phraseList(file.get("proves_nothing"));
  }

  /** How the sentences of templates begin, by the provider whose they are. */
  static Map<String, List<String>> templates(Node.Mapping file) {
    Set<String> seen = new HashSet<>();
    Map<String, List<String>> templates = new LinkedHashMap<>();
    for (Map.Entry<String, Node> entry : file.entries().entrySet()) {
      for (Node item : entry.getValue().asList()) {
        if (!seen.add(item.asText())) {
          throw new MalformedCatalogException(
              item.place(), "this stands here twice: " + item.asText());
        }
      }
      templates.put(entry.getKey(), phraseList(entry.getValue()));
    }
    return Collections.unmodifiableMap(templates);
  }

  /** What shows whose log a line is of, by the provider whose it is. */
  static Map<String, List<String>> logs(Node.Mapping file) {
    Map<String, List<String>> logs = new LinkedHashMap<>();
    file.entries()
        .forEach((name, node) -> logs.put(name, node.asList().stream().map(Node::asText).toList()));
    return Collections.unmodifiableMap(logs);
  }

  /** Phrases, each of which begins and ends with a word. */
  static List<String> phraseList(@Nullable Node node) {
    if (node == null) {
      return List.of();
    }
    for (Node item : node.asList()) {
      String phrase = item.asText().strip();
      if (phrase.startsWith("*") || phrase.endsWith("*")) {
        throw new MalformedCatalogException(
            item.place(), "a phrase does not begin or end with *: " + phrase);
      }
    }
    return node.asTexts();
  }

  /** Reads a map whose keys are all the constants of an enum. */
  static <E extends Enum<E>, V> Map<E, V> byLabel(
      Class<E> type, Node.Mapping file, BiFunction<E, Node, V> value) {
    Map<E, V> all = new EnumMap<>(type);
    for (Map.Entry<String, Node> entry : file.entries().entrySet()) {
      E label = Codes.readLabel(type, entry.getValue().place(), entry.getKey());
      all.put(label, value.apply(label, entry.getValue()));
    }
    for (E constant : type.getEnumConstants()) {
      if (!all.containsKey(constant)) {
        throw new MalformedCatalogException(file.place(), "\"" + constant + "\" is missing");
      }
    }
    return Collections.unmodifiableMap(all);
  }

  static boolean isTrue(@Nullable Node node) {
    return node != null && node.asBoolean();
  }

  static List<Party> parties(Node acts) {
    return atLeastOne(
        acts, acts.asList().stream().map(node -> Codes.readLabel(Party.class, node)).toList());
  }

  private static List<Code> codes(@Nullable Node node) {
    return node == null ? List.of() : node.asList().stream().map(Codes::read).toList();
  }

  private static <T> List<T> atLeastOne(Node node, List<T> list) {
    if (list.isEmpty()) {
      throw new MalformedCatalogException(node.place(), "at least one is needed");
    }
    return list;
  }
}
