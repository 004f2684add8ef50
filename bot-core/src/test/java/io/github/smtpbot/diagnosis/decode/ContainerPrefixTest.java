package io.github.smtpbot.diagnosis.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the log of a container puts before each line of the program in it. */
class ContainerPrefixTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '\u00a6',
      quoteCharacter = '~',
      textBlock =
          """
          mail_1  | 550 no                                   \u00a6 550 no
          mail-1 | 550 no                                    \u00a6 550 no
          mail-12 |550 no                                    \u00a6 550 no
          a.b/mail-1 | 550 no                                \u00a6 550 no
          mail | 550 no                                      \u00a6 mail | 550 no
          mail1 | 550 no                                     \u00a6 mail1 | 550 no
          -1 | 550 no                                        \u00a6 -1 | 550 no
          mail-1| 550 no                                     \u00a6 mail-1| 550 no
          mail-1 |                                           \u00a6 mail-1 |
          mail, 1 | 550 no                                   \u00a6 mail, 1 | 550 no
          mail | 2025-03-02T11:22:33Z 550 no                 \u00a6 550 no
          mail_1 | 2025-03-02T11:22:33Z said: no             \u00a6 said: no
          [pod/mail-0/postfix] 550 no                        \u00a6 550 no
          [pod/mail-0/postfix]550 no                         \u00a6 [pod/mail-0/postfix]550 no
          [pod/mail-0/postfix 550 no                         \u00a6 [pod/mail-0/postfix 550 no
          [pod/mail-0/postfix] 2025-03-02T11:22:33.123456Z x \u00a6 x
          2025-03-02T11:22:33Z stdout F said: no             \u00a6 said: no
          2025-03-02T11:22:33.5+01:00 stderr P said: no      \u00a6 said: no
          2025-03-02T11:22:33Z stderr F said: no             \u00a6 said: no
          2025-03-02T11:22:33Z stdout P said: no             \u00a6 said: no
          2025-03-02T11:22:33Z stdin F said: no              \u00a6 2025-03-02T11:22:33Z stdin F said: no
          2025-03-02T11:22:33Z 550 no                        \u00a6 550 no
          2025-03-02 11:22:33 550-no                         \u00a6 550-no
          2025-03-02 11:22:33,123 250 ok                     \u00a6 250 ok
          2025-03-02T11:22:33Z 650 no                        \u00a6 2025-03-02T11:22:33Z 650 no
          2025-03-02T11:22:33Z 150 no                        \u00a6 2025-03-02T11:22:33Z 150 no
          2025-03-02T11:22:33Z 5500 no                       \u00a6 2025-03-02T11:22:33Z 5500 no
          2025-03-02T11:22:33Z 55x no                        \u00a6 2025-03-02T11:22:33Z 55x no
          2025-03-02T11:22:33Z 5x0 no                        \u00a6 2025-03-02T11:22:33Z 5x0 no
          2025-03-02T11:22:33Z 550                           \u00a6 2025-03-02T11:22:33Z 550
          2025-03-02T11:22:33Z mx1 postfix: 550              \u00a6 2025-03-02T11:22:33Z mx1 postfix: 550
          2025-03-02X11:22:33Z 550 no                        \u00a6 2025-03-02X11:22:33Z 550 no
          2025-3-02T11:22:33Z 550 no                         \u00a6 2025-3-02T11:22:33Z 550 no
          2025-03-02T11:22:33                                \u00a6 2025-03-02T11:22:33
          """)
  void thePrefixIsTakenOff(String line, String own) {
    assertEquals(own, ContainerPrefix.strip(line));
  }

  @Test
  void eachLineHasItsOwn() {
    assertEquals(
        "550-no\nother: a | b\n550 no\n",
        ContainerPrefix.strip("mail-1 | 550-no\nother: a | b\nmail-1 | 550 no\n"));
  }

  @Test
  void aVeryLongNameIsNone() {
    String name = "m".repeat(118) + "-1";
    assertEquals("550 no", ContainerPrefix.strip(name + " | 550 no"));
    assertEquals("m" + name + " | 550 no", ContainerPrefix.strip("m" + name + " | 550 no"));
  }
}
