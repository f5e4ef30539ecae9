package energy.ebbflow.iso15118.secc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.app.AppProtocol;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolRequest;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolResponse;
import energy.ebbflow.iso15118.message.din.BodyElement;
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
import energy.ebbflow.iso15118.message.din.status.DcEvErrorCode;
import energy.ebbflow.iso15118.message.din.status.DcEvseStatusCode;
import energy.ebbflow.iso15118.message.din.status.EvseNotification;
import energy.ebbflow.iso15118.message.din.status.IsolationLevel;
import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.EvseView.Isolation;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import energy.ebbflow.iso15118.secc.din.DinOffers;
import energy.ebbflow.iso15118.secc.din.DinTiming;
import energy.ebbflow.iso15118.secc.din.Physical;
import energy.ebbflow.iso15118.secc.iso20.EnergyService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Sessions of DIN 70121, whole ones and their refusals. */
class DinSessionTest {
  private static final long NANO = 1;

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
            List.of(
                new AppProtocol(DinDrive.DIN, 2, 0, 1, 2),
                new AppProtocol(Iso2Drive.ISO2, 2, 0, 2, 1)));
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

  /** [V2G-DC-395], [V2G-DC-396], [V2G-DC-635] */
  @Test
  void selectionsThatWereNotOffered() {
    DinDrive contract = DinDrive.car().toPayment();
    contract.send(contract.payment(PaymentOption.CONTRACT, 1));
    contract.refused(ResponseCode.FAILED_PAYMENT_SELECTION_INVALID);
    DinDrive other = DinDrive.car().toPayment();
    other.send(other.payment(PaymentOption.EXTERNAL_PAYMENT, 2));
    other.refused(ResponseCode.FAILED_SERVICE_SELECTION_INVALID);
    DinDrive two = DinDrive.car().toPayment();
    two.send(two.payment(PaymentOption.EXTERNAL_PAYMENT, 1, 2));
    two.refused(ResponseCode.FAILED_SERVICE_SELECTION_INVALID);
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

  @Test
  void authenticationEndsAtLast() {
    DinDrive car = DinDrive.car().toAuthentication();
    car.send(car.authentication());
    long end = car.drive.now + SeccTiming.EIM_WAIT;
    while (end - car.drive.now > SeccTiming.SEQUENCE) {
      car.drive.pass(SeccTiming.SEQUENCE - NANO);
      car.send(car.authentication());
    }
    car.drive.now = end - NANO;
    car.send(car.authentication());
    assertFalse(car.drive.session.ended());
    car.drive.pass(NANO);
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

  /** [V2G-DC-397], [V2G-DC-398] */
  @Test
  void wrongParameters() {
    for (EvRequestedEnergyTransfer transfer : EvRequestedEnergyTransfer.values()) {
      DinDrive car = DinDrive.car().toParameters();
      car.send(car.parameters(transfer, 400));
      boolean dc =
          transfer == EvRequestedEnergyTransfer.DC_CORE
              || transfer == EvRequestedEnergyTransfer.DC_EXTENDED;
      if (dc) {
        assertEquals("AwaitCableCheck", car.drive.session.stateName());
      } else {
        car.refused(ResponseCode.FAILED_WRONG_ENERGY_TRANSFER_TYPE);
      }
    }
    DinDrive mixed = DinDrive.car().toParameters();
    mixed.send(mixed.acParameters(EvRequestedEnergyTransfer.DC_CORE));
    mixed.refused(ResponseCode.FAILED_WRONG_CHARGE_PARAMETER);
    DinDrive low = DinDrive.car().toParameters();
    low.send(low.parameters(EvRequestedEnergyTransfer.DC_CORE, 100));
    low.refused(ResponseCode.FAILED_WRONG_CHARGE_PARAMETER);
    DinDrive negative = DinDrive.car().toParameters();
    negative.send(negative.parameters(EvRequestedEnergyTransfer.DC_CORE, -400));
    negative.refused(ResponseCode.FAILED_WRONG_CHARGE_PARAMETER);
  }

  /** Without power the vehicle asks again, until there is some, or until it has to hear so. */
  @Test
  void parametersAreOngoingWithoutPower() {
    DinDrive patient = DinDrive.car().toParameters();
    patient.drive.station.chargeWatts = 0;
    patient.send(patient.parameters(EvRequestedEnergyTransfer.DC_CORE, 400));
    assertTrue(patient.drive.did(SeccEffect.ServiceSelected.class));
    assertEquals(EvseProcessing.ONGOING, processing(patient));
    patient.drive.pass(DinTiming.PARAMETERS_WAIT - NANO);
    patient.send(patient.parameters(EvRequestedEnergyTransfer.DC_CORE, 400));
    assertFalse(patient.drive.did(SeccEffect.ServiceSelected.class), "it is told once");
    assertEquals(EvseProcessing.ONGOING, processing(patient));
    patient.drive.pass(NANO);
    patient.send(patient.parameters(EvRequestedEnergyTransfer.DC_CORE, 400));
    assertEquals(EvseProcessing.FINISHED, processing(patient));
    DinDrive lucky = DinDrive.car().toParameters();
    lucky.drive.station.chargeWatts = 0;
    lucky.send(lucky.parameters(EvRequestedEnergyTransfer.DC_CORE, 400));
    lucky.drive.station.chargeWatts = 5_000;
    lucky.send(lucky.parameters(EvRequestedEnergyTransfer.DC_CORE, 400));
    assertEquals(EvseProcessing.FINISHED, processing(lucky));
  }

  private static EvseProcessing processing(DinDrive car) {
    return car.response(ChargeParameterDiscoveryResponse.class).evseProcessing();
  }

  /** [V2G-DC-547]: no voltage before the pilot is in C; both sides of its deadline. */
  @Test
  void cableCheckWaitsForThePilot() {
    DinDrive car = DinDrive.car().toCableCheck();
    car.send(car.cableCheck());
    assertFalse(car.drive.did(SeccEffect.StartCableCheck.class));
    assertEquals(EvseProcessing.ONGOING, car.response(CableCheckResponse.class).evseProcessing());
    car.drive.pass(DinTiming.PILOT_DETECTION - NANO);
    car.send(car.cableCheck());
    assertFalse(car.drive.session.ended());
    car.drive.pass(NANO);
    car.drive.station.pilotReady = true;
    car.send(car.cableCheck());
    assertEquals(450, car.drive.effect(SeccEffect.StartCableCheck.class).volts());
    DinDrive late = DinDrive.car().toCableCheck();
    late.send(late.cableCheck());
    late.drive.pass(DinTiming.PILOT_DETECTION);
    late.send(late.cableCheck());
    late.refused(ResponseCode.FAILED);
  }

  @Test
  void cableCheckHasItsTime() {
    Supplier<DinDrive> way =
        () -> {
          DinDrive car = DinDrive.car().toCableCheck();
          car.drive.station.pilotReady = true;
          car.send(car.cableCheck());
          car.drive.station.isolation = Isolation.TESTING;
          return car;
        };
    DinDrive early = way.get();
    early.drive.pass(SeccTiming.CABLE_CHECK - NANO);
    early.send(early.cableCheck());
    CableCheckResponse response = early.response(CableCheckResponse.class);
    assertEquals(ResponseCode.OK, response.responseCode());
    assertEquals(
        DcEvseStatusCode.EVSE_ISOLATION_MONITORING_ACTIVE,
        response.dcEvseStatus().evseStatusCode());
    DinDrive late = way.get();
    late.drive.pass(SeccTiming.CABLE_CHECK);
    late.send(late.cableCheck());
    late.refused(ResponseCode.FAILED);
    DinDrive invalid = way.get();
    invalid.drive.station.isolation = Isolation.INVALID;
    invalid.send(invalid.cableCheck());
    invalid.refused(ResponseCode.FAILED);
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

  @Test
  void preChargeHasItsTime() {
    DinDrive early = DinDrive.car().toPreCharge();
    early.send(early.preCharge(380));
    early.drive.pass(SeccTiming.PRE_CHARGE - NANO);
    early.send(early.preCharge(380));
    assertFalse(early.drive.session.ended());
    early.drive.pass(NANO);
    early.send(early.power(true));
    early.refused(ResponseCode.FAILED);
  }

  /** [V2G-DC-400]; a profile of any power is taken: see decision 0086. */
  @Test
  void profileBelongsToTheSchedule() {
    DinDrive other = DinDrive.car().toPower();
    other.send(other.power(true, Optional.of(2)));
    other.refused(ResponseCode.FAILED_TARIFF_SELECTION_INVALID);
    DinDrive ours = DinDrive.car().toPower();
    ours.send(ours.power(true, Optional.of(1)));
    assertEquals(ResponseCode.OK, ours.response(PowerDeliveryResponse.class).responseCode());
  }

  /** [V2G-DC-401]: both sides of the time an answer to the start is held, each reason. */
  @Test
  void powerStartWaitsForTheStation() {
    Supplier<DinDrive> way =
        () -> {
          DinDrive car = DinDrive.car().toPower();
          car.drive.station.pilotReady = false;
          return car.send(car.power(true));
        };
    DinDrive early = way.get();
    early.drive.pass(SeccTiming.POWER_DELIVERY - NANO).tick();
    assertTrue(early.drive.silent());
    early.drive.station.pilotReady = true;
    early.drive.tick();
    assertEquals(ResponseCode.OK, early.response(PowerDeliveryResponse.class).responseCode());
    assertFalse(early.drive.did(SeccEffect.StartEnergyTransfer.class), "the loop starts it");
    DinDrive late = way.get();
    late.drive.pass(SeccTiming.POWER_DELIVERY).tick();
    late.refused(ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED);
    DinDrive open = DinDrive.car().toPower();
    open.drive.station.closed = false;
    open.send(open.power(true));
    open.drive.pass(SeccTiming.POWER_DELIVERY).tick();
    open.refused(ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED);
    DinDrive fault = way.get();
    fault.drive.station.stop = Optional.of(Stop.FAULT);
    fault.drive.tick();
    fault.refused(ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED);
  }

  @Test
  void powerStopWaitsForTheContactors() {
    DinDrive car = DinDrive.car().toLoop();
    car.send(car.power(false));
    car.drive.pass(SeccTiming.POWER_DELIVERY - NANO).tick();
    assertTrue(car.drive.silent());
    car.drive.pass(NANO).tick();
    car.refused(ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED);
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

  /** No current for a vehicle that is not ready, and none out of it. */
  @Test
  void currentNeedsAReadyVehicle() {
    DinDrive car = DinDrive.car().toLoop();
    car.ready = false;
    car.send(car.demand(30, 380));
    assertEquals(
        Optional.of(0.0), car.drive.effect(SeccEffect.VehicleReport.class).state().targetAmps());
    DinDrive negative = DinDrive.car().toLoop();
    negative.send(negative.demand(-1, 380));
    negative.refused(ResponseCode.FAILED);
    DinDrive opened = DinDrive.car().toPower();
    opened.send(opened.power(true));
    opened.drive.station.closed = false;
    opened.send(opened.demand(30, 380));
    opened.refused(ResponseCode.FAILED);
  }

  /** A vehicle that has failed gets no voltage, wherever it says so. */
  @Test
  void failedVehicleIsRefused() {
    Set<DcEvErrorCode> harmless =
        Set.of(
            DcEvErrorCode.NO_ERROR,
            DcEvErrorCode.NO_DATA,
            DcEvErrorCode.FAILED_RESS_TEMPERATURE_INHIBIT,
            DcEvErrorCode.RESERVED_A,
            DcEvErrorCode.RESERVED_B,
            DcEvErrorCode.RESERVED_C);
    for (DcEvErrorCode code : DcEvErrorCode.values()) {
      DinDrive cable = DinDrive.car().toCableCheck();
      cable.error = code;
      cable.send(cable.cableCheck());
      DinDrive preCharge = DinDrive.car().toPreCharge();
      preCharge.error = code;
      preCharge.send(preCharge.preCharge(370));
      DinDrive loop = DinDrive.car().toLoop();
      loop.error = code;
      loop.send(loop.demand(30, 380));
      DinDrive start = DinDrive.car().toPower();
      start.error = code;
      start.send(start.power(true));
      if (harmless.contains(code)) {
        for (DinDrive car : List.of(cable, preCharge, loop, start)) {
          assertFalse(car.drive.session.ended(), code::wireName);
        }
      } else {
        cable.refused(ResponseCode.FAILED);
        preCharge.refused(ResponseCode.FAILED);
        loop.refused(ResponseCode.FAILED);
        start.refused(ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED);
      }
      DinDrive stop = DinDrive.car().toLoop();
      stop.error = code;
      stop.send(stop.power(false));
      assertTrue(stop.drive.did(SeccEffect.StopEnergyTransfer.class), "it may always stop");
    }
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
    DinDrive before = DinDrive.car().toPreCharge();
    before.drive.station.stop = Optional.of(Stop.TERMINATE);
    before.send(before.preCharge(370));
    before.refused(ResponseCode.FAILED);
  }

  private static Map<Supplier<DinDrive>, Long> patience() {
    return Map.of(
        () -> DinDrive.car().toDiscovery(), SeccTiming.SEQUENCE,
        () -> DinDrive.car().toPayment(), SeccTiming.SEQUENCE,
        () -> DinDrive.car().toAuthentication(), SeccTiming.SEQUENCE,
        () -> DinDrive.car().toParameters(), SeccTiming.SEQUENCE,
        () -> DinDrive.car().toCableCheck(), SeccTiming.SEQUENCE,
        () -> DinDrive.car().toPreCharge(), SeccTiming.SEQUENCE,
        () -> DinDrive.car().toPower(), SeccTiming.SEQUENCE,
        () -> DinDrive.car().toLoop(), SeccTiming.CHARGE_LOOP_SEQUENCE,
        () -> DinDrive.car().toWelding(), SeccTiming.SEQUENCE);
  }

  /** Both sides of V2G_SECC_Sequence_Timeout in every state; ours in the loop. */
  @Test
  void silentVehicleIsGivenUp() {
    patience()
        .forEach(
            (way, patience) -> {
              DinDrive car = way.get();
              car.drive.pass(patience - NANO).tick();
              assertFalse(car.drive.session.ended(), car.drive.session.stateName());
              car.drive.pass(NANO).tick();
              assertTrue(car.drive.did(SeccEffect.SessionFailed.class));
              assertTrue(car.drive.session.ended());
            });
    DinDrive setup = DinDrive.car();
    setup.drive.input(new SeccInput.LinkUp(false, false));
    setup.drive.pass(5_000 * Drive.MILLI).send(Requests.sap(DinDrive.DIN, 2));
    setup.drive.pass(SeccTiming.COMMUNICATION_SETUP - 5_000 * Drive.MILLI - NANO).tick();
    assertFalse(setup.drive.session.ended(), "the time runs from the connection");
    setup.drive.pass(NANO).tick();
    assertTrue(setup.drive.session.ended());
  }

  /** [V2G-DC-390]: the answer is of the request's own type, those of no use here among them. */
  @Test
  void everyUnexpectedRequestIsASequenceError() {
    Map<Supplier<DinDrive>, Set<String>> expected =
        Map.of(
            () -> DinDrive.car().toDiscovery(), Set.of("ServiceDiscovery", "SessionStop"),
            () -> DinDrive.car().toPayment(), Set.of("ServicePaymentSelection", "SessionStop"),
            () -> DinDrive.car().toAuthentication(),
                Set.of("ContractAuthentication", "SessionStop"),
            () -> DinDrive.car().toParameters(), Set.of("ChargeParameterDiscovery", "SessionStop"),
            () -> DinDrive.car().toCableCheck(), Set.of("CableCheck", "SessionStop"),
            () -> DinDrive.car().toPreCharge(), Set.of("PreCharge", "SessionStop"),
            () -> DinDrive.car().toPower(), Set.of("PreCharge", "PowerDelivery", "SessionStop"),
            () -> DinDrive.car().toLoop(), Set.of("CurrentDemand", "PowerDelivery"),
            () -> DinDrive.car().toWelding(), Set.of("WeldingDetection", "SessionStop"));
    expected.forEach(
        (way, allowed) -> {
          for (BodyElement request : way.get().all()) {
            String name = request.getClass().getSimpleName().replace("Request", "");
            DinDrive car = way.get();
            car.send(request);
            if (allowed.contains(name)) {
              assertFalse(
                  car.drive.last.toString().contains("SequenceError")
                      && !name.equals("PowerDelivery"),
                  () -> name + " in " + car.drive.last);
            } else {
              car.refused(ResponseCode.FAILED_SEQUENCE_ERROR);
              assertEquals(name + "Response", car.body().getClass().getSimpleName());
            }
          }
        });
  }

  /** Power that is on cannot be started again. */
  @Test
  void startWithinTheLoop() {
    DinDrive car = DinDrive.car().toLoop();
    car.send(car.power(true));
    car.refused(ResponseCode.FAILED_SEQUENCE_ERROR);
  }

  /** [V2G-DC-391] */
  @Test
  void foreignSessionIdIsUnknown() {
    for (String id : List.of("", "00", "FFFFFFFFFFFFFFFF", "01020304050607")) {
      DinDrive car = DinDrive.car().toLoop();
      car.sessionId = Octets.ofHex(id);
      car.send(car.demand(30, 380));
      assertTrue(
          car.drive
              .effect(SeccEffect.SessionFailed.class)
              .reason()
              .startsWith("FAILED_UnknownSession"));
      assertEquals(
          ResponseCode.FAILED_UNKNOWN_SESSION,
          car.response(CurrentDemandResponse.class).responseCode());
    }
  }

  /** A message of another protocol ends the session without an answer. */
  @Test
  void messageOfAnotherProtocol() {
    DinDrive car = DinDrive.car().toLoop();
    car.drive.send(Requests.sap(DinDrive.DIN, 2));
    assertTrue(car.drive.silent());
    assertTrue(car.drive.session.ended());
  }

  /** While an answer is held the vehicle may not ask for something else. */
  @Test
  void requestWhileAnAnswerIsHeld() {
    DinDrive car = DinDrive.car().toLoop();
    car.send(car.power(false)).send(car.demand(30, 380));
    car.refused(ResponseCode.FAILED_SEQUENCE_ERROR);
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
