package io.github.smtpbot.catalog;

import static io.github.smtpbot.catalog.FactTable.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which command may be answered with which code: the catalog holds against the RFCs' tables. */
class CommandFactsTest {

  private static final Catalog CATALOG = Catalog.builtIn();

  /** Withdrawn commands have the replies of the RFC that had them, and no others. */
  private static final Set<Command> WITHDRAWN =
      EnumSet.of(Command.TURN, Command.SEND, Command.SOML, Command.SAML);

  /** No commands: the server speaks first, or answers what is no line of a command. */
  private static final Set<Command> NO_COMMAND = EnumSet.of(Command.CONNECT, Command.END_OF_DATA);

  /**
   * Rows for any command of a policy that a client meets at a few commands in practice: it is
   * refused at the first that matters, so only those are listed.
   */
  private static final Map<String, Set<Command>> MET_AT =
      Map.of(
          "authentication required by policy",
          EnumSet.of(Command.MAIL, Command.RCPT, Command.DATA, Command.VRFY, Command.EXPN),
          "TLS required by policy",
          EnumSet.of(Command.AUTH, Command.MAIL, Command.RCPT, Command.DATA),
          "after TLS, security level refused",
          EnumSet.of(Command.EHLO, Command.MAIL, Command.RCPT, Command.DATA),
          "ODMR server may refuse",
          EnumSet.of(Command.MAIL, Command.VRFY, Command.EXPN, Command.HELP));

  static Stream<Map<String, String>> rows() {
    // RFC 3030 allows BDAT any 4yz and 5yz reply; such a row names no code.
    return FactTable.rows("command_replies").stream()
        .filter(row -> get(row, "code").matches("[0-9]+"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRowOfTheTableIsInTheCatalog(Map<String, String> row) {
    for (Command command : commands(row)) {
      assertTrue(
          CATALOG.commandReplies().stream().anyMatch(reply -> is(reply, command, row)),
          command + " " + row);
    }
  }

  private static boolean is(CommandReply reply, Command command, Map<String, String> row) {
    return reply.command() == command && reply.code().text().equals(get(row, "code"));
  }

  private static Set<Command> commands(Map<String, String> row) {
    String command = get(row, "command");
    String condition = get(row, "phase_or_condition");
    if (command.startsWith("any command except")) {
      return MET_AT.getOrDefault(condition, Set.of());
    }
    return switch (command) {
      case "any command" -> {
        Set<Command> any = EnumSet.complementOf(EnumSet.copyOf(WITHDRAWN));
        any.removeAll(NO_COMMAND);
        yield any;
      }
      case "CONNECTION ESTABLISHMENT" -> EnumSet.of(Command.CONNECT);
      case "EHLO or HELO" -> EnumSet.of(Command.EHLO, Command.HELO);
      case "DATA" ->
          EnumSet.of(condition.startsWith("after data") ? Command.END_OF_DATA : Command.DATA);
      default -> EnumSet.of(Command.valueOf(command));
    };
  }

  @Test
  void everyExceptionIsOneOfARowThatThereIs() {
    List<String> conditions = rows().map(row -> get(row, "phase_or_condition")).toList();
    MET_AT.keySet().forEach(condition -> assertTrue(conditions.contains(condition), condition));
  }

  @Test
  void whatOnlyAnOldRfcAllowsIsMarkedObsolete() {
    for (CommandReply reply : CATALOG.commandReplies()) {
      List<String> status =
          rows()
              .filter(row -> commands(row).contains(reply.command()))
              .filter(row -> get(row, "code").equals(reply.code().text()))
              .map(row -> get(row, "status"))
              .distinct()
              .toList();
      // A server that shuts down may say so at any time, in place of its greeting too (section
      // 3.8).
      boolean shutdown = reply.command() == Command.CONNECT && reply.code().value() == 421;
      boolean current = shutdown || status.isEmpty() || status.contains("current");
      assertEquals(!current, reply.obsolete(), reply.toString());
    }
  }

  @Test
  void noPairOfCommandAndCodeIsThereTwice() {
    Map<String, Long> counts =
        CATALOG.commandReplies().stream()
            .collect(
                Collectors.groupingBy(r -> r.command() + " " + r.code(), Collectors.counting()));
    counts.forEach((pair, count) -> assertEquals(1, count, pair));
  }

  @Test
  void everyCodeOfACommandIsInTheCatalog() {
    CATALOG.commandReplies().forEach(reply -> assertTrue(CATALOG.has(reply.code())));
  }
}
