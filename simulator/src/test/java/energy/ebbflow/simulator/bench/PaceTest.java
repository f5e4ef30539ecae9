package energy.ebbflow.simulator.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTest {
  @Test
  void speedsAreNumbersOrMax() {
    assertEquals(Optional.of(1.0), Pace.parse("1"));
    assertEquals(Optional.of(2.5), Pace.parse("2.5"));
    assertEquals(Optional.of(Pace.MAX), Pace.parse("max"));
  }

  @Test
  void anythingElseIsNone() {
    for (String word : new String[] {"0", "-1", "fast", "NaN", "101", ""}) {
      assertEquals(Optional.empty(), Pace.parse(word), word);
    }
  }
}
