package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a person typed into a {@link Question}. Never fails: what it does not understand is
 * {@link Question.FreeText}. Safe for use by many threads.
 */
public final class QuestionParser {

  /** How many codes one comparison holds. */
  public static final int MAX_COMPARED = 5;

  private final UnknownCodes unknownCodes;

  /** A parser that knows the codes of this catalog. */
  public QuestionParser(Catalog catalog) {
    this.unknownCodes = new UnknownCodes(catalog);
  }

  /**
   * Understands a text.
   *
   * @param text of any content
   * @param limit the length beyond which a text is not read at all
   */
  public Question parse(String text, int limit) {
    if (text.length() > limit) {
      return new Question.TooLong(text.length(), limit);
    }
    // Only so much is looked at as is needed to see that this is no question of codes.
    String clean =
        Typed.clean(
            text.length() > 4 * Typed.MAX_LENGTH ? text.substring(0, 4 * Typed.MAX_LENGTH) : text);
    if (clean.length() > Typed.MAX_LENGTH) {
      return new Question.FreeText(text);
    }
    if (!Typed.saysSomething(clean)) {
      return new Question.Help();
    }
    Question question = ofCodes(Typed.words(clean));
    return question != null ? question : new Question.FreeText(text);
  }

  private @Nullable Question ofCodes(List<String> words) {
    Question http = unknownCodes.asHttp(words);
    if (http != null) {
      return http;
    }
    List<Word> read = words.stream().map(Word::of).collect(Collectors.toList());
    boolean phase =
        read.stream().anyMatch(Word.ACode.class::isInstance)
            && (read.contains(Word.Role.AFTER) || read.contains(Word.Role.DURING));
    for (int i = 0; i < words.size(); i++) {
      if (isMailFrom(words, i)) {
        read.set(i, new Word.ACommand(Command.MAIL));
      }
      if (phase && read.get(i) instanceof Word.Other) {
        read.set(i, Word.commandIn(words.get(i)));
      }
      if (read.get(i) instanceof Word.Other) {
        return null;
      }
    }
    return new Sentence(read, unknownCodes).question();
  }

  /** The command whose name is an everyday word until the next word is read. */
  private static boolean isMailFrom(List<String> words, int i) {
    return words.get(i).equalsIgnoreCase("mail")
        && i + 1 < words.size()
        && words.get(i + 1).equalsIgnoreCase("from");
  }

  /** Puts the understood words of a question together. */
  private static final class Sentence {

    private final Map<String, Question.Subject> subjects = new LinkedHashMap<>();
    private final Set<Family> families = new LinkedHashSet<>();
    private final List<Command> commands = new ArrayList<>();
    private final UnknownCodes unknownCodes;
    private final List<String> notCodes = new ArrayList<>();
    private boolean list;
    private boolean after;

    Sentence(List<Word> words, UnknownCodes unknownCodes) {
      this.unknownCodes = unknownCodes;
      ReplyCode pending = null;
      for (Word word : words) {
        if (pending != null
            && word instanceof Word.ACode code
            && code.code() instanceof EnhancedStatusCode enhanced) {
          add(new Question.Reply(pending, enhanced));
          pending = null;
          continue;
        }
        if (pending != null) {
          add(new Question.OneCode(pending));
          pending = null;
        }
        if (word instanceof Word.ACode code) {
          if (code.code() instanceof ReplyCode reply) {
            pending = reply;
          } else {
            add(new Question.OneCode(code.code()));
          }
        } else {
          take(word);
        }
      }
      if (pending != null) {
        add(new Question.OneCode(pending));
      }
    }

    /** Each subject counts once. */
    private void add(Question.Subject subject) {
      subjects.putIfAbsent(subject.text(), subject);
    }

    private void take(Word word) {
      if (word instanceof Word.AFamily family) {
        families.add(family.family());
      } else if (word instanceof Word.ACommand command) {
        commands.add(command.command());
      } else if (word instanceof Word.NotACode code) {
        notCodes.add(code.written());
      } else if (word == Word.Role.LIST) {
        list = true;
      } else if (word == Word.Role.AFTER) {
        after = true;
      }
    }

    Question question() {
      if (!notCodes.isEmpty()) {
        return unknownCodes.malformed(notCodes.get(0));
      }
      Question.NoSuchCode unknown = unknownCodes.firstIn(subjects.values());
      if (unknown != null) {
        return unknown;
      }
      if (!families.isEmpty()) {
        return subjects.isEmpty() ? ofFamilies() : ofSubjects();
      }
      if (commands.size() == 1 && subjects.size() <= 1) {
        return ofCommand(commands.get(0));
      }
      if (!subjects.isEmpty()) {
        return ofSubjects();
      }
      // "Why did my mail bounce?" and "hello" name nothing: then we say what to ask, and to paste.
      return list ? new Question.Browse(new Family.All()) : new Question.Help();
    }

    private Question ofCommand(Command command) {
      boolean end = command == Command.DATA && after;
      if (subjects.isEmpty()) {
        return new Question.CommandReplies(end ? Command.END_OF_DATA : command);
      }
      if (subjects.values().iterator().next() instanceof Question.OneCode one
          && one.code() instanceof ReplyCode code) {
        // "Go on" is what the command itself is answered with.
        boolean goOn = code.severity() == Severity.INTERMEDIATE;
        return new Question.InPhase(code, end && !goOn ? Command.END_OF_DATA : command);
      }
      return ofSubjects();
    }

    private Question ofFamilies() {
      List<Family> all = List.copyOf(families);
      return all.size() == 1 || list || all.size() > MAX_COMPARED
          ? new Question.Browse(all.get(0))
          : new Question.CompareFamilies(all);
    }

    private Question ofSubjects() {
      List<Question.Subject> all = List.copyOf(subjects.values());
      if (all.size() == 1) {
        return new Question.Explain(all.get(0));
      }
      return all.size() > MAX_COMPARED ? new Question.TooManyCodes(all) : new Question.Compare(all);
    }
  }
}
