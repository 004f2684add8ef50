package io.github.smtpbot.log.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSourcesTest {

  private Path folder;

  @BeforeEach
  void emptyFolder(@TempDir Path empty) {
    folder = empty;
  }

  private void files(String... names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "words\n");
    }
  }

  private List<String> of(String... names) throws IOException {
    return LogSources.of(List.of(names), InputStream.nullInputStream()).stream()
        .map(source -> source.name().replace(folder + "/", ""))
        .toList();
  }

  @Test
  void theFilesOfARotatedSetFollowEachOtherInTime() throws IOException {
    files("mail.log", "mail.log.1", "mail.log.2.gz", "mail.log.10.gz");

    assertEquals(
        List.of("mail.log.10.gz", "mail.log.2.gz", "mail.log.1", "mail.log"),
        of(folder.toString()));
  }

  @Test
  void datesInNamesTellTheOrder() throws IOException {
    files("maillog", "maillog-20261101.gz", "maillog-20261108");

    assertEquals(
        List.of("maillog-20261101.gz", "maillog-20261108", "maillog"), of(folder.toString()));
  }

  @Test
  void whatMultilogRotatedComesBeforeWhatIsCurrent() throws IOException {
    files("current", "@400000006920f1a5135e8d14.s", "@400000006910f1a5135e8d14.s");

    assertEquals(
        List.of("@400000006910f1a5135e8d14.s", "@400000006920f1a5135e8d14.s", "current"),
        of(folder.toString()));
  }

  @Test
  void filesOfASetAreOrderedHoweverTheyAreNamed() throws IOException {
    files("mx1/mail.log", "mx1/mail.log.1", "mx2/mail.log");
    String mx1 = folder.resolve("mx1").toString();
    String mx2 = folder.resolve("mx2").toString();

    assertEquals(
        List.of("mx1/mail.log.1", "mx1/mail.log", "mx2/mail.log"),
        of(mx1 + "/mail.log", mx2 + "/mail.log", mx1 + "/mail.log.1"));
  }

  @Test
  void besideMailLogOtherLogsOfAFolderAreLeftOut() throws IOException {
    files("mail.log", "syslog", "auth.log");

    assertEquals(List.of("mail.log"), of(folder.toString()));
  }

  @Test
  void ofAMaildirEachMessageIsASource() throws IOException {
    files("cur/1763632801.M1.mx1:2,S", "new/1763632802.M2.mx1", "tmp/1763632803.M3.mx1");

    assertEquals(
        List.of("cur/1763632801.M1.mx1:2,S", "new/1763632802.M2.mx1"), of(folder.toString()));
  }

  @Test
  void aHyphenIsStandardInput() throws IOException {
    assertEquals(List.of("-", "no/such.log"), of("-", "no/such.log"));
  }
}
