package io.github.smtpbot.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.incident.Incident;
import io.github.smtpbot.incident.LogSummary;
import io.github.smtpbot.incident.Summariser;
import io.github.smtpbot.log.LogCount;
import io.github.smtpbot.log.reader.LogOptions;
import io.github.smtpbot.log.reader.MailLog;
import io.github.smtpbot.log.source.LogSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job on Spark with two workers, each a process of its own, beside one pass over the log. */
class MailLogJobTest {

  private static final SmtpBot BOT = SmtpBot.create();

  @TempDir static Path folder;

  private static List<Path> log;
  private static LogSummary onePass;
  private static JavaSparkContext spark;

  @BeforeAll
  static void start() throws IOException {
    log = GeneratedPostfix.write(folder);
    onePass = onePass();
    // Here a distribution of Spark would have its libraries; the workers get our class path.
    Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
    spark =
        new JavaSparkContext(
            new SparkConf()
                .setAppName("test")
                .setMaster("local-cluster[2,1,1024]")
                .set("spark.ui.enabled", "false")
                .set(
                    "spark.executor.extraClassPath",
                    absolute(System.getProperty("java.class.path"))));
  }

  @AfterAll
  static void stop() {
    if (spark != null) {
      spark.close();
    }
  }

  private static String absolute(String classPath) {
    List<String> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  private static LogSummary onePass() {
    Summariser summariser = BOT.summariser();
    LogCount count =
        MailLog.read(
            log.stream().map(LogSource::of).toList(),
            LogOptions.all().withZone(ZoneOffset.UTC),
            summariser);
    return summariser.summary().with(count);
  }

  private static Incident told(LogSummary summary) {
    return BOT.tell(summary, Integer.MAX_VALUE, ZoneOffset.UTC, Locale.ENGLISH);
  }

  private static JavaRDD<String> lines() {
    return MailLogJob.lines(spark, log.stream().map(file -> file.toUri().toString()).toList());
  }

  @Test
  void aLogInPiecesSaysWhatItSaysInOnePass() {
    JavaRDD<String> lines = lines();
    assertTrue(lines.getNumPartitions() >= 8, "too few pieces: " + lines.getNumPartitions());
    LogSummary summary = MailLogJob.summarise(lines);

    assertEquals(onePass.totals(), summary.totals());
    assertEquals(onePass.groups(), summary.groups());
    assertEquals(onePass.changes(), summary.changes());
    assertEquals(onePass.count(), summary.count());
    assertEquals(onePass.byDomain(), summary.byDomain());
    assertEquals(onePass.bySenderDomain(), summary.bySenderDomain());
    assertEquals(onePass.byHour(ZoneOffset.UTC), summary.byHour(ZoneOffset.UTC));
    assertEquals(told(onePass), told(summary));
  }

  @Test
  void theLogHoldsWhatIsHardToReadInPieces() {
    assertEquals(
        2 * GeneratedPostfix.MESSAGES,
        onePass.totals().messages().all().value() - onePass.totals().messages().rejected().value());
    assertTrue(onePass.groups().size() >= 4, "groups: " + onePass.groups().size());
    Duration late =
        Duration.between(GeneratedPostfix.CHANGE, onePass.changes().get(0).since()).abs();
    assertTrue(late.compareTo(Duration.ofMinutes(10)) < 0, "off by " + late);
    assertTrue(onePass.count().unknownLines() > 0);
  }

  @Test
  void piecesReadAsTheyLieCountMessagesButLoseSendersAndWhoAMessageWaitedFor() {
    LogSummary asTheyLie = MailLogJob.merged(lines());

    assertEquals(onePass.count(), asTheyLie.count());
    assertEquals(onePass.totals().messages(), asTheyLie.totals().messages());
    assertNotEquals(onePass.bySenderDomain(), asTheyLie.bySenderDomain());
    assertTrue(recipients(asTheyLie) < recipients(onePass));
  }

  private static long recipients(LogSummary summary) {
    return summary.groups().stream().mapToLong(group -> group.recipients().value()).sum();
  }

  @Test
  void bothWorkersRead() {
    Set<Long> processes =
        new HashSet<>(
            spark
                .parallelize(List.of(1, 2, 3, 4, 5, 6, 7, 8), 8)
                .map(
                    number -> {
                      Thread.sleep(500);
                      return ProcessHandle.current().pid();
                    })
                .collect());

    assertEquals(2, processes.size());
    assertFalse(processes.contains(ProcessHandle.current().pid()));
  }

  @Test
  void repliesPipedThroughBatchComeBackInOrderWithTheirCauses() throws IOException {
    List<String> replies =
        List.of(
            "{\"id\":1,\"text\":\"550 5.1.1 <a@example.com>: user unknown\"}",
            "{\"id\":2,\"text\":\"452 4.2.2 The email account that you tried to reach is over quota\"}",
            "{\"id\":3,\"text\":\"450 4.2.0 <ü@example.com>: Recipient address rejected: Greylisted\"}",
            "no request");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> answers =
        spark
            .parallelize(replies, 2)
            .pipe(
                List.of(java, "-jar", System.getProperty("smtpbot.jar"), "batch"),
                Map.of(),
                false,
                8192,
                "UTF-8")
            .collect();

    List<String> causes = new ArrayList<>();
    for (String answer : answers) {
      JsonNode read = new ObjectMapper().readTree(answer);
      causes.add(read.path("id").asText() + ' ' + read.path("cause").asText("none"));
    }
    assertEquals(List.of("1 user_unknown", "2 mailbox_full", "3 greylisted", "null none"), causes);
  }
}
