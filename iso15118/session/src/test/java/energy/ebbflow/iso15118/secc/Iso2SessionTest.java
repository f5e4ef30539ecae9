package energy.ebbflow.iso15118.secc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.iso2.EvseProcessing;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeProgress;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryResponse;
import energy.ebbflow.iso15118.message.iso2.loop.CableCheckResponse;
import energy.ebbflow.iso15118.message.iso2.loop.ChargingStatusRequest;
import energy.ebbflow.iso15118.message.iso2.loop.ChargingStatusResponse;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandResponse;
import energy.ebbflow.iso15118.message.iso2.loop.PreChargeResponse;
import energy.ebbflow.iso15118.message.iso2.payment.AuthorizationResponse;
import energy.ebbflow.iso15118.message.iso2.schedule.SaScheduleList;
import energy.ebbflow.iso15118.message.iso2.service.EnergyTransferMode;
import energy.ebbflow.iso15118.message.iso2.service.PaymentOption;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso2.session.ChargingSession;
import energy.ebbflow.iso15118.message.iso2.session.SessionSetupResponse;
import energy.ebbflow.iso15118.message.iso2.status.EvseNotification;
import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.EvseView.Isolation;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import energy.ebbflow.iso15118.secc.iso2.Iso2Timing;
import energy.ebbflow.iso15118.secc.iso2.Physical;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Sessions of ISO 15118-2, DC and AC, with external identification. */
class Iso2SessionTest {
  private static final long NANO = 1;

  private static List<Class<?>> acts(Drive drive) {
    return drive.all.stream()
        .filter(
            effect ->
                !(effect instanceof SeccEffect.Respond
                    || effect instanceof VehicleWord
                    || effect instanceof SeccEffect.VehicleReport))
        .<Class<?>>map(Object::getClass)
        .toList();
  }

  @Test
  void dcSessionActsInOrder() {
    Iso2Drive car = Iso2Drive.dc().toDcLoop();
    car.send(car.power(ChargeProgress.STOP));
    assertTrue(car.drive.silent());
    car.drive.station.closed = false;
    car.drive.tick();
    assertEquals(ResponseCode.OK, car.response(PowerDeliveryResponse.class).responseCode());
    car.send(car.welding()).send(car.welding()).send(car.stop(ChargingSession.TERMINATE));
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
        acts(car.drive));
    assertTrue(car.drive.session.ended());
  }

  @Test
  void acSessionActsInOrder() {
    Iso2Drive car = Iso2Drive.ac().toAcLoop();
    car.send(car.power(ChargeProgress.STOP));
    car.drive.station.closed = false;
    car.drive.tick();
    car.send(car.stop(ChargingSession.TERMINATE));
    assertEquals(
        List.of(
            SeccEffect.ProtocolChosen.class,
            SeccEffect.VehicleIdentified.class,
            SeccEffect.ServiceSelected.class,
            SeccEffect.StartEnergyTransfer.class,
            SeccEffect.StopEnergyTransfer.class,
            SeccEffect.SessionEnded.class,
            SeccEffect.CloseLink.class),
        acts(car.drive));
  }

  /** The vehicle's wish reaches the domain; the station's values reach the wire. */
  @Test
  void currentDemandCarriesBothSides() {
    Iso2Drive car = Iso2Drive.dc().toDcLoop();
    SeccEffect.VehicleState state = car.drive.effect(SeccEffect.VehicleReport.class).state();
    assertEquals(Optional.of(30.0), state.targetAmps());
    assertEquals(Optional.of(380.0), state.targetVolts());
    assertEquals(Optional.of(52.0), state.socPercent());
    assertEquals(Optional.of(110.0), state.chargeAmpsMax());
    assertEquals(Optional.of(40_000.0), state.chargeWattsMax());
    assertEquals(Optional.empty(), state.dischargeWattsMax());
    car.drive.station.volts = 371.26;
    car.drive.station.amps = 29.94;
    car.drive.station.chargeWatts = 12_345;
    car.send(car.demand(30, 380));
    CurrentDemandResponse response = car.response(CurrentDemandResponse.class);
    assertEquals(371.3, Physical.number(response.evsePresentVoltage()));
    assertEquals(29.9, Physical.number(response.evsePresentCurrent()));
    assertEquals(12_345, Physical.number(response.evseMaximumPowerLimit().orElseThrow()));
    assertEquals(Optional.of(1234L), response.meterInfo().orElseThrow().meterReading());
    assertFalse(car.drive.did(SeccEffect.VehicleReport.class), "nothing new was said");
  }

  /** AC has one current for all phases; the set-point bounds it, rounded down. */
  @Test
  void acLimitFollowsTheSetPoint() {
    Iso2Drive car = Iso2Drive.ac().toAcLoop();
    Map.of(20_000.0, 28.9, 4_140.0, 6.0, 0.0, 0.0, -5_000.0, 0.0)
        .forEach(
            (watts, amps) -> {
              car.drive.station.targetWatts = watts;
              car.send(new ChargingStatusRequest());
              assertEquals(
                  amps,
                  Physical.number(
                      car.response(ChargingStatusResponse.class).evseMaxCurrent().orElseThrow()),
                  () -> watts + " W");
            });
  }

  @Test
  void offersFollowTheOutlet() {
    Iso2Drive dc = Iso2Drive.dc();
    dc.drive.linkUp().send(Requests.sap(Iso2Drive.ISO2, 2));
    dc.send(dc.setup());
    assertEquals(Station.EVSE_ID, dc.response(SessionSetupResponse.class).evseId());
    assertEquals("001122334455", dc.drive.effect(SeccEffect.VehicleIdentified.class).evccId());
    dc.sessionId = Octets.of(Drive.SESSION_ID);
    dc.send(dc.discovery());
    assertEquals(
        List.of(EnergyTransferMode.DC_EXTENDED, EnergyTransferMode.DC_CORE),
        dc.response(ServiceDiscoveryResponse.class)
            .chargeService()
            .supportedEnergyTransferMode()
            .energyTransferMode());
    Iso2Drive ac = Iso2Drive.ac().toAcPower();
    ChargeParameterDiscoveryResponse response = ac.response(ChargeParameterDiscoveryResponse.class);
    assertEquals(
        20_000,
        Physical.number(
            ((SaScheduleList) response.saSchedules().orElseThrow())
                .saScheduleTuple()
                .getFirst()
                .pmaxSchedule()
                .pmaxScheduleEntry()
                .getFirst()
                .pmax()));
  }

  /** [V2G2-854]: the vehicle is told that we wait for a person; a refusal is final in -2. */
  @Test
  void authorisationMayTakeMinutes() {
    Iso2Drive car = Iso2Drive.dc().toAuthorization();
    car.send(car.authorization());
    assertTrue(car.drive.did(SeccEffect.AuthorisationWanted.class));
    assertEquals(
        EvseProcessing.ONGOING_WAITING_FOR_CUSTOMER_INTERACTION,
        car.response(AuthorizationResponse.class).evseProcessing());
    for (int i = 0; i < 300; i++) {
      car.drive.pass(2_000 * Drive.MILLI);
      car.send(car.authorization());
      assertFalse(car.drive.session.ended());
      assertFalse(car.drive.did(SeccEffect.AuthorisationWanted.class));
    }
    car.drive.station.authorisation = Authorisation.REJECTED;
    car.send(car.authorization());
    car.refused("FAILED");
  }

  /** Current that the vehicle asked for last, A. */
  private static Optional<Double> asked(Iso2Drive car) {
    List<SeccEffect.VehicleReport> reports =
        car.drive.all.stream()
            .filter(SeccEffect.VehicleReport.class::isInstance)
            .map(SeccEffect.VehicleReport.class::cast)
            .toList();
    return reports.getLast().state().targetAmps();
  }

  /** DC: the loop goes on with the same contactors after a renegotiation, energy starts once. */
  @Test
  void renegotiation() {
    Iso2Drive car = Iso2Drive.dc().toDcLoop();
    car.send(car.power(ChargeProgress.RENEGOTIATE));
    assertEquals(Optional.of(0d), asked(car), "no current before the loop goes on");
    car.send(car.dcParameters(EnergyTransferMode.DC_EXTENDED, 400));
    assertEquals(Optional.of(0d), asked(car), "nor by what the parameters leave unsaid");
    car.send(car.power(ChargeProgress.START));
    assertEquals(ResponseCode.OK, car.response(PowerDeliveryResponse.class).responseCode());
    assertFalse(car.drive.did(SeccEffect.StartEnergyTransfer.class));
    car.send(car.demand(30, 380));
    assertEquals(ResponseCode.OK, car.response(CurrentDemandResponse.class).responseCode());
    Iso2Drive other = Iso2Drive.dc().toDcLoop();
    other.send(other.power(ChargeProgress.RENEGOTIATE)).send(other.acParameters(32));
    other.refused("FAILED_WrongEnergyTransferMode");
  }

  /** AC: the contactors stay closed, and the loop goes on under the new limits. */
  @Test
  void acRenegotiation() {
    Iso2Drive car = Iso2Drive.ac().toAcLoop();
    car.send(car.power(ChargeProgress.RENEGOTIATE))
        .send(car.acParameters(16))
        .send(car.power(ChargeProgress.START));
    assertEquals(ResponseCode.OK, car.response(PowerDeliveryResponse.class).responseCode());
    car.send(new ChargingStatusRequest());
    assertEquals(ResponseCode.OK, car.response(ChargingStatusResponse.class).responseCode());
    assertEquals(
        1, acts(car.drive).stream().filter(SeccEffect.StartEnergyTransfer.class::equals).count());
    assertFalse(acts(car.drive).contains(SeccEffect.StopEnergyTransfer.class));
  }

  /**
   * [V2G2-582], [V2G2-688], [V2G2-813]: the vehicle may test the cable anew. The contactors open
   * before it, and energy starts with the loop again.
   */
  @Test
  void renegotiationWithCableCheck() {
    Iso2Drive car = Iso2Drive.dc().toDcLoop();
    car.toDcRestart().send(car.cableCheck());
    assertTrue(car.drive.did(SeccEffect.StopEnergyTransfer.class));
    assertEquals(EvseProcessing.ONGOING, car.response(CableCheckResponse.class).evseProcessing());
    car.send(car.cableCheck());
    assertFalse(car.drive.did(SeccEffect.StartCableCheck.class), "contactors are closed");
    car.drive.station.closed = false;
    car.drive.tick();
    assertTrue(car.drive.last.isEmpty(), "it begins with the vehicle's question");
    car.send(car.cableCheck());
    assertTrue(car.drive.did(SeccEffect.StartCableCheck.class));
    car.drive.station.isolation = Isolation.TESTING;
    car.send(car.cableCheck());
    assertFalse(car.drive.did(SeccEffect.EndCableCheck.class));
    car.drive.station.closed = true;
    car.drive.station.volts = 450;
    car.drive.station.isolation = Isolation.VALID;
    car.send(car.cableCheck());
    assertTrue(car.drive.did(SeccEffect.EndCableCheck.class));
    car.drive.station.volts = 10;
    car.send(car.cableCheck());
    assertEquals(EvseProcessing.FINISHED, car.response(CableCheckResponse.class).evseProcessing());
    car.send(car.preCharge(370)).send(car.power(ChargeProgress.START));
    assertFalse(car.drive.did(SeccEffect.StartEnergyTransfer.class));
    car.send(car.demand(30, 380));
    assertTrue(car.drive.did(SeccEffect.StartEnergyTransfer.class));
    assertEquals(ResponseCode.OK, car.response(CurrentDemandResponse.class).responseCode());
  }

  /** Contactors that do not open for the new cable check end the session, asked or not. */
  @Test
  void contactorsOpenForANewCableCheck() {
    Iso2Drive quiet = Iso2Drive.dc().toDcLoop();
    quiet.toDcRestart().send(quiet.cableCheck());
    quiet.drive.pass(SeccTiming.ISO2_CONTACTOR - NANO).tick();
    assertFalse(quiet.drive.session.ended());
    quiet.drive.pass(NANO).tick();
    assertTrue(quiet.drive.did(SeccEffect.SessionFailed.class));
    Iso2Drive asking = Iso2Drive.dc().toDcLoop();
    asking.toDcRestart().send(asking.cableCheck());
    asking.drive.pass(SeccTiming.ISO2_CONTACTOR);
    asking.send(asking.cableCheck());
    asking.refused("FAILED");
  }

  @Test
  void stationEndsTheLoop() {
    Iso2Drive dc = Iso2Drive.dc().toDcLoop();
    dc.drive.station.stop = Optional.of(Stop.TERMINATE);
    dc.send(dc.demand(30, 380));
    assertEquals(
        EvseNotification.STOP_CHARGING,
        dc.response(CurrentDemandResponse.class).dcEvseStatus().evseNotification());
    Iso2Drive ac = Iso2Drive.ac().toAcLoop();
    ac.drive.station.stop = Optional.of(Stop.PAUSE);
    ac.send(new ChargingStatusRequest());
    assertEquals(
        EvseNotification.STOP_CHARGING,
        ac.response(ChargingStatusResponse.class).acEvseStatus().evseNotification());
    Iso2Drive fault = Iso2Drive.dc().toDcLoop();
    fault.drive.station.stop = Optional.of(Stop.FAULT);
    fault.send(fault.demand(30, 380));
    fault.refused("FAILED");
  }

  /**
   * Both sides of the contactor's three seconds [V2G2-860], for start and stop, counted from the
   * pilot's C or D; and of the pilot's own time after [V2G2-847].
   */
  @Test
  void contactorsHaveThreeSeconds() {
    Iso2Drive start = Iso2Drive.ac().toAcPower();
    start.send(start.power(ChargeProgress.START));
    assertTrue(start.drive.did(SeccEffect.StartEnergyTransfer.class));
    start.drive.pass(Iso2Timing.PILOT_DETECTION - NANO);
    start.drive.station.pilotReady = true;
    start.drive.tick().pass(SeccTiming.ISO2_CONTACTOR - NANO).tick();
    assertTrue(start.drive.silent());
    start.drive.pass(NANO).tick();
    start.refused("FAILED_ContactorError");
    Iso2Drive pilot = Iso2Drive.ac().toAcPower();
    pilot.send(pilot.power(ChargeProgress.START));
    pilot.drive.station.closed = true;
    pilot.drive.pass(Iso2Timing.PILOT_DETECTION - NANO).tick();
    assertTrue(pilot.drive.silent());
    pilot.drive.pass(NANO).tick();
    pilot.refused("FAILED_PowerDeliveryNotApplied");
    Iso2Drive stop = Iso2Drive.dc().toDcLoop();
    stop.send(stop.power(ChargeProgress.STOP));
    stop.drive.pass(SeccTiming.ISO2_CONTACTOR - NANO).tick();
    assertTrue(stop.drive.silent());
    stop.drive.pass(NANO).tick();
    stop.refused("FAILED_ContactorError");
  }

  /** [V2G2-443] and ours for the DC loop; a vehicle that goes silent in any state is given up. */
  @Test
  void silentVehicleIsGivenUp() {
    Map<Supplier<Iso2Drive>, Long> ways =
        Map.of(
            () -> Iso2Drive.dc().toAuthorization(), SeccTiming.SEQUENCE,
            () -> Iso2Drive.dc().toParameters(), SeccTiming.SEQUENCE,
            () -> Iso2Drive.dc().toPreCharge(), SeccTiming.SEQUENCE,
            () -> preCharging(), SeccTiming.PRE_CHARGE,
            () -> Iso2Drive.dc().toDcLoop(), SeccTiming.CHARGE_LOOP_SEQUENCE,
            () -> Iso2Drive.ac().toAcPower(), SeccTiming.SEQUENCE,
            () -> Iso2Drive.ac().toAcLoop(), SeccTiming.SEQUENCE);
    ways.forEach(
        (way, patience) -> {
          Iso2Drive car = way.get();
          car.drive.pass(patience - NANO).tick();
          assertFalse(car.drive.session.ended(), car.drive.session.stateName());
          car.drive.pass(NANO).tick();
          assertTrue(car.drive.session.ended());
        });
  }

  private static Iso2Drive preCharging() {
    Iso2Drive car = Iso2Drive.dc().toPreCharge();
    return car.send(car.preCharge(370));
  }

  @Test
  void foreignSessionIdIsUnknown() {
    Iso2Drive car = Iso2Drive.dc().toDcLoop();
    car.sessionId = Octets.ofHex("FFFFFFFFFFFFFFFF");
    car.send(car.demand(30, 380));
    car.refused("FAILED_UnknownSession");
  }

  @Test
  void selectionsThatWereNotOffered() {
    Supplier<Iso2Drive> way =
        () -> {
          Iso2Drive car = Iso2Drive.dc();
          car.drive.linkUp().send(Requests.sap(Iso2Drive.ISO2, 2));
          car.send(car.setup());
          car.sessionId = Octets.of(Drive.SESSION_ID);
          return car.send(car.discovery());
        };
    Iso2Drive detail = way.get();
    detail.send(detail.detail(3));
    detail.refused("FAILED_ServiceIDInvalid");
    Iso2Drive contract = way.get();
    contract.send(contract.payment(PaymentOption.CONTRACT, 1));
    contract.refused("FAILED_PaymentSelectionInvalid");
    Iso2Drive service = way.get();
    service.send(service.payment(PaymentOption.EXTERNAL_PAYMENT, 3));
    service.refused("FAILED_NoChargeServiceSelected");
  }

  @Test
  void wrongParametersAndProfiles() {
    Iso2Drive mode = Iso2Drive.dc().toParameters();
    mode.send(mode.acParameters(32));
    mode.refused("FAILED_WrongEnergyTransferMode");
    Iso2Drive mixed = Iso2Drive.ac().toParameters();
    mixed.send(mixed.dcParameters(EnergyTransferMode.AC_THREE_PHASE_CORE, 400));
    mixed.refused("FAILED_WrongChargeParameter");
    Iso2Drive volts = Iso2Drive.dc().toParameters();
    volts.send(volts.dcParameters(EnergyTransferMode.DC_CORE, 100));
    volts.refused("FAILED_WrongChargeParameter");
    Iso2Drive tuple = Iso2Drive.ac().toAcPower();
    tuple.send(tuple.power(ChargeProgress.START, 2, Optional.empty()));
    tuple.refused("FAILED_TariffSelectionInvalid");
    Iso2Drive profile = Iso2Drive.ac().toAcPower();
    profile.send(profile.power(ChargeProgress.START, 1, Optional.of(20_001)));
    profile.refused("FAILED_ChargingProfileInvalid");
    Iso2Drive fitting = Iso2Drive.ac().toAcPower();
    fitting.send(fitting.power(ChargeProgress.START, 1, Optional.of(20_000)));
    assertTrue(fitting.drive.did(SeccEffect.StartEnergyTransfer.class));
  }

  /** Discharge was not agreed: a negative wish is refused, not obeyed. */
  @Test
  void negativeCurrentIsRefused() {
    Iso2Drive car = Iso2Drive.dc().toDcLoop();
    car.send(car.demand(-1, 380));
    car.refused("FAILED");
  }

  @Test
  void preChargeIsClamped() {
    Iso2Drive car = Iso2Drive.dc().toPreCharge();
    car.send(car.preCharge(20_000));
    assertEquals(ResponseCode.OK, car.response(PreChargeResponse.class).responseCode());
    assertEquals(400, car.drive.effect(SeccEffect.PreCharge.class).volts());
  }

  @Test
  void isolationHasToBeValid() {
    Iso2Drive car = Iso2Drive.dc().toParameters();
    car.send(car.dcParameters(EnergyTransferMode.DC_EXTENDED, 400)).send(car.cableCheck());
    assertEquals(450, car.drive.effect(SeccEffect.StartCableCheck.class).volts());
    assertEquals(EvseProcessing.ONGOING, car.response(CableCheckResponse.class).evseProcessing());
    car.drive.station.isolation = Isolation.INVALID;
    car.send(car.cableCheck());
    car.refused("FAILED");
  }

  /** A paused session is joined under its old id. */
  @Test
  void pauseAndResume() {
    Iso2Drive car = Iso2Drive.ac().toAcLoop();
    car.send(car.power(ChargeProgress.STOP));
    car.drive.station.closed = false;
    car.drive.tick();
    car.send(car.stop(ChargingSession.PAUSE));
    assertTrue(car.drive.effect(SeccEffect.SessionEnded.class).paused());
    SeccSession again =
        SeccSession.initial(
            Iso2Drive.ac().drive.config,
            new byte[] {9, 9, 9, 9, 9, 9, 9, 9},
            car.drive.session.paused());
    Drive next = car.drive;
    next.session = again;
    next.linkUp().send(Requests.sap(Iso2Drive.ISO2, 2));
    car.send(car.setup());
    assertEquals(
        ResponseCode.OK_OLD_SESSION_JOINED,
        car.response(SessionSetupResponse.class).responseCode());
  }
}
