package io.github.smtpbot.discord;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Clip;
import io.github.smtpbot.answer.Part;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text that the button <b>Post to channel</b> would post the answer to, where it is too long
 * for the button's custom id. It is shown in the message itself, in a code block: the asker sees
 * what others would see, Discord hands it back with the click, and nobody has to remember it.
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
    if (!isNeeded(answer, extras)) {
      return new Posted(null, null);
    }
    List<String> lines = answer.shareable().lines().toList();
    for (Part part : answer.lead()) {
      if (part instanceof Part.Quote quote && holds(answer.shareable(), quote)) {
        return new Posted(part, Blocks.of(new Part.Quote(quote.heading(), lines)));
      }
    }
    String heading = Clip.to(labels.label("discord.posted", answer.language()), 100);
    return new Posted(null, Blocks.of(new Part.Quote(heading, lines)));
  }

  /**
   * Whether a quotation, which may have been cut, says nothing that the shareable text does not.
   */
  private static boolean holds(String shareable, Part.Quote quote) {
    return quote.lines().stream()
        .map(line -> line.endsWith("…") ? line.substring(0, line.length() - 1) : line)
        .allMatch(shareable::contains);
  }

  /** Whether the answer may be posted, but its text does not fit a custom id. */
  static boolean isNeeded(Answer answer, Extras extras) {
    return extras.offerPost()
        && answer.isShareable()
        && new Action.Post(answer.shareable()).customId().length() > DiscordLimits.CUSTOM_ID;
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
