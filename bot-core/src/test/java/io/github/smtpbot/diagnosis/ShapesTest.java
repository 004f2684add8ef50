package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.smtpbot.catalog.Cause;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text is read the same whatever a log, a container, JSON or a chat puts around it. */
class ShapesTest {

  private static final List<String> TEXTS =
      List.of(
          "503 5.5.1 Error: nested MAIL command",
          "454 4.3.0 Try again later",
          "554 too many hops 19 (17 max): from <a@example.com>, to <b@example.org>",
          "550 5.1.1 <joe@example.org>: Recipient address rejected: User unknown",
          "452 4.2.2 The mailbox is over quota",
          "421 4.7.0 Temporary System Problem. Try again later",
          "550-5.7.1 The IP address is not allowed to send\n550-5.7.1 mail to this domain.\n"
              + "550 5.7.1 See https://help.example.net/550",
          "554-Transaction failed\n554-Reject due to policy restrictions.\n"
              + "554 For explanation visit https://www.ionos.com/help/index.php?id=2425",
          """
          SERVER -> CLIENT: 220 mx.example.net ESMTP
          CLIENT -> SERVER: EHLO localhost
          SERVER -> CLIENT: 250 mx.example.net
          CLIENT -> SERVER: AUTH LOGIN
          SERVER -> CLIENT: 535 5.7.8 Error: authentication failed""",
          """
          > EHLO localhost
          < 250-mx.example.net
          < 250 SIZE 1000
          > MAIL FROM:<a@example.com>
          < 250 2.1.0 Ok
          > RCPT TO:<joe@example.org>
          < 550 5.1.1 No such user here
          > QUIT""",
          "  308   SMTP<< 220 mx.example.net ESMTP\n  308   SMTP>> RCPT TO:<joe@example.org>\n"
              + "  308   SMTP<< 451 Internal resource temporarily unavailable\n  308   SMTP>> QUIT",
          "Jun 22 10:27:40 host1 postfix/smtp[28944]: 4F1B2: to=<joe@example.org>,"
              + " relay=mx.example.org[192.0.2.1]:25, delay=1, dsn=5.2.2, status=bounced (host"
              + " mx.example.org[192.0.2.1] said: 552 5.2.2 Over quota (in reply to RCPT TO"
              + " command))",
          "smtplib.SMTPRecipientsRefused: {'joe@example.org': (550, b'5.1.1 User unknown')}",
          "send: 'mail FROM:<a@example.com>\\r"
              + "\\n"
              + "'\n"
              + "reply: b'250 2.1.0 Ok\\r"
              + "\\n"
              + "'\n"
              + "send: 'rcpt TO:<joe@example.org>\\r"
              + "\\n"
              + "'\n"
              + "reply: b'550 5.7.1 Relaying denied\\r"
              + "\\n"
              + "'",
          "Error: Invalid login: 535-5.7.8 Username and Password not accepted.\n"
              + "535 5.7.8  https://support.google.com/mail/?p=BadCredentials - gsmtp",
          "2019/01/02 10:11:12 mailer.go:449: dial tcp 192.0.2.1:587: connect: connection refused");

  private static final Map<String, UnaryOperator<String>> SHAPES =
      new TreeMap<>(
          Map.of(
              "composed", text -> prefixed(text, "mail_1  | 2025-03-02T11:22:33.421550Z "),
              "composed without time", text -> prefixed(text, "mail-2 | "),
              "container runtime", text -> prefixed(text, "2025-03-02T11:22:33.4215Z stderr F "),
              "pod", text -> prefixed(text, "[pod/mail-0/smtp] 2025-03-02T11:22:33Z "),
              "JSON", text -> "{\"level\": \"error\", \"msg\": " + json(text) + "}",
              "JSON of Docker",
                  text ->
                      "{\"log\":" + json(text + "\n") + ",\"stream\":\"stderr\",\"time\":\"12\"}",
              "JSON in JSON", text -> "{\"log\":" + json("{\"msg\":" + json(text) + "}") + "}",
              "quoted", text -> prefixed(text, "> "),
              "CRLF", text -> text.replace("\n", "\r\n"),
              "indented", text -> prefixed(text, "    ")));

  @Property(seed = "1982", generation = GenerationMode.EXHAUSTIVE)
  void aTextIsReadTheSameInEveryShape(@ForAll("dressed") Dressed dressed) {
    Finding plain = Reading.DIAGNOSER.read(dressed.text()).findings().get(0);
    List<Finding> found = Reading.DIAGNOSER.read(dressed.inShape()).findings();
    assertFalse(found.isEmpty(), dressed::toString);
    assertEquals(told(plain), told(found.get(0)), dressed::toString);
  }

  @Provide
  static Arbitrary<Dressed> dressed() {
    return Combinators.combine(Arbitraries.of(TEXTS), Arbitraries.of(List.copyOf(SHAPES.keySet())))
        .as(Dressed::new);
  }

  /** A text, and how it is dressed. */
  record Dressed(String text, String shape) {
    String inShape() {
      UnaryOperator<String> form = SHAPES.get(shape);
      return form == null ? text : form.apply(text);
    }
  }

  @Test
  void theEscapesOfJsonAreWhatTheyStandFor() {
    Finding finding =
        Reading.one(
            "{\"msg\":\"550 5.1.1 \\u003cjoe@example.org\\u003e: "
                + "\\\"\\u004eo such user\\\"\",\"n\":1}");
    assertEquals("550 5.1.1", finding.codes());
    assertEquals(Cause.USER_UNKNOWN, finding.cause());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"554-Transaction failed\", \"554-Reject due to policy restrictions.\", \"554 See"
            + " https://www.ionos.com/help\"]",
        "{\"code\":\"EENVELOPE\",\"lines\":[\"554-Transaction failed\",\"554-Reject due to policy"
            + " restrictions.\",\"554 See https://www.ionos.com/help\"],\"n\":3}",
      })
  void aListOfTheLinesOfAReplyIsOneReply(String text) {
    Finding finding = Reading.one(text);
    assertEquals("554", finding.codes());
    assertEquals(Cause.POLICY_REJECTION, finding.cause());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"msg\":\"first line\\n550 5.1.1 User unknown in local recipient table",
        "{\"msg\":\"550 5.1.1 User unknown in local recipient table\\",
        "ERROR {\"msg\": \"550 5.1.1 \\u00zz User unknown\"} tail",
        "[\"a\", {\"b\": [\"c\\n\", 550 5.1.1 User unknown",
      })
  void jsonThatIsCutOffOrBrokenIsReadAsFarAsItGoes(String text) {
    assertEquals("550 5.1.1", Reading.DIAGNOSER.read(text).findings().get(0).codes());
  }

  @Test
  void aTableIsNoContainersLog() {
    assertEquals("550", Reading.one("joe@example.org | 550 User unknown").codes());
  }

  private static String told(Finding finding) {
    return finding.codes() + ' ' + finding.cause() + ' ' + finding.permanent();
  }

  private static String prefixed(String text, String prefix) {
    return prefix + text.replace("\n", "\n" + prefix);
  }

  private static String json(String text) {
    return '"'
        + text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("<", "\\u003c")
        + '"';
  }
}
