package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.SentReply;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a provider advises is told of a code only where it advises one thing for it. */
class ProviderStepsTest {

  private static final SmtpBot BOT = SmtpBot.createUncached();
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

  /** Of a cause that is asked about with a provider, every derived word is held to its file. */
  @Test
  void ofACauseTheProvidersCodesAreToldAndItsStepOnlyWhereItHasOne() {
    int told = 0;
    for (Provider provider : CATALOG.providers()) {
      for (Cause cause : Cause.values()) {
        List<Provider.Rule> rules =
            provider.rules().stream().filter(rule -> rule.cause() == cause).toList();
        if (rules.isEmpty() || cause == Cause.OTHER || cause == Cause.SUCCESS) {
          continue;
        }
        String question = provider.id() + " " + cause.label();
        Answer answer = BOT.answer(question, Locale.ENGLISH);
        if (!answer.asked().mentions().causes().equals(List.of(cause))) {
          continue;
        }
        told++;
        List<String> steps = rules.stream().map(rule -> rule.fix().get("en")).distinct().toList();
        String lead =
            answer.lead().stream().filter(Part.Verdict.class::isInstance).toList().toString();
        String first = lead + answer.brief();
        for (String step : steps) {
          assertFalse(
              steps.size() > 1 && step != null && first.contains(step), question + ": " + step);
        }
        assertCodesAreIts(provider, cause, answer.summary());
      }
    }
    assertTrue(told > 200, "so many were looked at: " + told);
  }

  private static void assertCodesAreIts(Provider provider, Cause cause, String summary) {
    List<String> sent =
        CATALOG.sentReplies(provider).stream()
            .filter(reply -> reply.causes().contains(cause))
            .map(SentReply::text)
            .toList();
    Matcher code = Pattern.compile("[245]\\d\\d( \\d\\.\\d+\\.\\d+)?").matcher(summary);
    while (summary.contains(" sends ") && code.find()) {
      String found = code.group();
      boolean named =
          provider.rules().stream()
              .anyMatch(
                  rule ->
                      rule.cause() == cause
                          && (rule.code() + " " + rule.enhanced()).contains(found));
      assertTrue(
          sent.stream().anyMatch(reply -> reply.startsWith(found)) || named,
          () -> provider.id() + " " + cause + ": " + summary);
    }
  }

  @Test
  void whichCodesAProviderSendsIsNotWhichOneToSend() {
    assertTrue(
        summary("which code does gmail send for rate limit")
            .startsWith("Gmail / Google Workspace sends 421 4.7.28"));
    assertTrue(
        summary("what code should postfix send for rate limit").startsWith("Answer 450 4.7.28"));
  }

  @Test
  void whereNothingElseIsUnderstoodTheProvidersRepliesAreListed() {
    assertTrue(summary("barracuda rejects").startsWith("Barracuda Email Security explains"));
  }

  private static String summary(String question) {
    return BOT.answer(question, Locale.ENGLISH).summary();
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
