package io.github.smtpbot.catalog;

import org.jspecify.annotations.Nullable;

/**
 * An enhanced status code: class, subject and detail (RFC 3463 section 2), such as {@code 5.7.1}.
 *
 * @param classDigit 2, 4 or 5; 0 for a code of any class, written {@code x.7.1}
 * @param subject 0 to 999
 * @param detail 0 to 9999: RFC 3463 allows three digits, a few providers print four
 */
public record EnhancedStatusCode(int classDigit, int subject, int detail)
    implements Code, Comparable<EnhancedStatusCode> {

  /** Checks the bounds. */
  public EnhancedStatusCode {
    boolean knownClass = classDigit == 0 || classDigit == 2 || classDigit == 4 || classDigit == 5;
    if (!knownClass || subject < 0 || subject > 999 || detail < 0 || detail > 9999) {
      throw new IllegalArgumentException(
          "not an enhanced status code: " + classDigit + "." + subject + "." + detail);
    }
  }

  /** This code for any class: the key under which the catalog holds it. */
  public EnhancedStatusCode ofAnyClass() {
    return ofClass(0);
  }

  /** This code with another class; 0 stands for any. */
  public EnhancedStatusCode ofClass(int otherClass) {
    return new EnhancedStatusCode(otherClass, subject, detail);
  }

  @Override
  public String text() {
    return (classDigit == 0 ? "x" : Integer.toString(classDigit)) + "." + subject + "." + detail;
  }

  @Override
  public Severity severity() {
    return Severity.ofDigit(classDigit);
  }

  @Override
  public int compareTo(EnhancedStatusCode other) {
    int bySubject = Integer.compare(subject, other.subject);
    int byDetail = bySubject != 0 ? bySubject : Integer.compare(detail, other.detail);
    return byDetail != 0 ? byDetail : Integer.compare(classDigit, other.classDigit);
  }

  // Written out: a record's own methods are linked at the first call, which the terminal's start
  // would wait for.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EnhancedStatusCode code
        && code.classDigit == classDigit
        && code.subject == subject
        && code.detail == detail;
  }

  @Override
  public int hashCode() {
    return (classDigit * 1000 + subject) * 10_000 + detail;
  }

  @Override
  public String toString() {
    return text();
  }
}
