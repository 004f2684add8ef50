package io.github.smtpbot.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.smtpbot.answer.Tone;
import java.util.List;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.mediagallery.MediaGalleryItem;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import org.junit.jupiter.api.Test;

/** What is put into a card takes its room, and nothing is lost where there is none left. */
class FrameTest {

  private static final MediaGallery PICTURE =
      MediaGallery.of(MediaGalleryItem.fromUrl("https://example.com/picture.png"));

  private final Room room = new Room();
  private final Frame frame = new Frame(room, Tone.PERMANENT);

  private static String text(Container card, int at) {
    return assertInstanceOf(TextDisplay.class, card.getComponents().get(at)).getContent();
  }

  /** So that so many components are free. */
  private void leave(int components) {
    room.takeComponents(room.components() - components);
  }

  @Test
  void aTextTakesAComponentAndItsCharacters() {
    int components = room.components();
    int characters = room.text();
    frame.add("one", 7);
    frame.add("two");
    frame.add("");

    assertEquals(components - 2, room.components());
    assertEquals(characters - 6, room.text());
    Container card = frame.toContainer();
    assertEquals(2, card.getComponents().size());
    assertEquals(7, card.getComponents().get(0).getUniqueId());
    assertEquals("two", text(card, 1));
  }

  @Test
  void aTextWithoutAComponentGoesIntoTheOneBeforeIt() {
    leave(1);
    frame.add("one");
    int characters = room.text();
    frame.add("two");

    Container card = frame.toContainer();
    assertEquals(1, card.getComponents().size());
    String joined = text(card, 0);
    assertEquals("one\n\ntwo", joined);
    assertEquals(characters - (joined.length() - 3), room.text());
    assertEquals(0, room.components());
  }

  @Test
  void aTextBehindAPictureIsNotJoinedToIt() {
    frame.add(PICTURE);
    frame.add("one");
    assertEquals(2, frame.toContainer().getComponents().size());
  }

  @Test
  void aPictureLeavesAComponentForATextToCome() {
    leave(1);
    frame.add(PICTURE);
    assertEquals(1, room.components());
    frame.add("one");
    assertEquals(1, frame.toContainer().getComponents().size());
  }

  @Test
  void aPictureIsShownWhereThereIsRoom() {
    leave(2);
    frame.add(PICTURE);
    assertEquals(1, room.components());
    assertInstanceOf(MediaGallery.class, frame.toContainer().getComponents().get(0));
  }

  @Test
  void aLineDividesTextsAndEndsNoCard() {
    frame.divide();
    frame.add("one");
    frame.divide();
    frame.divide();
    frame.add("two");
    frame.divide();

    List<Class<?>> kinds =
        frame.toContainer().getComponents().stream()
            .<Class<?>>map(
                part ->
                    part instanceof Separator
                        ? Separator.class
                        : part instanceof TextDisplay ? TextDisplay.class : Object.class)
            .toList();
    assertEquals(List.of(TextDisplay.class, Separator.class, TextDisplay.class), kinds);
  }

  @Test
  void theColourTellsHowItEnds() {
    frame.add("one");
    assertEquals(0xD64545, frame.toContainer().getAccentColorRaw());
  }
}
