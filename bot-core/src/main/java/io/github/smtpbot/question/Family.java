package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.Severity;

/** A family of codes to browse. */
public sealed interface Family {

  /** The family as people write it: {@code 55x}, {@code x.7.x}, {@code all}. */
  String text();

  /** Whether a code belongs to this family; enhanced status codes are given for any class. */
  boolean contains(Code code);

  /** What the first digit of all its codes says; unknown if they have several. */
  default Severity severity() {
    if (this instanceof ReplyCodes codes) {
      return Severity.ofDigit(codes.prefix() < 10 ? codes.prefix() : codes.prefix() / 10);
    }
    return Severity.ofDigit(this instanceof EnhancedCodes codes ? codes.classDigit() : 0);
  }

  /** Every reply code. */
  record All() implements Family {
    @Override
    public String text() {
      return "all";
    }

    @Override
    public boolean contains(Code code) {
      return code instanceof ReplyCode;
    }
  }

  /**
   * Reply codes that begin with these digits.
   *
   * @param prefix one or two digits
   */
  record ReplyCodes(int prefix) implements Family {
    @Override
    public String text() {
      return prefix < 10 ? prefix + "xx" : prefix + "x";
    }

    @Override
    public boolean contains(Code code) {
      return code instanceof ReplyCode reply
          && prefix == (prefix < 10 ? reply.value() / 100 : reply.value() / 10);
    }
  }

  /**
   * Enhanced status codes of a subject.
   *
   * @param classDigit 2, 4, 5, or 0 for any class
   * @param subject 0 to 7, or -1 for every subject
   */
  record EnhancedCodes(int classDigit, int subject) implements Family {
    @Override
    public String text() {
      return (classDigit == 0 ? "x" : classDigit) + "." + (subject < 0 ? "x" : subject) + ".x";
    }

    @Override
    public boolean contains(Code code) {
      return code instanceof EnhancedStatusCode enhanced
          && (subject < 0 || enhanced.subject() == subject);
    }
  }
}
