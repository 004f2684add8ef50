package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.diagnosis.Evidence;
import io.github.smtpbot.diagnosis.Finding;
import io.github.smtpbot.diagnosis.Finding.Contradiction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What others may be shown of an answer: small, without anything private, and enough to compose the
 * answer again in any language. A text is never read a second time: what was found in it is carried
 * along.
 *
 * <p>An adapter carries it as a {@linkplain #token token} in a button, so that nobody has to
 * remember it. A token stays good when the program is started anew.
 */
public sealed interface Shareable {

  /** The longest token of a {@link Found} without its words, in characters. */
  int MAX_BARE_TOKEN = 90;

  /** The longest token, in characters: that of ten kinds of failures. */
  int MAX_TOKEN = 800;

  /** All of it as one line of text, at most {@link #MAX_TOKEN} characters. */
  String token();

  /**
   * As much of it as {@link #MAX_BARE_TOKEN} characters hold: all but the words of a reply; of
   * several kinds of failures the first one, and how many more there are; of the rest, all.
   */
  default String bareToken() {
    return token();
  }

  /** What a token holds; empty if it is not one that this program made. */
  static Optional<Shareable> ofToken(String token) {
    return Tokens.read(token);
  }

  /**
   * A question that is answered anew: codes in canonical form, or a few words to search for.
   *
   * @param question at most {@value #MAX_QUESTION} characters, addresses masked
   */
  record Asked(String question) implements Shareable {

    static final int MAX_QUESTION = 80;

    /** That question if it is short enough to be one; longer words are a text of somebody's own. */
    static @Nullable Asked of(String question) {
      String line = Quotation.line(question);
      return line.isEmpty() || line.length() > MAX_QUESTION ? null : new Asked(line);
    }

    @Override
    public String token() {
      return Tokens.write(this);
    }
  }

  /**
   * An error that a program wrote, which may have come from anything: what it means is told with
   * the condition that it came from sending mail.
   *
   * @param form how it is written: the first of the {@linkplain
   *     io.github.smtpbot.catalog.KnownError#forms forms} that the catalog has
   */
  record Quoted(String form) implements Shareable {

    @Override
    public String token() {
      return Tokens.write(this);
    }
  }

  /**
   * The most important finding of a diagnosis, as it was made. What the catalog knows is referred
   * to, and resolved when it is shown; what this build's catalog does not know any more is left
   * out.
   *
   * @param replyCode the reply code as written, or null
   * @param enhanced the enhanced status code as written, or null
   * @param cause what went wrong
   * @param provider the id of who answered, or of the house where no more is known; or empty
   * @param rule the {@link CatalogKey} of what that provider says of this reply, or empty
   * @param permanent whether delivery was given up for good; null if the text does not tell
   * @param ofMessage whether the text tells what became of a message, so that it is not the codes
   *     that tell it
   * @param certainty 0 to 99, in percent: how sure the cause is
   * @param inProgram whether a program tells of it, which has no queue that tries again
   * @param retryAfter how long the server asks to wait, in whole seconds; null if it does not say
   * @param phase the command or phase that was answered, or null
   * @param contradictions where the reply contradicts itself
   * @param signs what in the words led to the cause, the strongest first, at most four
   * @param words the reply, addresses masked: at most {@link Quotation#MAX} characters; may be
   *     empty
   */
  record Found(
      @Nullable ReplyCode replyCode,
      @Nullable EnhancedStatusCode enhanced,
      Cause cause,
      String provider,
      String rule,
      @Nullable Boolean permanent,
      boolean ofMessage,
      int certainty,
      boolean inProgram,
      @Nullable Duration retryAfter,
      @Nullable Command phase,
      Set<Contradiction> contradictions,
      List<Sign> signs,
      String words)
      implements Shareable {

    /** What others may see of a finding; without words if all there are may be somebody's own. */
    public static Found of(Finding finding) {
      return PublicFinding.found(finding);
    }

    /** The same with these words, of any content: they are masked and cut. */
    public Found withWords(String others) {
      return with(signs, Quotation.of(others));
    }

    /** The same without its words and without what in them led to the cause. */
    Found labels() {
      return with(List.of(), "");
    }

    /** The same, whoever answered: what is told of it is what holds for everybody. */
    public Found ofAnybody() {
      return new Found(
          replyCode,
          enhanced,
          cause,
          "",
          "",
          permanent,
          ofMessage,
          certainty,
          inProgram,
          retryAfter,
          phase,
          contradictions,
          signs,
          words);
    }

    private Found with(List<Sign> otherSigns, String otherWords) {
      return new Found(
          replyCode,
          enhanced,
          cause,
          provider,
          rule,
          permanent,
          ofMessage,
          certainty,
          inProgram,
          retryAfter,
          phase,
          contradictions,
          otherSigns,
          otherWords);
    }

    @Override
    public String token() {
      return Tokens.write(this);
    }

    @Override
    public String bareToken() {
      return Tokens.write(withWords(""));
    }
  }

  /**
   * The kinds of failures that a text tells of, counted, without any word of it.
   *
   * @param groups at most {@value #MAX_GROUPS}, the one to start with first
   * @param rest how many replies of further kinds there are
   * @param restKinds of how many kinds those are
   * @param delivered how many deliveries went well beside them
   */
  record Groups(List<Group> groups, int rest, int restKinds, int delivered) implements Shareable {

    static final int MAX_GROUPS = 10;

    /** How many replies of all kinds there are. */
    public int replies() {
      return groups.stream().mapToInt(Group::count).sum() + rest;
    }

    /** How many kinds there are. */
    public int kinds() {
      return groups.size() + restKinds;
    }

    /** Each kind alone, as the same with nothing else; a token of it is a bare one. */
    public List<Groups> each() {
      return groups.stream().map(group -> new Groups(List.of(group), 0, 0, 0)).toList();
    }

    /** The same with these groups in place of those that it holds, or counts as the rest. */
    public Groups with(List<Groups> each) {
      List<Group> all =
          each.stream().flatMap(one -> one.groups().stream()).limit(MAX_GROUPS).toList();
      int told = all.stream().mapToInt(Group::count).sum();
      return all.isEmpty()
          ? this
          : new Groups(
              all, Math.max(0, replies() - told), Math.max(0, kinds() - all.size()), delivered);
    }

    @Override
    public String token() {
      return Tokens.write(this);
    }

    @Override
    public String bareToken() {
      List<Group> first = groups.subList(0, 1);
      return new Groups(first, replies() - first.get(0).count(), kinds() - 1, delivered).token();
    }
  }

  /**
   * Replies that share codes, cause and provider.
   *
   * @param count how many
   * @param found what was found in the first of them, without its words
   */
  record Group(int count, Found found) {}

  /**
   * The summary of a log, which is kept by the program that made it, for a day at the most: it is
   * larger than a token. Nothing in it is private.
   *
   * @param id of no meaning, 32 hexadecimal digits
   */
  record Kept(String id) implements Shareable {

    @Override
    public String token() {
      return Tokens.write(this);
    }
  }

  /**
   * Some of the words that led to a cause.
   *
   * @param kind what they are
   * @param start where they begin in the words
   * @param length how many characters they have
   */
  record Sign(Evidence.Kind kind, int start, int length) {

    /** These characters of the words; empty if the words end before them. */
    String in(String words) {
      return start + length <= words.length() ? words.substring(start, start + length) : "";
    }
  }
}
