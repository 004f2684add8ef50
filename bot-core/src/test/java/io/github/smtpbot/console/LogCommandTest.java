package io.github.smtpbot.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCommandTest {

  private final Path folder;

  LogCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static String line(int minute, int second, int message, boolean limited) {
    String time = String.format(Locale.ROOT, "2026-11-27T14:%02d:%02d+00:00", minute, second);
    String status =
        limited
            ? "dsn=4.7.28, status=deferred (host gmail-smtp-in.l.google.com[142.250.102.27] said: 421-4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your IP address. To protect our users from spam, mail sent from your IP address has been temporarily rate limited. a640c23a62f3a-a7f"
                + message
                + " - gsmtp (in reply to end of DATA command))"
            : "dsn=2.0.0, status=sent (250 2.0.0 OK  1764"
                + message
                + " a640c23a62f3a-a7f - gsmtp)";
    return time
        + " mx1 postfix/smtp[2211]: 4QXA"
        + message
        + ": to=<user"
        + message
        + "@gmail.com>, relay=gmail-smtp-in.l.google.com[142.250.102.27]:25, delay=1.2, delays=0.1/0/0.5/0.6, "
        + status
        + "\n";
  }

  /** An hour of mail, of which two of three are deferred from 14:30 on. */
  private Path log() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int minute = 0; minute < 60; minute++) {
      for (int i = 0; i < 12; i++) {
        log.append(line(minute, i * 5, minute * 12 + i, minute >= 30 && i % 3 != 0));
      }
    }
    return Files.writeString(folder.resolve("mail.log"), log);
  }

  private static Program.Run run(Object... args) {
    String[] all = new String[args.length + 3];
    all[0] = "log";
    all[1] = "--zone";
    all[2] = "UTC";
    for (int i = 0; i < args.length; i++) {
      all[i + 3] = args[i].toString();
    }
    return Program.run(all);
  }

  @Test
  void theHeadlineSaysWhatFailsSinceWhenAndWhoActs() throws IOException {
    Program.Run run = run(log());
    String head = run.out().substring(0, run.out().indexOf("\n\n")).replace('\n', ' ');
    assertTrue(
        head.startsWith(
            "Since 14:30 Gmail defers 67 % of your mail to it (Sending too fast, 421 4.7.28); no other change stands out."),
        head);
    assertTrue(head.contains("acts: ") || head.contains("Nobody has to act for now: "), head);
    assertEquals(0, run.exit());
  }

  @Test
  void theHeadlineIsInTheReadersLanguage() throws IOException {
    String out = run(log(), "--lang", "th").out().replace("\n", "");
    assertTrue(out.startsWith("ตั้งแต่ 14:30"), out.substring(0, 80));
  }

  @Test
  void theJsonHasTheCounts() throws IOException {
    Map<?, ?> json = Json.object(run("--json", log()).out().strip());
    Map<?, ?> totals = (Map<?, ?>) Objects.requireNonNull(json.get("totals"));
    assertEquals("720", String.valueOf(totals.get("messages")));
    assertEquals("480", String.valueOf(totals.get("delivered")));
    assertEquals("240", String.valueOf(totals.get("deferred")));
    assertEquals("720", String.valueOf(totals.get("lines")));
    Map<?, ?> group = (Map<?, ?>) ((List<?>) Objects.requireNonNull(json.get("groups"))).get(0);
    assertEquals("rate_limited", group.get("cause"));
    assertEquals("google", group.get("provider"));
    assertEquals(List.of("421", "4.7.28"), group.get("codes"));
    assertEquals("2026-11-27T14:30:05Z", group.get("first"));
    assertEquals("240", String.valueOf(group.get("recipients")));
    Map<?, ?> change = (Map<?, ?>) ((List<?>) Objects.requireNonNull(json.get("changes"))).get(0);
    assertEquals("began", change.get("kind"));
    assertEquals("2026-11-27T14:30:05Z", change.get("since"));
  }

  @Test
  void ofFailuresAloneTheJsonTellsNoShare() throws IOException {
    List<String> failures =
        Files.readAllLines(log()).stream()
            .filter(line -> line.contains("status=deferred"))
            .toList();
    Path some = Files.write(folder.resolve("failures.log"), failures);
    Map<?, ?> json = Json.object(run("--json", some).out().strip());
    assertEquals("true", String.valueOf(json.get("failures_only")));
    Map<?, ?> group = (Map<?, ?>) ((List<?>) Objects.requireNonNull(json.get("groups"))).get(0);
    assertTrue(group.containsKey("share"));
    assertEquals("null", String.valueOf(group.get("share")));
    assertFalse(run(some).out().contains("%"), run(some).out());
    assertEquals("", run("--csv", some).out().split("\r\n", -1)[1].split(",", -1)[12], "the share");
  }

  @Test
  void thePictureIsWrittenBesideTheText() throws IOException {
    Path png = folder.resolve("failures.png");
    Path svg = folder.resolve("failures.SVG");
    assertEquals(0, run(log(), "--chart", png).exit());
    assertEquals(0, run(log(), "--chart", svg).exit());
    assertEquals((byte) 'P', Files.readAllBytes(png)[1]);
    String drawn = Files.readString(svg);
    assertTrue(drawn.contains("421 4.7.28"), "the name of the group");
    assertFalse(drawn.contains("user3"));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(3, left.count(), "nothing else is left there");
    }
  }

  @Test
  void aPictureThatCannotBeWrittenIsToldAndTheTextIsThere() throws IOException {
    Program.Run run = run(log(), "--chart", folder.resolve("nowhere/failures.png"));
    assertEquals(2, run.exit());
    assertTrue(run.err().contains("could not be written"), run.err());
    assertTrue(run.out().startsWith("Since 14:30"), run.out());
  }

  @Test
  void aPictureOfAnotherKindIsRefusedBeforeReading() throws IOException {
    Program.Run run = run(log(), "--chart", "failures.pdf");
    assertEquals(2, run.exit());
    assertTrue(run.err().contains(".png or .svg"), run.err());
  }

  @Test
  void whereNothingFailsThereIsNoPictureAndItIsSaid() throws IOException {
    Path fine = Files.writeString(folder.resolve("fine.log"), line(0, 0, 1, false));
    Program.Run run = run(fine, "--chart", folder.resolve("fine.png"));
    assertEquals(0, run.exit());
    assertTrue(run.err().contains("nothing failed"), run.err());
    assertFalse(Files.exists(folder.resolve("fine.png")));
  }

  @Test
  void noAddressIsShown() throws IOException {
    for (String option : List.of("--json", "--csv", "--top=9")) {
      assertFalse(run(option, log()).out().contains("user3"), option);
    }
  }

  @Test
  void onlyTheTimeThatIsAskedForIsCounted() throws IOException {
    String out =
        run("--json", "--since", "2026-11-27T14:30", "--until", "2026-11-27T14:40", log()).out();
    Map<?, ?> totals = (Map<?, ?>) Objects.requireNonNull(Json.object(out.strip()).get("totals"));
    assertEquals("120", String.valueOf(totals.get("messages")));
  }

  @Test
  void theTableCountsAttemptsByWhatIsAskedFor() throws IOException {
    List<String> lines = run("--csv", "--by", "domain", log()).out().lines().toList();
    assertEquals("domain,delivered,deferred,bounced,rejected", lines.get(0));
    assertEquals("gmail.com,480,240,0,0", lines.get(1));
    List<String> hours = run("--csv", "--by", "hour", log()).out().lines().toList();
    assertEquals("2026-11-27T14:00:00Z,480,240,0,0", hours.get(1));
  }

  @Test
  void standardInputIsReadWhereNoFileIsGiven() throws IOException {
    Program.Run run =
        new Program().input(Files.readAllBytes(log())).with("log", "--json", "--zone", "UTC");
    assertTrue(run.out().contains("\"messages\":720"), run.out());
  }

  @Test
  void aFileThatIsNotThereIsNamedAndTheRestIsTold() throws IOException {
    Program.Run run = run(log(), folder.resolve("missing.log"));
    assertEquals(2, run.exit());
    assertTrue(
        run.out().replace("\n  ", " ").contains("missing.log: there is no such file"), run.out());
    assertTrue(run.out().startsWith("Since 14:30"), run.out());
  }

  @Test
  void whatCouldNotBeReadIsToldBesideTheJson() throws IOException {
    Program.Run run = run("--json", log(), folder.resolve("missing.log"));
    assertTrue(run.err().contains("missing.log"), run.err());
    assertTrue(run.out().contains("\"kind\":\"unreadable\""), run.out());
  }

  @Test
  void aFileWithoutADeliverySaysSo() throws IOException {
    Path file =
        Files.write(folder.resolve("x.log"), "hello\nworld\n".getBytes(StandardCharsets.UTF_8));
    Program.Run run = run(file);
    assertEquals(1, run.exit());
    assertTrue(run.out().startsWith("No delivery was found in it."), run.out());
  }

  @Test
  void wrongOptionsAreExplained() throws IOException {
    Path log = log();
    assertTrue(run("--by", "colour", log).err().startsWith("--by has to be cause, provider"));
    assertTrue(run("--since", "soon", log).err().startsWith("--since has to be a time such as"));
    assertTrue(run("--format", "foo", log).err().startsWith("--format has to be one of postfix"));
    assertTrue(
        Program.run("log", "--zone", "Mars", log.toString())
            .err()
            .startsWith("--zone has to be a time zone"));
    assertEquals(2, run("--top", "0", log).exit());
  }

  @Test
  void whatDoesNothingTogetherIsRefused() throws IOException {
    Path log = log();
    for (String option : List.of("--json", "--csv", "--by=hour", "--top=3", "--until=2026-11-28")) {
      Program.Run run = run("--follow", option, log);
      assertEquals(2, run.exit(), option);
      assertTrue(run.err().startsWith("--follow prints lines as things happen"), run.err());
    }
    assertTrue(run("--json", "--csv", log).err().startsWith("--json and --csv exclude"));
    Program.Run late = run("--since", "2026-11-27T15:00", "--until", "2026-11-27T14:00", log);
    assertEquals(2, late.exit());
    assertTrue(late.err().startsWith("--since has to lie before --until\n"), late.err());
  }

  @Test
  void aTimeInWhichNothingLiesIsToldWithThatOfTheLog() throws IOException {
    Program.Run run = run("--since", "2025-01-01", "--until", "2025-02-01", log());
    assertEquals(1, run.exit());
    assertTrue(
        run.out()
            .replace('\n', ' ')
            .startsWith(
                "No delivery lies in that time. The log tells of deliveries from 2026-11-27 14:00 to 2026-11-27 14:59."),
        run.out());
  }

  @Test
  void aTimeInsideOfAnIncidentIsComparedWithWhatLiesBefore() throws IOException {
    Program.Run run = run("--since", "2026-11-27T14:40", log());
    assertTrue(
        run.out().startsWith("Since 2026-11-27 14:30") || run.out().startsWith("Since 14:30"),
        run.out());
    assertTrue(run.out().contains("since 14:30, 0 % before"), run.out());
    assertTrue(run.out().replace("\n ", "").contains("from 2026-11-27 14:00 on"), run.out());
    Map<?, ?> json = Json.object(run("--json", "--since", "2026-11-27T14:40", log()).out().strip());
    Map<?, ?> totals = (Map<?, ?>) Objects.requireNonNull(json.get("totals"));
    assertEquals("240", String.valueOf(totals.get("messages")), "only the time asked for");
  }

  @Test
  void aTableIsNotCutUnlessItSaysWhatIsMissing() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      for (int times = 0; times <= i; times++) {
        log.append(
            String.format(
                Locale.ROOT,
                "2026-11-27T14:00:%02d+00:00 mx1 postfix/smtp[1]: 4QXA%d%02d: to=<a@d%d.example>, relay=mx.d%d.example[192.0.2.1]:25, dsn=5.7.%d, status=bounced (host mx.d%d.example[192.0.2.1] said: 550 5.7.%d no)%n",
                i,
                i,
                times,
                i,
                i,
                i,
                i,
                i));
      }
    }
    Path file = Files.writeString(folder.resolve("many.log"), log);
    assertEquals(13, run("--csv", file).out().lines().count(), "all, and their names");
    List<String> groups = run("--csv", "--top", "3", file).out().lines().toList();
    assertEquals(5, groups.size());
    assertEquals("others,,,,,,45,,,,,,,", groups.get(4));
    assertEquals(13, run("--csv", "--by", "domain", file).out().lines().count());
    List<String> rows = run("--csv", "--by", "domain", "--top", "3", file).out().lines().toList();
    assertEquals("others,0,0,45,0", rows.get(4));
  }

  @Test
  void aClockThatWasWrongOnceDoesNotFlattenTheLog() throws IOException {
    String wrong = line(0, 0, 9_999, false).replace("2026-", "2019-");
    Path file = Files.writeString(folder.resolve("jump.log"), wrong + Files.readString(log()));
    String out = run("--json", file).out();
    Map<?, ?> json = Json.object(out.strip());
    assertEquals("2026-11-27T14:00:00Z", json.get("first"));
    assertEquals(
        "721",
        String.valueOf(((Map<?, ?>) Objects.requireNonNull(json.get("totals"))).get("messages")));
    Program.Run run = run(file);
    assertTrue(run.out().startsWith("Since 14:30"), run.out());
    assertTrue(run.out().contains("2019-11-27 14:00"), run.out());
    assertTrue(run.out().contains("2026-11-27 14:00 to 2026-11-27 15:00"), run.out());
  }

  @Test
  void aLanguageThatIsNotThereIsSaid() throws IOException {
    Program.Run run = run("--lang", "xx", log());
    assertTrue(run.err().contains("no words in the language \"xx\""), run.err());
    assertTrue(run.err().contains("en, th"), run.err());
    assertEquals("", run("--lang", "th-TH", log()).err());
  }

  @Test
  void aQuestionThatSpeaksOfALogIsStillAQuestion() {
    assertTrue(Program.run("mail", "log", "252").out().startsWith("252"));
    assertTrue(Program.run("--brief", "252", "log").out().startsWith("252"));
  }

  /** What all mail fails by has many groups, but one thing is to be done. */
  @Test
  void whatIsToBeDoneIsSaidOnceForGroupsInARow() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int minute = 0; minute < 60; minute++) {
      for (String domain : List.of("gmail.com", "yahoo.com", "gmx.de", "web.de")) {
        log.append(String.format(Locale.ROOT, "2026-11-27T14:%02d:00+00:00 mx1 ", minute))
            .append("postfix/smtp[2211]: 4QXA" + domain.charAt(0) + minute + domain.length())
            .append(": to=<u" + minute + '@' + domain + ">, relay=none, delay=1, ")
            .append(
                minute < 30
                    ? "dsn=2.0.0, status=sent (250 2.0.0 OK)"
                    : "dsn=4.4.3, status=deferred (Host or domain name not found. Name service error for name="
                        + domain
                        + " type=MX: Host not found, try again)")
            .append('\n');
      }
    }
    String out = run(Files.writeString(folder.resolve("names.log"), log)).out();
    assertEquals(2, out.split("See that this server", -1).length - 1, out);
    assertEquals(
        3, out.split("What happens, who acts and what to do first: as above", -1).length - 1, out);
  }
}
