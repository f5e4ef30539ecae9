package energy.ebbflow.firmware.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.ebbflow.firmware.evse.EvseEffect;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** TC_B_41: a station restarts when its last outlet is ready, and says why. */
class EndsTest {
  private static final Set<Integer> BOTH = Set.of(1, 2);
  private final Ends ends = new Ends();

  @Test
  void theStationWaitsForItsLastOutlet() {
    assertEquals(Optional.empty(), ends.hear(2, new EvseEffect.Restart("reset"), BOTH));
    assertEquals(
        Optional.of(Station.Outcome.SCHEDULED_RESTART),
        ends.hear(1, new EvseEffect.Restart(EvseEffect.Restart.WHEN_IDLE), BOTH));
    assertEquals(Optional.of("ScheduledReset"), Station.Outcome.SCHEDULED_RESTART.bootReason());
  }

  @Test
  void aResetAtOnceIsARemoteOne() {
    ends.hear(1, new EvseEffect.Restart("reset"), BOTH);
    Optional<Station.Outcome> outcome = ends.hear(2, new EvseEffect.Restart("reset"), BOTH);
    assertEquals(Optional.of("RemoteReset"), outcome.flatMap(Station.Outcome::bootReason));
  }

  /** SIGTERM comes while one of them waits for the restart. */
  @Test
  void whoIsToldToEndDoesNotStartAgain() {
    ends.hear(1, new EvseEffect.Restart("reset"), BOTH);
    assertEquals(Optional.of(Station.Outcome.ENDED), ends.hear(2, new EvseEffect.Stopped(), BOTH));
  }
}
