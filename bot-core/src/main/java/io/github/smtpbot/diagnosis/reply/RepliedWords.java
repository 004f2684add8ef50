package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.diagnosis.form.TextLine;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;

/**
 * The words of replies, to be taken out of the lines where they were read: the same words elsewhere
 * are somebody else's, who may say by them that something failed.
 */
final class RepliedWords {

  /** Of one line, more than these are not looked for, so that a line is read in linear time. */
  private static final int MOST_ON_LINE = 20;

  /** On so many lines most texts quote replies. */
  private static final int FEW = 4;

  private final IdentityHashMap<TextLine, List<ReplyBuilder>> byLine;

  private RepliedWords(IdentityHashMap<TextLine, List<ReplyBuilder>> byLine) {
    this.byLine = byLine;
  }

  /** Those of the replies that are meant. */
  static RepliedWords of(List<ReplyBuilder> replies, Predicate<ReplyBuilder> meant) {
    // Each reply holds the very line that it stands on.
    IdentityHashMap<TextLine, List<ReplyBuilder>> byLine = new IdentityHashMap<>(FEW);
    for (ReplyBuilder reply : replies) {
      TextLine line = reply.line;
      if (line != null && !reply.text.isBlank() && meant.test(reply)) {
        byLine.computeIfAbsent(line, key -> new ArrayList<>()).add(reply);
      }
    }
    return new RepliedWords(byLine);
  }

  /** The words of a line without those of its replies. */
  String without(TextLine line) {
    List<ReplyBuilder> replies = byLine.get(line);
    if (replies == null) {
      return line.text();
    }
    StringBuilder words = new StringBuilder(line.text());
    for (ReplyBuilder reply : replies.subList(0, Math.min(MOST_ON_LINE, replies.size()))) {
      int after = line.text().indexOf(reply.text, reply.at);
      int start = after < 0 ? line.text().indexOf(reply.text) : after;
      for (int i = start; start >= 0 && i < start + reply.text.length(); i++) {
        words.setCharAt(i, ' ');
      }
    }
    return words.toString();
  }
}
