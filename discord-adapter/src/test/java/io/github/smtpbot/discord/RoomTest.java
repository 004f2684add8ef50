package io.github.smtpbot.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How much of a message is still free, and how it is shared out. */
class RoomTest {

  @Test
  void aMessageHoldsAsMuchAsDiscordTakes() {
    Room room = new Room();
    assertEquals(4000, room.text());
    assertEquals(40, room.components());
  }

  @Test
  void whatIsTakenIsGoneUntilItIsGivenBack() {
    Room room = new Room();
    room.takeText(100);
    room.takeComponents(3);
    assertEquals(3900, room.text());
    assertEquals(37, room.components());
    room.giveBackText(40);
    room.giveBackComponents(1);
    assertEquals(3940, room.text());
    assertEquals(38, room.components());
  }

  @Test
  void whoNeedsLessGetsItAndTheOthersShareTheRest() {
    assertEquals(60, Room.fairShare(List.of(100, 10, 20), 90));
    assertEquals(30, Room.fairShare(List.of(30, 30, 30), 90));
    assertEquals(30, Room.fairShare(List.of(30, 31, 30), 90));
    assertEquals(45, Room.fairShare(List.of(100, 100), 90));
  }

  @Test
  void nothingThatIsLeftOverIsLost() {
    assertEquals(31, Room.fairShare(List.of(30, 40), 61));
  }

  @Test
  void whereThereIsNoRoomNobodyGetsAny() {
    assertEquals(0, Room.fairShare(List.of(1, 2), 0));
    assertEquals(0, Room.fairShare(List.of(1), -5));
    assertEquals(0, Room.fairShare(List.of(), 90));
  }
}
