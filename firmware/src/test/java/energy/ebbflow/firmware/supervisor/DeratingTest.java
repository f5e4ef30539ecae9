package energy.ebbflow.firmware.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A warm outlet gives less before a hot one stops. */
class DeratingTest {
  private static final SupervisorConfig CONFIG = SupervisorConfig.of(false, 230, 32, 80);

  private static Derating at(double... celsius) {
    Derating derating = Derating.NONE;
    for (double value : celsius) {
      derating = derating.at(Optional.of(value), CONFIG);
    }
    return derating;
  }

  @Test
  void everythingIsGivenUpToSixtyFiveDegreesAndAQuarterAtEighty() {
    assertEquals(1, at(65).fraction());
    assertEquals(0.95, at(65.1).fraction(), 1e-9);
    assertEquals(0.6, at(72.5).fraction(), 1e-9);
    assertEquals(Derating.LEAST, at(80).fraction());
    assertEquals(Derating.LEAST, at(120).fraction());
  }

  /** A sensor that trembles does not make the vehicle follow it: 2 K must be gained. */
  @Test
  void aStepIsTakenBackTwoDegreesLower() {
    assertEquals(0.95, at(66, 64.5).fraction(), 1e-9);
    assertEquals(1, at(66, 63).fraction());
    assertSame(Derating.NONE.at(Optional.empty(), CONFIG), Derating.NONE);
  }

  @Test
  void aTemperatureThatIsNoNumberCountsAsHot() {
    assertEquals(Derating.LEAST, at(Double.NaN).fraction());
  }
}
