package energy.ebbflow.firmware.warmup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SessionWarmUpTest {
  /** A recording that the charger refuses would warm up the refusal. */
  @ParameterizedTest
  @CsvSource({"iso20-dc,true", "iso2-dc,true", "din-dc,true", "iso20-ac,false", "iso2-ac,false"})
  void everyRecordingIsAWholeSessionWithEnergy(String name, boolean dc) throws IOException {
    PlayedSession session = new PlayedSession(Recording.read(name), dc, () -> true);
    assertEquals(PlayedSession.Outcome.WHOLE, session.play());
  }

  /** A DC vehicle at an AC outlet is refused: the outcome can be another than whole. */
  @Test
  void whatIsRefusedIsToldApart() throws IOException {
    PlayedSession session = new PlayedSession(Recording.read("din-dc"), false, () -> true);
    assertEquals(PlayedSession.Outcome.BROKEN, session.play());
  }

  /** A vehicle that connects must not share its processor with a rehearsal. */
  @Test
  void itStopsWhereverItIs() throws IOException {
    Recording recording = Recording.read("iso20-dc");
    AtomicInteger whole = new AtomicInteger();
    new PlayedSession(recording, true, () -> whole.incrementAndGet() > 0).play();
    for (int after = 0; after < whole.get(); after += 7) {
      int most = after;
      AtomicInteger asked = new AtomicInteger();
      PlayedSession session =
          new PlayedSession(recording, true, () -> asked.incrementAndGet() <= most);
      assertEquals(PlayedSession.Outcome.STOPPED, session.play());
      assertTrue(
          asked.get() <= most + recording.steps().size() + 3,
          () -> "asked " + asked.get() + " times, stopped after " + most);
    }
  }

  @Test
  void itsThreadEndsWhenItIsTold() {
    SessionWarmUp warmUp = new SessionWarmUp(true, true);
    warmUp.start();
    assertTrue(runs());
    warmUp.close();
    assertFalse(runs());
  }

  private static boolean runs() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("warm-up"));
  }

  @Test
  void whatIsNoRecordingIsNamed() {
    IOException missing = assertThrows(IOException.class, () -> Recording.read("nothing"));
    assertTrue(String.valueOf(missing.getMessage()).contains("nothing.txt"));
  }
}
