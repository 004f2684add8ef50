package io.github.smtpbot.discord;

import io.github.smtpbot.Picture;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Brief;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Tone;
import io.github.smtpbot.team.TeamCommands.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.jspecify.annotations.Nullable;

/**
 * Renders what is brief of an answer as a card that fits on the screen of a phone, its buttons in
 * it. Nothing in it mentions anybody, and every limit of {@link DiscordLimits} holds whatever the
 * answer. Safe for use by many threads.
 */
final class Card {

  private static final int TITLE = 320;

  /** All words that may be posted, and the markup around them. */
  private static final int QUOTE = 400;

  private static final int CONTEXT = 300;
  private static final int LINKS = 900;

  /** What is said below the lines of a list. */
  private static final int BELOW = 800;

  private static final String SMALL = "-# ";

  /** Stands for a mention until the text around it is escaped. */
  private static final String MENTION = "\ue000";

  private Card() {}

  /** A message that says these things and nothing else. */
  static MessageCreateData notices(List<String> texts) {
    Room room = new Room();
    Frame card = new Frame(room, Tone.NEUTRAL);
    for (String text : texts) {
      card.add(Blocks.of(new Part.Notice(text)).fit(room.text() - Frame.JOINT.length()).markdown());
    }
    return Messages.of(List.of(card.toContainer()));
  }

  /** A message of the lines of a list, as many as fit, and of what is said below them. */
  static MessageCreateData of(Outcome outcome) {
    Room room = new Room();
    Frame card = new Frame(room, Tone.NEUTRAL);
    List<String> lines = outcome.lines();
    int most = room.text() - BELOW;
    int shown = lines.size();
    while (shown > 0 && block(lines.subList(0, shown), outcome.isVerbatim()).length() > most) {
      shown--;
    }
    card.add(block(lines.subList(0, shown), outcome.isVerbatim()).fit(most).markdown());
    card.add(block(outcome.below(shown).lines().toList(), false).fit(BELOW).markdown());
    return Messages.of(List.of(card.toContainer()));
  }

  private static Block block(List<String> lines, boolean verbatim) {
    return verbatim
        ? new Block(List.of(), lines.stream().flatMap(String::lines).toList())
        : Block.prose(lines.stream().map(line -> new Block.Line("", line)).toList());
  }

  /** The message that shows an answer. */
  static MessageCreateData of(Answer answer, Extras extras, Label.Speaker words) {
    return of(answer, extras, words, null);
  }

  /** The message that shows an answer, and its picture below what it means. */
  static MessageCreateData of(
      Answer answer, Extras extras, Label.Speaker words, @Nullable Picture picture) {
    Brief brief = answer.brief();
    Room room = new Room();
    // A colour alone tells nothing: without a verdict in words there is none.
    Frame card = new Frame(room, brief.verdict() == null ? Tone.NEUTRAL : brief.verdict().tone());
    card.addRows(Buttons.card(answer, extras, words));
    String small = small(brief, extras, words);
    String quote = new Block(List.of(), Shown.words(answer)).fit(QUOTE).markdown();
    // Set aside, so that nothing before them takes their room.
    int last = small.length() + quote.length();
    room.takeText(last);
    room.takeComponents(2);

    String title = Markdown.escape(brief.title(), TITLE);
    card.add("### " + (title.isEmpty() ? "SMTP" : title));
    add(card, room, Briefs.notes(brief));
    add(card, room, Briefs.meaning(brief));
    if (picture != null) {
      card.add(Gallery.of(picture));
    }
    add(card, room, Briefs.rest(brief));

    room.giveBackText(last);
    room.giveBackComponents(2);
    card.add(quote, Shown.ID);
    card.add(small);
    return Messages.of(List.of(card.toContainer()));
  }

  private static void add(Frame card, Room room, List<Block> blocks) {
    for (Block block : blocks) {
      card.add(block.fit(room.text() - Frame.JOINT.length()).markdown());
    }
  }

  /** In small print: who answered, how sure that is, where it is written, who asked. */
  private static String small(Brief brief, Extras extras, Label.Speaker words) {
    List<String> lines = new ArrayList<>();
    lines.add(context(brief));
    extras.note().lines().map(line -> Markdown.escape(line, CONTEXT)).forEach(lines::add);
    lines.add(credit(extras, words));
    return lines.stream()
        .filter(line -> !line.isEmpty())
        .map(line -> SMALL + line)
        .collect(Collectors.joining("\n"));
  }

  private static String context(Brief brief) {
    String told = Markdown.escape(String.join(Brief.JOIN, brief.context()), CONTEXT);
    return Stream.of(told, Messages.links(brief.sources(), LINKS))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(Brief.JOIN));
  }

  private static String credit(Extras extras, Label.Speaker words) {
    if (extras.askedBy() == null) {
      return "";
    }
    // A mention by id cannot be forged by a name, and with no allowed mentions it rings no bell.
    String text = Markdown.escape(words.say(Label.ASKED_BY, MENTION), CONTEXT);
    return text.replace(MENTION, "<@" + extras.askedBy() + ">");
  }
}
