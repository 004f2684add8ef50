package io.github.smtpbot.discord;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Clip;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Shareable;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words of a reply that the button <b>Post to channel</b> would post; they are too long for the
 * button's custom id. They are shown in the message itself, in a code block: the asker sees what
 * others would see, Discord hands it back with the click, and nobody has to remember it.
 */
final class Posted {

  private static final String FENCE = "```\n";
  private static final String FENCE_END = "\n```";

  private final @Nullable Part part;
  private final @Nullable Block block;
  private boolean done;

  private Posted(@Nullable Part part, @Nullable Block block) {
    this.part = part;
    this.block = block;
    this.done = block == null;
  }

  static Posted of(Answer answer, Extras extras, Labels labels) {
    if (!extras.offerPost()
        || !(answer.shareable() instanceof Shareable.Found found)
        || found.words().isEmpty()) {
      return new Posted(null, null);
    }
    List<String> lines = List.of(found.words());
    for (Part part : answer.lead()) {
      if (part instanceof Part.Quote quote && quote.lines().equals(lines)) {
        return new Posted(part, Blocks.of(part));
      }
    }
    String heading = Clip.to(labels.label("discord.posted", answer.language()), 100);
    return new Posted(null, Blocks.of(new Part.Quote(heading, lines)));
  }

  /** How many characters are set aside for it. */
  int length() {
    return block == null ? 0 : block.length() + Card.JOINT.length();
  }

  /** Whether that part of the answer is shown by this text. */
  boolean is(Part other) {
    return !done && part == other;
  }

  boolean isDone() {
    return done;
  }

  /** Adds it, in the room that was set aside. */
  void addTo(Card card, Room room) {
    if (block != null && !done) {
      room.giveBackText(length());
      card.add(block.fit(block.length()).markdown(), AnswerRenderer.SHOWN_ID);
      done = true;
    }
  }

  /** Reads the text out of the markdown that shows it; null if it shows none. */
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
