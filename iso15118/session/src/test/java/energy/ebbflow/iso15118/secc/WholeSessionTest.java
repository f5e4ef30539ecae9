package energy.ebbflow.iso15118.secc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.message.app.SupportedAppProtocolResponse;
import energy.ebbflow.iso15118.message.iso20.EvseNotification;
import energy.ebbflow.iso15118.message.iso20.EvseStatus;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MeterInfo;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptDynamicDcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeResponse;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduledSeResControlMode;
import energy.ebbflow.iso15118.message.iso20.session.ChargingSession;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sessions from the connection to their end, by feeding requests. */
class WholeSessionTest {
  /** The order in which the station is told to act is the order of IEC 61851-23. */
  @Test
  void bidirectionalSessionActsInOrder() {
    Drive drive = Drive.bpt().toStop();
    drive.send(drive.car.stop(ChargingSession.TERMINATE));
    List<Class<?>> acts =
        drive.all.stream()
            .filter(
                effect ->
                    !(effect instanceof SeccEffect.Respond
                        || effect instanceof SeccEffect.VehicleReport
                        || effect instanceof VehicleWord))
            .<Class<?>>map(Object::getClass)
            .toList();
    assertEquals(
        List.of(
            SeccEffect.ProtocolChosen.class,
            SeccEffect.VehicleIdentified.class,
            SeccEffect.ServiceSelected.class,
            SeccEffect.StartCableCheck.class,
            SeccEffect.EndCableCheck.class,
            SeccEffect.PreCharge.class,
            SeccEffect.StartEnergyTransfer.class,
            SeccEffect.StopEnergyTransfer.class,
            SeccEffect.WeldingDetection.class,
            SeccEffect.SessionEnded.class,
            SeccEffect.CloseLink.class),
        acts);
    assertTrue(drive.session.ended());
    for (SeccEffect effect : drive.all) {
      if (effect instanceof SeccEffect.Respond respond) {
        boolean ok =
            respond.response() instanceof SupportedAppProtocolResponse
                || respond.response() instanceof Iso20Response response
                    && response.responseCode().wireName().startsWith("OK");
        assertTrue(ok, () -> respond.toString());
      }
    }
  }

  /** The same inputs give the same effects: nothing hidden decides. */
  @Test
  void sameInputsSameEffects() {
    assertEquals(Drive.bpt().toStop().all, Drive.bpt().toStop().all);
  }

  /**
   * DC has no target power: the limits of the loop carry the set-point, in both directions (R6).
   */
  @Test
  void setPointReachesTheNextResponse() {
    Drive drive = Drive.bpt().toLoop();
    drive.station.targetWatts = 12_345;
    drive.station.amps = 33.4;
    BptDynamicDcClResControlMode charging = limits(drive);
    assertEquals(12_345, charging.evseMaximumChargePower().toDouble());
    assertEquals(0, charging.evseMaximumDischargePower().toDouble());

    drive.station.targetWatts = -7_000;
    drive.station.amps = -18.9;
    BptDynamicDcClResControlMode discharging = limits(drive);
    assertEquals(0, discharging.evseMaximumChargePower().toDouble());
    assertEquals(7_000, discharging.evseMaximumDischargePower().toDouble());
    assertFalse(
        drive.did(SeccEffect.StopEnergyTransfer.class), "a reversal never stops the transfer");

    drive.station.dischargeWatts = 0;
    assertEquals(0, limits(drive).evseMaximumDischargePower().toDouble());
  }

  private static BptDynamicDcClResControlMode limits(Drive drive) {
    drive.send(drive.car.loop());
    return (BptDynamicDcClResControlMode)
        drive.response(DcChargeLoopResponse.class).clResControlMode();
  }

  /** Values on the wire are those of the view, import and export apart (R18). */
  @Test
  void loopShowsWhatTheStationMeasures() {
    Drive drive = Drive.bpt().toLoop();
    drive.station.volts = 371.26;
    drive.station.amps = -18.94;
    drive.station.targetWatts = -7_000;
    drive.send(drive.car.loop());
    DcChargeLoopResponse response = drive.response(DcChargeLoopResponse.class);
    assertEquals(371.3, response.evsePresentVoltage().toDouble());
    assertEquals(-18.94, response.evsePresentCurrent().toDouble());
    MeterInfo meter = response.meterInfo().orElseThrow();
    assertEquals("meter-1", meter.meterId());
    assertEquals(1234, meter.chargedEnergyReadingWh());
    assertEquals(Optional.of(568L), meter.bptDischargedEnergyReadingWh());
    assertEquals(Optional.empty(), response.evseStatus());
  }

  /** All the vehicle says reaches the domain, and again only when it changes. */
  @Test
  void vehicleReportCarriesEverything() {
    Drive drive = Drive.bpt().toLoop();
    SeccEffect.VehicleState state = drive.effect(SeccEffect.VehicleReport.class).state();
    assertEquals(Optional.of(52.0), state.socPercent());
    assertEquals(Optional.of(30.0), state.minimumSocPercent());
    assertEquals(Optional.of(80.0), state.targetSocPercent());
    assertEquals(Optional.of(19_000.0), state.chargeWattsMax());
    assertEquals(Optional.of(18_000.0), state.dischargeWattsMax());
    assertEquals(Optional.of(55.0), state.chargeAmpsMax());
    assertEquals(Optional.of(54.0), state.dischargeAmpsMax());
    assertEquals(Optional.of(400.0), state.voltsMax());
    assertEquals(Optional.of(300.0), state.voltsMin());
    assertEquals(Optional.of(11_000.0), state.energyTargetWh());
    assertEquals(Optional.of(19_000.0), state.energyMaxWh());
    assertEquals(Optional.of(-6_000.0), state.energyMinWh());
    assertEquals(Optional.of(28_000L), state.departureSeconds());
    assertEquals(Optional.empty(), state.targetAmps());
    drive.send(drive.car.loop());
    assertFalse(drive.did(SeccEffect.VehicleReport.class));
  }

  /** The station asks for the end in every response; the vehicle then ends it in order. */
  @Test
  void stationEndsTheLoop() {
    Drive drive = Drive.bpt().toLoop();
    drive.station.stop = Optional.of(Stop.TERMINATE);
    for (int i = 0; i < 2; i++) {
      drive.send(drive.car.loop());
      assertEquals(
          Optional.of(new EvseStatus(0, EvseNotification.TERMINATE)),
          drive.response(DcChargeLoopResponse.class).evseStatus());
    }
    drive.send(drive.car.power(ChargeProgress.STOP));
    drive.station.closed = false;
    drive.tick();
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    drive.send(drive.car.stop(ChargingSession.TERMINATE));
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    assertFalse(drive.effect(SeccEffect.SessionEnded.class).paused());
  }

  /** [V2G20-1850]: in dynamic control the vehicle has a minute to pause. */
  @Test
  void stationPauses() {
    Drive drive = Drive.bpt().toLoop();
    drive.station.stop = Optional.of(Stop.PAUSE);
    drive.send(drive.car.loop());
    assertEquals(
        Optional.of(new EvseStatus(60, EvseNotification.PAUSE)),
        drive.response(DcChargeLoopResponse.class).evseStatus());
  }

  /** A fault needs no politeness: the session fails with the next answer. */
  @Test
  void stationFaultFailsTheLoop() {
    Drive drive = Drive.bpt().toLoop();
    drive.station.stop = Optional.of(Stop.FAULT);
    drive.send(drive.car.loop());
    drive.refused(ResponseCode.FAILED);
  }

  /** Scheduled control: the vehicle's wish for a current reaches the domain. */
  @Test
  void scheduledSessionReportsTheTarget() {
    Drive drive = Drive.bpt().toServices();
    drive
        .send(drive.car.discovery())
        .send(drive.car.detail(Requests.DC))
        .send(drive.car.select(Requests.DC, Requests.SCHEDULED_SET));
    assertEquals(
        new SeccEffect.ServiceSelected("DC", false, false, false, Optional.of(true)),
        drive.effect(SeccEffect.ServiceSelected.class));
    drive.send(drive.car.dcParameters()).send(drive.car.scheduledSchedule());
    ScheduledSeResControlMode offered =
        (ScheduledSeResControlMode)
            drive.response(ScheduleExchangeResponse.class).seResControlMode();
    assertEquals(
        20_000,
        offered
            .scheduleTuple()
            .getFirst()
            .chargingSchedule()
            .powerSchedule()
            .powerScheduleEntries()
            .powerScheduleEntry()
            .getFirst()
            .power()
            .toDouble());
    drive.throughCableCheck().send(drive.car.preCharge(370)).send(drive.car.startWithSchedule(1));
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    drive.send(drive.car.scheduledLoop(31.5, 372));
    SeccEffect.VehicleState state = drive.effect(SeccEffect.VehicleReport.class).state();
    assertEquals(Optional.of(31.5), state.targetAmps());
    assertEquals(Optional.of(372.0), state.targetVolts());
  }

  /** [V2G20-1477]: another service without unplugging, and the cable is tested again. */
  @Test
  void serviceIsRenegotiated() {
    Drive drive = Drive.bpt().toStop();
    drive.send(drive.car.stop(ChargingSession.SERVICE_RENEGOTIATION));
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    assertFalse(drive.session.ended());
    drive
        .send(drive.car.discovery())
        .send(drive.car.detail(Requests.DC))
        .send(drive.car.select(Requests.DC, Requests.DYNAMIC_SET))
        .send(drive.car.dcParameters())
        .send(drive.car.dynamicSchedule())
        .send(drive.car.cableCheck());
    assertTrue(drive.did(SeccEffect.StartCableCheck.class));
  }

  /** A paused session is taken up under its old id and service; both ways in are known. */
  @Test
  void pausedSessionIsResumed() {
    Drive first = Drive.bpt().toStop();
    first.send(first.car.stop(ChargingSession.PAUSE));
    assertTrue(first.effect(SeccEffect.SessionEnded.class).paused());
    for (boolean straight : new boolean[] {true, false}) {
      Drive again = Drive.resuming(first.session.paused().orElseThrow());
      again.car = first.car;
      again.station.authorisation = EvseView.Authorisation.ACCEPTED;
      again.linkUp().send(Requests.sap()).send(again.car.setup());
      assertEquals(ResponseCode.OK_OLD_SESSION_JOINED, again.response().responseCode());
      if (!straight) {
        again
            .send(again.car.authorizationSetup())
            .send(again.car.authorization())
            .send(again.car.discovery())
            .send(again.car.detail(Requests.DC_BPT))
            .send(again.car.select(Requests.DC_BPT, Requests.DYNAMIC_SET));
      }
      again.send(again.car.bptParameters()).send(again.car.dynamicSchedule()).throughCableCheck();
      assertEquals(ResponseCode.OK, again.response().responseCode());
    }
  }

  /** Another vehicle, or one that forgot, gets a new session. */
  @Test
  void unknownOldSessionBecomesNew() {
    Drive first = Drive.bpt().toStop();
    first.send(first.car.stop(ChargingSession.PAUSE));
    Drive other = Drive.resuming(first.session.paused().orElseThrow());
    other.linkUp().send(Requests.sap()).send(other.car.setup());
    assertEquals(ResponseCode.OK_NEW_SESSION_ESTABLISHED, other.response().responseCode());
  }
}
