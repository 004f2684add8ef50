package io.github.smtpbot.diagnosis.provider;

import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.diagnosis.reply.Reply;
import io.github.smtpbot.diagnosis.syntax.HostNames;
import io.github.smtpbot.diagnosis.wording.MarkIndex;
import io.github.smtpbot.diagnosis.wording.Meaning;
import io.github.smtpbot.diagnosis.wording.PhraseIndex;
import io.github.smtpbot.diagnosis.wording.WordSequence;
import io.github.smtpbot.diagnosis.wording.Wording;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds who answered. The host that replied and the reply's own wording count for more than who
 * reported it. Immutable; safe for use by many threads.
 */
final class ProviderFinder {

  private static final double REMOTE_HOST = 100;
  private static final double MARK = 60;

  /** A longer token is no stronger proof. */
  private static final int LONGEST_MARK = 20;

  private static final double PHRASE = 40;
  private static final double HOST_IN_TEXT = 45;
  private static final double RULE = 12;
  private static final double RECIPIENT_DOMAIN = 20;
  private static final double GREETING = 50;
  private static final double TEMPLATE = 50;
  private static final double REPORTING_HOST = 6;

  /** From this share of its words on, a phrase is the whole reply. */
  private static final double WHOLE = 0.5;

  /** From this share of its words on, common wording makes a reply one that anybody may send. */
  private static final double COMMON = 0.5;

  /** Fewer words than this are anybody's. */
  private static final int FEWEST_WORDS = 3;

  /** Sister brands publish the same words; more than two that do are no sisters. */
  private static final int MOST_RIVALS = 2;

  private final Wording wording;

  ProviderFinder(Wording wording) {
    this.wording = wording;
  }

  /** The provider that most speaks for, or null if nothing does. */
  @Nullable Provider find(Reply reply, Wording.Found found) {
    IdentityHashMap<Provider, Double> scores = new IdentityHashMap<>();
    if (reply.remoteHost() != null) {
      count(scores, wording.hosts.find(reply.remoteHost()), REMOTE_HOST);
    }
    for (MarkIndex.Hit<Meaning> hit : found.marks()) {
      double weight = MARK + Math.min(hit.token().length(), LONGEST_MARK);
      count(hit.value(), scores, weight, RULE);
    }
    for (PhraseIndex.Hit<Meaning> hit : found.phrases()) {
      count(hit.value(), scores, PHRASE + 3 * hit.words(), RULE + hit.words());
    }
    WordSequence greeting = WordSequence.of(reply.greeting());
    hostsIn(reply.text(), scores);
    if (reply.recipient() != null) {
      int at = reply.recipient().lastIndexOf('@');
      count(
          scores,
          wording.hosts.find(reply.recipient().substring(at + 1).toLowerCase(Locale.ROOT)),
          RECIPIENT_DOMAIN);
    }
    if (reply.remoteHost() == null && reply.reportingHost() != null) {
      count(scores, wording.hosts.find(reply.reportingHost()), REPORTING_HOST);
    }
    for (int i = 0; i < greeting.size(); i++) {
      count(scores, wording.provider(greeting.word(i)), GREETING);
    }
    if (reply.reportingSystem() != null && !reply.isReply()) {
      count(scores, wording.provider(reply.reportingSystem()), TEMPLATE);
    }
    Provider best = best(scores);
    return best != null || reply.remoteHost() != null ? best : byWholeText(reply, found);
  }

  /**
   * The one provider that documents just these words as its reply; null if several do, since then
   * they tell nothing.
   */
  private static @Nullable Provider byWholeText(Reply reply, Wording.Found found) {
    IdentityHashMap<Provider.Rule, Integer> covered = new IdentityHashMap<>();
    IdentityHashMap<Provider.Rule, Provider> owners = new IdentityHashMap<>();
    for (PhraseIndex.Hit<Meaning> hit : found.phrases()) {
      if (hit.value() instanceof Meaning.OfRule known
          && known.rule().mark() == null
          && RuleFit.fitsCodes(known.rule(), reply)) {
        covered.merge(known.rule(), hit.words(), Integer::sum);
        owners.put(known.rule(), known.provider());
      }
    }
    int words = Math.max(1, WordSequence.of(withoutAddress(reply.text())).size());
    if (covered.isEmpty() || isAnybodys(found, words)) {
      return null;
    }
    IdentityHashMap<Provider, Double> scores = new IdentityHashMap<>();
    covered.forEach(
        (rule, count) -> {
          double share = Math.min(1, (double) count / words);
          double codes = (rule.code() == null ? 0 : 0.5) + (rule.enhanced() == null ? 0 : 0.5);
          Provider owner = owners.get(rule);
          if (share >= WHOLE && owner != null && (count >= FEWEST_WORDS || codes >= 1)) {
            scores.merge(owner, share + codes, Math::max);
          }
        });
    double most = scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    List<Provider> best =
        scores.keySet().stream()
            .filter(provider -> scores.getOrDefault(provider, 0.0) == most)
            .sorted(Comparator.comparing(Provider::id))
            .toList();
    return best.isEmpty() || best.size() > MOST_RIVALS ? null : best.get(0);
  }

  /** Whether the catalog lists the reply, or most of it, among the words that anybody uses. */
  private static boolean isAnybodys(Wording.Found found, int words) {
    return found.phrases().stream()
        .anyMatch(hit -> hit.value() instanceof Meaning.OfCause && hit.words() >= COMMON * words);
  }

  private static String withoutAddress(String text) {
    int close = text.startsWith("<") ? text.indexOf('>') : -1;
    return close < 0 ? text : text.substring(close + 1);
  }

  private static @Nullable Provider best(IdentityHashMap<Provider, Double> scores) {
    Provider best = null;
    double most = 0;
    for (Map.Entry<Provider, Double> entry : scores.entrySet()) {
      double score = entry.getValue();
      // A rule's condition alone does not tell who speaks: others may use the same words.
      boolean tells = score >= RECIPIENT_DOMAIN || score == REPORTING_HOST;
      boolean first = best != null && score == most && entry.getKey().id().compareTo(best.id()) < 0;
      if (tells && (score > most || first)) {
        best = entry.getKey();
        most = score;
      }
    }
    return best;
  }

  /** Counts what the provider's own wording is worth, or that of one of its rules. */
  private static void count(
      Meaning meaning, IdentityHashMap<Provider, Double> scores, double own, double ofRule) {
    meaning.tell(
        known -> count(scores, known.provider(), own),
        known -> count(scores, known.provider(), ofRule),
        known -> {
          // What anybody may say speaks for nobody.
        });
  }

  /** Adds evidence once per kind of strength, so that repeating oneself proves nothing. */
  private static void count(
      IdentityHashMap<Provider, Double> scores, @Nullable Provider provider, double weight) {
    if (provider == null) {
      return;
    }
    double kind =
        switch (provider.kind()) {
          case MAILBOX, GATEWAY -> 1;
          case SENDER -> 0.95;
          case SERVER -> 0.55;
          case BLOCKLIST -> 0.5;
        };
    double scaled = weight == REPORTING_HOST ? weight : weight * kind;
    double old = scores.getOrDefault(provider, 0.0);
    scores.put(provider, Math.max(old, scaled) + Math.min(old, scaled) / 10);
  }

  /** Host names among the words of a reply, those in links too. */
  private void hostsIn(String text, IdentityHashMap<Provider, Double> scores) {
    int from = 0;
    while (from < text.length()) {
      int to = from;
      int dots = 0;
      while (to < text.length() && isHostPart(text.charAt(to))) {
        dots += text.charAt(to) == '.' ? 1 : 0;
        to++;
      }
      if (dots > 0 && to - from > 3 && to - from < HostNames.LONGEST_HOST) {
        int end = text.charAt(to - 1) == '.' ? to - 1 : to;
        boolean address = from > 0 && text.charAt(from - 1) == '@';
        String host = text.substring(from, end).toLowerCase(Locale.ROOT);
        count(
            scores,
            wording.hosts.find(host),
            address ? RECIPIENT_DOMAIN + 1 : HOST_IN_TEXT - (dots == 1 ? 15 : 0));
      }
      from = to + 1;
    }
  }

  private static boolean isHostPart(char c) {
    return c == '.' || c == '-' || (c < 0x80 && Character.isLetterOrDigit(c));
  }
}
