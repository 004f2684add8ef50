package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.Cues;
import io.github.smtpbot.catalog.KnownError;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a text names, each once, in the order it is named. It holds none of the text's other words,
 * so it may be cached.
 *
 * @param subjects codes and replies
 * @param families families of codes
 * @param strangers what looks like a code but is none of SMTP's, as written: {@code 404}
 * @param commands commands and phases of the session
 * @param providers ids of providers and mail servers
 * @param tokens tokens that one provider prints, {@code TSS04}
 * @param causes causes, called by their words
 * @param situations situations that a server has a code of its own for, by their keys
 * @param errors errors of the network, of libraries and mail programs
 * @param listed what may be listed: providers, causes, commands, ports
 * @param address whether it is about an address on a list, and whether that stays
 * @param language the language that the answer is asked for in, or that the question is in if its
 *     script tells; null if neither
 */
public record Mentions(
    List<Question.Subject> subjects,
    List<Family> families,
    List<String> strangers,
    List<Command> commands,
    List<String> providers,
    List<Token> tokens,
    List<Cause> causes,
    List<String> situations,
    List<KnownError> errors,
    List<Cues.Listed> listed,
    boolean address,
    @Nullable Locale language) {

  /** Nothing at all. */
  public static final Mentions NONE = of(List.of(), List.of());

  /**
   * A token that one provider prints.
   *
   * @param provider its id
   * @param text the token
   */
  public record Token(String provider, String text) {}

  /** Whether the text names something that can be told about; a language is not. */
  public boolean isEmpty() {
    return subjects.isEmpty()
        && families.isEmpty()
        && strangers.isEmpty()
        && commands.isEmpty()
        && providers.isEmpty()
        && causes.isEmpty()
        && errors.isEmpty();
  }

  /** These mentions with other codes and replies, and other providers. */
  public Mentions with(List<Question.Subject> otherSubjects, List<String> otherProviders) {
    return with(otherSubjects, strangers, commands, otherProviders, causes);
  }

  /** These mentions with other codes and replies, and what is none of SMTP's told from them. */
  Mentions withStrangers(List<Question.Subject> otherSubjects, List<String> otherStrangers) {
    return with(otherSubjects, otherStrangers, commands, providers, causes);
  }

  /**
   * These mentions with what was found out by other means in place of what they name of its kind.
   */
  Mentions withFound(Mentions found) {
    return with(
        found.subjects.isEmpty() ? subjects : found.subjects,
        strangers,
        found.commands.isEmpty() ? commands : found.commands,
        found.providers.isEmpty() ? providers : found.providers,
        found.causes.isEmpty() ? causes : found.causes);
  }

  /** These mentions, and the language that the answer is wanted in. */
  Mentions in(Locale wanted) {
    return with(subjects, families, strangers, commands, providers, causes, wanted);
  }

  private Mentions with(
      List<Question.Subject> otherSubjects,
      List<String> otherStrangers,
      List<Command> otherCommands,
      List<String> otherProviders,
      List<Cause> otherCauses) {
    return with(
        otherSubjects,
        families,
        otherStrangers,
        otherCommands,
        otherProviders,
        otherCauses,
        language);
  }

  private Mentions with(
      List<Question.Subject> otherSubjects,
      List<Family> otherFamilies,
      List<String> otherStrangers,
      List<Command> otherCommands,
      List<String> otherProviders,
      List<Cause> otherCauses,
      @Nullable Locale otherLanguage) {
    return new Mentions(
        otherSubjects,
        otherFamilies,
        otherStrangers,
        otherCommands,
        otherProviders,
        tokens,
        otherCauses,
        situations,
        errors,
        listed,
        address,
        otherLanguage);
  }

  /** The same, of this cause. */
  Mentions because(Cause cause) {
    return with(subjects, strangers, commands, providers, List.of(cause));
  }

  /** These mentions with these families in place of theirs. */
  Mentions ofFamilies(List<Family> asked) {
    return with(subjects, asked, strangers, commands, providers, causes, language);
  }

  /** This error, its cause and nothing else. */
  static Mentions of(KnownError error) {
    return new Mentions(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        error.provider() == null ? List.of() : List.of(error.provider()),
        List.of(),
        List.of(error.cause()),
        List.of(),
        List.of(error),
        List.of(),
        false,
        null);
  }

  /** These providers, causes and nothing else. */
  public static Mentions of(List<String> providers, List<Cause> causes) {
    return of(List.of(), List.of(), providers, causes);
  }

  /** These, and nothing else. */
  public static Mentions of(
      List<Question.Subject> subjects,
      List<Command> commands,
      List<String> providers,
      List<Cause> causes) {
    return new Mentions(
        subjects, List.of(), List.of(), commands, providers, List.of(), causes, List.of(),
        List.of(), List.of(), false, null);
  }
}
