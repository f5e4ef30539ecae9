package energy.ebbflow.firmware.evse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.evse.Observation.Note;
import org.junit.jupiter.api.Test;

class ObservationTest {
  /** A vehicle explains its end in free text: it must not write lines of the log itself. */
  @Test
  void strangersTextStaysOnOneLine() {
    assertEquals(
        "ends: low [31m 12:00 all is well",
        new Note("ends: low\u001b[31m\n12:00 all is\u2028well").text());
  }

  @Test
  void noteIsBounded() {
    assertEquals("x".repeat(Note.CHARS_MAX), new Note("x".repeat(Note.CHARS_MAX)).text());
    String cut = new Note("x".repeat(Note.CHARS_MAX + 1)).text();
    assertEquals(Note.CHARS_MAX, cut.length());
    assertTrue(cut.endsWith("x…"), cut);
  }
}
