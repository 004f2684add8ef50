package io.github.smtpbot.diagnosis.provider;

import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.diagnosis.reply.Reply;
import io.github.smtpbot.diagnosis.syntax.HostNames;
import io.github.smtpbot.diagnosis.wording.MarkIndex;
import io.github.smtpbot.diagnosis.wording.Meaning;
import io.github.smtpbot.diagnosis.wording.PhraseIndex;
import io.github.smtpbot.diagnosis.wording.WordSequence;
import io.github.smtpbot.diagnosis.wording.Wording;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds who answered. The host that replied and the reply's own wording count for more than who
 * reported it. Immutable; safe for use by many threads.
 */
final class ProviderFinder {

  /** What only the server says that holds the mailbox. */
  private static final Set<Cause> OF_THE_MAILBOX =
      EnumSet.of(
          Cause.USER_UNKNOWN, Cause.MAILBOX_FULL, Cause.MAILBOX_DISABLED, Cause.MAILBOX_MOVED);

  /** Who refuses to relay to an address is not its provider. */
  private static final Set<Cause> NOT_AT_HOME = EnumSet.of(Cause.RELAY_DENIED);

  private static final int ADDRESS = 1;
  private static final int MAILBOX = 2;

  /** From this detail on, X.1 is of the sender's address. */
  private static final int SENDERS = 7;

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

  /** Two publish the same words where one took them from the other; of more, they are anybody's. */
  private static final int MOST_RIVALS = 2;

  private final Wording wording;

  ProviderFinder(Wording wording) {
    this.wording = wording;
  }

  /** The provider that most speaks for, or null if nothing does. */
  @Nullable Answerer find(Reply reply, Wording.Found found) {
    Votes votes = new Votes(wording::provider);
    if (reply.remoteHost() != null) {
      countHost(votes, reply.remoteHost(), REMOTE_HOST);
    }
    for (MarkIndex.Hit<Meaning> hit : found.marks()) {
      double weight = MARK + Math.min(hit.token().length(), LONGEST_MARK);
      count(
          hit.value(),
          votes,
          weight,
          provider -> votes.forProvider(provider, scaled(provider, RULE)));
    }
    for (PhraseIndex.Hit<Meaning> hit : found.phrases()) {
      double weight = RULE + hit.words();
      count(
          hit.value(),
          votes,
          PHRASE + 3 * hit.words(),
          provider -> votes.forWords(provider, scaled(provider, weight)));
    }
    WordSequence greeting = WordSequence.of(reply.greeting());
    // A filter or a relay of the sender's own is nobody's home either.
    boolean atHome = !reply.isInside() && !found.tellsOf(NOT_AT_HOME);
    // Anybody on the way may refuse a message to an address; only its home knows of its mailbox.
    boolean ofMailbox = isOfMailbox(reply.written()) || found.tellsOf(OF_THE_MAILBOX);
    hostsIn(reply.text(), atHome && ofMailbox, votes);
    if (atHome && reply.recipient() != null) {
      int at = reply.recipient().lastIndexOf('@');
      String domain = reply.recipient().substring(at + 1).toLowerCase(Locale.ROOT);
      countHost(votes, domain, RECIPIENT_DOMAIN);
    }
    if (reply.remoteHost() == null && reply.reportingHost() != null) {
      countHost(votes, reply.reportingHost(), REPORTING_HOST);
    }
    for (int i = 0; i < greeting.size(); i++) {
      count(votes, wording.provider(greeting.word(i)), GREETING);
    }
    // A notice that gives nothing but codes gives its own: Status code: 550 5.1.10.
    boolean own = !reply.isReply() || (reply.text().isEmpty() && reply.remoteHost() == null);
    if (reply.reportingSystem() != null && own) {
      count(votes, wording.provider(reply.reportingSystem()), TEMPLATE);
    }
    if (reply.speaker() != null) {
      count(votes, wording.provider(reply.speaker()), TEMPLATE);
    }
    Answerer best = votes.winner(ProviderFinder::tells);
    return best != null || reply.remoteHost() != null ? best : byWholeText(reply, found);
  }

  /** Who speaks of itself, by its wording and its log alone; null if those tell nothing. */
  @Nullable Answerer bySelf(Reply reply, Wording.Found found) {
    Votes votes = new Votes(wording::provider);
    found.marks().forEach(hit -> count(hit.value(), votes, MARK, provider -> {}));
    for (PhraseIndex.Hit<Meaning> hit : found.phrases()) {
      count(hit.value(), votes, PHRASE + 3 * hit.words(), provider -> {});
    }
    if (reply.speaker() != null) {
      count(votes, wording.provider(reply.speaker()), TEMPLATE);
    }
    return votes.winner(ProviderFinder::tells);
  }

  /** Whether an enhanced status code is of the recipient's address or mailbox (RFC 3463). */
  private static boolean isOfMailbox(@Nullable EnhancedStatusCode code) {
    return code != null
        && (code.subject() == MAILBOX || (code.subject() == ADDRESS && code.detail() < SENDERS));
  }

  /**
   * The one provider that documents just these words as its reply; null if several do, since then
   * they tell nothing.
   */
  private @Nullable Answerer byWholeText(Reply reply, Wording.Found found) {
    IdentityHashMap<Provider.Rule, Integer> covered = new IdentityHashMap<>();
    IdentityHashMap<Provider.Rule, Provider> owners = new IdentityHashMap<>();
    for (PhraseIndex.Hit<Meaning> hit : found.phrases()) {
      if (hit.value() instanceof Meaning.OfRule known
          && known.rule().mark() == null
          && (known.rule().enhanced() != null || wording.isOwn(hit.matched(), known.provider()))
          && RuleFit.fitsCodes(known.rule(), reply)) {
        covered.merge(known.rule(), hit.words(), Integer::sum);
        owners.put(known.rule(), known.provider());
      }
    }
    int words = Math.max(1, WordSequence.of(withoutAddress(reply.text())).size());
    if (covered.isEmpty() || isAnybodys(found, words)) {
      return null;
    }
    IdentityHashMap<Provider, Double> shares = new IdentityHashMap<>();
    covered.forEach(
        (rule, count) -> {
          double share = Math.min(1, (double) count / words);
          double codes = (rule.code() == null ? 0 : 0.5) + (rule.enhanced() == null ? 0 : 0.5);
          Provider owner = owners.get(rule);
          if (share >= WHOLE && owner != null && (count >= FEWEST_WORDS || codes >= 1)) {
            shares.merge(owner, share + codes, Math::max);
          }
        });
    double most = shares.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    List<Provider> best =
        shares.keySet().stream()
            .filter(provider -> shares.getOrDefault(provider, 0.0) == most)
            .toList();
    if (best.isEmpty() || best.size() > MOST_RIVALS) {
      return null;
    }
    Votes votes = new Votes(wording::provider);
    best.forEach(provider -> votes.forProvider(provider, most));
    return votes.winner(any -> true);
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

  /** A rule's condition alone does not tell who speaks: others may use the same words. */
  private static boolean tells(double votes) {
    return votes >= RECIPIENT_DOMAIN || votes == REPORTING_HOST;
  }

  /** Counts what the provider's own wording is worth, or that of one of its rules. */
  private static void count(Meaning meaning, Votes votes, double own, Consumer<Provider> ofRule) {
    meaning.tell(
        known -> count(votes, known, own),
        known -> ofRule.accept(known.provider()),
        known -> {
          // What anybody may say speaks for nobody.
        });
  }

  private void countHost(Votes votes, String host, double weight) {
    Meaning.OfProvider known = wording.hosts.find(host);
    if (known != null) {
      count(votes, known, weight);
    }
  }

  private static void count(Votes votes, Meaning.OfProvider known, double weight) {
    if (known.ofHouse()) {
      votes.forHouse(known.provider(), scaled(known.provider(), weight));
    } else {
      count(votes, known.provider(), weight);
    }
  }

  private static void count(Votes votes, @Nullable Provider provider, double weight) {
    if (provider != null) {
      votes.forProvider(provider, scaled(provider, weight));
    }
  }

  /** What evidence is worth for one of that kind: servers and blocklists are quoted by others. */
  private static double scaled(Provider provider, double weight) {
    if (weight == REPORTING_HOST) {
      return weight;
    }
    return weight
        * switch (provider.kind()) {
          case MAILBOX, GATEWAY -> 1;
          case SENDER -> 0.95;
          case SERVER -> 0.55;
          case BLOCKLIST -> 0.5;
        };
  }

  /** Host names among the words of a reply, those in links too. */
  private void hostsIn(String text, boolean addresses, Votes votes) {
    int last = 0;
    for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', last)) {
      int from = dot;
      while (from > last && isHostPart(text.charAt(from - 1))) {
        from--;
      }
      int to = dot;
      int dots = 0;
      while (to < text.length() && isHostPart(text.charAt(to))) {
        dots += text.charAt(to) == '.' ? 1 : 0;
        to++;
      }
      if (to - from > 3 && to - from < HostNames.LONGEST_HOST) {
        int end = text.charAt(to - 1) == '.' ? to - 1 : to;
        boolean address = from > 0 && text.charAt(from - 1) == '@';
        String host = text.substring(from, end).toLowerCase(Locale.ROOT);
        if (addresses || !address) {
          countHost(
              votes, host, address ? RECIPIENT_DOMAIN + 1 : HOST_IN_TEXT - (dots == 1 ? 15 : 0));
        }
      }
      last = to + 1;
    }
  }

  private static boolean isHostPart(char c) {
    return c == '.' || c == '-' || (c < 0x80 && Character.isLetterOrDigit(c));
  }
}
