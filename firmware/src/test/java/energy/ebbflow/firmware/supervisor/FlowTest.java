package energy.ebbflow.firmware.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A current that was told has an active and a reactive part. */
class FlowTest {
  private static Watched.Flow flow(double active, double reactive) {
    return new Watched.Flow(Optional.of(active), reactive, List.of(), 32);
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

  @Test
  void withoutReactivePowerTheOtherDirectionIsClosed() {
    assertEquals(0, flow(3, 0).told(-1), 1e-9);
    assertEquals(3, flow(3, 0).told(1), 1e-9);
  }
}
