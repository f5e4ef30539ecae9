package energy.ebbflow.firmware.evse.basic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.evse.basic.PilotCar.Habit;
import energy.ebbflow.iec61851.phases.PhaseConfig;
import energy.ebbflow.iec61851.tolerance.PauseTolerance.Verdict;
import energy.ebbflow.iec61851.tolerance.ToleranceConfig;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One phase instead of a pause, for vehicles that somebody has vouched for. */
class EvsePhasesTest {
  private static final BasicSettings SWITCHING =
      new BasicSettings(
          ToleranceConfig.standard(),
          BasicSettings.Rule.LEARN,
          false,
          Optional.empty(),
          Optional.of(PhaseConfig.standard(32)),
          false);

  private static BasicRig charging(BasicSettings settings, boolean allowed) {
    BasicRig rig = new BasicRig(settings);
    if (allowed) {
      rig.preset(Verdict.INTOLERANT, 6);
    }
    rig.plug(new PilotCar(Habit.TOLERANT, 60)).run(20);
    assertEquals(3, rig.connected());
    return rig;
  }

  /** 2.3 kW: 10 A on one phase, after three minutes and with the pilot off for at least 10 s. */
  @Test
  void aLowRequestIsServedOverOnePhase() {
    BasicRig rig = charging(SWITCHING, true);
    rig.requestWatts(2_300).run(179);
    assertTrue(rig.reported(BasicReport.PhasesChanging.class).isEmpty());
    assertEquals(6, rig.dutyAmps(), 0.01, "meanwhile the floor");
    rig.openedNanos.clear();
    rig.run(60);
    assertEquals(1, rig.connected());
    assertEquals(10, rig.dutyAmps(), 0.01);
    long opened = rig.openedNanos.getFirst();
    long closed = -rig.openedNanos.getLast();
    assertTrue(closed - opened >= 10 * BasicRig.SECOND, "pilot off for 10 s at least");
    assertEquals(
        List.of(new BasicReport.PhasesChanging(3, 1)),
        rig.reported(BasicReport.PhasesChanging.class));
    rig.requestWatts(11_040).run(700);
    assertEquals(3, rig.connected());
    assertEquals(16, rig.dutyAmps(), 0.01);
  }

  /** A current that was told per phase stays one: 16 A are not 48 A on one phase. */
  @Test
  void aCurrentPerPhaseIsNotMultiplied() {
    BasicRig rig = charging(SWITCHING, true);
    rig.requestWatts(2_300).run(240);
    assertEquals(1, rig.connected());
    rig.request(12).run(10);
    assertEquals(12, rig.dutyAmps(), 0.01);
  }

  /** Some vehicles are damaged by it: nobody is switched that is not allowed to be. */
  @Test
  void aVehicleThatNobodyVouchedForKeepsItsPhases() {
    BasicRig rig = charging(SWITCHING, false);
    rig.requestWatts(2_300).run(900);
    assertEquals(3, rig.connected());
    assertTrue(rig.reported(BasicReport.PhasesChanging.class).isEmpty());
  }

  /** Off by default. */
  @Test
  void withoutTheBoardsWordNothingIsSwitched() {
    BasicRig rig = charging(BasicSettings.STANDARD, true);
    rig.requestWatts(2_300).run(900);
    assertEquals(3, rig.connected());
    assertFalse(BasicSettings.STANDARD.phases().isPresent());
  }

  private static BasicRig charging(Habit habit, Verdict verdict) {
    BasicRig rig = new BasicRig(SWITCHING);
    rig.preset(verdict, 6).plug(new PilotCar(habit, 60)).run(20);
    assertEquals(3, rig.connected());
    return rig;
  }

  /** Whoever vouched for its electronics did not say that it wakes by itself. */
  @Test
  void aVehicleThatSleepsThroughTheChangeIsWoken() {
    BasicRig rig = charging(Habit.INTOLERANT, Verdict.INTOLERANT);
    rig.requestWatts(2_300).run(300);
    assertEquals(1, rig.connected());
    assertEquals(List.of(new BasicReport.WakingUp(1)), rig.reported(BasicReport.WakingUp.class));
    assertTrue(rig.car.drawing());
    assertEquals(10, rig.dutyAmps(), 0.01);
  }

  /** Both wait for three minutes: the phases spare a vehicle the pause that it would bear. */
  @Test
  void aVehicleThatBearsPausesGetsOnePhaseAndNoPause() {
    BasicRig rig = charging(Habit.TOLERANT, Verdict.TOLERANT);
    rig.requestWatts(2_300).run(240);
    assertEquals(1, rig.connected());
    assertTrue(rig.car.drawing());
    assertTrue(rig.reported(BasicReport.Paused.class).isEmpty());
  }

  /** 90 s without PWM, as some products have it, are no sign that a vehicle wants more. */
  @Test
  void aLongChangeIsNoRefusal() {
    PhaseConfig slow = new PhaseConfig(230, 6, 32, 300, 300, 180, 90, 600, 4);
    BasicSettings settings =
        new BasicSettings(
            ToleranceConfig.standard(),
            BasicSettings.Rule.LEARN,
            false,
            Optional.empty(),
            Optional.of(slow),
            false);
    BasicRig rig = charging(settings, true);
    rig.requestWatts(2_300).run(400);
    assertEquals(1, rig.connected());
    assertEquals(10, rig.dutyAmps(), 0.01);
    assertTrue(
        rig.reported(BasicReport.AboveRequest.class).stream()
            .noneMatch(above -> above.offeredAmps() > 10));
  }
}
