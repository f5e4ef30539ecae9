package energy.ebbflow.iec61851.tolerance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iec61851.tolerance.Evidence.Outcome;
import energy.ebbflow.iec61851.tolerance.PauseTolerance.Origin;
import energy.ebbflow.iec61851.tolerance.PauseTolerance.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was learned survives being written down. */
class PauseToleranceTextTest {
  @Property(tries = 300)
  void everythingComesBack(
      @ForAll Verdict verdict,
      @ForAll Origin origin,
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long since,
      @ForAll @DoubleRange(min = 6, max = 80) double amps,
      @ForAll @LongRange(min = 0) long limit,
      @ForAll @IntRange(min = 0) int count,
      @ForAll @IntRange(min = 0, max = 20) int pieces,
      @ForAll Outcome outcome) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < pieces; i++) {
      evidence.add(new Evidence(Instant.ofEpochSecond(since + i), outcome, limit, i, amps + i));
    }
    PauseTolerance tolerance =
        new PauseTolerance(
            verdict, origin, Instant.ofEpochSecond(since), amps, limit, count, evidence);
    String line = PauseToleranceText.write(tolerance);
    assertTrue(line.length() <= PauseToleranceText.MAX_LENGTH);
    assertEquals(Optional.of(tolerance), PauseToleranceText.read(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v2;TOLERANT;LEARNED;0;6.0;0;0",
        "v1;TOLERANT;LEARNED;0;6.0;0",
        "v1;BRAVE;LEARNED;0;6.0;0;0",
        "v1;TOLERANT;LEARNED;0;5.9;0;0",
        "v1;TOLERANT;LEARNED;0;NaN;0;0",
        "v1;TOLERANT;LEARNED;999999999999999999;6.0;0;0",
        "v1;TOLERANT;LEARNED;0;6.0;-1;0",
        "v1;TOLERANT;LEARNED;0;6.0;0;0|",
        "v1;TOLERANT;LEARNED;0;6.0;0;0|0;RESUMED;1;1",
        "v1;TOLERANT;LEARNED;0;6.0;0;0|0;RESUMED;-1;1;6.0",
      })
  void aDamagedLineIsNoKnowledge(String line) {
    assertEquals(Optional.empty(), PauseToleranceText.read(line));
  }

  @Property
  void garbageIsNoKnowledgeAndNoException(@ForAll String line) {
    assertEquals(Optional.empty(), PauseToleranceText.read(line));
  }
}
