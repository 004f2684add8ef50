package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Shareable;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens next: by the codes of a reply alone, by the text where it tells of a message. */
class DiagnosedOutcomeTest {

  private static final SmtpBot BOT = SmtpBot.createUncached();

  private static String next(Answer answer) {
    return answer.lead().stream()
        .filter(Part.Verdict.class::isInstance)
        .flatMap(part -> ((Part.Verdict) part).facts().stream())
        .filter(fact -> fact.label().equals("What happens next"))
        .map(Part.Fact::value)
        .findFirst()
        .orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "535 5.7.8 Error: authentication failed | Tried in another way, or given up",
        "530 5.7.0 Must issue a STARTTLS command first | Tried in another way, or given up",
        "status=bounced to=<bob@example.com>, dsn=5.7.0 (host mx.example.com[192.0.2.1] said:"
            + " 530 5.7.0 Must issue a STARTTLS command first (in reply to MAIL FROM command))"
            + " | Returned to the sender",
        "postfix/smtp[7]: 4F2: to=<bob@example.com>, relay=mx.example.com[192.0.2.1]:25,"
            + " dsn=4.7.8, status=deferred (SASL authentication failed; server"
            + " mx.example.com[192.0.2.1] said: 535 5.7.8 Error: authentication failed)"
            + " | Retried automatically",
        "454 4.7.0 TLS not available due to local problem | Tried in another way, or given up",
        "454 TLS currently unavailable | Tried in another way, or given up",
        "TLS is required, but host mx.example.com[192.0.2.1] refused to start TLS: 454 4.7.0 TLS"
            + " not available due to local problem | Retried automatically",
        "454 4.7.0 Temporary authentication failure | Retried automatically",
        "504 5.5.2 <bob>: Sender address rejected: need fully-qualified address"
            + " | Returned to the sender",
        "503 5.5.1 Error: authentication not enabled | Tried in another way, or given up",
        "550 5.1.1 <bob@example.com>: User unknown | Returned to the sender",
        "221 2.0.0 Bye | Session ends in good order",
        "525 5.7.13 User account disabled by the administrator | Depends on who sent the code"
      })
  void isToldAndSharedAlike(String text, String next) {
    Answer answer = BOT.answer(text, Locale.ENGLISH);
    assertEquals(next, next(answer), text);
    Shareable shared = Objects.requireNonNull(answer.shareable());
    Shareable carried = Shareable.ofToken(shared.token()).orElseThrow();
    assertEquals(next, next(BOT.answerShared(carried, Locale.ENGLISH)), text);
  }
}
