package io.github.smtpbot.log.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.log.Delivery;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A bounce in a mailbox is decoded as one that is diagnosed. */
class BounceReaderTest {

  private static Delivery read(String charset, Charset written, String said) {
    String message =
        "From: MAILER-DAEMON@example.com\nTo: a@example.com\n"
            + "Subject: =?utf-8?q?Warning=3A_not_yet?=\nX-Failed-Recipients: b@example.org\n"
            + "Content-Type: text/plain; charset="
            + charset
            + "\n\n"
            + said
            + "\n";
    List<Delivery> told = new ArrayList<>();
    assertTrue(BounceReader.read(message.getBytes(written), told::add));
    return told.get(0);
  }

  @Test
  void aCharsetThatNobodyKnowsOrThatIsWrongIsGuessed() {
    Charset western = Charset.forName("windows-1252");
    Charset japanese = Charset.forName("ISO-2022-JP");

    assertEquals("550 Größe", read("x-unknown", western, "550 Größe").reply());
    assertEquals("550 Größe", read("utf-8", western, "550 Größe").reply());
    assertEquals("550 宛先不明", read("us-ascii", japanese, "550 宛先不明").reply());
  }

  @Test
  void anEncodedSubjectIsRead() {
    assertEquals(
        Delivery.Result.DEFERRED, read("utf-8", Charset.forName("UTF-8"), "451 later").result());
  }
}
