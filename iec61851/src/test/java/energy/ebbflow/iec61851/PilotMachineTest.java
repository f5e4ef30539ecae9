package energy.ebbflow.iec61851;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iec61851.PilotEffect.CloseContactors;
import energy.ebbflow.iec61851.PilotEffect.OpenContactors;
import energy.ebbflow.iec61851.PilotEffect.SignalNotAvailable;
import energy.ebbflow.iec61851.PilotEffect.SignalPwm;
import energy.ebbflow.iec61851.PilotEffect.SignalSteady;
import energy.ebbflow.iec61851.PilotEffect.StateChanged;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** States, contactors and signal; both sides of each deadline. */
class PilotMachineTest {
  private static final PilotOffer NONE = new PilotOffer.None();
  private static final PilotOffer DIGITAL = new PilotOffer.Digital();
  private static final PilotOffer SIXTEEN = new PilotOffer.Basic(16);

  private static PilotOffer basic(double amps) {
    return new PilotOffer.Basic(amps);
  }

  private static SignalPwm pwm(double amps) {
    return new SignalPwm(DutyCycle.fromAmps(amps));
  }

  @Test
  void theFirstStepOpensTheContactorsAndPutsTheSteadySignal() {
    PilotMachine.Step step =
        PilotMachine.initial(PilotConfig.standard(false)).step(new PilotInput.Permission(true), 42);
    assertEquals(List.of(new OpenContactors("start"), new SignalSteady()), step.effects());
  }

  // ---- debouncing

  @Test
  void aVehicleIsConnectedAfter250MillisecondsAndNotBefore() {
    PilotRig rig = PilotRig.standard().run(100).level(9).run(250);
    assertEquals(PilotState.A, rig.machine().state());
    rig.run(1);
    assertEquals(PilotState.B, rig.machine().state());
    assertTrue(rig.effects().contains(new StateChanged(PilotState.A, PilotState.B)));
  }

  @Test
  void aDipShorterThanTheDebounceChangesNothing() {
    PilotRig rig = PilotRig.standard().level(9).run(300).clear();
    rig.level(6).run(250).level(9).run(1000);
    assertEquals(
        List.of(new PilotEffect.BcbToggle(1)), rig.effects(), "only the toggle is noticed");
  }

  @Test
  void unpluggingIsSeenAfter25MillisecondsAndNotBefore() {
    PilotRig rig = PilotRig.standard().level(9).run(300).level(12).run(25);
    assertEquals(PilotState.B, rig.machine().state());
    assertEquals(PilotState.A, rig.run(1).machine().state());
  }

  // ---- closing

  @Test
  void contactorsCloseWellWithinThreeSecondsAfterCWithPermission() {
    // IEC 61851-1 Table A.6, sequence 4: within 3 s after B to C/D.
    PilotRig rig = PilotRig.standard().level(9).run(300).offer(SIXTEEN).permit(true).run(1000);
    rig.clear().level(6);
    long start = rig.millis();
    rig.run(3000);
    long closed = rig.when(CloseContactors.class).orElseThrow();
    // The first sample of C comes 1 ms after the level, the debounce is counted from it.
    assertEquals(start + 251, closed);
  }

  @Test
  void withoutPermissionTheContactorsStayOpenInC() {
    PilotRig rig = PilotRig.standard().level(9).run(300).offer(SIXTEEN).level(6).run(60_000);
    assertEquals(PilotState.C, rig.machine().state());
    assertEquals(Optional.empty(), rig.when(CloseContactors.class));
    rig.permit(true);
    assertTrue(rig.machine().contactorsClosed(), "late permission closes at once");
  }

  @Test
  void withoutPwmTheContactorsStayOpenInC() {
    PilotRig rig = PilotRig.standard().permit(true).level(6).run(60_000);
    assertEquals(Optional.empty(), rig.when(CloseContactors.class));
  }

  @Test
  void theContactorsWaitUntilTheDiodeHasBeenSeen() {
    PilotRig rig = PilotRig.standard().permit(true).level(6).run(1000).clear();
    rig.offer(SIXTEEN);
    long pwm = rig.when(SignalPwm.class).orElseThrow();
    rig.run(100);
    // The negative half-wave means something 50 ms after PWM came on the line.
    assertEquals(pwm + 50, rig.when(CloseContactors.class).orElseThrow());
  }

  @Test
  void digitalDutyClosesToo() {
    assertTrue(PilotRig.charging(DIGITAL).machine().contactorsClosed());
  }

  @Test
  void stateDGetsEnergyOnlyWithVentilation() {
    PilotRig with = new PilotRig(PilotConfig.standard(true));
    with.level(9).run(300).offer(SIXTEEN).permit(true).level(3).run(400);
    assertTrue(with.machine().contactorsClosed());

    PilotRig without = PilotRig.standard();
    without.level(9).run(300).offer(SIXTEEN).permit(true).level(3).run(10_000);
    assertFalse(without.machine().contactorsClosed());
    assertEquals(
        java.util.Set.of(PilotFault.VENTILATION_NOT_AVAILABLE), without.machine().faults());
    without.level(6).run(400);
    assertTrue(without.machine().contactorsClosed(), "C is energised again");
    assertTrue(
        without
            .effects()
            .contains(new PilotEffect.FaultCleared(PilotFault.VENTILATION_NOT_AVAILABLE)));
  }

  @Test
  void aVehicleThatMovesFromCToDWithoutVentilationIsSwitchedOff() {
    PilotRig rig = PilotRig.charging(SIXTEEN).clear().level(3);
    long start = rig.millis();
    rig.run(100);
    assertEquals(start + 26, rig.when(OpenContactors.class).orElseThrow());
  }

  @Test
  void aVehicleMayMoveBetweenCAndDWithVentilation() {
    PilotRig rig = new PilotRig(PilotConfig.standard(true));
    rig.level(9).run(300).offer(SIXTEEN).permit(true).level(6).run(400).clear();
    rig.level(3).run(1000).level(6).run(1000);
    assertEquals(
        List.of(
            new StateChanged(PilotState.C, PilotState.D),
            new StateChanged(PilotState.D, PilotState.C)),
        rig.effects());
  }

  // ---- opening

  @Test
  void contactorsOpenWithin100MillisecondsAfterTheVehicleLeavesC() {
    // IEC 61851-1 Table A.6, sequence 8: within 100 ms, of which the contactor needs its part.
    for (double volts : new double[] {9, 12, 0, -12, 14}) {
      PilotRig rig = PilotRig.charging(SIXTEEN).clear().level(volts);
      long start = rig.millis();
      rig.run(100);
      assertEquals(start + 26, rig.when(OpenContactors.class).orElseThrow(), volts + " V");
    }
  }

  @Test
  void aDipOf25MillisecondsKeepsTheContactorsClosed() {
    PilotRig rig = PilotRig.charging(SIXTEEN).clear();
    rig.level(9).run(25).level(6).run(1000);
    assertEquals(List.of(), rig.effects());
  }

  @Test
  void afterALongerDipTheyCloseAgainOnlyWhenCIsStable() {
    PilotRig rig = PilotRig.charging(SIXTEEN).clear();
    rig.level(9).run(26);
    assertEquals(List.of(new OpenContactors("vehicle left C/D")), rig.effects());
    rig.level(6).run(250);
    assertFalse(rig.machine().contactorsClosed());
    assertTrue(rig.run(1).machine().contactorsClosed());
  }

  @Test
  void withdrawnPermissionOpensInTheSameStep() {
    PilotRig rig = PilotRig.charging(SIXTEEN).clear();
    rig.permit(false);
    assertEquals(List.of(new OpenContactors("permission withdrawn")), rig.effects());
  }

  @Test
  void openingComesBeforeEverythingElse() {
    PilotRig rig = PilotRig.charging(SIXTEEN).clear();
    rig.offer(new PilotOffer.NotAvailable());
    assertEquals(
        List.of(
            new OpenContactors("station not available"),
            new SignalNotAvailable(),
            new StateChanged(PilotState.C, PilotState.F)),
        rig.effects());
  }

  @Test
  void withoutPwmAVehicleHasSixSecondsToLeaveC() {
    // IEC 61851-1 Table A.6, sequence 10.2.
    PilotRig rig = PilotRig.charging(SIXTEEN).clear().offer(NONE);
    assertEquals(List.of(new SignalSteady()), rig.effects());
    rig.run(5999);
    assertTrue(rig.machine().contactorsClosed());
    rig.run(1);
    assertFalse(rig.machine().contactorsClosed());
    assertEquals(java.util.Set.of(PilotFault.VEHICLE_DOES_NOT_STOP), rig.machine().faults());
    rig.level(9).run(30);
    assertEquals(java.util.Set.of(), rig.machine().faults());
  }

  @Test
  void aVehicleThatStopsInTimeIsNoFault() {
    PilotRig rig = PilotRig.charging(SIXTEEN).clear().offer(NONE);
    rig.run(5950).level(9).run(10_000);
    assertEquals(
        List.of(
            new SignalSteady(),
            new OpenContactors("vehicle left C/D"),
            new StateChanged(PilotState.C, PilotState.B)),
        rig.effects());
  }

  @Test
  void pwmThatReturnsBeforeSixSecondsKeepsTheContactorsClosed() {
    PilotRig rig = PilotRig.charging(SIXTEEN).clear();
    rig.offer(NONE).run(5999).offer(SIXTEEN).run(10_000);
    assertEquals(List.of(new SignalSteady(), pwm(16)), rig.effects());
  }

  @Test
  void aVehicleThatOverstayedIsEnergisedAgainWithNewPwm() {
    PilotRig rig = PilotRig.charging(SIXTEEN).offer(NONE).run(7000).clear();
    rig.offer(SIXTEEN).run(100);
    assertTrue(rig.machine().contactorsClosed());
    assertTrue(
        rig.effects().contains(new PilotEffect.FaultCleared(PilotFault.VEHICLE_DOES_NOT_STOP)));
  }

  // ---- the signal

  @Test
  void pwmIsOnTheLineOnlyWhileAVehicleIsConnected() {
    PilotRig rig = PilotRig.standard().offer(SIXTEEN).run(1000);
    assertEquals(Optional.empty(), rig.machine().dutyPercent());
    rig.level(9).run(251);
    assertEquals(Optional.of(DutyCycle.fromAmps(16)), rig.machine().dutyPercent());
    rig.level(12).run(26);
    assertEquals(Optional.empty(), rig.machine().dutyPercent());
  }

  @Test
  void aRiseWaitsFiveSecondsAfterTheChangeBefore() {
    // IEC 61851-1 Table A.6, sequence 6: the vehicle has 5 s to follow.
    PilotRig rig = PilotRig.charging(basic(10)).clear();
    rig.offer(basic(16));
    assertEquals(List.of(pwm(16)), rig.effects(), "the previous change is long ago");
    rig.offer(basic(20)).run(4999);
    assertEquals(List.of(pwm(16)), rig.effects());
    rig.run(1);
    assertEquals(List.of(pwm(16), pwm(20)), rig.effects());
  }

  @Test
  void aReductionNeverWaits() {
    PilotRig rig = PilotRig.charging(basic(10)).offer(basic(16)).clear();
    rig.offer(basic(15));
    rig.offer(basic(6));
    assertEquals(List.of(pwm(15), pwm(6)), rig.effects());
    rig.offer(NONE);
    assertEquals(new SignalSteady(), rig.effects().getLast());
  }

  @Test
  void aReductionOfLessThanOneAmpereWaitsLikeARise() {
    PilotRig rig = PilotRig.charging(basic(10)).offer(basic(16)).clear();
    rig.offer(basic(15.1)).run(4999);
    assertEquals(List.of(), rig.effects());
    rig.run(1);
    assertEquals(List.of(pwm(15.1)), rig.effects());
    // Small steps add up: the distance to the applied duty counts.
    rig.offer(basic(14.5)).offer(basic(14.1));
    assertEquals(List.of(pwm(15.1), pwm(14.1)), rig.effects());
  }

  @Test
  void onlyTheNewestOfSeveralWaitingChangesIsApplied() {
    PilotRig rig = PilotRig.charging(basic(10)).offer(basic(12)).clear();
    rig.offer(basic(16)).run(1000).offer(basic(32)).run(1000).offer(basic(20)).run(10_000);
    assertEquals(List.of(pwm(20)), rig.effects());
  }

  @Test
  void leavingFivePercentDoesNotWait() {
    PilotRig rig = PilotRig.standard().level(9).run(300).offer(DIGITAL).run(100).clear();
    rig.offer(SIXTEEN);
    assertEquals(List.of(pwm(16)), rig.effects());
  }

  @Test
  void stateFLastsAtLeast300Milliseconds() {
    // IEC 61851-1 Table A.6, sequence 12.
    PilotRig rig = PilotRig.standard().level(9).run(300).offer(new PilotOffer.NotAvailable());
    rig.clear().offer(SIXTEEN).run(299);
    assertEquals(List.of(), rig.effects());
    rig.run(1);
    assertEquals(List.of(new SignalSteady()), rig.effects());
    rig.run(252);
    assertEquals(
        List.of(new SignalSteady(), pwm(16), new StateChanged(PilotState.F, PilotState.B)),
        rig.effects());
  }

  @Test
  void aVehicleUnpluggedInStateFIsMissedAtItsEnd() {
    PilotRig rig = PilotRig.standard().level(9).run(300).offer(new PilotOffer.NotAvailable());
    rig.level(12).run(1000).clear().offer(NONE).run(27);
    assertEquals(
        List.of(new SignalSteady(), new StateChanged(PilotState.F, PilotState.A)), rig.effects());
  }

  // ---- BCB toggle

  @Test
  void pulsesOfAToggleAreCountedWithinTheirWindow() {
    PilotRig rig = PilotRig.standard().level(9).run(300).offer(DIGITAL).run(100).clear();
    for (int i = 0; i < 3; i++) {
      rig.level(6).run(200).level(9).run(200);
    }
    assertEquals(
        List.of(
            new PilotEffect.BcbToggle(1),
            new PilotEffect.BcbToggle(2),
            new PilotEffect.BcbToggle(3)),
        rig.effects());
    rig.run(3500).clear().level(6).run(200).level(9).run(200);
    assertEquals(List.of(new PilotEffect.BcbToggle(1)), rig.effects(), "a new window");
  }

  @Test
  void tooShortAndTooLongPulsesAreNoToggle() {
    for (long pulse : new long[] {149, 451}) {
      PilotRig rig = PilotRig.standard().level(9).run(300).clear();
      rig.level(6).run(pulse).level(9).run(300);
      assertEquals(
          Optional.empty(), rig.when(PilotEffect.BcbToggle.class), "pulse of " + pulse + " ms");
    }
    for (long pulse : new long[] {150, 450}) {
      PilotRig rig = PilotRig.standard().level(9).run(300).clear();
      rig.level(6).run(pulse).level(9).run(300);
      assertTrue(rig.when(PilotEffect.BcbToggle.class).isPresent(), "pulse of " + pulse + " ms");
    }
  }

  @Test
  void theEndOfChargingIsNoToggle() {
    PilotRig rig = PilotRig.standard().level(9).run(300).offer(SIXTEEN).permit(true).run(100);
    rig.level(6).run(300).level(9).run(1000);
    assertInstanceOf(OpenContactors.class, rig.effects().get(rig.effects().size() - 2));
    assertEquals(Optional.empty(), rig.when(PilotEffect.BcbToggle.class));
  }
}
