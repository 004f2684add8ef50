package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFilesTest {

  @ParameterizedTest
  @CsvSource({
    "bounce.eml, application/octet-stream",
    "MAIL.LOG, ",
    "archive.mbox, ",
    "bounce.msg, application/vnd.ms-outlook",
    "mail.log.1.gz, application/gzip",
    "noname, text/plain; charset=utf-8",
    ", message/rfc822"
  })
  void textsAndMessagesAreRead(String name, String mediaType) {
    assertTrue(TextFiles.isText(name, mediaType));
  }

  @ParameterizedTest
  @CsvSource({"screen.png, image/png", "letter.doc, application/msword", "eml, "})
  void otherFilesAreNot(String name, String mediaType) {
    assertFalse(TextFiles.isText(name, mediaType));
  }

  @Test
  void ofAFileOfWhichNothingIsSaidNothingIsAssumed() {
    assertFalse(TextFiles.isText(null, null));
  }
}
