package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.ReplyCode;
import java.util.List;
import java.util.stream.Collectors;

/** What a person asked. Equal questions have equal answers in the same language. */
public sealed interface Question {

  /**
   * The shortest text that asks this; parsing it gives an equal question, or for {@link NoSuchCode}
   * one about the same code, and help for {@link TooLong}.
   */
  String canonical();

  /** Something that can be explained or compared: a code, or a reply that has two. */
  sealed interface Subject {
    /** The text that names it. */
    String text();
  }

  /** A reply code or an enhanced status code. */
  record OneCode(Code code) implements Subject {
    @Override
    public String text() {
      return code.text();
    }
  }

  /** A reply code together with an enhanced status code: {@code 550 5.7.1}. */
  record Reply(ReplyCode replyCode, EnhancedStatusCode enhanced) implements Subject {
    @Override
    public String text() {
      return replyCode.text() + " " + enhanced.text();
    }
  }

  /** What does this code, or this reply, mean? */
  record Explain(Subject subject) implements Question {
    @Override
    public String canonical() {
      return subject.text();
    }
  }

  /**
   * How do these differ?
   *
   * @param subjects two to five, each once
   */
  record Compare(List<Subject> subjects) implements Question {
    @Override
    public String canonical() {
      return subjects.stream().map(Subject::text).collect(Collectors.joining(" vs "));
    }
  }

  /** Which codes of this family are there? */
  record Browse(Family family) implements Question {
    @Override
    public String canonical() {
      return "list " + family.text();
    }
  }

  /**
   * How do these families differ?
   *
   * @param families two to five, each once
   */
  record CompareFamilies(List<Family> families) implements Question {
    @Override
    public String canonical() {
      return families.stream().map(Family::text).collect(Collectors.joining(" vs "));
    }
  }

  /** What may this command be answered with? */
  record CommandReplies(Command command) implements Question {
    @Override
    public String canonical() {
      return command == Command.END_OF_DATA ? "end of DATA" : command.name();
    }
  }

  /** What does this code mean in answer to this command? */
  record InPhase(ReplyCode code, Command command) implements Question {
    @Override
    public String canonical() {
      return switch (command) {
        case DATA -> code.text() + " to DATA";
        case END_OF_DATA -> code.text() + " after DATA";
        default -> code.text() + " after " + command.name();
      };
    }
  }

  /** What can I ask? */
  record Help() implements Question {
    @Override
    public String canonical() {
      return "help";
    }
  }

  /**
   * A code that no mail server means what it says with.
   *
   * @param written the code as written
   * @param why what is wrong with it
   * @param nearest codes of the catalog that may have been meant, at most five
   */
  record NoSuchCode(String written, Why why, List<Code> nearest) implements Question {

    /** What is wrong with a code. */
    public enum Why {
      /** It belongs to HTTP: {@code 404}. */
      HTTP,
      /** Its first digit is none of SMTP's: {@code 999}. */
      OUT_OF_RANGE,
      /** It is well formed but nobody has assigned it: {@code 299}, {@code 5.99.1}. */
      UNASSIGNED,
      /** It looks like a code but is none: {@code 2.7.x9}. */
      MALFORMED
    }

    @Override
    public String canonical() {
      return written;
    }
  }

  /** More codes were named than one comparison holds. */
  record TooManyCodes(List<Subject> subjects) implements Question {
    @Override
    public String canonical() {
      return subjects.stream().map(Subject::text).collect(Collectors.joining(" vs "));
    }
  }

  /** There is no code: what is mentioned, a cause, a provider, a list, is what is answered. */
  record OfMentions() implements Question {
    @Override
    public String canonical() {
      return "";
    }
  }

  /** The text is longer than we read. */
  record TooLong(int length, int limit) implements Question {
    @Override
    public String canonical() {
      return "";
    }
  }

  /**
   * Anything else: a pasted text that may hold a reply, or words to search for. It may be private.
   */
  record FreeText(String text) implements Question {
    @Override
    public String canonical() {
      return text;
    }
  }
}
