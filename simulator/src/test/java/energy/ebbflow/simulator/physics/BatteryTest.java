package energy.ebbflow.simulator.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BatteryTest {
  static final BatterySpec SPEC =
      new BatterySpec(
          40_000,
          List.of(330.0, 352.0, 366.0, 380.0, 400.0),
          0.08,
          320,
          402,
          60,
          60,
          20_000,
          20_000,
          0.99);

  @Test
  void voltageRisesWithChargeAndCurrent() {
    Battery half = new Battery(SPEC, 0.5);
    assertEquals(366, half.openCircuitVolts(), 1e-9);
    assertEquals(370, half.terminalVolts(50), 1e-9);
    assertEquals(362, half.terminalVolts(-50), 1e-9);
    assertEquals(400, new Battery(SPEC, 1).openCircuitVolts(), 1e-9);
  }

  @Test
  void fullChargeInAndOutIsTheCapacity() {
    Battery empty = new Battery(SPEC, 0);
    Battery full = empty.afterCharge(SPEC.capacityAmpSeconds() / SPEC.chargeEfficiency());
    assertEquals(1, full.soc(), 1e-9);
    assertEquals(0, full.afterCharge(-SPEC.capacityAmpSeconds()).soc(), 1e-9);
  }

  // Energy that went in and came out again is less: the resistance and the charge efficiency.
  @Test
  void roundTripLosesEnergy() {
    Battery start = new Battery(SPEC, 0.5);
    double amps = 50;
    Battery battery = start;
    double in = 0;
    for (int second = 0; second < 600; second++) {
      in += battery.terminalVolts(amps) * amps;
      battery = battery.afterCharge(amps);
    }
    double out = 0;
    while (battery.soc() > start.soc()) {
      out += battery.terminalVolts(-amps) * amps;
      battery = battery.afterCharge(-amps);
    }
    assertTrue(out < 0.985 * in && out > 0.9 * in, out + " of " + in);
  }

  // Constant current, then constant voltage: the terminals never exceed the highest voltage.
  @Test
  void chargeCurrentTapersSoThatTheTerminalsStayBelowTheHighestVoltage() {
    Battery almost = new Battery(SPEC, 0.99);
    assertTrue(almost.chargeAmpsNow() < 40 && almost.chargeAmpsNow() > 1);
    assertEquals(402, almost.terminalVolts(almost.chargeAmpsNow()), 1e-6);
    assertEquals(0, new Battery(SPEC, 1).chargeAmpsNow());
    assertEquals(20_000 / 366.0, new Battery(SPEC, 0.5).chargeAmpsNow(), 1e-6);
  }

  @Test
  void emptyBatteryGivesNothing() {
    assertEquals(0, new Battery(SPEC, 0).dischargeAmpsNow());
    assertTrue(new Battery(SPEC, 0.5).dischargeAmpsNow() > 50);
  }

  @Test
  void refusesAFallingVoltageCurve() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new BatterySpec(1, List.of(400.0, 390.0), 0.1, 1, 500, 1, 1, 1, 1, 1));
  }
}
