package io.github.smtpbot.answer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {

  @ParameterizedTest
  @ValueSource(ints = {'a', ' ', 'ก', 0x0e31, 0x1f642, 0x200d})
  void lettersMarksSpacesAndEmojiAreSeen(int codePoint) {
    assertTrue(Visible.is(codePoint));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x1b, '\n', 0x9b, 0x202e, 0x2066, 0x2028, 0xfeff, 0xd800, 0xe0041})
  void whatSteersTurnsOrHidesIsNot(int codePoint) {
    assertFalse(Visible.is(codePoint));
  }
}
