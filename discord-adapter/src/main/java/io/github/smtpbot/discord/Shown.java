package io.github.smtpbot.discord;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Brief;
import io.github.smtpbot.answer.Clip;
import io.github.smtpbot.answer.Shareable;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.Message;
import org.jspecify.annotations.Nullable;

/**
 * What a button tells of that is too long for its custom id, and so stands in the message itself:
 * the beginning of a reply in a code block, the kinds of failures in a menu. The reader sees it,
 * Discord hands it back with the click, and nobody has to remember it.
 */
final class Shown {

  /** The text display that holds them. */
  static final int ID = 5321;

  private static final int ONE_LINE = Brief.COLUMNS - 2;
  private static final String FENCE = "```\n";
  private static final String FENCE_END = "\n```";

  private Shown() {}

  /** What a card quotes, and what is posted of it: so many of its words as the brief has. */
  static List<String> words(Answer answer) {
    List<String> quote = answer.brief().quote();
    if (!(answer.shareable() instanceof Shareable.Found found) || found.words().isEmpty()) {
      return quote;
    }
    int room = Math.max(ONE_LINE, quote.stream().mapToInt(String::length).sum());
    return List.of(Clip.to(found.words(), room));
  }

  /** What was found, with what the message shows of it. */
  static Shareable of(Shareable shareable, Message message) {
    if (shareable instanceof Shareable.Groups groups) {
      return groups.with(Kinds.in(message));
    }
    if (!(shareable instanceof Shareable.Found found)) {
      return shareable;
    }
    String words = in(message);
    return words == null ? found : found.withWords(words);
  }

  private static @Nullable String in(Message message) {
    return message
        .getComponentTree()
        .find(TextDisplay.class, text -> text.getUniqueId() == ID)
        .map(text -> read(text.getContent()))
        .orElse(null);
  }

  /** Reads the words out of the markdown that shows them; null if it shows none. */
  static @Nullable String read(String markdown) {
    int start = markdown.indexOf(FENCE);
    int end = markdown.lastIndexOf(FENCE_END);
    if (start < 0 || end < start + FENCE.length()) {
      return null;
    }
    return markdown
        .substring(start + FENCE.length(), end)
        .lines()
        .map(Markdown::outOfCodeBlock)
        .collect(Collectors.joining("\n"));
  }
}
