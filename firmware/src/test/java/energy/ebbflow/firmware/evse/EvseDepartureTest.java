package energy.ebbflow.firmware.evse;

import static energy.ebbflow.firmware.evse.EvseRig.SECOND;
import static energy.ebbflow.firmware.evse.EvseRig.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.evse.basic.BasicReport;
import energy.ebbflow.firmware.evse.path.PathChoice;
import energy.ebbflow.firmware.vehicles.KnownVehicle;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.iec61851.tolerance.VehicleKey;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * When a vehicle leaves by its own word, for the minimum current: it said so in a session that
 * broke, and is charged by duty cycle now (R2).
 */
class EvseDepartureTest {
  private static final long HOUR = 3600;

  private static SeccEffect.VehicleState leaving(Optional<Long> seconds, double energyTargetWh) {
    SeccEffect.VehicleState plain = RigVehicle.says(50);
    return new SeccEffect.VehicleState(
        plain.socPercent(),
        plain.minimumSocPercent(),
        plain.targetSocPercent(),
        Optional.empty(),
        Optional.empty(),
        plain.chargeWattsMax(),
        plain.dischargeWattsMax(),
        plain.chargeAmpsMax(),
        plain.dischargeAmpsMax(),
        plain.voltsMax(),
        plain.voltsMin(),
        Optional.of(energyTargetWh),
        plain.energyMaxWh(),
        plain.energyMinWh(),
        seconds);
  }

  /** An outlet that charges a vehicle by duty cycle, which spoke before. */
  private static EvseRig charging(SeccEffect.VehicleState said) {
    EvseRig rig = EvseRig.ac(Optional.of(TOKEN));
    rig.basicAmps = 16;
    // What is plugged so soon after a start counts as plugged before it.
    rig.waits(12 * SECOND);
    rig.plug().acceptLastQuestion();
    for (int attempt = 1; attempt <= PathChoice.AC_ATTEMPTS; attempt++) {
      rig.linkUp(attempt);
      rig.says(
          new SeccEffect.VehicleIdentified("WMIV1234567890ABCDEX"),
          new SeccEffect.ServiceSelected("AC", false, true),
          new SeccEffect.VehicleReport(said));
      rig.linkDown(attempt).run(PathChoice.QUIET_NANOS + SECOND);
    }
    EvseEffect.Recall recall = rig.done(EvseEffect.Recall.class).getLast();
    VehicleKey key = VehicleKey.of(VehicleKey.Kind.EVCC_ID, "WMIV1234567890ABCDEX", new byte[32]);
    rig.input(
        new EvseInput.Remembered(
            Optional.of(recall.visit()), KnownVehicle.unknown(key, Instant.EPOCH)));
    rig.pilotVolts = 6;
    rig.run(20 * SECOND);
    assertTrue(rig.closed() && rig.signal() instanceof PilotSignal.Pwm, "charged by duty cycle");
    return rig;
  }

  /** An energy service wants nothing for ten minutes; how often was the vehicle paused? */
  private static long pauses(EvseRig rig) {
    rig.command(
        new PowerBounds(
            1,
            Optional.of(new PowerBounds.Quantity(0, PowerBounds.Unit.WATT)),
            Optional.empty(),
            Optional.empty(),
            "ChargingOnly",
            "5",
            Optional.empty()));
    // It follows the signal down to the floor.
    rig.basicAmps = 6;
    rig.waits(600 * SECOND);
    assertEquals(Optional.empty(), rig.evse.worstFault());
    return rig.done(EvseEffect.Observe.class).stream()
        .filter(
            seen ->
                seen.observation() instanceof Observation.Basic(BasicReport report)
                    && report instanceof BasicReport.Paused)
        .count();
  }

  @Test
  void aVehicleThatStaysThreeHoursIsTested() {
    assertEquals(1, pauses(charging(leaving(Optional.of(3 * HOUR), 0))));
  }

  @Test
  void aVehicleThatLeavesInTwoHoursIsNot() {
    assertEquals(0, pauses(charging(leaving(Optional.of(2 * HOUR), 0))));
  }

  /** 22 kW for two hours: of three hours only one is to spare. */
  @Test
  void whatItWantsToTakeIsNoTimeToSpare() {
    assertEquals(0, pauses(charging(leaving(Optional.of(3 * HOUR), 44_000))));
  }

  /** 0 is how ISO 15118-2 says that nobody knows ([V2G2-304]); then it is not tested. */
  @Test
  void aVehicleThatNamesNoDepartureIsNotTested() {
    assertEquals(0, pauses(charging(leaving(Optional.empty(), 0))));
    assertEquals(0, pauses(charging(leaving(Optional.of(0L), 0))));
  }

  /** A report that repeats the number is not a later departure. */
  @Test
  void aRepeatedDepartureIsTheSameOne() {
    VehicleKnowledge first =
        VehicleKnowledge.NOTHING.reporting(leaving(Optional.of(HOUR), 0), Instant.EPOCH);
    Instant later = Instant.ofEpochSecond(600);
    assertEquals(
        Optional.of(Instant.ofEpochSecond(HOUR)),
        first.reporting(leaving(Optional.of(HOUR), 0), later).leaves());
    assertEquals(
        Optional.of(Instant.ofEpochSecond(600 + 1_800)),
        first.reporting(leaving(Optional.of(1_800L), 0), later).leaves());
    assertEquals(
        Optional.of(Instant.ofEpochSecond(HOUR)),
        first.reporting(leaving(Optional.empty(), 0), later).leaves());
  }
}
