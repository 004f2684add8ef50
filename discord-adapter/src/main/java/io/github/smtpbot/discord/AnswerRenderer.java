package io.github.smtpbot.discord;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Tone;
import io.github.smtpbot.catalog.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.jspecify.annotations.Nullable;

/**
 * Renders answers as Discord messages: one card with what matters first, a card of its own for each
 * code compared, then the buttons. Nothing in it mentions anybody, and every limit of {@link
 * DiscordLimits} holds whatever the answer. Safe for use by many threads.
 */
final class AnswerRenderer {

  /** The text display that {@link Action.Post} reads. */
  static final int SHOWN_ID = 5321;

  private static final int SOURCES = 700;
  private static final int TITLE = 320;

  private final Labels labels;

  AnswerRenderer(Labels labels) {
    this.labels = labels;
  }

  /** A message that says one thing only, such as that a file is too large. */
  MessageCreateData notice(String key, Locale locale, Object... values) {
    Card card = new Card(new Room(), Tone.NEUTRAL);
    card.add(
        Blocks.of(new Part.Notice(labels.label(key, locale, values)))
            .fit(DiscordLimits.TEXT)
            .markdown());
    return message(List.of(card.toContainer()));
  }

  /** The message that shows an answer. */
  MessageCreateData render(Answer answer, Extras extras) {
    Room room = new Room();
    List<ActionRow> rows = new Buttons(labels).rows(answer, extras);
    rows.forEach(row -> room.takeComponents(1 + row.getComponents().size()));
    String sources = sources(answer);
    String credit = credit(answer.language(), extras);
    String cut = "-# " + Markdown.escape(labels.label("discord.cut", answer.language()), 300);
    // Set aside: two texts and a line above them; the note takes a component when it is written.
    room.takeText(sources.length() + credit.length() + cut.length());
    room.takeComponents(4);

    Posted posted = Posted.of(answer, extras, labels);
    room.takeText(posted.length());

    Card main = new Card(room, answer.tone());
    String title = Markdown.escape(answer.title(), TITLE);
    main.add("### " + (title.isEmpty() ? "SMTP" : title));
    List<Card> cards = new ArrayList<>();
    cards.add(main);
    boolean whole = lead(answer, posted, room, main);
    main.divide();
    whole &= details(answer.details(), posted, room, cards);
    if (!posted.isDone()) {
      posted.addTo(main, room);
    }

    room.giveBackText(sources.length() + credit.length() + cut.length());
    room.giveBackComponents(4);
    if (!whole) {
      main.add(cut);
    }
    main.divide();
    main.add(sources);
    main.add(credit);

    List<MessageTopLevelComponent> components = new ArrayList<>();
    cards.forEach(card -> components.add(card.toContainer()));
    components.addAll(rows);
    return message(components);
  }

  /** Adds what must be read first; where it is too long for one message, the longest parts give. */
  private static boolean lead(Answer answer, Posted posted, Room room, Card card) {
    List<Part> parts =
        answer.lead().isEmpty() && !answer.summary().isEmpty()
            ? List.of(new Part.Text("", answer.summary()))
            : answer.lead();
    List<Part> others = parts.stream().filter(part -> !posted.is(part)).toList();
    List<Integer> needs = others.stream().map(part -> Blocks.of(part).length()).toList();
    // Some more characters each, in case texts have to be joined.
    int share = Room.fairShare(needs, room.text() - Card.JOINT.length() * parts.size());
    boolean whole = true;
    for (Part part : parts) {
      if (posted.is(part)) {
        posted.addTo(card, room);
      } else {
        whole &= add(Blocks.of(part), share, card);
      }
    }
    return whole;
  }

  /** Adds the rest in order, as far as there is room. */
  private static boolean details(List<Part> parts, Posted posted, Room room, List<Card> cards) {
    boolean whole = true;
    List<Block> sections = new ArrayList<>();
    List<Tone> tones = new ArrayList<>();
    Card main = cards.get(0);
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (posted.is(part)) {
        posted.addTo(main, room);
      } else if (part instanceof Part.Section section) {
        sections.add(Blocks.of(section));
        tones.add(section.tone());
        // Codes that stand side by side share the room, so that none is left out.
        if (i + 1 == parts.size() || !(parts.get(i + 1) instanceof Part.Section)) {
          whole &= sections(sections, tones, room, cards);
          sections.clear();
          tones.clear();
        }
      } else {
        whole &= add(Blocks.of(part), room.text() - Card.JOINT.length(), main);
      }
    }
    return whole;
  }

  private static boolean sections(
      List<Block> sections, List<Tone> tones, Room room, List<Card> cards) {
    List<Integer> needs = sections.stream().map(Block::length).toList();
    int share = Room.fairShare(needs, room.text() - Card.JOINT.length() * sections.size());
    boolean whole = true;
    for (int i = 0; i < sections.size(); i++) {
      if (room.components() < 2) {
        whole &= add(sections.get(i), share, cards.get(0));
        continue;
      }
      Block.Fitted fitted = sections.get(i).fit(share);
      whole &= fitted.whole();
      if (!fitted.markdown().isEmpty()) {
        Card card = new Card(room, tones.get(i));
        card.add(fitted.markdown());
        cards.add(card);
      }
    }
    return whole;
  }

  private static boolean add(Block block, int max, Card card) {
    Block.Fitted fitted = block.fit(max);
    card.add(fitted.markdown());
    return fitted.whole();
  }

  private String sources(Answer answer) {
    StringBuilder out = new StringBuilder();
    for (Source source : answer.sources()) {
      String label = Markdown.escape(source.label(), 120);
      String link = isPlain(source.url()) ? "[" + label + "](<" + source.url() + ">)" : label;
      String before =
          out.isEmpty()
              ? "-# " + Markdown.escape(labels.label("sources", answer.language()), 60) + " "
              : " · ";
      if (out.length() + before.length() + link.length() > SOURCES) {
        break;
      }
      out.append(before).append(link);
    }
    return out.toString();
  }

  /** Whether an address can stand in a link as it is. Ours can; this guards against a slip. */
  private static boolean isPlain(String url) {
    return url.startsWith("https://")
        && url.chars().allMatch(c -> c > ' ' && c < 0x7f && "<>()[]\\`\"".indexOf(c) < 0);
  }

  /** In small print: who asked, or what there is to note. */
  private String credit(Locale locale, Extras extras) {
    String userId = extras.askedBy();
    if (userId == null) {
      String note = Markdown.escape(extras.note(), 300);
      return note.isEmpty() ? "" : "-# " + note;
    }
    // A mention by id cannot be forged by a name, and with no allowed mentions it rings no bell.
    String text = Markdown.escape(labels.label("discord.asked_by", locale, "\ue000"), 200);
    return "-# " + text.replace("\ue000", "<@" + userId + ">");
  }

  private static MessageCreateData message(List<MessageTopLevelComponent> components) {
    return new MessageCreateBuilder()
        .useComponentsV2()
        .setComponents(components)
        .setAllowedMentions(List.of())
        .mentionRepliedUser(false)
        .build();
  }

  /** The words that a message shows for its button {@link Action.Post}; null if none. */
  static @Nullable String shown(Message message) {
    return message
        .getComponentTree()
        .find(TextDisplay.class, text -> text.getUniqueId() == SHOWN_ID)
        .map(text -> Posted.read(text.getContent()))
        .orElse(null);
  }
}
