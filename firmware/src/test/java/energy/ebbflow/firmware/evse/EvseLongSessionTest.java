package energy.ebbflow.firmware.evse;

import static energy.ebbflow.firmware.evse.EvseRig.SECOND;
import static energy.ebbflow.firmware.evse.EvseRig.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.evse.path.LinkRules;
import energy.ebbflow.firmware.evse.path.PathChoice;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Quantity;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Unit;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sessions that last for days (R5). */
class EvseLongSessionTest {
  /**
   * The origin of the monotonic clock is arbitrary: it may turn over in the middle of a session.
   */
  @Test
  void theMonotonicClockMayTurnOver() {
    EvseRig rig = EvseRig.dc(Optional.of(TOKEN)).startingAt(Long.MAX_VALUE - 60 * SECOND);
    rig.charge().acceptLastQuestion().run(SECOND);
    // A wish ends by itself; a limit would hold until the next one is told.
    rig.command(
        new BackOfficeCommand.PowerBounds(
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Quantity(10_000, Unit.WATT)),
            "CentralSetpoint",
            "5",
            Optional.of(Instant.ofEpochSecond(120))));
    rig.run(SECOND);
    assertEquals(26.3, rig.amps(), 0.1);
    rig.run(60 * SECOND);
    assertTrue(rig.nanos < 0, "the clock has turned over");
    assertEquals(26.3, rig.amps(), 0.1);
    int updates = rig.transactions(Kind.UPDATED).size();
    rig.run(61 * SECOND);
    assertEquals(52.6, rig.amps(), 0.1, "the wish has ended");
    assertTrue(rig.transactions(Kind.UPDATED).size() > updates, "meter values go on");
    rig.command(new BackOfficeCommand.Stop(1, rig.evse.transaction().orElseThrow())).run(SECOND);
    rig.says(new SeccEffect.StopEnergyTransfer("stop")).run(SECOND);
    rig.says(new SeccEffect.SessionEnded(false, new byte[8])).run(SECOND);
    assertEquals(1, rig.transactions(Kind.ENDED).size());
    assertFalse(rig.closed());
  }

  @Test
  void theFallbackMayHappenWhileTheClockTurnsOver() {
    EvseRig rig = EvseRig.ac(Optional.of(TOKEN)).startingAt(Long.MAX_VALUE - PathChoice.LINK_NANOS);
    rig.plug().acceptLastQuestion();
    rig.run(PathChoice.LINK_NANOS + PathChoice.QUIET_NANOS + SECOND);
    assertTrue(rig.signal() instanceof PilotSignal.Pwm pwm && pwm.dutyPercent() > 10);
    rig.pilotVolts = 6;
    rig.run(SECOND);
    assertTrue(rig.closed());
  }

  /** Pauses and wake-ups of a long stay neither end the transaction nor use anything up. */
  @Test
  void pausesOfALongStayKeepTheTransaction() {
    EvseRig rig = EvseRig.dc(Optional.of(TOKEN));
    rig.charge().acceptLastQuestion().run(SECOND);
    String transaction = rig.evse.transaction().orElseThrow();
    for (int night = 1; night <= 30; night++) {
      limit(rig, 0, Optional.empty());
      rig.waits(LinkRules.PAUSE_NANOS + SECOND);
      rig.says(new SeccEffect.StopEnergyTransfer("pause")).run(SECOND);
      rig.says(new SeccEffect.SessionEnded(true, new byte[8])).waits(600 * SECOND);
      limit(rig, 5_000, Optional.empty());
      rig.run(SECOND);
      assertEquals(new PilotSignal.Pwm(5), rig.signal(), "night " + night);
      rig.linkUp(night + 1).again();
      assertTrue(rig.amps() > 10, "night " + night);
      assertEquals(Optional.of(transaction), rig.evse.transaction());
    }
  }

  private static void limit(EvseRig rig, double watts, Optional<Instant> until) {
    rig.command(
        new BackOfficeCommand.PowerBounds(
            1,
            Optional.of(new Quantity(watts, Unit.WATT)),
            Optional.of(new Quantity(0, Unit.WATT)),
            Optional.empty(),
            "ChargingOnly",
            "5",
            until));
  }
}
