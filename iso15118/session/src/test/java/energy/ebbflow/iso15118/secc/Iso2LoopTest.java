package energy.ebbflow.iso15118.secc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.iso2.MeterInfo;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeProgress;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryResponse;
import energy.ebbflow.iso15118.message.iso2.loop.ChargingStatusRequest;
import energy.ebbflow.iso15118.message.iso2.loop.ChargingStatusResponse;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandResponse;
import energy.ebbflow.iso15118.message.iso2.payment.MeteringReceiptRequest;
import energy.ebbflow.iso15118.message.iso2.payment.MeteringReceiptResponse;
import energy.ebbflow.iso15118.message.iso2.service.EnergyTransferMode;
import energy.ebbflow.iso15118.message.iso2.session.ChargingSession;
import energy.ebbflow.iso15118.message.iso2.status.DcEvseStatusCode;
import energy.ebbflow.iso15118.message.iso2.status.EvseNotification;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import energy.ebbflow.iso15118.secc.PowerPlan.Interval;
import energy.ebbflow.iso15118.secc.iso2.Iso2Options;
import energy.ebbflow.iso15118.secc.iso2.Iso2Timing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The charge loops of ISO 15118-2: what the station asks of a vehicle while energy flows. */
class Iso2LoopTest {
  private static final long NOW = 1_780_000_000L;
  private static final long NANO = 1;
  private static final long SECOND = 1_000_000_000L;

  private static PowerPlan plan(int version, double watts) {
    return PowerPlan.of(version, NOW, 86_400, List.of(new Interval(0, watts, 0)));
  }

  private static EvseNotification notified(Iso2Drive car) {
    if (car.drive.isAc()) {
      car.send(new ChargingStatusRequest());
      return car.response(ChargingStatusResponse.class).acEvseStatus().evseNotification();
    }
    car.send(car.demand(30, 380));
    return car.response(CurrentDemandResponse.class).dcEvseStatus().evseNotification();
  }

  /** Another plan: the vehicle is asked to renegotiate until it did, and then has the new one. */
  @Test
  void anotherPlanAsksForRenegotiation() {
    for (Iso2Drive car : List.of(Iso2Drive.ac(), Iso2Drive.dc())) {
      car.drive.station.outlook = Outlook.NONE.withPlan(plan(1, 11_000));
      boolean ac = car.drive.isAc();
      Iso2Drive loop = ac ? car.toAcLoop() : car.toDcLoop();
      assertEquals(EvseNotification.NONE, notified(loop));
      car.drive.station.outlook = Outlook.NONE.withPlan(plan(2, 4_000));
      assertEquals(EvseNotification.RE_NEGOTIATION, notified(loop));
      assertEquals(EvseNotification.RE_NEGOTIATION, notified(loop), "asked until it does");
      car.send(car.power(ChargeProgress.RENEGOTIATE));
      car.send(ac ? car.acParameters(32) : car.dcParameters(EnergyTransferMode.DC_EXTENDED, 400));
      car.send(car.power(ChargeProgress.START, 1, Optional.of(4_000)));
      assertEquals(Optional.of(2), car.drive.effect(VehicleWord.ProfileChosen.class).planVersion());
      assertEquals(EvseNotification.NONE, notified(loop));
    }
  }

  /** [V2G2-680], [V2G2-841]: outside the loop a vehicle would ignore it, so it is not told. */
  @Test
  void renegotiationIsAskedForInTheLoopAlone() {
    Iso2Drive car = Iso2Drive.ac();
    car.drive.station.outlook =
        Outlook.NONE.withPlan(plan(1, 11_000)).withAsk(Outlook.Ask.SCHEDULE_RENEGOTIATION);
    car.toAcPower();
    assertFalse(car.body().toString().contains("RE_NEGOTIATION"));
    car.send(car.power(ChargeProgress.START));
    car.drive.station.pilotReady = true;
    car.drive.station.closed = true;
    car.drive.tick();
    assertFalse(car.body().toString().contains("RE_NEGOTIATION"));
    assertEquals(EvseNotification.RE_NEGOTIATION, notified(car));
  }

  /** A vehicle that ignores it is not asked for ever; the end of the session comes before it. */
  @Test
  void vehicleMayIgnoreRenegotiation() {
    Iso2Drive car = Iso2Drive.ac().toAcLoop();
    car.drive.station.outlook = Outlook.NONE.withAsk(Outlook.Ask.SCHEDULE_RENEGOTIATION);
    assertEquals(EvseNotification.RE_NEGOTIATION, notified(car));
    car.drive.pass(Iso2Timing.RENEGOTIATION_PATIENCE / 2);
    assertEquals(EvseNotification.RE_NEGOTIATION, notified(car));
    car.drive.station.stop = Optional.of(Stop.TERMINATE);
    assertEquals(EvseNotification.STOP_CHARGING, notified(car));
    car.drive.station.stop = Optional.empty();
    car.drive.pass(Iso2Timing.RENEGOTIATION_PATIENCE / 2 - NANO);
    assertEquals(EvseNotification.RE_NEGOTIATION, notified(car));
    car.drive.pass(NANO);
    assertEquals(EvseNotification.NONE, notified(car));
    car.drive.station.outlook = Outlook.NONE;
    assertEquals(EvseNotification.NONE, notified(car));
    car.drive.station.outlook = Outlook.NONE.withAsk(Outlook.Ask.SCHEDULE_RENEGOTIATION);
    assertEquals(EvseNotification.RE_NEGOTIATION, notified(car), "a new wish is asked for anew");
  }

  /** NotificationMaxDelay goes with a notification, and only with one. */
  @Test
  void notificationHasItsDelay() {
    Iso2Options options = new Iso2Options(List.of(), Optional.empty(), 30, List.of());
    Iso2Drive car = Iso2Drive.dc(options).toDcLoop();
    assertEquals(
        0, car.response(CurrentDemandResponse.class).dcEvseStatus().notificationMaxDelay());
    car.drive.station.stop = Optional.of(Stop.TERMINATE);
    notified(car);
    assertEquals(
        30, car.response(CurrentDemandResponse.class).dcEvseStatus().notificationMaxDelay());
  }

  /** A DC vehicle takes its time to negotiate anew; no current flows until it asks for one. */
  @Test
  void noCurrentWhileDcRenegotiates() {
    Iso2Drive car = Iso2Drive.dc().toDcLoop();
    car.send(car.power(ChargeProgress.RENEGOTIATE));
    assertEquals(
        Optional.of(0.0), car.drive.effect(SeccEffect.VehicleReport.class).state().targetAmps());
    car.send(car.dcParameters(EnergyTransferMode.DC_EXTENDED, 400))
        .send(car.power(ChargeProgress.START));
    assertFalse(car.drive.did(SeccEffect.VehicleReport.class));
    car.send(car.demand(30, 380));
    assertEquals(
        Optional.of(30.0), car.drive.effect(SeccEffect.VehicleReport.class).state().targetAmps());
    Iso2Drive ac = Iso2Drive.ac().toAcLoop();
    ac.send(ac.power(ChargeProgress.RENEGOTIATE));
    assertFalse(ac.drive.did(SeccEffect.VehicleReport.class), "AC goes on under the old limits");
  }

  /** A station without energy says so before the cable check; the vehicle ends in order. */
  @Test
  void vehicleMayStopBeforeTheCableCheck() {
    Iso2Drive car = Iso2Drive.dc().toParameters();
    car.drive.station.stop = Optional.of(Stop.PAUSE);
    car.send(car.dcParameters(EnergyTransferMode.DC_EXTENDED, 400));
    assertTrue(car.body().toString().contains("STOP_CHARGING"));
    car.send(car.power(ChargeProgress.STOP));
    car.drive.tick();
    assertEquals(ResponseCode.OK, car.response(PowerDeliveryResponse.class).responseCode());
    car.send(car.stop(ChargingSession.PAUSE));
    assertTrue(car.drive.effect(SeccEffect.SessionEnded.class).paused());
    Iso2Drive start = Iso2Drive.dc().toParameters();
    start.send(start.dcParameters(EnergyTransferMode.DC_EXTENDED, 400));
    start.send(start.power(ChargeProgress.START));
    start.refused("FAILED_SequenceError");
  }

  /** [V2G2-691]: without a contract nobody is asked for a receipt. */
  @Test
  void noReceiptByDefault() {
    Iso2Drive ac = Iso2Drive.ac().toAcLoop();
    ac.drive.pass(20 * SECOND);
    notified(ac);
    assertEquals(Optional.of(false), ac.response(ChargingStatusResponse.class).receiptRequired());
    Iso2Drive dc = Iso2Drive.dc().toDcLoop();
    assertEquals(Optional.empty(), dc.response(CurrentDemandResponse.class).receiptRequired());
    dc.send(dc.receipt());
    dc.refused("FAILED_SequenceError");
  }

  private static MeteringReceiptRequest receipt(Iso2Drive car, MeterInfo meter) {
    return new MeteringReceiptRequest(Optional.empty(), car.sessionId, Optional.of(1), meter);
  }

  private static Iso2Options receipts() {
    return new Iso2Options(List.of(), Optional.of(60), 0, List.of());
  }

  /** A station that wants receipts asks for one each minute; the loop goes on after it. */
  @Test
  void receiptIsAskedForAndConfirmed() {
    Iso2Drive car = Iso2Drive.ac(receipts()).toAcLoop();
    car.drive.pass(60 * SECOND - NANO);
    car.send(new ChargingStatusRequest());
    assertEquals(Optional.of(false), car.response(ChargingStatusResponse.class).receiptRequired());
    car.drive.pass(NANO);
    car.send(new ChargingStatusRequest());
    ChargingStatusResponse asked = car.response(ChargingStatusResponse.class);
    assertEquals(Optional.of(true), asked.receiptRequired());
    car.drive.station.imported = 2_000;
    car.send(receipt(car, asked.meterInfo().orElseThrow()));
    assertEquals(ResponseCode.OK, car.response(MeteringReceiptResponse.class).responseCode());
    assertEquals(1234.0, car.drive.effect(VehicleWord.MeterConfirmed.class).importedWattHours());
    car.send(new ChargingStatusRequest());
    assertEquals(Optional.of(false), car.response(ChargingStatusResponse.class).receiptRequired());
    car.send(receipt(car, asked.meterInfo().orElseThrow()));
    car.refused("FAILED_SequenceError");
  }

  /** A vehicle that knows no receipts without a contract goes on; a false one ends the session. */
  @Test
  void receiptMayBeLeftOutButNotWrong() {
    Iso2Drive deaf = Iso2Drive.dc(receipts()).toDcLoop();
    deaf.drive.station.outlook = Outlook.NONE.withAsk(Outlook.Ask.METERING_CONFIRMATION);
    for (int i = 0; i < 10; i++) {
      deaf.drive.pass(SECOND);
      deaf.send(deaf.demand(30, 380));
    }
    CurrentDemandResponse asked = deaf.response(CurrentDemandResponse.class);
    assertEquals(Optional.of(true), asked.receiptRequired());
    deaf.send(deaf.demand(30, 380));
    assertEquals(ResponseCode.OK, deaf.response(CurrentDemandResponse.class).responseCode());
    Iso2Drive wrong = Iso2Drive.ac(receipts()).toAcLoop();
    wrong.drive.pass(60 * SECOND - NANO).tick();
    wrong.send(new ChargingStatusRequest());
    wrong.drive.pass(NANO);
    wrong.send(new ChargingStatusRequest());
    MeterInfo told = wrong.response(ChargingStatusResponse.class).meterInfo().orElseThrow();
    wrong.send(
        receipt(
            wrong,
            new MeterInfo(
                told.meterId(),
                Optional.of(1L),
                Optional.empty(),
                Optional.empty(),
                told.tMeter())));
    wrong.refused("FAILED_MeteringSignatureNotValid");
  }

  /** The meter's own signature goes with its reading. */
  @Test
  void meterSignsItsReading() {
    Iso2Drive car = Iso2Drive.dc().toDcLoop();
    car.drive.station.outlook =
        Outlook.NONE.withReading(
            new Outlook.Reading(Optional.of(Octets.ofHex("CAFE")), Optional.of(3)));
    notified(car);
    MeterInfo meter = car.response(CurrentDemandResponse.class).meterInfo().orElseThrow();
    assertEquals(Optional.of(Octets.ofHex("CAFE")), meter.sigMeterReading());
    assertEquals(Optional.of(3), meter.meterStatus());
  }

  /** Ten seconds above the promise and the station hears of it, once. */
  @Test
  void vehicleAboveItsProfile() {
    Iso2Drive car = Iso2Drive.dc();
    car.drive.station.outlook = Outlook.NONE.withPlan(plan(1, 11_000));
    car.toPreCharge().send(car.preCharge(370));
    car.drive.station.volts = 400;
    car.send(car.start(1, 0, 8_000)).send(car.demand(30, 400));
    car.drive.station.amps = 21;
    long told = 0;
    for (int i = 0; i < 30; i++) {
      car.drive.pass(SECOND / 2);
      notified(car);
      assertFalse(car.drive.did(VehicleWord.ProfileViolated.class), "within the tolerance");
    }
    car.drive.station.amps = 25;
    notified(car);
    for (int i = 1; i <= 40; i++) {
      car.drive.pass(SECOND / 2);
      notified(car);
      boolean said = car.drive.did(VehicleWord.ProfileViolated.class);
      assertEquals(i == 20, said, "after " + i / 2.0 + " s");
      told += said ? 1 : 0;
    }
    assertEquals(1, told);
    VehicleWord.ProfileViolated word =
        (VehicleWord.ProfileViolated)
            car.drive.all.stream()
                .filter(VehicleWord.ProfileViolated.class::isInstance)
                .findFirst()
                .orElseThrow();
    assertEquals(new VehicleWord.ProfileViolated(10_000, 8_000), word);
  }

  /** A fault that has a name is told by it. */
  @Test
  void alarmsHaveNames() {
    Iso2Drive ac = Iso2Drive.ac().toAcLoop();
    ac.drive.station.stop = Optional.of(Stop.FAULT);
    ac.drive.station.outlook = Outlook.NONE.withAlarm(Outlook.Alarm.RESIDUAL_CURRENT);
    ac.send(new ChargingStatusRequest());
    assertTrue(((ChargingStatusResponse) ac.body()).acEvseStatus().rcd());
    ac.refused("FAILED");
    Iso2Drive dc = Iso2Drive.dc().toDcLoop();
    dc.drive.station.stop = Optional.of(Stop.FAULT);
    dc.send(dc.demand(30, 380));
    assertEquals(
        DcEvseStatusCode.EVSE_MALFUNCTION,
        ((CurrentDemandResponse) dc.body()).dcEvseStatus().evseStatusCode());
    Iso2Drive pressed = Iso2Drive.dc().toDcLoop();
    pressed.drive.station.stop = Optional.of(Stop.FAULT);
    pressed.drive.station.outlook = Outlook.NONE.withAlarm(Outlook.Alarm.EMERGENCY_STOP);
    pressed.send(pressed.demand(30, 380));
    assertEquals(
        DcEvseStatusCode.EVSE_EMERGENCY_SHUTDOWN,
        ((CurrentDemandResponse) pressed.body()).dcEvseStatus().evseStatusCode());
  }

  /** The grid is gone: nothing flows, and the vehicle hears why; the session may go on. */
  @Test
  void lostGridIsAUtilityInterrupt() {
    Iso2Drive dc = Iso2Drive.dc().toDcLoop();
    dc.drive.station.outlook = Outlook.NONE.withAlarm(Outlook.Alarm.GRID_LOST);
    dc.send(dc.demand(30, 380));
    assertEquals(
        DcEvseStatusCode.EVSE_UTILITY_INTERRUPT_EVENT,
        ((CurrentDemandResponse) dc.body()).dcEvseStatus().evseStatusCode());
    assertFalse(dc.drive.session.ended());
    dc.drive.station.outlook = Outlook.NONE;
    dc.send(dc.demand(30, 380));
    assertEquals(
        DcEvseStatusCode.EVSE_READY,
        ((CurrentDemandResponse) dc.body()).dcEvseStatus().evseStatusCode());
  }
}
