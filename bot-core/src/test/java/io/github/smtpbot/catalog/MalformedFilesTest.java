package io.github.smtpbot.catalog;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.compiler.CatalogCompiler;
import io.github.smtpbot.catalog.data.MalformedCatalogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mistake in a file is reported with the file, the line, and what to write instead. */
class MalformedFilesTest {

  private static final String REPLY_CODES = "facts/reply-codes.yaml";
  private static final String ENGLISH = "words/en.yaml";
  private static final String PHRASES = "facts/phrases.yaml";
  private static final String YAHOO = "providers/yahoo.yaml";

  private final Path folder;

  /** Each test mends, or rather breaks, a copy of its own. */
  MalformedFilesTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    try (Stream<Path> files = Files.walk(CatalogTexts.SOURCES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(CatalogTexts.SOURCES.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private void check() throws IOException {
    Catalog.of(new CatalogFiles(CatalogCompiler.read(folder))).checkWhole();
  }

  /** Puts others in the place of the first line that reads so, and returns its number. */
  private int change(String file, String line, String... instead) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(file));
    int index = lines.indexOf(line);
    assertTrue(index >= 0, "no line to change: " + line);
    lines.remove(index);
    lines.addAll(index, List.of(instead));
    Files.write(folder.resolve(file), lines);
    return index + 1;
  }

  private void assertReported(String file, int line, String complaint) {
    MalformedCatalogException e = assertThrows(MalformedCatalogException.class, this::check);
    String message = String.valueOf(e.getMessage());
    assertTrue(message.startsWith(file + ":" + line + ": "), message);
    assertTrue(message.contains(complaint), message);
  }

  @Test
  void theCatalogAsItIsHasNoMistake() {
    assertDoesNotThrow(this::check);
  }

  @Test
  void whatIsNoYaml() throws IOException {
    int line = change(REPLY_CODES, "'421':", "'421: [");
    MalformedCatalogException e = assertThrows(MalformedCatalogException.class, this::check);
    String message = String.valueOf(e.getMessage());
    assertTrue(message.matches("(?s)facts/reply-codes\\.yaml:[0-9]+: not YAML: .*"), message);
    assertTrue(Integer.parseInt(message.split(":", 3)[1]) >= line, message);
  }

  @Test
  void aRangeThatEndsBeforeItBegins() throws IOException {
    String file = "providers/exchangeonline.yaml";
    int line = change(file, "  - enhanced: 4.7.500-4.7.699", "  - enhanced: 4.7.699-4.7.500");
    assertReported(file, line, "write 5.7.1, x.7.1 or 4.7.500-4.7.699");
  }

  @Test
  void anEmptyFile() throws IOException {
    Files.writeString(folder.resolve(YAHOO), "");
    assertReported(YAHOO, 1, "the file is empty");
  }

  @Test
  void aFileThatIsMissing() throws IOException {
    Files.delete(folder.resolve("facts/causes.yaml"));
    assertReported("facts/causes.yaml", 1, "this file is missing");
  }

  @Test
  void aKeyThatIsNotKnown() throws IOException {
    int line = change(REPLY_CODES, "  outcome: bounces", "  outcom: bounces");
    assertReported(REPLY_CODES, line, "\"outcom\" is not known here; known are status, outcome");
  }

  @Test
  void aKeyThatIsMissing() throws IOException {
    int line = change(REPLY_CODES, "  outcome: bounces", "");
    assertReported(REPLY_CODES, line - 1, "\"outcome\" is missing");
  }

  @Test
  void aLabelThatIsNotKnown() throws IOException {
    int line = change(REPLY_CODES, "  outcome: bounces", "  outcome: bounce");
    assertReported(REPLY_CODES, line, "\"bounce\" is none of [proceeds, awaits, ends");
  }

  @Test
  void aKeyThatIsThereTwice() throws IOException {
    int line = change(REPLY_CODES, "'501':", "'500':");
    assertReported(REPLY_CODES, line, "\"500\" is here twice");
  }

  @Test
  void aKeyThatIsNoCode() throws IOException {
    int line = change(REPLY_CODES, "'501':", "'50l':");
    assertReported(REPLY_CODES, line + 1, "not a code: 50l; write 550, 5.7.1 or x.7.1");
  }

  @Test
  void aSourceThatIsNone() throws IOException {
    String file = "facts/confusions.yaml";
    int line =
        change(
            file,
            "'550/553': {sources: [rfc5321#4.2.2]}",
            "'550/553': {sources: [http://example.org/]}");
    assertReported(file, line, "write rfc5321#4.2.2, iana#enhanced or an https:// address");
  }

  @Test
  void aRelatedCodeThatThereIsNot() throws IOException {
    int line =
        change(
            REPLY_CODES, "  related: [4.3.2, 4.7.12, '421', '534', '535']", "  related: ['599']");
    assertReported(REPLY_CODES, line, "432 names 599, which there is not");
  }

  @Test
  void aClassThatIsNone() throws IOException {
    String file = "facts/enhanced-status-codes.yaml";
    int line = change(file, "  classes: [5, 2, 4]", "  classes: [5, 3]");
    assertReported(file, line, "not a class: 3; write 2, 4 or 5");
  }

  @Test
  void aTextThatIsMissingInALanguage() throws IOException {
    String file = "words/th.yaml";
    List<String> lines = Files.readAllLines(folder.resolve(file));
    int index =
        lines.indexOf(
            lines.stream().filter(l -> l.startsWith("  help.title:")).findFirst().orElseThrow());
    lines.remove(index);
    Files.write(folder.resolve(file), lines);
    assertReported(file, lines.indexOf("ui:") + 3, "no words for [help.title]");
  }

  @Test
  void aTextThatNoLanguageNeeds() throws IOException {
    int line = change("words/th.yaml", "  '501':", "  '598':");
    assertReported("words/th.yaml", line + 1, "words for what there is not: 598");
  }

  @Test
  void aTextThatIsEmpty() throws IOException {
    int line = change(ENGLISH, "  meaning: What it means", "  meaning: ''");
    assertReported(ENGLISH, line, "expected a text here");
  }

  @Test
  void aProviderWhoseIdIsNotTheFilesName() throws IOException {
    int line = change(YAHOO, "id: yahoo", "id: yaho");
    assertReported(YAHOO, line, "the id has to be the file's name: yahoo");
  }

  @Test
  void aProvidersReplyThatIsNotTranslated() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(YAHOO));
    int thai =
        lines.indexOf(
            lines.stream().filter(l -> l.startsWith("      th:")).findFirst().orElseThrow());
    lines.remove(thai);
    Files.write(folder.resolve(YAHOO), lines);
    assertReported(YAHOO, thai, "this has to be said in each of");
  }

  @Test
  void aProvidersReplyThatNothingIsKnownBy() throws IOException {
    append("  - code: 550", "    cause: other", "    meaning: {en: a, th: b}");
    assertReported(YAHOO, count() - 2, "a reply needs a mark, a phrase or an enhanced status code");
  }

  @Test
  void aReplyCodeOfAProviderThatIsNone() throws IOException {
    append("  - mark: X1", "    code: 55x", "    cause: other", "    meaning: {en: a, th: b}");
    assertReported(YAHOO, count() - 2, "not a reply code: 55x; write 550, 4xx or 5xx");
  }

  @Test
  void aPhraseThatEndsWithAStar() throws IOException {
    append("  - phrase: blocked by *", "    cause: other", "    meaning: {en: a, th: b}");
    assertReported(YAHOO, count() - 2, "a phrase does not begin or end with *");
  }

  @Test
  void aRetryThatIsNeitherTrueNorFalse() throws IOException {
    append("  - mark: X1", "    retry: maybe", "    cause: other", "    meaning: {en: a, th: b}");
    assertReported(YAHOO, count() - 2, "expected true or false here");
  }

  @Test
  void aHouseWhoseFirstBrandIsNotOfIt() throws IOException {
    String file = "houses/unitedinternet.yaml";
    int line = change(file, "first: gmx", "first: google");
    assertReported(file, line, "google is no provider with house: unitedinternet");
  }

  @Test
  void aHouseWithTheIdOfAProvider() throws IOException {
    String file = "houses/unitedinternet.yaml";
    Files.move(folder.resolve(file), folder.resolve("houses/gmx.yaml"));
    for (String brand : List.of("gmx", "ionos", "webde")) {
      change("providers/" + brand + ".yaml", "house: unitedinternet", "house: gmx");
    }
    int line = change("houses/gmx.yaml", "id: unitedinternet", "id: gmx");
    assertReported("houses/gmx.yaml", line, "a provider has this id already: gmx");
  }

  @Test
  void aHouseThatThereIsNot() throws IOException {
    change("providers/gmx.yaml", "house: unitedinternet", "house: nobody");
    assertReported("houses/nobody.yaml", 1, "this file is missing");
  }

  @Test
  void aSourceThatIsMarkedAsChecked() throws IOException {
    int line =
        change(
            YAHOO,
            "page: https://senders.yahooinc.com/smtp-error-codes/",
            "page: {at: https://senders.yahooinc.com/smtp-error-codes/, checked: yes}");
    assertReported(YAHOO, line, "write checked: no, or the source alone if somebody has read it");
  }

  @Test
  void aReplyBehindOneThatIsTrueWhereverItIs() throws IOException {
    append(
        "  - code: 421", "    mark: '[TSS04]'", "    cause: other", "    meaning: {en: a, th: b}");
    assertReported(YAHOO, count() - 3, "this never tells anything, because the rule at " + YAHOO);
  }

  @Test
  void aPhraseOfAReplyThatAnEarlierReplyHas() throws IOException {
    append("  - phrase: not RFC compliant", "    cause: other", "    meaning: {en: a, th: b}");
    assertReported(YAHOO, count() - 2, "this never tells anything, because the rule at " + YAHOO);
  }

  @Test
  void aRangeBehindOneThatHoldsIt() throws IOException {
    append("  - enhanced: x.7.900-x.7.999", "    cause: other", "    meaning: {en: a, th: b}");
    append("  - enhanced: 5.7.950", "    cause: other", "    meaning: {en: a, th: b}");
    assertReported(YAHOO, count() - 2, "this never tells anything, because the rule at " + YAHOO);
  }

  @Test
  void aPhraseThatIsTwiceInAReply() throws IOException {
    append("  - phrase: [so there, So-there]", "    cause: other", "    meaning: {en: a, th: b}");
    assertReported(YAHOO, count() - 2, "\"So-there\" is here twice");
  }

  @Test
  void aPhraseThatIsThereAlready() throws IOException {
    int line = change(PHRASES, "      - null mx", "      - Null-MX", "      - null mx");
    assertReported(PHRASES, line + 1, "\"null mx\" adds nothing, because \"Null-MX\"");
  }

  @Test
  void aPhraseThatAnotherOfItsCauseIsPartOf() throws IOException {
    int line = change(PHRASES, "      - null mx", "      - has a null mx", "      - null mx");
    assertReported(
        PHRASES,
        line,
        "\"has a null mx\" adds nothing, because \"null mx\" (domain_not_found, "
            + (PHRASES + ":" + (line + 1))
            + ") is found wherever it is");
  }

  @Test
  void aPhraseBehindOneOfAnotherCause() throws IOException {
    int line = last(PHRASES);
    Files.write(
        folder.resolve(PHRASES),
        List.of("  - cause: mailbox_full", "    phrases: [he has a null mx]"),
        StandardOpenOption.APPEND);
    assertReported(
        PHRASES,
        line + 2,
        "\"he has a null mx\" can never tell mailbox_full, because \"null mx\" (domain_not_found, ");
  }

  @Test
  void anybodysWordingThatNoProviderHas() throws IOException {
    int line = last(PHRASES);
    Files.write(
        folder.resolve(PHRASES),
        List.of("  - cause: other", "    phrases: [zzz]", "    anybodys: [zzz zzz]"),
        StandardOpenOption.APPEND);
    assertReported(PHRASES, line + 3, "\"zzz zzz\" is not a phrase of any provider's replies");
  }

  private int last(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file)).size();
  }

  private void append(String... lines) throws IOException {
    List<String> all = Files.readAllLines(folder.resolve(YAHOO));
    all.addAll(List.of(lines));
    Files.write(folder.resolve(YAHOO), all);
  }

  private int count() throws IOException {
    return Files.readAllLines(folder.resolve(YAHOO)).size();
  }
}
