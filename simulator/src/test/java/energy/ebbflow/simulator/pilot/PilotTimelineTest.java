package energy.ebbflow.simulator.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden timelines: what the firmware does with a scripted line, to the millisecond. */
class PilotTimelineTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "pilot");
  private static final Path PLAYED = Path.of("target", "pilot");

  static Stream<String> names() {
    return PilotCommand.NAMES.stream();
  }

  private static List<String> play(String name) throws IOException {
    return PilotPlayer.play(PilotScript.parse(PilotCommand.builtIn(name)));
  }

  @ParameterizedTest
  @MethodSource("names")
  void theTimelineIsTheGoldenOne(String name) throws IOException {
    List<String> played = play(name);
    Path golden = GOLDEN.resolve(name + ".timeline");
    List<String> expected = Files.exists(golden) ? Files.readAllLines(golden) : List.of();
    Files.createDirectories(PLAYED);
    Files.write(PLAYED.resolve(name + ".timeline"), played);
    assertEquals(
        String.join("\n", expected),
        String.join("\n", played),
        () -> golden + " says something else than simulator/" + PLAYED.resolve(name + ".timeline"));
  }

  /**
   * IEC 61851-1 Table A.6, independent of the golden files: whenever the line leaves C while the
   * contactors are commanded closed, the contacts are open within 100 ms.
   */
  @ParameterizedTest
  @ValueSource(strings = {"ac-session", "unplug-under-load", "state-e", "diode-missing"})
  void theContactsAreOpenWithinAHundredMilliseconds(String name) throws IOException {
    long left = -1;
    boolean closed = false;
    int openings = 0;
    for (String line : play(name)) {
      long millis = Long.parseLong(line.substring(0, 8).strip());
      String rest = line.substring(13).strip();
      if (rest.startsWith("line ")) {
        boolean asks = rest.contains("+6.0 V") && !rest.contains("no diode");
        left = asks ? -1 : left < 0 && closed ? millis : left;
      }
      if (rest.startsWith("contacts") && rest.endsWith("closed")) {
        closed = true;
      }
      if (rest.startsWith("contacts") && rest.endsWith("open") && closed) {
        closed = false;
        openings++;
        long since = left < 0 ? 0 : millis - left;
        // A missing diode is only seen in the negative half-wave, and debounced like a state.
        long limit = name.equals("diode-missing") ? 100 + 250 : 100;
        assertTrue(since <= limit, () -> line + " is late: " + since + " ms");
      }
    }
    assertTrue(openings > 0, "the script closes and opens");
  }

  @Test
  void aTimelineIsTheSameEveryTime() throws IOException {
    assertEquals(play("ac-session"), play("ac-session"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1000 G|one of A, B, C",
        "1000|a step is expected as MILLISECONDS ACT",
        "x B|a number from",
        "subject car|outlet or line is expected",
        "500 B",
        "1000 volts 99|a number from"
      })
  void aWrongScriptIsRefusedWithItsLine(String text) {
    String[] parts = text.split("\\|");
    String message =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> PilotScript.parse(List.of("# a script", "800 A", parts[0], "5000 end")))
                .getMessage());
    assertTrue(message.startsWith("line 3: "), message);
    assertTrue(parts.length == 1 || message.contains(parts[1]), message);
  }

  @Test
  void aScriptWithoutAnEndIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> PilotScript.parse(List.of("10 B")));
  }
}
