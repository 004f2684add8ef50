package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.EnhancedPattern;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Asked;
import io.github.smtpbot.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a provider publishes about its replies that go with a code. */
final class ProviderReplies {

  private static final int MAX_LINE = 300;
  private static final int MAX_REPLIES = 6;

  private final Catalog catalog;
  private final Words words;
  private final String tag;

  ProviderReplies(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
    this.tag = words.language().toLanguageTag();
  }

  /** The providers that a question names and the catalog knows. */
  List<Provider> named(Asked asked) {
    return asked.mentions().providers().stream()
        .map(catalog::provider)
        .filter(Objects::nonNull)
        .map(Provider.class::cast)
        .toList();
  }

  /** The rules that name this code, or one that it may come with; the more exact first. */
  List<Provider.Rule> fitting(Provider provider, Question.Subject subject) {
    List<Provider.Rule> exact = new ArrayList<>();
    List<Provider.Rule> others = new ArrayList<>();
    for (Provider.Rule rule : provider.rules()) {
      if (fits(rule, subject)) {
        boolean whole = rule.enhanced() != null && rule.code() != null;
        (whole ? exact : others).add(rule);
      }
    }
    exact.addAll(others);
    return exact;
  }

  private static boolean fits(Provider.Rule rule, Question.Subject subject) {
    ReplyCode reply = null;
    EnhancedStatusCode enhanced = null;
    if (subject instanceof Question.Reply both) {
      reply = both.replyCode();
      enhanced = both.enhanced();
    } else if (subject instanceof Question.OneCode one) {
      if (one.code() instanceof ReplyCode code) {
        reply = code;
      } else {
        enhanced = (EnhancedStatusCode) one.code();
      }
    }
    boolean ofReply = reply == null || fitsReply(rule.code(), reply);
    EnhancedPattern meant = rule.enhanced();
    boolean ofEnhanced = enhanced == null || (meant != null && meant.matches(enhanced));
    // A rule that names no code at all may go with any; that says nothing of this one.
    boolean names =
        (reply != null && rule.code() != null && rule.code().equals(reply.text()))
            || (enhanced != null && meant != null);
    return names && ofReply && ofEnhanced;
  }

  private static boolean fitsReply(@Nullable String wanted, ReplyCode reply) {
    return wanted == null
        || wanted.equals(reply.text())
        || (wanted.endsWith("xx") && wanted.charAt(0) == reply.text().charAt(0));
  }

  /** What a rule is known by: its codes, its token, its words. */
  String sign(Provider.Rule rule) {
    String codes =
        Stream.of(rule.code(), rule.enhanced() == null ? null : rule.enhanced().text())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    String mark = rule.mark();
    String wording =
        mark != null
            ? mark.replace("*", "")
            : rule.phrases().isEmpty() ? "" : "“" + rule.phrases().get(0) + "”";
    return (codes + " " + wording).strip();
  }

  /** A rule in one line: what it is known by, what it means, the first step. */
  String line(Provider.Rule rule) {
    return Clip.to(words.ui("labelled", sign(rule), told(rule)), MAX_LINE);
  }

  /** What a rule means, and the first step that the provider names. */
  String told(Provider.Rule rule) {
    String meaning = rule.meaning().getOrDefault(tag, "");
    String fix = rule.fix().get(tag);
    return fix == null ? meaning : words.ui("provider.step", meaning, fix);
  }

  /** Adds what the providers that the question names say of the code. */
  void ofCode(Draft draft, Asked asked, Question.Subject subject) {
    for (Provider provider : named(asked)) {
      List<Provider.Rule> rules = fitting(provider, subject);
      if (!rules.isEmpty()) {
        draft
            .lead(bullets(provider, rules))
            .sources(rules.stream().map(Provider.Rule::source).toList());
      }
    }
  }

  Part.Bullets bullets(Provider provider, List<Provider.Rule> rules) {
    return new Part.Bullets(
        words.ui("provider.says", provider.name()),
        rules.stream().limit(MAX_REPLIES).map(this::line).distinct().toList());
  }
}
