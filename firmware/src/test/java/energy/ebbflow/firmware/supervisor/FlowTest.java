package energy.ebbflow.firmware.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A current that was told has an active and a reactive part. */
class FlowTest {
  private static Watched.Flow flow(double active, double reactive) {
    return flow(active, reactive * 230, List.of());
  }

  private static Watched.Flow flow(double active, double vars, List<Double> amps) {
    return new Watched.Flow(
        Optional.of(active), Optional.of(new Watched.Reactive(vars, 230, 0)), amps, 32);
  }

  /** A meter gives the whole current the sign of its active part: 3, 4 and 5 A. */
  @Test
  void bothPartsMayFlowInTheDirectionOfTheActiveOne() {
    assertEquals(5, flow(3, 4).told(1), 1e-9);
    assertEquals(5, flow(-3, 4).told(-1), 1e-9);
  }

  /** Near nothing the active part may have either sign: the reactive one may flow both ways. */
  @Test
  void theReactivePartMayFlowInEither() {
    assertEquals(4, flow(3, 4).told(-1), 1e-9);
    assertEquals(4, flow(0, 4).told(1), 1e-9);
  }

  /** 5 kvar are 21.7 A of one phase, 7.2 A of three; what trickles is no phase in use. */
  @Test
  void thePhasesThatCarryCurrentShareTheReactivePart() {
    assertEquals(5_000 / 230.0, flow(0, 5_000, List.of(20.0, 0.1, -0.1)).told(1), 1e-9);
    assertEquals(5_000 / 690.0, flow(0, 5_000, List.of(7.0, -7.0, 7.0)).told(1), 1e-9);
    assertEquals(15_000 / 690.0, flow(0, 15_000, List.of(20.0, 20.0, 20.0)).told(-1), 1e-9);
    assertEquals(32, flow(0, 30_000, List.of(30.0, 30.0, 30.0)).told(-1), 1e-9);
  }

  @Test
  void withoutReactivePowerTheOtherDirectionIsClosed() {
    assertEquals(0, flow(3, 0).told(-1), 1e-9);
    assertEquals(3, flow(3, 0).told(1), 1e-9);
  }
}
