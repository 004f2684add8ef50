package io.github.smtpbot.diagnosis;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/**
 * Lets Jazzer look for a message that makes the reader fail. A build replays what is known; {@code
 * JAZZER_FUZZ=1 mvn -pl bot-core test -Dtest=DiagnoserFuzzTest} goes on searching.
 */
class DiagnoserFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void noMessageMakesItFail(byte[] message) {
    Reading.DIAGNOSER.readMessage(message);
    Reading.DIAGNOSER.read(new String(message, StandardCharsets.UTF_8));
  }
}
