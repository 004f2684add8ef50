package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.Intent;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Asked;
import io.github.smtpbot.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What people ask next about a code: whether it is final, who acts, what a provider means by it.
 */
final class FollowUps {

  /** The questions that come most often, in the order people ask them. */
  private static final List<Intent> NEXT =
      List.of(Intent.FIX, Intent.PERMANENT, Intent.WHO, Intent.WHEN);

  /** The providers that most people write to. */
  private static final List<String> ASKED_FOR = List.of("google", "exchangeonline", "yahoo");

  private static final int MAX_PROVIDERS = 2;

  private final Catalog catalog;
  private final Words words;
  private final ProviderReplies replies;
  private final Map<Intent, String> asking = new ConcurrentHashMap<>();

  FollowUps(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
    this.replies = new ProviderReplies(catalog, words);
  }

  /** Adds what is asked next about a code or a reply. */
  void of(Draft draft, Asked asked, Question.Subject subject) {
    boolean page = asked.intent() == Intent.MEANING && asked.mentions().causes().isEmpty();
    if (!page) {
      String label = words.ui("next.all", subject.text());
      draft.followUp(Clip.to(label, 40), subject.text());
    }
    for (Intent intent : failed(subject) ? NEXT : List.<Intent>of()) {
      // The page of a code says when it is sent; how to fix it, only who opens it sees.
      boolean said = intent == asked.intent() || (page && intent == Intent.WHEN);
      if (!said) {
        draft.followUp(intent, asking(intent, subject));
      }
    }
    int told = 0;
    for (String id : ASKED_FOR) {
      Provider provider = catalog.provider(id);
      if (provider != null
          && told < MAX_PROVIDERS
          && !asked.mentions().providers().contains(id)
          && replies.knows(provider, subject)) {
        String label = words.ui("next.provider", provider.shortName());
        draft.followUp(Clip.to(label, 40), subject.text() + " " + id);
        told++;
      }
    }
    for (Code code : codes(subject)) {
      for (Code other : catalog.confusedWith(code).stream().limit(1).toList()) {
        draft.followUp(words.ui("versus", code, other), code + " vs " + other);
      }
    }
  }

  private static boolean failed(Question.Subject subject) {
    return codes(subject).stream()
        .map(Code::severity)
        .noneMatch(s -> s == Severity.SUCCESS || s == Severity.INTERMEDIATE);
  }

  private static List<Code> codes(Question.Subject subject) {
    List<Code> codes = new ArrayList<>();
    if (subject instanceof Question.Reply reply) {
      codes.add(reply.replyCode());
      codes.add(reply.enhanced());
    } else if (subject instanceof Question.OneCode one) {
      codes.add(one.code());
    }
    return codes;
  }

  /** A text that asks this; {@link Asked#canonical} of the same, without what takes time in it. */
  private String asking(Intent intent, Question.Subject subject) {
    return subject.text()
        + " "
        + asking.computeIfAbsent(intent, key -> Asked.of(key).canonical(catalog));
  }
}
