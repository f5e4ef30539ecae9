package energy.ebbflow.simulator.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OnboardChargerTest {
  private static final OnboardChargerSpec SPEC = new OnboardChargerSpec(3, 16, 6, 1, 8, 0.93);

  private static OnboardCharger run(OnboardCharger charger, double seconds, double allowed) {
    OnboardCharger next = charger;
    for (double t = 0; t < seconds - 1e-9; t += 0.005) {
      next = next.after(0.005, allowed, 230, 1e6);
    }
    return next;
  }

  // IEC 61851-1: the vehicle follows a new duty within 5 s.
  @Test
  void followsTheOfferWithinFiveSeconds() {
    OnboardCharger charger = run(OnboardCharger.idle(SPEC), 0.99, 32);
    assertEquals(0, charger.amps(), 1e-9);
    charger = run(charger, 4, 32);
    assertEquals(16, charger.amps(), 1e-9);
    charger = run(charger, 5, 10);
    assertEquals(10, charger.amps(), 1e-9);
  }

  @Test
  void drawsNothingBelowItsMinimumAndNothingWithoutVoltage() {
    OnboardCharger charging = run(OnboardCharger.idle(SPEC), 5, 16);
    assertEquals(0, run(charging, 5, 5.9).amps(), 1e-9);
    assertEquals(0, charging.after(0.005, 16, 0, 1e6).amps(), 1e-9);
  }

  @Test
  void batteryLimitsTheCurrent() {
    OnboardCharger charger = OnboardCharger.idle(SPEC);
    for (int i = 0; i < 1000; i++) {
      charger = charger.after(0.005, 16, 230, 0.93 * 3 * 230 * 8);
    }
    assertEquals(8, charger.amps(), 1e-6);
    assertEquals(8, charger.phaseAmps(2), 1e-6);
  }

  @Test
  void singlePhaseChargerLeavesTheOtherPhasesAlone() {
    OnboardCharger charger = OnboardCharger.idle(new OnboardChargerSpec(1, 16, 6, 0, 100, 1));
    charger = run(charger, 1, 16);
    assertEquals(16, charger.phaseAmps(0), 1e-9);
    assertEquals(0, charger.phaseAmps(1));
  }
}
