package energy.ebbflow.iso15118.secc.iso20;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.message.iso20.session.ChargingSession;
import energy.ebbflow.iso15118.secc.Drive;
import energy.ebbflow.iso15118.secc.Requests;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccTiming;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A current that nobody asks for any more, and a wish that is over. */
final class UnattendedTest {
  /** Decision 0130: both sides of the deadline; a request of the loop brings the current back. */
  @Test
  void silentRenegotiationBringsTheCurrentToZero() {
    Drive drive = Sessions.scheduledLoop(Sessions.priced(3));
    drive.send(drive.car.power(ChargeProgress.SCHEDULE_RENEGOTIATION));
    drive.pass(SeccTiming.UNATTENDED_CURRENT - 1).tick();
    assertFalse(drive.did(SeccEffect.VehicleReport.class));
    drive.pass(1).tick();
    assertEquals(Optional.of(0d), amps(drive));
    drive.tick();
    assertFalse(drive.did(SeccEffect.VehicleReport.class), "once");
    drive.send(drive.car.scheduledLoop(12, 370));
    assertEquals(Optional.of(12d), amps(drive));
    assertEquals("DcChargeLoop", drive.session.stateName());
  }

  /** The session itself has the standard's time; power that starts anew waits for the loop. */
  @Test
  void exchangeGoesOnWithoutCurrent() {
    Drive drive = Sessions.scheduledLoop(Sessions.priced(3));
    drive.send(drive.car.power(ChargeProgress.SCHEDULE_RENEGOTIATION));
    drive.pass(SeccTiming.SEQUENCE - 1).tick();
    assertEquals(Optional.of(0d), amps(drive));
    drive.send(drive.car.scheduledSchedule());
    drive.pass(SeccTiming.UNATTENDED_CURRENT).tick();
    assertFalse(drive.did(SeccEffect.VehicleReport.class), "there is no current to end");
    drive.send(drive.car.power(ChargeProgress.START));
    assertEquals("DcChargeLoop", drive.session.stateName());
    assertFalse(drive.did(SeccEffect.VehicleReport.class));
    drive.send(drive.car.scheduledLoop(12, 370));
    assertEquals(Optional.of(12d), amps(drive));
  }

  /** A vehicle that talks is not silent. */
  @Test
  void exchangeIsASignOfLife() {
    Drive drive = Sessions.scheduledLoop(Sessions.priced(3));
    drive.send(drive.car.power(ChargeProgress.SCHEDULE_RENEGOTIATION));
    drive.pass(SeccTiming.UNATTENDED_CURRENT - 1).send(drive.car.scheduledSchedule());
    drive.pass(SeccTiming.UNATTENDED_CURRENT - 1).tick();
    assertFalse(drive.did(SeccEffect.VehicleReport.class));
    drive.pass(1).tick();
    assertEquals(Optional.of(0d), amps(drive));
  }

  /** In dynamic control the rest ends with the loop, too: there the vehicle asks for no current. */
  @Test
  void dynamicControlComesBack() {
    Drive drive = Drive.bpt().toLoop();
    drive.send(drive.car.power(ChargeProgress.SCHEDULE_RENEGOTIATION));
    drive.pass(SeccTiming.UNATTENDED_CURRENT).tick();
    assertEquals(Optional.of(0d), amps(drive));
    drive.send(drive.car.loop());
    assertEquals(Optional.empty(), amps(drive));
  }

  /** An AC vehicle draws its current itself; the pilot line watches it. */
  @Test
  void alternatingCurrentIsTheVehicles() {
    Drive drive = Drive.ac().toAcLoop();
    drive.send(drive.car.power(ChargeProgress.SCHEDULE_RENEGOTIATION));
    drive.pass(SeccTiming.UNATTENDED_CURRENT).tick();
    assertFalse(drive.did(SeccEffect.VehicleReport.class));
  }

  /** Scheduled, then dynamic control in one session: the current once asked for binds nobody. */
  @Test
  void anotherControlModeForgetsTheOldWish() {
    Drive drive = Sessions.scheduledLoop(Sessions.priced(3));
    assertEquals(Optional.of(10d), amps(drive));
    drive.send(drive.car.power(ChargeProgress.STOP));
    drive.station.closed = false;
    drive.tick().send(drive.car.stop(ChargingSession.SERVICE_RENEGOTIATION));
    drive
        .send(drive.car.discovery())
        .send(drive.car.detail(Requests.DC_BPT))
        .send(drive.car.select(Requests.DC_BPT, Requests.DYNAMIC_SET))
        .send(drive.car.bptParameters())
        .send(drive.car.dynamicSchedule());
    Sessions.throughPreCharge(drive);
    drive.send(drive.car.power(ChargeProgress.START)).send(drive.car.loop());
    assertEquals("DcChargeLoop", drive.session.stateName());
    assertEquals(Optional.empty(), amps(drive));
  }

  /** The station hears whether another choice would find another list. */
  @Test
  void selectionTellsWhatWasOffered() {
    Drive both = Drive.bpt().toParameters();
    assertEquals(
        new SeccEffect.ServiceSelected("DC_BPT", true, true, false, Optional.of(true)),
        both.effect(SeccEffect.ServiceSelected.class));
    Drive one = Drive.bpt();
    one.station.outlook = one.station.outlook.withBidirectional(false);
    one.toSelected(Requests.DC, Requests.DYNAMIC_SET);
    assertEquals(
        new SeccEffect.ServiceSelected("DC", false, true, false, Optional.of(false)),
        one.effect(SeccEffect.ServiceSelected.class));
    assertTrue(one.config.serviceRenegotiation());
  }

  private static Optional<Double> amps(Drive drive) {
    return drive.effect(SeccEffect.VehicleReport.class).state().targetAmps();
  }
}
