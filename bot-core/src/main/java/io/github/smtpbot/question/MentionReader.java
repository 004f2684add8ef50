package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.Cues;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.KnownError;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.Severity;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what the pieces of a question mention. One for each text. */
final class MentionReader {

  private final Catalog catalog;
  private final Map<String, Question.Subject> subjects = new LinkedHashMap<>();
  private final Set<Family> families = new LinkedHashSet<>();
  private final Set<String> strangers = new LinkedHashSet<>();
  private final Set<Command> commands = new LinkedHashSet<>();
  private final Set<String> providers = new LinkedHashSet<>();
  private final Set<Mentions.Token> tokens = new LinkedHashSet<>();
  private final Set<Cause> causes = new LinkedHashSet<>();
  private final Set<String> situations = new LinkedHashSet<>();
  private final Set<KnownError> errors = new LinkedHashSet<>();
  private final Set<Cues.Listed> listed = new LinkedHashSet<>();
  private @Nullable Locale language;
  private boolean after;
  private boolean verb;
  private boolean noun;
  private boolean compares;

  private MentionReader(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * What the pieces mention.
   *
   * @param quotes whether they are a server's: then a language is asked for at either end alone
   */
  static Mentions read(List<Piece> pieces, boolean quotes, Catalog catalog) {
    MentionReader reader = new MentionReader(catalog);
    ReplyCode pending = null;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      Code code = piece.code();
      int next = quotes ? -1 : ReplyForms.second(pieces, i);
      if (pending == null && next > 0) {
        reader.add(ReplyForms.reply(pieces.get(i), pieces.get(next)));
        i = next;
        continue;
      }
      if (pending != null && code instanceof EnhancedStatusCode enhanced) {
        reader.add(new Question.Reply(pending, enhanced));
        pending = null;
        continue;
      }
      if (pending != null) {
        reader.add(new Question.OneCode(pending));
        pending = null;
      }
      if (code instanceof ReplyCode reply) {
        pending = reply;
      } else if (code != null) {
        reader.add(new Question.OneCode(code));
      } else {
        boolean edge = i == 0 || i == pieces.size() - 1;
        reader.language(piece, edge);
        boolean language = !quotes || isAtEnd(pieces, i);
        piece.terms().stream()
            .filter(term -> language || !(term instanceof Term.ALanguage))
            .forEach(term -> reader.take(term, piece));
      }
    }
    if (pending != null) {
      reader.add(new Question.OneCode(pending));
    }
    return reader.mentions();
  }

  /** Whether only words that say nothing part a piece from the beginning or the end. */
  private static boolean isAtEnd(List<Piece> pieces, int at) {
    return saysNothing(pieces.subList(0, at)) || saysNothing(pieces.subList(at + 1, pieces.size()));
  }

  private static boolean saysNothing(List<Piece> pieces) {
    return pieces.stream()
        .allMatch(
            piece ->
                piece.text().equals(",")
                    || piece.is(Cues.Part.PASSED_OVER)
                    || piece.is(Cues.Part.DURING)
                    || piece.is(Cues.Part.GREETS));
  }

  /** Each subject counts once. */
  private void add(Question.Subject subject) {
    subjects.putIfAbsent(subject.text(), subject);
  }

  /** At either end of a text the tag of a language asks for it: {@code th 252 501}. */
  private void language(Piece piece, boolean edge) {
    if (!edge) {
      return;
    }
    for (Locale spoken : catalog.languages()) {
      if (spoken.toLanguageTag().equalsIgnoreCase(piece.text())) {
        language = spoken;
      }
    }
  }

  private void take(Term term, Piece piece) {
    if (term instanceof Term.AFamily family) {
      families.add(family.family());
    } else if (term instanceof Term.NotACode code) {
      strangers.add(code.written());
    } else if (term instanceof Term.ACommand command) {
      commands.add(command.command());
    } else if (term instanceof Term.AProvider provider) {
      providers.add(provider.id());
    } else if (term instanceof Term.AToken token) {
      providers.add(token.provider());
      tokens.add(token.typed(piece.text()));
    } else if (term instanceof Term.ACause cause) {
      causes.add(cause.cause());
    } else if (term instanceof Term.ASituation situation) {
      situations.add(situation.key());
    } else if (term instanceof Term.AnError error) {
      addError(error.error());
    } else if (term instanceof Term.ALanguage named) {
      if (catalog.languages().contains(named.language())) {
        language = named.language();
      }
    } else if (term instanceof Term.AList list) {
      listed.add(list.listed());
    } else if (term instanceof Term.APart part) {
      after |= part.part() == Cues.Part.AFTER;
      compares |= part.part() == Cues.Part.JOINS && !piece.text().equals(",");
      verb |= part.part() == Cues.Part.ADDRESS_VERBS;
      noun |= part.part() == Cues.Part.ADDRESS_NOUNS;
    }
  }

  private void addError(KnownError error) {
    errors.add(error);
    causes.add(error.cause());
    if (error.provider() != null) {
      providers.add(error.provider());
    }
  }

  /**
   * Without an enhanced status code that a reply beside it has, {@code #5.1.1 smtp;550 5.1.1},
   * unless the two are set against each other.
   */
  private List<Question.Subject> eachOnce() {
    if (compares) {
      return List.copyOf(subjects.values());
    }
    Set<Code> replied = new HashSet<>();
    for (Question.Subject subject : subjects.values()) {
      if (subject instanceof Question.Reply reply) {
        replied.add(reply.enhanced());
      }
    }
    return subjects.values().stream()
        .filter(
            subject -> !(subject instanceof Question.OneCode one && replied.contains(one.code())))
        .toList();
  }

  private Mentions mentions() {
    return new Mentions(
        eachOnce(),
        List.copyOf(families),
        List.copyOf(strangers),
        commands.stream().map(this::phase).distinct().toList(),
        List.copyOf(providers),
        List.copyOf(tokens),
        List.copyOf(causes),
        List.copyOf(situations),
        errors.stream().sorted(Comparator.comparing(KnownError::vague)).toList(),
        List.copyOf(listed),
        verb && noun,
        language);
  }

  /**
   * After DATA the message itself was answered; only "go on" is what the command is answered with.
   */
  private Command phase(Command command) {
    boolean goOn =
        subjects.values().stream()
            .anyMatch(
                subject ->
                    subject instanceof Question.OneCode one
                        && one.code().severity() == Severity.INTERMEDIATE);
    return command == Command.DATA && after && !goOn ? Command.END_OF_DATA : command;
  }
}
