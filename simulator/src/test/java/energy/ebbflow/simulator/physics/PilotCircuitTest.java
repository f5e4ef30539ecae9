package energy.ebbflow.simulator.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.ebbflow.hal.PilotSignal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PilotCircuitTest {
  private static final PilotSignal STEADY = new PilotSignal.Steady();
  private static final PilotSignal DIGITAL = new PilotSignal.Pwm(5);

  // IEC 61851-1 Table A.2: every state within ±1 V for every permitted resistor.
  @ParameterizedTest
  @ValueSource(doubles = {0.97, 1.0, 1.03})
  void statesHaveTheirLevelsForEveryPermittedResistor(double tolerance) {
    assertHigh(12, DIGITAL, PilotLoad.OPEN);
    assertHigh(9, DIGITAL, PilotLoad.vehicle(false, false, tolerance));
    assertHigh(6, DIGITAL, PilotLoad.vehicle(true, false, tolerance));
    assertHigh(3, DIGITAL, PilotLoad.vehicle(true, true, tolerance));
  }

  // The diode blocks the negative half-wave: the full -12 V stands at the detector.
  @Test
  void negativeHalfWaveIsFullWithTheDiodeAndDividedWithout() {
    PilotLoad healthy = PilotLoad.vehicle(true, false, 1);
    PilotLoad bare = new PilotLoad(healthy.ohms(), false, false);
    assertEquals(-12, PilotCircuit.NOMINAL.levels(DIGITAL, healthy).lowVolts(), 0.01);
    assertEquals(-5.6, PilotCircuit.NOMINAL.levels(DIGITAL, bare).lowVolts(), 0.1);
  }

  @Test
  void steadySignalHasOneLevel() {
    PilotLevels levels = PilotCircuit.NOMINAL.levels(STEADY, PilotLoad.vehicle(false, false, 1));
    assertEquals(levels.highVolts(), levels.lowVolts());
  }

  @Test
  void shortMakesZeroVoltsAndStateFPassesADiode() {
    PilotLoad shorted = new PilotLoad(2740, true, true);
    assertHigh(0, DIGITAL, shorted);
    assertHigh(-12, new PilotSignal.Negative(), PilotLoad.vehicle(true, false, 1));
    assertHigh(0, new PilotSignal.Zero(), PilotLoad.vehicle(true, false, 1));
  }

  private static void assertHigh(double volts, PilotSignal signal, PilotLoad load) {
    assertEquals(volts, PilotCircuit.NOMINAL.levels(signal, load).highVolts(), 0.5);
  }
}
