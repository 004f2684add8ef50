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
 * The words of a reply that a card quotes. They are too long for a button's custom id, so they
 * stand in the message itself, in a code block: the reader sees what a button tells of, Discord
 * hands it back with the click, and nobody has to remember it.
 */
final class Shown {

  /** The text display that holds them. */
  static final int ID = 5321;

  private static final int TWO_LINES = 2 * Brief.COLUMNS - 2;
  private static final String FENCE = "```\n";
  private static final String FENCE_END = "\n```";

  private Shown() {}

  /** What a card quotes: all that would be posted, where it can be; else two lines of it. */
  static List<String> words(Answer answer, Extras extras) {
    if (!(answer.shareable() instanceof Shareable.Found found) || found.words().isEmpty()) {
      return answer.brief().quote();
    }
    return List.of(extras.offerPost() ? found.words() : Clip.to(found.words(), TWO_LINES));
  }

  /** What was found, with the words of its reply that the message shows. */
  static Shareable of(Shareable shareable, Message message) {
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
