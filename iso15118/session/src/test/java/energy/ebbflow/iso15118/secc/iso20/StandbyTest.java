package energy.ebbflow.iso15118.secc.iso20;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.message.iso20.EvseNotification;
import energy.ebbflow.iso15118.message.iso20.EvseStatus;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryResponse;
import energy.ebbflow.iso15118.message.iso20.session.ChargingSession;
import energy.ebbflow.iso15118.secc.Drive;
import energy.ebbflow.iso15118.secc.EvseView.Isolation;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import energy.ebbflow.iso15118.secc.Outlook;
import energy.ebbflow.iso15118.secc.Outlook.Ask;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.secc.VehicleWord.StandbyBegun;
import energy.ebbflow.iso15118.secc.iso20.offer.Iso20Options;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A vehicle rests without ending its session. */
final class StandbyTest {
  private static final Iso20Options STANDBY = Iso20Options.PLAIN.withStandby();

  /** DC: contactors open, and no energy without another cable check. */
  @Test
  void directCurrentRestsAndComesBack() {
    Drive drive = rest(Sessions.dc(STANDBY).toLoop());
    assertTrue(drive.did(StandbyBegun.class));
    drive.station.isolation = Isolation.NOT_TESTED;
    drive.station.volts = 0;
    drive.throughCableCheck().send(drive.car.preCharge(370));
    drive.station.volts = 370;
    drive.send(drive.car.preCharge(370)).send(drive.car.power(ChargeProgress.START));
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    drive.send(drive.car.loop());
    assertTrue(drive.did(SeccEffect.StartEnergyTransfer.class));
  }

  /** The outlet is dead: a start out of standby would close contactors onto a battery. */
  @Test
  void directCurrentDoesNotStartAtOnce() {
    Drive drive = rest(Sessions.dc(STANDBY).toLoop());
    drive.send(drive.car.power(ChargeProgress.START));
    drive.refused(ResponseCode.FAILED_SEQUENCE_ERROR);
    assertFalse(drive.did(SeccEffect.StartEnergyTransfer.class));
  }

  /** AC: a start closes the contactors again. */
  @Test
  void alternatingCurrentRestsAndComesBack() {
    Drive drive = rest(Sessions.ac(STANDBY).toAcLoop());
    drive.send(drive.car.power(ChargeProgress.START));
    assertTrue(drive.did(SeccEffect.StartEnergyTransfer.class));
    drive.station.closed = true;
    drive.tick();
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    assertEquals("AcChargeLoop", drive.session.stateName());
  }

  /** [V2G20-2122]: standby right behind the schedule exchange, without any cable check. */
  @Test
  void standbyBeforeAnything() {
    Drive drive = Sessions.dc(STANDBY).toCableCheck();
    drive.send(drive.car.power(ChargeProgress.STANDBY)).tick();
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    assertEquals("Standby", drive.session.stateName());
    Drive stop = Drive.bpt().toCableCheck();
    stop.send(stop.car.power(ChargeProgress.STOP)).tick();
    assertEquals(ResponseCode.OK, stop.response().responseCode());
    stop.send(stop.car.stop(ChargingSession.PAUSE));
    assertTrue(stop.effect(SeccEffect.SessionEnded.class).paused());
    Drive start = Sessions.dc(STANDBY).toCableCheck();
    start.send(start.car.power(ChargeProgress.START));
    start.refused(ResponseCode.FAILED_SEQUENCE_ERROR);
  }

  /** The answer waits for the contactors, on both sides of its deadline. */
  @Test
  void answerWaitsForTheContactors() {
    Drive drive = Sessions.dc(STANDBY).toLoop();
    drive.send(drive.car.power(ChargeProgress.STANDBY));
    assertTrue(drive.did(SeccEffect.StopEnergyTransfer.class));
    assertTrue(drive.silent());
    drive.pass(SeccTiming.POWER_DELIVERY - 1).tick();
    assertTrue(drive.silent());
    drive.pass(1).tick();
    drive.refused(ResponseCode.FAILED_CONTACTOR_ERROR);
  }

  /** The station wants it back, or wants the end: both are in the answers. */
  @Test
  void stationCallsTheVehicle() {
    Drive drive = rest(Sessions.ac(STANDBY).toAcLoop());
    assertEquals(Optional.empty(), status(drive));
    drive.station.outlook = Outlook.NONE.withAsk(Ask.EXIT_STANDBY);
    assertEquals(Optional.of(new EvseStatus(0, EvseNotification.EXIT_STANDBY)), status(drive));
    drive.station.stop = Optional.of(Stop.TERMINATE);
    assertEquals(Optional.of(new EvseStatus(0, EvseNotification.TERMINATE)), status(drive));
    drive.send(drive.car.power(ChargeProgress.START));
    drive.refused(ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED);
    assertFalse(drive.did(SeccEffect.StartEnergyTransfer.class));
  }

  /** A plan may be talked about in standby; the end and the pause go in order. */
  @Test
  void sessionEndsOutOfStandby() {
    Drive drive = rest(Sessions.ac(STANDBY).toAcLoop());
    drive.send(drive.car.dynamicSchedule());
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    assertEquals("Standby", drive.session.stateName());
    drive.send(drive.car.power(ChargeProgress.STOP)).tick();
    assertEquals("AwaitSessionStop", drive.session.stateName());
    Drive paused = rest(Sessions.dc(STANDBY).toLoop());
    paused.send(paused.car.stop(ChargingSession.PAUSE));
    assertTrue(paused.effect(SeccEffect.SessionEnded.class).paused());
  }

  /** A vehicle in standby is heard of every minute. */
  @Test
  void silenceInStandby() {
    Drive drive = rest(Sessions.ac(STANDBY).toAcLoop());
    drive.pass(SeccTiming.SEQUENCE - 1).tick();
    assertFalse(drive.session.ended());
    drive.pass(1).tick();
    assertTrue(drive.session.ended());
  }

  private static Optional<EvseStatus> status(Drive drive) {
    drive.send(drive.car.power(ChargeProgress.STANDBY));
    return drive.response(PowerDeliveryResponse.class).evseStatus();
  }

  private static Drive rest(Drive drive) {
    drive.send(drive.car.power(ChargeProgress.STANDBY));
    drive.station.closed = false;
    drive.station.amps = 0;
    return drive.tick();
  }
}
