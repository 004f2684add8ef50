package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.SentReply;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a provider advises is told of a code only where it advises one thing for it. */
class ProviderStepsTest {

  private static final SmtpBot BOT = SmtpBot.create();
  private static final Catalog CATALOG = Catalog.builtIn();

  @Test
  void noStepIsTakenForTheOneWhereAProviderNamesSeveralForTheCause() {
    int several = 0;
    for (Provider provider : CATALOG.providers()) {
      for (SentReply sent : CATALOG.sentReplies(provider)) {
        List<String> steps = steps(provider, sent);
        if (steps.size() < 2) {
          continue;
        }
        several++;
        String question = sent.text() + " " + provider.id();
        String summary = BOT.answer(question, Locale.ENGLISH).summary();
        if (ofItsCode(provider, sent).isEmpty()) {
          assertFalse(
              steps.stream().anyMatch(step -> summary.endsWith("First step: " + step)),
              question + " -> " + summary);
        }
      }
    }
    assertTrue(several > 20, "so many were looked at: " + several);
  }

  @Test
  void theWordsTellThemApart() {
    Answer answer = BOT.answer("550 5.7.1 outlook", Locale.ENGLISH);

    assertFalse(answer.summary().contains("spamhaus"), answer.summary());
    String told = answer.lead().toString();
    assertTrue(told.contains("part of their network is on our block list"), told);
    assertTrue(told.contains("S8001"), told);
  }

  @Test
  void whoAsksForTheStepGetsEachWithTheWordsItIsFor() {
    String told = BOT.answer("how do I fix 550 5.7.1 outlook", Locale.ENGLISH).lead().toString();

    assertTrue(told.contains("“part of their network is on our block list”: Stop"), told);
    assertTrue(told.contains("“S8001”: Look"), told);
  }

  @Test
  void aReplyThatIsSentForSeveralCausesIsNotToldByTheWordsOfOthers() {
    String told = BOT.answer("421 4.7.0 gmail", Locale.ENGLISH).lead().toString();

    assertFalse(told.contains("group"), told);
  }

  /** What it advises for the only cause of a reply. */
  private static List<String> steps(Provider provider, SentReply sent) {
    Cause only = sent.causes().size() == 1 ? sent.causes().get(0) : null;
    return provider.rules().stream()
        .filter(rule -> rule.cause() == only)
        .map(rule -> rule.fix().get("en"))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** Those of its rules that name the very code. */
  private static List<Provider.Rule> ofItsCode(Provider provider, SentReply sent) {
    return provider.rules().stream()
        .filter(
            rule ->
                (rule.code() != null && rule.fits(sent.code()))
                    || (rule.enhanced() != null
                        && sent.enhanced() != null
                        && rule.enhanced().matches(sent.enhanced())))
        .toList();
  }
}
