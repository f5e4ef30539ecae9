package energy.ebbflow.firmware.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A warm outlet gives less before a hot one stops. */
class DeratingTest {
  private static final SupervisorConfig CONFIG = SupervisorConfig.of(false, 230, 32, 80);

  private static Derating at(double... celsius) {
    Derating derating = Derating.NONE;
    for (double value : celsius) {
      derating = derating.at(Map.of("pins", value), CONFIG);
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
    assertSame(Derating.NONE.at(Map.of(), CONFIG), Derating.NONE);
  }

  /** Pins may be 80 °C, the air in the housing 60 °C: who permits least decides, and is named. */
  private static final SupervisorConfig TWO =
      CONFIG.withSensors(Map.of("ambient", new HeatLimits(40, 60, 50)));

  private static Derating two(Derating before, double pins, double ambient) {
    return before.at(Map.of("pins", pins, "ambient", ambient), TWO);
  }

  @Test
  void theSensorThatPermitsLeastDecidesAndIsNamed() {
    assertEquals(Derating.NONE, two(Derating.NONE, 65, 40));
    Derating air = two(Derating.NONE, 65, 50);
    assertEquals("ambient", air.sensor());
    assertEquals(0.6, air.fraction(), 1e-9);
    Derating pins = two(air, 78, 50);
    assertEquals("pins", pins.sensor());
    assertEquals(0.35, pins.fraction(), 1e-9);
    Derating back = two(pins, 50, 50);
    assertEquals("ambient", back.sensor());
    assertEquals(Derating.NONE, two(back, 50, 30));
  }

  /** Both permit the same: the name changes when the first has cooled down. */
  @Test
  void theNameIsThatOfASensorThatStillPermitsNoMore() {
    Derating pins = two(Derating.NONE, 72.5, 40);
    assertEquals("pins", pins.sensor());
    Derating both = two(pins, 72.5, 50);
    assertEquals("pins", both.sensor());
    Derating air = two(both, 50, 50);
    assertEquals("ambient", air.sensor());
    assertEquals(0.6, air.fraction(), 1e-9);
  }

  @Test
  void aTemperatureThatIsNoNumberCountsAsHot() {
    assertEquals(Derating.LEAST, at(Double.NaN).fraction());
  }
}
