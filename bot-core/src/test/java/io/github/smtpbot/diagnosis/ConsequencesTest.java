package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.AddressAction;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.CatalogFiles;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.Fault;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.compiler.CatalogCompiler;
import io.github.smtpbot.catalog.data.MalformedCatalogException;
import io.github.smtpbot.catalog.data.Node;
import io.github.smtpbot.diagnosis.reader.Diagnoser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of the address, and whose fault a failure is. */
class ConsequencesTest {

  private static final Catalog CATALOG = Catalog.builtIn();
  private static final Diagnoser DIAGNOSER = new Diagnoser(CATALOG);

  /** What can be wrong with an address; everything else is no reason to give it up. */
  private static final Set<Cause> OF_THE_ADDRESS =
      EnumSet.of(
          Cause.USER_UNKNOWN, Cause.MAILBOX_MOVED, Cause.MAILBOX_DISABLED, Cause.DOMAIN_NOT_FOUND);

  private static Finding finding(
      Cause cause,
      @Nullable Boolean permanent,
      @Nullable Command command,
      Provider.@Nullable Rule rule) {
    return new Finding(
        null, null, "", true, command, null, null, permanent, cause, 0.9, List.of(), null, rule,
        Set.of());
  }

  private static Consequences of(Finding finding) {
    return Consequences.of(finding, CATALOG);
  }

  @ParameterizedTest
  @CsvSource({"'type=MX: Host not found, try again', PAUSE", "'type=MX: Host not found', REMOVE"})
  void anAddressStaysWhereItsDomainCouldOnlyNotBeLookedUp(String said, AddressAction action) {
    String notice =
        """
        This is the mail system at host out.example.net.

        I'm sorry to have to inform you that your message could not
        be delivered to one or more recipients.

        <kim@firm.example>: Host or domain name not found. Name service error for
            name=firm.example %s
        """
            .formatted(said);
    assertEquals(action, of(DIAGNOSER.read(notice).findings().get(0)).address());
  }

  @ParameterizedTest
  @MethodSource("causes")
  void anAddressIsRemovedOnlyForItsOwnFaultAndForGood(Cause cause) {
    boolean removed =
        of(finding(cause, true, Command.RCPT, null)).address() == AddressAction.REMOVE;
    assertEquals(OF_THE_ADDRESS.contains(cause), removed);
    for (Boolean permanent : new Boolean[] {false, null}) {
      assertNotEquals(
          AddressAction.REMOVE, of(finding(cause, permanent, Command.RCPT, null)).address());
    }
  }

  static Stream<Cause> causes() {
    return Stream.of(Cause.values());
  }

  @Test
  void noProvidersRuleRemovesAnAddressForAnythingElse() {
    for (Provider provider : CATALOG.providers()) {
      for (Provider.Rule rule : provider.rules()) {
        for (Boolean permanent : new Boolean[] {true, false, null}) {
          Consequences follows = of(finding(rule.cause(), permanent, Command.RCPT, rule));
          boolean may =
              Boolean.TRUE.equals(permanent)
                  && OF_THE_ADDRESS.contains(rule.cause())
                  && rule.fault() != Fault.NETWORK;
          assertEquals(may, follows.address() == AddressAction.REMOVE, provider.id() + " " + rule);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("causes")
  void onlyAnUnknownCauseIsNobodyKnowsWhoseFault(Cause cause) {
    Fault fault = of(finding(cause, true, null, null)).fault();
    assertEquals(cause == Cause.OTHER, fault == null);
  }

  @Test
  void aDomainThatIsNotFoundInAnswerToMailFromIsTheSenders() {
    Consequences follows = of(finding(Cause.DOMAIN_NOT_FOUND, true, Command.MAIL, null));
    assertEquals(Fault.SENDER, follows.fault());
    assertEquals(AddressAction.KEEP, follows.address());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          550 5.1.1 User unknown                                       | remove | recipient
          450 4.1.1 User unknown in local recipient table              | keep   | recipient
          552 5.2.2 Mailbox full                                       | pause  | recipient
          452 4.2.2 Mailbox full                                       | pause  | recipient
          451 4.7.1 Greylisting in action, please come back later      | keep   | nobody
          554 5.7.1 Spam message rejected                              | keep   | sender
          550 5.7.1 Blocked by zen.spamhaus.org                        | keep   | sender
          552 5.3.4 Message size exceeds fixed limit                   | keep   | sender
          535 5.7.8 Authentication credentials invalid                 | keep   | sender
          454 4.7.0 Temporary authentication failure                   | keep   | receiving_server
          451 4.3.0 Internal server error                              | keep   | receiving_server
          """)
  void aReplyTellsWhatBecomesOfTheAddress(String reply, String address, String fault) {
    Consequences follows = DIAGNOSER.read(reply).consequences().get(0);
    assertEquals(address.toUpperCase(Locale.ROOT), follows.address().name());
    assertEquals(fault.toUpperCase(Locale.ROOT), String.valueOf(follows.fault()));
  }

  @Test
  void thereIsOneForEachFinding() {
    Diagnosis diagnosis = DIAGNOSER.read("552 5.2.2 Over quota\n550 5.1.1 User unknown");
    assertEquals(2, diagnosis.findings().size());
    assertEquals(
        diagnosis.findings().stream().map(ConsequencesTest::of).toList(), diagnosis.consequences());
  }

  @ParameterizedTest
  @CsvSource({"spam_content,address,remove", "user_unknown,address_transient,remove"})
  void theBuildRefusesToRemoveAnAddressForAnythingElse(String cause, String field, String value)
      throws IOException {
    Map<String, Node> files =
        new LinkedHashMap<>(CatalogCompiler.read(Path.of("src/main/catalog")));
    Node.Mapping causes = (Node.Mapping) files.get("facts/causes");
    assertNotNull(causes);
    Map<String, Node> all = new LinkedHashMap<>(causes.entries());
    Node.Mapping one = causes.get(cause).asMapping();
    Map<String, Node> fields = new LinkedHashMap<>(one.entries());
    fields.put(field, new Node.Scalar(one.place(), value));
    all.put(cause, new Node.Mapping(one.place(), fields));
    files.put("facts/causes", new Node.Mapping(causes.place(), all));
    String message =
        assertThrows(
                MalformedCatalogException.class,
                () -> Catalog.of(new CatalogFiles(files)).checkWhole())
            .getMessage();
    assertTrue(String.valueOf(message).contains("causes.yaml:"), message);
  }
}
