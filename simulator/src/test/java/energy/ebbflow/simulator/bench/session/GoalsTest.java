package energy.ebbflow.simulator.bench.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GoalsTest {
  private static Figures figures(double warmMicros, long residentBytes) {
    Times time = new Times(List.of(warmMicros * 1e3));
    return new Figures(
        time,
        Optional.of(time),
        time,
        time,
        time,
        time,
        time,
        time,
        new Figures.Beside(time, time),
        residentBytes,
        warmMicros * 1e3);
  }

  private static Goals plain(double warmMicros, long residentBytes) {
    Goals goals = new Goals();
    goals.plain(figures(warmMicros, residentBytes));
    return goals;
  }

  /** A goal is met below it, not at it: 80 µs and 96 MiB. */
  @Test
  void aGoalIsMetOnlyBelowIt() {
    long below = (96L << 20) - 1;
    assertFalse(plain(79.9, below).missed());
    assertTrue(plain(80, below).missed());
    assertTrue(plain(79.9, below + 1).missed());
  }

  @Test
  void eachLineHasItsGoalAndVerdict() {
    List<Goals.Row> rows = plain(79.9, 1 << 20).rows();
    assertEquals(
        "charge loop back to back, warm, p50                             79.9 µs   < 80 µs      met",
        rows.getFirst().line());
    assertTrue(plain(81, 1 << 20).rows().getFirst().line().endsWith("MISSED"));
  }

  /** What the machine takes for an echo stands beside what the firmware takes. */
  @Test
  void theLoopIsToldInEchoes() {
    assertTrue(
        plain(79.9, 1 << 20).rows().stream()
            .anyMatch(row -> row.what().contains("in echoes") && row.value() == 1));
  }

  /** What has no goal cannot be missed: the handshake is only reported. */
  @Test
  void reportedFiguresHaveNoVerdict() {
    Goals goals = new Goals();
    goals.uncached(new Times(List.of(9e12)));
    assertFalse(goals.missed());
    goals.secured(figures(9_999, 1 << 20));
    assertFalse(goals.missed());
    assertTrue(goals.rows().stream().anyMatch(row -> row.what().contains("handshake")));
    goals.secured(figures(10_000, 1 << 20));
    assertTrue(goals.missed(), "99th percentile with TLS: 10 ms");
  }
}
