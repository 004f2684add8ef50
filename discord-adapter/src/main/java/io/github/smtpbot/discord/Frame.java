package io.github.smtpbot.discord;

import io.github.smtpbot.answer.Tone;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.container.ContainerChildComponent;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/** A container with a coloured edge that is filled as far as the message has room. */
final class Frame {

  /** Stands between two texts that have to share a component. */
  static final String JOINT = "\n\n";

  private final Room room;
  private final Tone tone;
  private final List<ContainerChildComponent> children = new ArrayList<>();
  private final List<ActionRow> rows = new ArrayList<>();

  /** Begins a card; it takes one component of the room. */
  Frame(Room room, Tone tone) {
    this.room = room;
    this.tone = tone;
    room.takeComponents(1);
  }

  /**
   * Adds a text. Where the message has no component left, it goes into the text before it.
   *
   * @param markdown at most as long as the room for text; nothing happens if it is empty
   * @param uniqueId by which the text is found again, or -1
   */
  void add(String markdown, int uniqueId) {
    if (markdown.isEmpty()) {
      return;
    }
    int last = children.size() - 1;
    if (room.components() == 0 && last >= 0 && children.get(last) instanceof TextDisplay before) {
      room.takeText(markdown.length() + JOINT.length());
      children.set(last, before.withContent(before.getContent() + JOINT + markdown));
      return;
    }
    room.takeText(markdown.length());
    room.takeComponents(1);
    TextDisplay text = TextDisplay.of(markdown);
    children.add(uniqueId < 0 ? text : text.withUniqueId(uniqueId));
  }

  void add(String markdown) {
    add(markdown, -1);
  }

  /** Adds a picture, where there is room for it. */
  void add(MediaGallery picture) {
    // A text that follows has to have a component of its own.
    if (room.components() > 1) {
      room.takeComponents(1);
      children.add(picture);
    }
  }

  /** Adds rows of buttons below all texts; they take their components of the room at once. */
  void addRows(List<ActionRow> added) {
    added.forEach(row -> room.takeComponents(1 + row.getComponents().size()));
    rows.addAll(added);
  }

  /** Adds a line across, where there is room for it. */
  void divide() {
    boolean divided = children.isEmpty() || children.get(children.size() - 1) instanceof Separator;
    if (room.components() > 1 && !divided) {
      room.takeComponents(1);
      children.add(Separator.createDivider(Separator.Spacing.SMALL));
    }
  }

  /** The component. */
  Container toContainer() {
    int last = children.size() - 1;
    if (children.get(last) instanceof Separator) {
      children.remove(last);
    }
    children.addAll(rows);
    return Container.of(children).withAccentColor(colour(tone));
  }

  private static int colour(Tone tone) {
    return switch (tone) {
      case SUCCESS -> 0x2E9E5B;
      case PROGRESS -> 0x3B82C4;
      // Darker than amber is elsewhere, to be seen on the light theme too.
      case TRANSIENT -> 0xB7791F;
      case PERMANENT -> 0xD64545;
      case NEUTRAL -> 0x7A869A;
    };
  }
}
