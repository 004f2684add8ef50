package io.github.smtpbot.diagnosis.provider;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.reply.Reply;
import io.github.smtpbot.diagnosis.wording.Meaning;
import io.github.smtpbot.diagnosis.wording.WordSequence;
import io.github.smtpbot.diagnosis.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks the words of replies up in the catalog, and recognises who answered. Immutable; safe for
 * use by many threads.
 */
public final class Recogniser {

  private final Wording wording;
  private final ProviderFinder providers;
  private final CodeOwners owners;
  private final ReadingCues cues;

  public Recogniser(Wording wording, Catalog catalog) {
    this.wording = wording;
    this.cues = catalog.readingCues();
    this.owners = new CodeOwners(catalog);
    this.providers = new ProviderFinder(wording);
  }

  /**
   * Each of the replies, recognised.
   *
   * @param named who is known to have answered, whatever the replies show; null if nobody is
   */
  public List<Recognised> recognise(List<Reply> replies, @Nullable Answerer named) {
    List<Recognised> recognised = new ArrayList<>();
    Around last = null;
    for (Reply read : replies) {
      Reply reply = read.isReply() || !read.text().isEmpty() ? read : read.saying(read.context());
      // The recipients of one report share the words around their replies.
      last =
          last != null && last.context.equals(reply.context()) ? last : new Around(reply.context());
      Wording.Found found = named == null ? lookUp(reply) : lookUp(reply, named.provider());
      recognised.add(
          new Recognised(
              reply,
              ofNested(reply.text(), found),
              last,
              named == null ? answerer(reply, found) : named));
    }
    return recognised;
  }

  private @Nullable Answerer answerer(Reply reply, Wording.Found found) {
    // A queue gives its own words a status too, but no reply code.
    boolean own =
        reply.code() == null
            && cues.isIn(ReadingCue.OWN_WORDS, reply.text().toLowerCase(Locale.ROOT));
    Answerer shown = own ? providers.bySelf(reply, found) : providers.find(reply, found);
    Answerer owner = owners.of(reply, shown);
    return owner == null ? shown : owner;
  }

  /** The reply's words with its codes, and as they stood before its lines were joined. */
  private Wording.Found lookUp(Reply reply) {
    String codes = reply.codes();
    Wording.Found found = wording.find(codes.isEmpty() ? reply.text() : codes + " " + reply.text());
    return reply.asWritten().isEmpty() ? found : found.and(wording.find(reply.asWritten()));
  }

  /**
   * The same of a reply that somebody typed: few type all the words that its provider documents.
   */
  private Wording.Found lookUp(Reply reply, Provider provider) {
    Wording.Found found = lookUp(reply);
    boolean known =
        found.phrases().stream()
            .anyMatch(
                hit -> hit.value() instanceof Meaning.OfRule of && of.provider().equals(provider));
    String typed = spaced(reply.text());
    if (known || typed.strip().indexOf(' ') < 0) {
      return found;
    }
    return provider.rules().stream()
        .filter(rule -> RuleFit.fitsCodes(rule, reply))
        .flatMap(rule -> rule.phrases().stream())
        .filter(phrase -> spaced(phrase).contains(typed))
        .findFirst()
        .map(phrase -> found.and(wording.find(reply.codes() + " " + phrase)))
        .orElse(found);
  }

  /** The words of a text, each with a space before and behind it. */
  private static String spaced(String text) {
    WordSequence words = WordSequence.of(text);
    StringBuilder spaced = new StringBuilder(" ");
    for (int i = 0; i < words.size(); i++) {
      spaced.append(words.word(i)).append(' ');
    }
    return spaced.toString();
  }

  /**
   * What another server said that was asked before this reply, where that tells a cause: it is the
   * fact, and the words before it only say who passes it on. Where an address is said to be
   * unknown, a rule that reaches up to those words knows whose, and stays.
   */
  private Wording.Found ofNested(String text, Wording.Found whole) {
    int at = cues.endOfLast(ReadingCue.NESTED_LEADS, text.toLowerCase(Locale.ROOT));
    if (at < 0) {
      return whole;
    }
    Wording.Found nested = wording.find(text.substring(Math.min(at, text.length())));
    boolean tells =
        nested.phrases().stream().anyMatch(hit -> hit.value() instanceof Meaning.OfCause);
    boolean ofAddress =
        nested.phrases().stream()
            .anyMatch(
                hit ->
                    hit.value() instanceof Meaning.OfCause of && of.cause() == Cause.USER_UNKNOWN);
    boolean known =
        ofAddress
            && whole.phrases().stream()
                .anyMatch(
                    hit ->
                        hit.value() instanceof Meaning.OfRule && reaches(text, hit.matched(), at));
    return tells && !known ? nested : whole;
  }

  /** Whether words end where the lead ends, but for its colon, or later. */
  private static boolean reaches(String text, String words, int lead) {
    int start = text.indexOf(words);
    return start >= 0 && start < lead && start + words.length() >= lead - 1;
  }

  /** The words around replies, looked up once. */
  private final class Around implements Supplier<Wording.Found> {
    private final String context;
    private Wording.@Nullable Found found;

    Around(String context) {
      this.context = context;
    }

    @Override
    public Wording.Found get() {
      Wording.Found known = found;
      if (known == null) {
        known = wording.find(context);
        found = known;
      }
      return known;
    }
  }
}
