package io.github.smtpbot.catalog;

import io.github.smtpbot.catalog.data.MalformedCatalogException;
import io.github.smtpbot.catalog.data.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The facts and words about every code. Immutable and safe for use by many threads; what is not
 * asked for is not read.
 */
public final class Catalog {

  /** Whose templates those are that many use. */
  public static final String ANYONE = "anyone";

  private final CatalogFiles files;
  private final Lazy<Node.Mapping> commands;
  private final Lazy<List<CommandReply>> commandReplies;
  private final LazyMap<ReplyCode, ReplyCodeFacts> replyCodes;
  private final LazyMap<EnhancedStatusCode, EnhancedCodeFacts> enhancedCodes;
  private final Lazy<Map<Cause, CauseFacts>> causes;
  private final Lazy<Confusions> confusions;
  private final Lazy<List<Provider>> providers;
  private final Map<String, Provider> byId = new ConcurrentHashMap<>();
  private final Map<String, RulesByCode> rulesByCode = new ConcurrentHashMap<>();
  private final Lazy<OwnCodes> ownCodes;
  private final Lazy<List<PhraseRule>> phrases;
  private final Lazy<List<String>> provesNothing;
  private final Lazy<List<Cues>> cues;
  private final Lazy<List<KnownError>> errors;
  private final Lazy<ErrorForms> errorForms;
  private final Lazy<Map<String, CodeToSend>> codesToSend;
  private final Lazy<Map<String, List<SentReply>>> sentReplies;
  private final Lazy<Map<String, QueueTime>> queueTimes;
  private final Lazy<OtherSystems> otherSystems;
  private final Lazy<ReadingCues> readingCues;
  private final Lazy<Map<String, List<String>>> templates;
  private final Lazy<Map<String, List<String>>> logs;
  private final List<Locale> languages;
  private final Map<Locale, Words> words = new ConcurrentHashMap<>();

  private Catalog(CatalogFiles files) {
    this.files = files;
    this.commands = new Lazy<>(() -> files.read("facts/commands"));
    this.commandReplies = new Lazy<>(() -> Facts.commandReplies(commands.get()));
    this.replyCodes =
        new LazyMap<>(
            () -> files.read("facts/reply-codes"),
            Codes::readReplyCode,
            (code, node) -> Facts.replyCode(code, node, commands.get()));
    this.enhancedCodes =
        new LazyMap<>(
            () -> files.read("facts/enhanced-status-codes"),
            Codes::readEnhanced,
            Facts::enhancedCode);
    this.causes = new Lazy<>(() -> Facts.causes(files.read("facts/causes")));
    this.confusions = new Lazy<>(() -> new Confusions(files.read("facts/confusions")));
    this.providers = new Lazy<>(this::readProviders);
    this.ownCodes = new Lazy<>(() -> new OwnCodes(providers()));
    this.phrases = new Lazy<>(() -> Facts.phrases(files.read("facts/phrases")));
    this.provesNothing = new Lazy<>(() -> Facts.provesNothing(files.read("facts/phrases")));
    this.cues = new Lazy<>(() -> readCues(files));
    this.errors = new Lazy<>(() -> KnownError.read(files.read("facts/errors")));
    this.errorForms = new Lazy<>(() -> new ErrorForms(errors(), readingCues()));
    this.codesToSend = new Lazy<>(() -> CodeToSend.read(files.read("facts/which-code")));
    this.templates = new Lazy<>(() -> Facts.templates(files.read("facts/templates")));
    this.logs = new Lazy<>(() -> Facts.logs(files.read("facts/logs")));
    this.otherSystems = new Lazy<>(() -> OtherSystems.read(files.read("facts/other-systems")));
    this.readingCues = new Lazy<>(() -> new ReadingCues(files.read("facts/reading")));
    this.sentReplies = new Lazy<>(() -> SentReply.read(files.read("facts/provider-replies")));
    this.queueTimes = new Lazy<>(() -> QueueTime.read(files.read("facts/queues")));
    this.languages = languages(files);
  }

  /** The catalog that is compiled into this jar. */
  public static Catalog builtIn() {
    return of(CatalogFiles.builtIn());
  }

  /**
   * A catalog of these files.
   *
   * @throws MalformedCatalogException if a file is missing; what is in the files is checked by
   *     {@link #checkWhole}, and when it is asked for
   */
  public static Catalog of(CatalogFiles files) {
    return new Catalog(files);
  }

  private static List<Locale> languages(CatalogFiles files) {
    List<Locale> found = new ArrayList<>();
    found.add(Locale.ENGLISH);
    for (String tag : files.in("words/")) {
      Locale locale = Locale.forLanguageTag(tag);
      if (!found.contains(locale)) {
        found.add(locale);
      }
    }
    return List.copyOf(found);
  }

  /** Every reply code, in order. */
  public Collection<ReplyCodeFacts> replyCodes() {
    return replyCodes.all();
  }

  /** Every enhanced status code, for any class, in order. */
  public Collection<EnhancedCodeFacts> enhancedCodes() {
    return enhancedCodes.all();
  }

  /** The facts about a reply code, or null if it is not in the catalog. */
  public @Nullable ReplyCodeFacts find(ReplyCode code) {
    return replyCodes.find(code);
  }

  /**
   * The facts about an enhanced status code of whatever class, or null if it is not in the catalog.
   */
  public @Nullable EnhancedCodeFacts find(EnhancedStatusCode code) {
    return enhancedCodes.find(code.ofAnyClass());
  }

  /** Whether the catalog has this code, an enhanced status code whatever its class. */
  public boolean has(Code code) {
    return code instanceof ReplyCode reply
        ? replyCodes.has(reply)
        : enhancedCodes.has(((EnhancedStatusCode) code).ofAnyClass());
  }

  /** Which command may be answered with which code. */
  public List<CommandReply> commandReplies() {
    return commandReplies.get();
  }

  /** What a cause implies. */
  public CauseFacts cause(Cause cause) {
    CauseFacts found = causes.get().get(cause);
    if (found == null) {
      throw new IllegalArgumentException("no facts for " + cause);
    }
    return found;
  }

  /**
   * What becomes of the recipient's address on a list after a failure: an address that is only
   * written wrong, or switched off for a time, is not given up.
   *
   * @param code the enhanced status code it came with, or null
   */
  public AddressAction addressAction(
      Cause cause, Severity severity, @Nullable EnhancedStatusCode code) {
    EnhancedCodeFacts facts = code == null ? null : find(code);
    boolean pauses =
        severity == Severity.PERMANENT
            && facts != null
            && facts.pausesAddress()
            && facts.cause() == cause;
    return pauses ? AddressAction.PAUSE : cause(cause).address(severity);
  }

  /**
   * Where the difference between two codes that are often confused is written; empty if they are
   * not.
   */
  public List<Source> confusion(Code one, Code other) {
    return confusions.get().sources(one, other);
  }

  /** Every pair of codes that are often confused, in the order they are written. */
  public Set<List<Code>> confusedPairs() {
    return confusions.get().pairs();
  }

  /** The codes that are often confused with this one. */
  public List<Code> confusedWith(Code code) {
    return confusions.get().with(code);
  }

  /** The languages there are, English first. */
  public List<Locale> languages() {
    return languages;
  }

  /**
   * The words for a reader: in the reader's language, or in English where there is no such
   * language.
   */
  public Words words(Locale locale) {
    Words read = words.get(locale);
    if (read != null) {
      return read;
    }
    Locale language = Locale.forLanguageTag(locale.getLanguage());
    Locale spoken = languages.contains(language) ? language : Locale.ENGLISH;
    return words.computeIfAbsent(
        spoken, key -> new Words(key, files.read("words/" + key.toLanguageTag())));
  }

  /** Every provider. */
  public List<Provider> providers() {
    return providers.get();
  }

  /** The provider with this id; null if there is none. */
  public @Nullable Provider provider(String id) {
    Provider read = byId.get(id);
    if (read != null) {
      return read;
    }
    return files.in("providers/").contains(id) ? readProvider(id) : null;
  }

  /** This provider's rules by the codes that they name. */
  public RulesByCode rulesByCode(Provider provider) {
    return rulesByCode.computeIfAbsent(provider.id(), id -> new RulesByCode(provider.rules()));
  }

  /** What providers mean by enhanced status codes whatever the words that follow. */
  public OwnCodes ownCodes() {
    return ownCodes.get();
  }

  /** Whether the catalog has this code, or a provider publishes what it means by it. */
  public boolean tells(Code code) {
    return has(code)
        || (code instanceof EnhancedStatusCode enhanced
            && !ownCodes().of(enhanced, null).isEmpty());
  }

  private Provider readProvider(String id) {
    return byId.computeIfAbsent(id, key -> Providers.read(key, files));
  }

  private List<Provider> readProviders() {
    return files.in("providers/").stream().map(this::readProvider).toList();
  }

  /** The words by which questions are understood, one set for each language that is understood. */
  public List<Cues> cues() {
    return cues.get();
  }

  private static List<Cues> readCues(CatalogFiles files) {
    return files.in("cues/").stream()
        .map(tag -> Cues.read(tag, files.read("cues/" + tag)))
        .toList();
  }

  /** Errors of the network, of libraries and of mail programs. */
  public List<KnownError> errors() {
    return errors.get();
  }

  /** How those are written, to find them in a text. */
  public ErrorForms errorForms() {
    return errorForms.get();
  }

  /** With which codes a provider is known to send replies; what it publishes first. */
  public List<SentReply> sentReplies(Provider provider) {
    return sentReplies.get().getOrDefault(provider.id(), List.of());
  }

  /** How long a provider tries by default; null if it is not known. */
  public @Nullable QueueTime queueTime(Provider provider) {
    return queueTimes.get().get(provider.id());
  }

  /** Which code a server sends for this cause; null if no reply says it. */
  public @Nullable CodeToSend codeToSend(Cause cause) {
    return codeToSend(cause.label());
  }

  /** Which code a server sends for a cause or in a situation, by its key; null if there is none. */
  public @Nullable CodeToSend codeToSend(String key) {
    return codesToSend.get().get(key);
  }

  /** What other mail systems call a failure. */
  public OtherSystems otherSystems() {
    return otherSystems.get();
  }

  /** The wording that betrays a cause, whoever sends it; the first that fits wins. */
  public List<PhraseRule> phrases() {
    return phrases.get();
  }

  /**
   * Wording in which the words of a cause prove nothing: what stands before every reason, and words
   * that say that it did not happen.
   */
  public List<String> provesNothing() {
    return provesNothing.get();
  }

  /**
   * How the sentences of notices and signatures begin that say nothing about the failure, by the id
   * of the provider whose template it is, or {@code anyone}.
   */
  public Map<String, List<String>> templates() {
    return templates.get();
  }

  /**
   * What the beginning of a log's line holds in lower case, by the id of the provider whose server
   * writes it, the most telling first.
   */
  public Map<String, List<String>> logs() {
    return logs.get();
  }

  /** The words that tell what the lines of a pasted text are. */
  public ReadingCues readingCues() {
    return readingCues.get();
  }

  /**
   * Reads everything, and checks that each language has words for each fact and for nothing else,
   * and that each related code exists.
   *
   * @throws MalformedCatalogException if something is missing, superfluous or wrong
   */
  public void checkWhole() {
    new WholeCheck(files, this).run();
  }
}
