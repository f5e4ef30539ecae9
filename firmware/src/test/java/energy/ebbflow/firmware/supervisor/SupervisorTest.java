package energy.ebbflow.firmware.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SupervisorTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;
  private static final SupervisorConfig CONFIG = SupervisorConfig.of(true, 500, 60, 80);

  private Supervisor supervisor = Supervisor.initial(CONFIG);

  @Test
  void aHealthyOutletHasNoFault() {
    assertEquals(List.of(), look(seen(it -> it), 0));
    assertTrue(supervisor.reaction().isEmpty());
  }

  @Test
  void theEmergencyStopOpensInTheVerySamePass() {
    assertRaised(StationFault.EMERGENCY_STOP, look(seen(it -> it.emergencyStop(true)), 0));
    assertTrue(supervisor.demands(Reaction.OPEN_NOW));
  }

  /** The button is released, but the fault stays for the recovery time: both sides of it. */
  @Test
  void aReleasedEmergencyStopIsClearedAfterFiveSeconds() {
    look(seen(it -> it.emergencyStop(true)), 0);
    look(seen(it -> it), SECOND);
    look(seen(it -> it), SECOND + CONFIG.recoverNanos() - 1);
    assertTrue(supervisor.isActive(StationFault.EMERGENCY_STOP));
    List<SupervisorEffect> effects = look(seen(it -> it), SECOND + CONFIG.recoverNanos());
    assertEquals(List.of(new SupervisorEffect.Cleared(StationFault.EMERGENCY_STOP)), effects);
  }

  @Test
  void anEmergencyStopPressedAgainStartsTheRecoveryAnew() {
    look(seen(it -> it.emergencyStop(true)), 0);
    look(seen(it -> it), SECOND);
    look(seen(it -> it.emergencyStop(true)), 2 * SECOND);
    look(seen(it -> it), 3 * SECOND);
    look(seen(it -> it), SECOND + CONFIG.recoverNanos());
    assertTrue(supervisor.isActive(StationFault.EMERGENCY_STOP));
  }

  @Test
  void aTrippedResidualCurrentDetectionNeedsTheVehicleToBeUnplugged() {
    look(seen(it -> it.residual(true)), 0);
    assertTrue(supervisor.demands(Reaction.OPEN_NOW));
    look(seen(it -> it), 3600 * SECOND);
    assertTrue(supervisor.isActive(StationFault.RESIDUAL_CURRENT));
    look(seen(it -> it.plugged(false)), 3601 * SECOND);
    assertFalse(supervisor.isActive(StationFault.RESIDUAL_CURRENT));
  }

  /** IEC 61851-23: a vehicle of up to 500 V is protected at 550 V. */
  @Test
  void overVoltageFollowsTheStepOfTheVehicle() {
    assertEquals(550, VoltageChecks.overVoltageLimit(Optional.of(500.0), 1000));
    assertEquals(825, VoltageChecks.overVoltageLimit(Optional.of(501.0), 1000));
    assertEquals(935, VoltageChecks.overVoltageLimit(Optional.of(850.0), 1000));
    assertEquals(1100, VoltageChecks.overVoltageLimit(Optional.of(1000.0), 1000));
    assertEquals(List.of(), look(seen(it -> it.volts(549.9).vehicleMax(450)), 0));
    assertRaised(StationFault.OVER_VOLTAGE, look(seen(it -> it.volts(550.1).vehicleMax(450)), 1));
  }

  @Test
  void overCurrentMustLastAHundredMilliseconds() {
    UnaryOperator<Seen> tooMuch = it -> it.amps(70).commanded(70);
    assertEquals(List.of(), look(seen(tooMuch), 0));
    assertEquals(List.of(), look(seen(tooMuch), 100 * MILLI - 1));
    assertRaised(StationFault.OVER_CURRENT, look(seen(tooMuch), 100 * MILLI));
  }

  @Test
  void anInterruptedOverCurrentStartsCountingAnew() {
    UnaryOperator<Seen> tooMuch = it -> it.amps(70).commanded(70);
    look(seen(tooMuch), 0);
    look(seen(it -> it), 50 * MILLI);
    look(seen(tooMuch), 60 * MILLI);
    assertEquals(List.of(), look(seen(tooMuch), 159 * MILLI));
    assertRaised(StationFault.OVER_CURRENT, look(seen(tooMuch), 160 * MILLI));
  }

  /** A ramp through a reversal is shorter than the patience; a converter that disobeys is not. */
  @Test
  void currentAgainstTheCommandIsAFaultAfterFiveSeconds() {
    UnaryOperator<Seen> wrongWay = it -> it.amps(-20).commanded(30);
    look(seen(wrongWay), 0);
    assertEquals(List.of(), look(seen(wrongWay), CONFIG.deviationNanos() - 1));
    assertRaised(StationFault.CURRENT_DEVIATION, look(seen(wrongWay), CONFIG.deviationNanos()));
  }

  /** A discharge without a battery pulls the bus down: 150 V less a tenth, for a second. */
  @Test
  void aBusThatCollapsesIsAFaultAfterASecond() {
    UnaryOperator<Seen> holds = it -> it.transferring().volts(135);
    look(seen(holds), 0);
    assertEquals(List.of(), look(seen(holds), 10 * SECOND));
    UnaryOperator<Seen> collapsed = it -> it.transferring().volts(134.9);
    look(seen(collapsed), 20 * SECOND);
    assertEquals(List.of(), look(seen(collapsed), 21 * SECOND - 1));
    assertRaised(StationFault.UNDER_VOLTAGE, look(seen(collapsed), 21 * SECOND));
  }

  @Test
  void aVehicleThatTakesNothingIsDisconnectedAfterTenSeconds() {
    UnaryOperator<Seen> nothing = it -> it.transferring().amps(0).commanded(20);
    look(seen(nothing), 0);
    assertEquals(List.of(), look(seen(nothing), 10 * SECOND - 1));
    assertRaised(StationFault.VEHICLE_DISCONNECTED, look(seen(nothing), 10 * SECOND));
    assertTrue(supervisor.demands(Reaction.STOP));
  }

  /** A full battery at its highest voltage takes nothing; that is no fault. */
  @Test
  void aBatteryThatIsFullIsNoFault() {
    UnaryOperator<Seen> full = it -> it.transferring().volts(449).amps(0).commanded(20);
    look(seen(full), 0);
    assertEquals(List.of(), look(seen(full), 3600 * SECOND));
  }

  @Test
  void lessCurrentThanCommandedIsNoFault() {
    look(seen(it -> it.amps(5).commanded(40)), 0);
    assertEquals(List.of(), look(seen(it -> it.amps(5).commanded(40)), 60 * SECOND));
  }

  /** IEC 61851-23: at least 100 kΩ. */
  @Test
  void isolationBelowAHundredKiloOhmsOpens() {
    assertEquals(List.of(), look(seen(it -> it.kiloOhms(100)), 0));
    assertRaised(StationFault.ISOLATION, look(seen(it -> it.kiloOhms(99.9)), 1));
  }

  @Test
  void heatStopsInOrderAndHasAHysteresis() {
    look(seen(it -> it.celsius(79.9)), 0);
    assertFalse(supervisor.isActive(StationFault.OVER_TEMPERATURE));
    assertRaised(StationFault.OVER_TEMPERATURE, look(seen(it -> it.celsius(80)), 1));
    assertTrue(supervisor.demands(Reaction.STOP));
    assertFalse(supervisor.demands(Reaction.OPEN_NOW));
    look(seen(it -> it.celsius(70)), 2);
    look(seen(it -> it.celsius(70)), 100 * SECOND);
    assertTrue(supervisor.isActive(StationFault.OVER_TEMPERATURE));
    look(seen(it -> it.celsius(69.9)), 101 * SECOND);
    look(seen(it -> it.celsius(69.9)), 107 * SECOND);
    assertFalse(supervisor.isActive(StationFault.OVER_TEMPERATURE));
  }

  /** A sensor that says nothing sensible is no cool sensor. */
  @Test
  void aTemperatureThatIsNoNumberStops() {
    look(seen(it -> it.celsius(Double.NaN)), 0);
    assertTrue(supervisor.isActive(StationFault.OVER_TEMPERATURE));
  }

  /** The wire of a thermistor that breaks reads as deepest cold; no place has it. */
  @Test
  void aTemperatureThatNoPlaceHasStops() {
    assertEquals(List.of(), look(seen(it -> it.celsius(HotSensors.CELSIUS_MIN)), 0));
    assertRaised(
        StationFault.OVER_TEMPERATURE,
        look(seen(it -> it.celsius(HotSensors.CELSIUS_MIN - 0.1)), 1));
    look(seen(it -> it.celsius(Double.NaN)), 100 * SECOND);
    assertTrue(supervisor.isActive(StationFault.OVER_TEMPERATURE));
    look(seen(it -> it.celsius(40)), 101 * SECOND);
    look(seen(it -> it.celsius(40)), 106 * SECOND);
    assertFalse(supervisor.isActive(StationFault.OVER_TEMPERATURE));
  }

  /** Not a number is below no limit: an isolation that nobody knows is none. */
  @Test
  void anIsolationThatIsNoNumberOpens() {
    assertRaised(StationFault.ISOLATION, look(seen(it -> it.kiloOhms(Double.NaN)), 0));
  }

  /** The pins tripped; the air, which is warm as always, has nothing to do with it. */
  @Test
  void oneHotSensorDoesNotHoldTheOthersToItsWayBack() {
    look(seen(it -> it.celsius(Map.of("pins", 81.0, "air", 75.0))), 0);
    assertTrue(supervisor.isActive(StationFault.OVER_TEMPERATURE));
    // 75 °C are above the 70 °C below which a sensor that was too hot lets go.
    look(seen(it -> it.celsius(Map.of("pins", 69.9, "air", 75.0))), SECOND);
    look(seen(it -> it.celsius(Map.of("pins", 69.9, "air", 75.0))), 6 * SECOND - 1);
    assertTrue(supervisor.isActive(StationFault.OVER_TEMPERATURE));
    look(seen(it -> it.celsius(Map.of("pins", 69.9, "air", 75.0))), 6 * SECOND);
    assertFalse(supervisor.isActive(StationFault.OVER_TEMPERATURE));
  }

  /** The air gets too hot while the pins cool down: then it has a way back of its own. */
  @Test
  void aSecondSensorThatGetsTooHotHoldsTheFaultToItsOwnWayBack() {
    look(seen(it -> it.celsius(Map.of("pins", 81.0, "air", 75.0))), 0);
    look(seen(it -> it.celsius(Map.of("pins", 60.0, "air", 80.0))), SECOND);
    look(seen(it -> it.celsius(Map.of("pins", 60.0, "air", 70.0))), 2 * SECOND);
    look(seen(it -> it.celsius(Map.of("pins", 60.0, "air", 70.0))), 100 * SECOND);
    assertTrue(supervisor.isActive(StationFault.OVER_TEMPERATURE));
    look(seen(it -> it.celsius(Map.of("pins", 60.0, "air", 69.9))), 101 * SECOND);
    look(seen(it -> it.celsius(Map.of("pins", 60.0, "air", 69.9))), 106 * SECOND);
    assertFalse(supervisor.isActive(StationFault.OVER_TEMPERATURE));
    // The next fault begins with a new memory.
    look(seen(it -> it.celsius(Map.of("pins", 80.0, "air", 75.0))), 107 * SECOND);
    look(seen(it -> it.celsius(Map.of("pins", 69.0, "air", 75.0))), 108 * SECOND);
    look(seen(it -> it.celsius(Map.of("pins", 69.0, "air", 75.0))), 113 * SECOND);
    assertFalse(supervisor.isActive(StationFault.OVER_TEMPERATURE));
  }

  /** While the fault waits for its end, a sensor that was too hot may not become warm again. */
  @Test
  void aSensorThatWasTooHotIsRememberedUntilTheFaultIsOver() {
    look(seen(it -> it.celsius(Map.of("pins", 80.0, "air", 80.0))), 0);
    look(seen(it -> it.celsius(Map.of("pins", 69.0, "air", 69.0))), SECOND);
    look(seen(it -> it.celsius(Map.of("pins", 71.0, "air", 69.0))), 2 * SECOND);
    look(seen(it -> it.celsius(Map.of("pins", 71.0, "air", 69.0))), 100 * SECOND);
    assertTrue(supervisor.isActive(StationFault.OVER_TEMPERATURE));
  }

  @Test
  void aWeldedContactorIsNeverForgottenWithoutARestart() {
    UnaryOperator<Seen> welded = it -> it.contactors(false, true);
    look(seen(welded), 0);
    assertEquals(List.of(), look(seen(welded), 500 * MILLI - 1));
    assertRaised(StationFault.CONTACTOR_WELDED, look(seen(welded), 500 * MILLI));
    look(seen(it -> it.plugged(false)), 3600 * SECOND);
    assertTrue(supervisor.isActive(StationFault.CONTACTOR_WELDED));
  }

  @Test
  void aContactorThatDoesNotCloseIsAFault() {
    UnaryOperator<Seen> stuck = it -> it.contactors(true, false);
    look(seen(stuck), 0);
    assertRaised(StationFault.CONTACTOR_DOES_NOT_CLOSE, look(seen(stuck), 500 * MILLI));
  }

  /** R17: without the grid nothing flows; contactors and session stay. */
  @Test
  void aLostGridHoldsThePowerAndReleasesIt() {
    assertRaised(StationFault.GRID_LOST, look(seen(it -> it.grid(false)), 0));
    assertEquals(Optional.of(Reaction.HOLD), supervisor.reaction());
    look(seen(it -> it.grid(true)), SECOND);
    look(seen(it -> it.grid(true)), SECOND + CONFIG.recoverNanos());
    assertTrue(supervisor.reaction().isEmpty());
  }

  @Test
  void aSilentConverterOpensWhileTheContactorsAreClosed() {
    assertEquals(List.of(), look(seen(it -> it.spokeAt(0)), CONFIG.silentNanos() - 1));
    assertRaised(StationFault.DEVICE_SILENT, look(seen(it -> it.spokeAt(0)), CONFIG.silentNanos()));
  }

  @Test
  void aSilentConverterIsNoFaultWhileTheContactorsAreOpen() {
    UnaryOperator<Seen> open = it -> it.contactors(false, false).spokeAt(0);
    assertEquals(List.of(), look(seen(open), 60 * SECOND));
  }

  @Test
  void aSilentMeterStopsInOrderWhilePowerFlows() {
    UnaryOperator<Seen> flows = it -> it.meterAt(0).amps(20).commanded(20);
    assertEquals(List.of(), look(seen(flows), CONFIG.meterSilentNanos() - 1));
    assertRaised(StationFault.METER, look(seen(flows), CONFIG.meterSilentNanos()));
  }

  /**
   * Its last word was 0 A: what flows since then nobody sees. Where it was told that current may
   * flow, that is enough; where nothing was told, or no meter has ever spoken, it is not.
   */
  @Test
  void aMeterThatFellSilentBeforeAnythingFlowedStopsInOrder() {
    UnaryOperator<Seen> blind = it -> it.meterAt(0).amps(0).commanded(20);
    UnaryOperator<Seen> idle = it -> it.meterAt(0).amps(0).commanded(0);
    assertEquals(List.of(), look(seen(idle), 60 * SECOND));
    supervisor = Supervisor.initial(CONFIG);
    assertEquals(List.of(), look(seen(blind), CONFIG.meterSilentNanos() - 1));
    assertRaised(StationFault.METER, look(seen(blind), CONFIG.meterSilentNanos()));
  }

  @Test
  void aRegisterThatRunsBackwardsIsAFault() {
    assertRaised(StationFault.METER, look(seen(it -> it.backwards(true)), 0));
  }

  @Test
  void aMeterThatContradictsTheConverterForHalfAMinuteIsAFault() {
    UnaryOperator<Seen> liar = it -> it.volts(400).amps(20).commanded(20).meterWatts(2_000);
    look(seen(liar), 0);
    assertEquals(List.of(), look(seen(liar), 30 * SECOND - 1));
    assertRaised(StationFault.METER_DEVIATION, look(seen(liar), 30 * SECOND));
  }

  @Test
  void aDevicesOwnReportIsNamed() {
    List<SupervisorEffect> effects = look(seen(it -> it.device("converter", "fan")), 0);
    assertEquals(
        List.of(new SupervisorEffect.Raised(StationFault.DEVICE, "converter: fan")), effects);
  }

  @Test
  void theStrongestReactionWins() {
    look(seen(it -> it.grid(false).celsius(90)), 0);
    assertEquals(Optional.of(Reaction.STOP), supervisor.reaction());
    look(seen(it -> it.grid(false).celsius(90).emergencyStop(true)), 1);
    assertEquals(Optional.of(StationFault.EMERGENCY_STOP), supervisor.worst());
  }

  @Test
  void aFaultTheOthersReportLastsUntilTheyReleaseIt() {
    supervisor = supervisor.hold(StationFault.STORAGE, "disk full", 0).next();
    look(seen(it -> it), 3600 * SECOND);
    assertTrue(supervisor.isActive(StationFault.STORAGE));
    supervisor = supervisor.release(StationFault.STORAGE);
    look(seen(it -> it), 3601 * SECOND);
    look(seen(it -> it), 3607 * SECOND);
    assertFalse(supervisor.isActive(StationFault.STORAGE));
  }

  @Test
  void aFaultIsToldOnce() {
    assertEquals(1, look(seen(it -> it.emergencyStop(true)), 0).size());
    assertEquals(0, look(seen(it -> it.emergencyStop(true)), 1).size());
  }

  private List<SupervisorEffect> look(Watched seen, long nowNanos) {
    Supervisor.Step step = supervisor.step(seen, nowNanos);
    supervisor = step.next();
    return step.effects();
  }

  private static void assertRaised(StationFault fault, List<SupervisorEffect> effects) {
    assertEquals(1, effects.size(), effects::toString);
    assertTrue(
        effects.getFirst() instanceof SupervisorEffect.Raised raised && raised.fault() == fault,
        effects::toString);
  }

  private static Watched seen(UnaryOperator<Seen> change) {
    return change.apply(Seen.direct()).build();
  }
}
