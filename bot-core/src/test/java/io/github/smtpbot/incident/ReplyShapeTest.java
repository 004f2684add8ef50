package io.github.smtpbot.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.smtpbot.catalog.Catalog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyShapeTest {

  private static final KnownSigns SIGNS = new KnownSigns(Catalog.builtIn());

  private static String shape(String reply) {
    String shape = new ReplyShape(SIGNS).of(reply, "", 0);
    return shape.substring(0, shape.indexOf('\0'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "450 4.2.0 try again in 300s | 450 4.2.0 try again in 27s",
        "550 5.1.1 <a.b1@example.com>: unknown | 550 5.1.1 <c@example.org>: unknown",
        "550 mailbox of 192.0.2.1 is full | 550 mailbox of 198.51.100.77 is full",
        "host mx1.example.com[192.0.2.1] said: 450 later | host mail.example.org[2001:db8::1] said: 450 later",
        "250 2.0.0 Ok: queued as 4F2Xz81C0D | 250 2.0.0 Ok: queued as 3A91bc77EE",
        "250 OK id=1rABcd-0000xY-2Z | 250 OK id=1sQQzz-0007aB-9Q",
        "250 2.0.0 OK 1764 a640c23a62f3a-a7f1.3 - gsmtp | 250 2.0.0 OK 9 d2e1a72fcca58-77aac.1 - gsmtp"
      })
  void repliesThatDifferInWhatChangesFromMessageToMessageAreAlike(String one, String other) {
    assertEquals(shape(one), shape(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "450 4.2.0 later | 450 4.2.1 later",
        "450 later | 451 later",
        "550-5.7.1 blocked | 550-5.7.26 blocked",
        "550 5.7.1 [C1] (S3150) blocked | 550 5.7.1 [C1] (S3140) blocked",
        "554 5.7.1 AUP#In-1010 refused | 554 5.7.1 AUP#In-1310 refused",
        "host a.mail.protection.outlook.com said: 450 no | host mx.example.com said: 450 no",
        "550 no such user | 550 mailbox full"
      })
  void repliesThatMeanSomethingElseAreNot(String one, String other) {
    assertNotEquals(shape(one), shape(other));
  }
}
