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
 * @param causes causes, called by their words
 * @param situations situations that a server has a code of its own for, by their keys
 * @param errors errors of the network, of libraries and mail programs
 * @param listed what may be listed: providers, causes, commands
 * @param language the language that the answer is asked for in; null if the text asks for none
 */
public record Mentions(
    List<Question.Subject> subjects,
    List<Family> families,
    List<String> strangers,
    List<Command> commands,
    List<String> providers,
    List<Cause> causes,
    List<String> situations,
    List<KnownError> errors,
    List<Cues.Listed> listed,
    @Nullable Locale language) {

  /** Nothing at all. */
  public static final Mentions NONE = of(List.of(), List.of());

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
    return new Mentions(
        otherSubjects,
        families,
        strangers,
        commands,
        otherProviders,
        causes,
        situations,
        errors,
        listed,
        language);
  }

  /** This error, its cause and nothing else. */
  static Mentions of(KnownError error) {
    return new Mentions(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        error.provider() == null ? List.of() : List.of(error.provider()),
        List.of(error.cause()),
        List.of(),
        List.of(error),
        List.of(),
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
        subjects, List.of(), List.of(), commands, providers, causes, List.of(), List.of(),
        List.of(), null);
  }
}
