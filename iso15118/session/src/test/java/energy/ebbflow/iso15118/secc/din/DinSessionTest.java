package energy.ebbflow.iso15118.secc.din;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.app.AppProtocol;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolRequest;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolResponse;
import energy.ebbflow.iso15118.message.din.EvseProcessing;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.message.din.charge.ChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.din.charge.DcEvseChargeParameter;
import energy.ebbflow.iso15118.message.din.charge.PowerDeliveryResponse;
import energy.ebbflow.iso15118.message.din.loop.CableCheckResponse;
import energy.ebbflow.iso15118.message.din.loop.CurrentDemandResponse;
import energy.ebbflow.iso15118.message.din.loop.PreChargeResponse;
import energy.ebbflow.iso15118.message.din.loop.WeldingDetectionResponse;
import energy.ebbflow.iso15118.message.din.payment.ContractAuthenticationResponse;
import energy.ebbflow.iso15118.message.din.schedule.PmaxScheduleEntry;
import energy.ebbflow.iso15118.message.din.schedule.SaScheduleList;
import energy.ebbflow.iso15118.message.din.service.EvRequestedEnergyTransfer;
import energy.ebbflow.iso15118.message.din.service.EvseSupportedEnergyTransfer;
import energy.ebbflow.iso15118.message.din.service.PaymentOption;
import energy.ebbflow.iso15118.message.din.service.ServiceDiscoveryResponse;
import energy.ebbflow.iso15118.message.din.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.din.session.SessionSetupResponse;
import energy.ebbflow.iso15118.message.din.status.DcEvseStatusCode;
import energy.ebbflow.iso15118.message.din.status.EvseNotification;
import energy.ebbflow.iso15118.message.din.status.IsolationLevel;
import energy.ebbflow.iso15118.secc.Drive;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.EvseView.Isolation;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import energy.ebbflow.iso15118.secc.Outlook;
import energy.ebbflow.iso15118.secc.Requests;
import energy.ebbflow.iso15118.secc.SeccConfig;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.Station;
import energy.ebbflow.iso15118.secc.iso20.EnergyService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whole sessions of DIN 70121 and what they carry. */
class DinSessionTest {
  private static final String ISO2 = "urn:iso:15118:2:2013:MsgDef";

  @Test
  void sessionActsInOrder() {
    DinDrive car = DinDrive.car().toLoop();
    car.send(car.power(false));
    assertTrue(car.drive.silent(), "the answer waits for the contactors");
    car.drive.station.closed = false;
    car.drive.tick();
    assertEquals(ResponseCode.OK, car.response(PowerDeliveryResponse.class).responseCode());
    car.drive.station.volts = 12.34;
    car.send(car.welding());
    assertEquals(
        12.3, Physical.number(car.response(WeldingDetectionResponse.class).evsePresentVoltage()));
    car.send(car.welding()).send(car.stop());
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
        car.drive.all.stream()
            .filter(
                effect ->
                    !(effect instanceof SeccEffect.Respond
                        || effect instanceof SeccEffect.VehicleReport))
            .<Class<?>>map(Object::getClass)
            .toList());
    assertFalse(car.drive.effect(SeccEffect.SessionEnded.class).paused());
    assertEquals(Optional.empty(), car.drive.session.paused());
  }

  /** DIN 70121 is chosen by the vehicle's priorities like any other, and only for DC. */
  @Test
  void protocolIsNegotiated() {
    SupportedAppProtocolRequest both =
        new SupportedAppProtocolRequest(
            List.of(new AppProtocol(DinDrive.DIN, 2, 0, 1, 2), new AppProtocol(ISO2, 2, 0, 2, 1)));
    DinDrive newer = DinDrive.car();
    newer.drive.linkUp().send(both);
    assertEquals("ISO 15118-2", newer.drive.effect(SeccEffect.ProtocolChosen.class).protocol());
    DinDrive only = DinDrive.car().toSetup();
    assertEquals("DIN 70121", only.drive.effect(SeccEffect.ProtocolChosen.class).protocol());
    SeccConfig dc = DinDrive.config(2);
    Drive ac =
        Drive.with(
            new SeccConfig(
                dc.protocols(),
                List.of(EnergyService.AC),
                dc.controlModes(),
                2,
                dc.meterId(),
                true,
                false,
                dc.timing()));
    ac.linkUp().send(Requests.sap(DinDrive.DIN, 2));
    assertEquals(
        energy.ebbflow.iso15118.message.app.ResponseCode.FAILED_NO_NEGOTIATION,
        ((SupportedAppProtocolResponse) ac.effect(SeccEffect.Respond.class).response())
            .responseCode());
  }

  /** Whatever id the vehicle sends, it gets a new one of eight bytes [V2G-DC-393]. */
  @Test
  void everySessionIsNew() {
    for (String id : List.of("", "00", "0000000000000000", "0102030405060708")) {
      DinDrive car = DinDrive.car().toSetup();
      car.sessionId = Octets.ofHex(id);
      car.send(car.setup());
      SessionSetupResponse response = car.response(SessionSetupResponse.class);
      assertEquals(ResponseCode.OK_NEW_SESSION_ESTABLISHED, response.responseCode());
      assertEquals("001122334455", car.drive.effect(SeccEffect.VehicleIdentified.class).evccId());
    }
    DinDrive nameless = DinDrive.car().toSetup();
    nameless.send(new SessionSetupRequest(Octets.ofHex("")));
    assertFalse(nameless.drive.did(SeccEffect.VehicleIdentified.class));
  }

  /** DIN SPEC 91286: digits and asterisks are half bytes; an id with letters cannot be told. */
  @Test
  void evseIdOfDigits() {
    Map.of(
            "49*89*6360",
            "49A89A6360",
            "49*89*636",
            "49A89A636F",
            "DE*EBB*E0001",
            "00",
            "",
            "00",
            "4".repeat(64),
            "44".repeat(32),
            "4".repeat(65),
            "00")
        .forEach(
            (id, hex) -> {
              EvseView view = new Station().view();
              assertEquals(hex, DinOffers.evseId(named(view, id)).hex(), id);
            });
  }

  private static EvseView named(EvseView view, String id) {
    return new EvseView(
        id,
        view.utcSeconds(),
        view.authorisation(),
        view.isolation(),
        view.contactorsClosed(),
        view.pilotReady(),
        view.volts(),
        view.amps(),
        view.envelope(),
        view.targetWatts(),
        view.stop(),
        view.importedWattHours(),
        view.exportedWattHours());
  }

  /** One service, one way to pay, no list of others, the pin set of the connector. */
  @Test
  void oneServiceIsOffered() {
    Map.of(1, EvseSupportedEnergyTransfer.DC_CORE, 2, EvseSupportedEnergyTransfer.DC_EXTENDED)
        .forEach(
            (connector, transfer) -> {
              DinDrive car = DinDrive.atConnector(connector).toPayment();
              ServiceDiscoveryResponse response = car.response(ServiceDiscoveryResponse.class);
              assertEquals(transfer, response.chargeService().energyTransferType());
              assertEquals(
                  List.of(PaymentOption.EXTERNAL_PAYMENT),
                  response.paymentOptions().paymentOption());
              assertEquals(Optional.empty(), response.serviceList());
            });
  }

  /** R4: minutes may pass; the vehicle decides how long it asks. A refusal is final. */
  @Test
  void authenticationMayTakeMinutes() {
    DinDrive car = DinDrive.car().toAuthentication();
    car.send(car.authentication());
    assertTrue(car.drive.did(SeccEffect.AuthorisationWanted.class));
    for (int i = 0; i < 300; i++) {
      car.drive.pass(2_000 * Drive.MILLI);
      car.send(car.authentication());
      assertEquals(
          EvseProcessing.ONGOING,
          car.response(ContractAuthenticationResponse.class).evseProcessing());
      assertFalse(car.drive.did(SeccEffect.AuthorisationWanted.class));
    }
    car.drive.station.authorisation = Authorisation.REJECTED;
    car.send(car.authentication());
    car.refused(ResponseCode.FAILED);
  }

  /** What the vehicle says reaches the domain, what the station can do reaches the vehicle. */
  @Test
  void parametersCarryBothSides() {
    DinDrive car = DinDrive.car().toParameters();
    car.drive.station.chargeWatts = 150_000;
    car.send(car.parameters(EvRequestedEnergyTransfer.DC_CORE, 400));
    SeccEffect.VehicleState state = car.drive.effect(SeccEffect.VehicleReport.class).state();
    assertEquals(Optional.of(52.0), state.socPercent());
    assertEquals(Optional.of(95.0), state.targetSocPercent());
    assertEquals(Optional.of(40_000.0), state.chargeWattsMax());
    assertEquals(Optional.of(120.0), state.chargeAmpsMax());
    assertEquals(Optional.of(50_000.0), state.detail().batteryCapacityWh());
    assertEquals(Optional.of(20_000.0), state.energyTargetWh());
    assertEquals(Optional.empty(), state.dischargeWattsMax());
    ChargeParameterDiscoveryResponse response =
        car.response(ChargeParameterDiscoveryResponse.class);
    assertEquals(EvseProcessing.FINISHED, response.evseProcessing());
    DcEvseChargeParameter limits = (DcEvseChargeParameter) response.evseChargeParameter();
    assertEquals(150_000, Physical.number(limits.evseMaximumPowerLimit().orElseThrow()));
    PmaxScheduleEntry entry =
        ((SaScheduleList) response.saSchedules())
            .saScheduleTuple()
            .getFirst()
            .pmaxSchedule()
            .pmaxScheduleEntry()
            .getFirst();
    assertEquals(Short.MAX_VALUE, entry.pmax(), "16 bits have no room for more");
  }

  /** The check is over when the isolation is valid and the cable safe; the status says so. */
  @Test
  void cableCheckEndsWithoutVoltage() {
    DinDrive car = DinDrive.car().toCableCheck();
    car.drive.station.pilotReady = true;
    car.send(car.cableCheck());
    car.drive.station.volts = 450;
    car.drive.station.isolation = Isolation.VALID;
    car.drive.tick();
    assertTrue(car.drive.did(SeccEffect.EndCableCheck.class), "without a question");
    car.send(car.cableCheck());
    assertEquals(EvseProcessing.ONGOING, car.response(CableCheckResponse.class).evseProcessing());
    car.drive.station.volts = 59.9;
    car.send(car.cableCheck());
    CableCheckResponse response = car.response(CableCheckResponse.class);
    assertEquals(EvseProcessing.FINISHED, response.evseProcessing());
    assertEquals(Optional.of(IsolationLevel.VALID), response.dcEvseStatus().evseIsolationStatus());
    assertEquals(DcEvseStatusCode.EVSE_READY, response.dcEvseStatus().evseStatusCode());
  }

  @Test
  void preChargeIsClampedAndFollowsEachRequest() {
    DinDrive car = DinDrive.car().toPreCharge();
    car.send(car.preCharge(20_000));
    assertEquals(400, car.drive.effect(SeccEffect.PreCharge.class).volts());
    car.send(car.preCharge(380));
    assertEquals(380, car.drive.effect(SeccEffect.PreCharge.class).volts());
    car.drive.station.volts = 379.96;
    car.send(car.preCharge(380));
    assertFalse(car.drive.did(SeccEffect.PreCharge.class));
    assertEquals(380, Physical.number(car.response(PreChargeResponse.class).evsePresentVoltage()));
  }

  /** A vehicle may change its mind before the start of power. */
  @Test
  void powerStopBeforeTheStart() {
    DinDrive car = DinDrive.car().toPower();
    car.send(car.power(false));
    assertTrue(car.drive.did(SeccEffect.StopEnergyTransfer.class));
    car.drive.station.closed = false;
    car.drive.tick();
    assertEquals("AwaitWeldingDetection", car.drive.session.stateName());
  }

  @Test
  void currentDemandCarriesBothSides() {
    DinDrive car = DinDrive.car().toLoop();
    SeccEffect.VehicleState state = car.drive.effect(SeccEffect.VehicleReport.class).state();
    assertEquals(Optional.of(30.0), state.targetAmps());
    assertEquals(Optional.of(380.0), state.targetVolts());
    assertEquals(Optional.of(110.0), state.chargeAmpsMax());
    assertEquals(Optional.of(40_000.0), state.chargeWattsMax());
    assertEquals(Optional.of(3_600L), state.detail().secondsToMaximumSoc());
    assertEquals(Optional.of(false), state.detail().bulkChargingComplete());
    assertEquals(Optional.of(false), state.detail().chargingComplete());
    assertEquals(Optional.of(50_000.0), state.detail().batteryCapacityWh());
    car.drive.station.volts = 371.26;
    car.drive.station.amps = 29.94;
    car.drive.station.chargeWatts = 11_000;
    car.send(car.demand(30, 380));
    CurrentDemandResponse response = car.response(CurrentDemandResponse.class);
    assertEquals(371.3, Physical.number(response.evsePresentVoltage()));
    assertEquals(29.9, Physical.number(response.evsePresentCurrent()));
    assertEquals(11_000, Physical.number(response.evseMaximumPowerLimit().orElseThrow()));
    assertTrue(response.evsePowerLimitAchieved());
    assertFalse(response.evseCurrentLimitAchieved());
    assertFalse(car.drive.did(SeccEffect.VehicleReport.class), "nothing new was said");
  }

  /** In the loop the vehicle is asked to stop; a fault does not wait for it. */
  @Test
  void stationEndsTheLoop() {
    for (Stop stop : List.of(Stop.TERMINATE, Stop.PAUSE)) {
      DinDrive car = DinDrive.car().toLoop();
      car.drive.station.stop = Optional.of(stop);
      car.send(car.demand(30, 380));
      CurrentDemandResponse response = car.response(CurrentDemandResponse.class);
      assertEquals(EvseNotification.STOP_CHARGING, response.dcEvseStatus().evseNotification());
      assertEquals(DcEvseStatusCode.EVSE_SHUTDOWN, response.dcEvseStatus().evseStatusCode());
      car.send(car.power(false));
      car.drive.station.closed = false;
      car.drive.tick();
      car.send(car.welding()).send(car.stop());
      assertTrue(car.drive.did(SeccEffect.SessionEnded.class));
    }
    DinDrive fault = DinDrive.car().toLoop();
    fault.drive.station.stop = Optional.of(Stop.FAULT);
    fault.send(fault.demand(30, 380));
    fault.refused(ResponseCode.FAILED);
    assertEquals(
        DcEvseStatusCode.EVSE_MALFUNCTION,
        fault.response(CurrentDemandResponse.class).dcEvseStatus().evseStatusCode());
    DinDrive pressed = DinDrive.car().toLoop();
    pressed.drive.station.stop = Optional.of(Stop.FAULT);
    pressed.drive.station.outlook = Outlook.NONE.withAlarm(Outlook.Alarm.EMERGENCY_STOP);
    pressed.send(pressed.demand(30, 380));
    assertEquals(
        DcEvseStatusCode.EVSE_EMERGENCY_SHUTDOWN,
        pressed.response(CurrentDemandResponse.class).dcEvseStatus().evseStatusCode());
    DinDrive before = DinDrive.car().toPreCharge();
    before.drive.station.stop = Optional.of(Stop.TERMINATE);
    before.send(before.preCharge(370));
    before.refused(ResponseCode.FAILED);
  }

  /** The grid is gone: the vehicle hears why nothing flows; the session may go on. */
  @Test
  void lostGridIsAUtilityInterrupt() {
    DinDrive car = DinDrive.car().toLoop();
    car.drive.station.outlook = Outlook.NONE.withAlarm(Outlook.Alarm.GRID_LOST);
    car.send(car.demand(30, 380));
    assertEquals(
        DcEvseStatusCode.EVSE_UTILITY_INTERRUPT_EVENT,
        car.response(CurrentDemandResponse.class).dcEvseStatus().evseStatusCode());
    assertFalse(car.drive.session.ended());
  }

  /** A voltage that broke down has its own code, in the loop alone. */
  @Test
  void brokenVoltageHasItsCode() {
    DinDrive car = DinDrive.car().toLoop();
    car.drive.station.stop = Optional.of(Stop.FAULT);
    car.drive.station.outlook = Outlook.NONE.withAlarm(Outlook.Alarm.UNDER_VOLTAGE);
    car.send(car.demand(30, 380));
    car.refused(ResponseCode.FAILED_EVSE_PRESENT_VOLTAGE_TO_LOW);
    DinDrive before = DinDrive.car().toPreCharge();
    before.drive.station.stop = Optional.of(Stop.FAULT);
    before.drive.station.outlook = Outlook.NONE.withAlarm(Outlook.Alarm.UNDER_VOLTAGE);
    before.send(before.preCharge(370));
    before.refused(ResponseCode.FAILED);
  }

  /** The goodbye of a vehicle after the cable check takes the voltage away first. */
  @Test
  void goodbyeWithVoltageOn() {
    DinDrive car = DinDrive.car().toPreCharge();
    car.send(car.stop());
    assertTrue(car.drive.did(SeccEffect.StopEnergyTransfer.class));
    assertTrue(car.drive.did(SeccEffect.SessionEnded.class));
  }
}
