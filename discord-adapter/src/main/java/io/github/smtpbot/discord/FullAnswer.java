package io.github.smtpbot.discord;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Tone;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * Renders all that is known for one reader: a card with what matters first, a card of its own for
 * each code compared, then the buttons. Nothing in it mentions anybody, and every limit of {@link
 * DiscordLimits} holds whatever the answer. Safe for use by many threads.
 */
final class FullAnswer {

  private static final int SOURCES = 700;
  private static final int TITLE = 320;

  private FullAnswer() {}

  /** The message that shows an answer. */
  static MessageCreateData of(Answer answer, Label.Speaker words) {
    Room room = new Room();
    List<ActionRow> rows = Buttons.full(answer, words);
    rows.forEach(row -> room.takeComponents(1 + row.getComponents().size()));
    String sources = sources(answer, words);
    String cut = "-# " + Markdown.escape(words.say(Label.CUT), 300);
    // Set aside: the sources and a line above them; the note takes a component when it is written.
    room.takeText(sources.length() + cut.length());
    room.takeComponents(3);

    Frame main = new Frame(room, answer.tone());
    String title = Markdown.escape(answer.title(), TITLE);
    main.add("### " + (title.isEmpty() ? "SMTP" : title));
    List<Frame> cards = new ArrayList<>();
    cards.add(main);
    boolean whole = lead(answer, room, main);
    main.divide();
    whole &= details(answer.details(), room, cards);

    room.giveBackText(sources.length() + cut.length());
    room.giveBackComponents(3);
    if (!whole) {
      main.add(cut);
    }
    main.divide();
    main.add(sources);

    List<MessageTopLevelComponent> components = new ArrayList<>();
    cards.forEach(card -> components.add(card.toContainer()));
    components.addAll(rows);
    return Messages.of(components);
  }

  /** Adds what must be read first; where it is too long for one message, the longest parts give. */
  private static boolean lead(Answer answer, Room room, Frame card) {
    List<Part> parts =
        answer.lead().isEmpty() && !answer.summary().isEmpty()
            ? List.of(new Part.Text("", answer.summary()))
            : answer.lead();
    List<Integer> needs = parts.stream().map(part -> Blocks.of(part).length()).toList();
    // Some more characters each, in case texts have to be joined.
    int share = Room.fairShare(needs, room.text() - Frame.JOINT.length() * parts.size());
    boolean whole = true;
    for (Part part : parts) {
      whole &= add(Blocks.of(part), share, card);
    }
    return whole;
  }

  /** Adds the rest in order, as far as there is room. */
  private static boolean details(List<Part> parts, Room room, List<Frame> cards) {
    boolean whole = true;
    List<Block> sections = new ArrayList<>();
    List<Tone> tones = new ArrayList<>();
    Frame main = cards.get(0);
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part instanceof Part.Section section) {
        sections.add(Blocks.of(section));
        tones.add(section.tone());
        // Codes that stand side by side share the room, so that none is left out.
        if (i + 1 == parts.size() || !(parts.get(i + 1) instanceof Part.Section)) {
          whole &= sections(sections, tones, room, cards);
          sections.clear();
          tones.clear();
        }
      } else {
        whole &= add(Blocks.of(part), room.text() - Frame.JOINT.length(), main);
      }
    }
    return whole;
  }

  private static boolean sections(
      List<Block> sections, List<Tone> tones, Room room, List<Frame> cards) {
    List<Integer> needs = sections.stream().map(Block::length).toList();
    int share = Room.fairShare(needs, room.text() - Frame.JOINT.length() * sections.size());
    boolean whole = true;
    for (int i = 0; i < sections.size(); i++) {
      if (room.components() < 2) {
        whole &= add(sections.get(i), share, cards.get(0));
        continue;
      }
      Block.Fitted fitted = sections.get(i).fit(share);
      whole &= fitted.whole();
      if (!fitted.markdown().isEmpty()) {
        Frame card = new Frame(room, tones.get(i));
        card.add(fitted.markdown());
        cards.add(card);
      }
    }
    return whole;
  }

  private static boolean add(Block block, int max, Frame card) {
    Block.Fitted fitted = block.fit(max);
    card.add(fitted.markdown());
    return fitted.whole();
  }

  private static String sources(Answer answer, Label.Speaker words) {
    String heading = "-# " + Markdown.escape(words.say(Label.SOURCES), 60) + " ";
    String links = Messages.links(answer.sources(), SOURCES - heading.length());
    return links.isEmpty() ? "" : heading + links;
  }
}
