package energy.ebbflow.iso15118.secc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.app.AppProtocol;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolRequest;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolResponse;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationResponse;
import energy.ebbflow.iso15118.message.iso20.dc.DcCableCheckResponse;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso20.session.ChargingSession;
import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.EvseView.Isolation;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The specific code for each thing a vehicle can do wrong. */
class RefusalTest {
  private static final Map<String, Function<Drive, Drive>> STATES =
      Map.ofEntries(
          Map.entry("AwaitAuthorizationSetup", Drive::toSession),
          Map.entry("AwaitAuthorization", Drive::toAuthorization),
          Map.entry("AwaitServiceDiscovery", Drive::toServices),
          Map.entry("AwaitDcParameters", Drive::toParameters),
          Map.entry("AwaitCableCheck", Drive::toCableCheck),
          Map.entry("AwaitPreCharge", Drive::toPreCharge),
          Map.entry("DcChargeLoop", Drive::toLoop),
          Map.entry("AwaitWeldingDetection", Drive::toWelding));

  /** In every state every request that has no place there is a sequence error of its own type. */
  @Test
  void everyUnexpectedRequestIsASequenceError() {
    Map<String, Set<String>> expected =
        Map.ofEntries(
            Map.entry("AwaitAuthorizationSetup", Set.of("AuthorizationSetupRequest")),
            Map.entry("AwaitAuthorization", Set.of("AuthorizationRequest")),
            Map.entry("AwaitServiceDiscovery", Set.of("ServiceDiscoveryRequest")),
            Map.entry("AwaitDcParameters", Set.of("DcChargeParameterDiscoveryRequest")),
            Map.entry("AwaitCableCheck", Set.of("DcCableCheckRequest")),
            Map.entry("AwaitPreCharge", Set.of("DcPreChargeRequest")),
            Map.entry(
                "DcChargeLoop",
                Set.of("DcChargeLoopRequest", "PowerDeliveryRequest", "ScheduleExchangeRequest")),
            Map.entry("AwaitWeldingDetection", Set.of("DcWeldingDetectionRequest")));
    STATES.forEach(
        (state, way) -> {
          for (Iso20Request request : new Requests(Octets.of(Drive.SESSION_ID)).all()) {
            String name = request.getClass().getSimpleName();
            boolean stop = name.equals("SessionStopRequest") && !state.equals("DcChargeLoop");
            // [V2G20-2122]: no test is needed to stop.
            boolean untested =
                state.equals("AwaitCableCheck")
                    && request instanceof PowerDeliveryRequest delivery
                    && delivery.chargeProgress() == ChargeProgress.STOP;
            if (stop || untested || expected.getOrDefault(state, Set.of()).contains(name)) {
              continue;
            }
            Drive drive = way.apply(Drive.bpt());
            assertEquals(state, drive.session.stateName());
            drive.send(request);
            drive.refused(ResponseCode.FAILED_SEQUENCE_ERROR);
            assertEquals(
                name.replace("Request", "Response"), drive.response().getClass().getSimpleName());
          }
        });
  }

  /** A parking message is none of ours: answered in kind, and refused. */
  @Test
  void checkOutIsASequenceError() {
    Drive drive = Drive.bpt().toSession();
    drive.send(drive.car.checkOut());
    drive.refused(ResponseCode.FAILED_SEQUENCE_ERROR);
  }

  /** The id of another session, in every state, for a request that would be right. */
  @Test
  void foreignSessionIdIsUnknown() {
    Requests foreign = new Requests(Octets.ofHex("FFFFFFFFFFFFFFFF"));
    Map<String, Iso20Request> right =
        Map.ofEntries(
            Map.entry("AwaitAuthorizationSetup", foreign.authorizationSetup()),
            Map.entry("AwaitAuthorization", foreign.authorization()),
            Map.entry("AwaitServiceDiscovery", foreign.discovery()),
            Map.entry("AwaitDcParameters", foreign.bptParameters()),
            Map.entry("AwaitCableCheck", foreign.cableCheck()),
            Map.entry("AwaitPreCharge", foreign.preCharge(370)),
            Map.entry("DcChargeLoop", foreign.loop()),
            Map.entry("AwaitWeldingDetection", foreign.welding(Processing.FINISHED)));
    STATES.forEach(
        (state, way) -> {
          Drive drive = way.apply(Drive.bpt());
          Iso20Request request = right.get(state);
          assertTrue(request != null, state);
          drive.send(java.util.Objects.requireNonNull(request));
          drive.refused(ResponseCode.FAILED_UNKNOWN_SESSION);
        });
  }

  /** The vehicle's priority decides, 1 is the highest; what is unknown is skipped [V2G20-167]. */
  @Test
  void protocolIsChosenByPriority() {
    Drive drive = Drive.bpt().linkUp();
    drive.send(
        new SupportedAppProtocolRequest(
            List.of(
                new AppProtocol("urn:iso:15118:2:2013:MsgDef", 2, 0, 1, 1),
                new AppProtocol(Requests.ISO20_DC, 2, 0, 2, 2),
                new AppProtocol(Requests.ISO20_DC, 1, 5, 4, 4),
                new AppProtocol(Requests.ISO20_DC, 1, 0, 3, 3))));
    SupportedAppProtocolResponse response =
        (SupportedAppProtocolResponse) drive.effect(SeccEffect.Respond.class).response();
    assertEquals("OK_SuccessfulNegotiation", response.responseCode().wireName());
    assertEquals(Optional.of(3), response.schemaId());
    assertEquals("ISO 15118-20:DC", drive.effect(SeccEffect.ProtocolChosen.class).protocol());
  }

  @Test
  void minorVersionDeviates() {
    Drive drive = Drive.bpt().linkUp();
    drive.send(
        new SupportedAppProtocolRequest(List.of(new AppProtocol(Requests.ISO20_DC, 1, 5, 9, 1))));
    SupportedAppProtocolResponse response =
        (SupportedAppProtocolResponse) drive.effect(SeccEffect.Respond.class).response();
    assertEquals("OK_SuccessfulNegotiationWithMinorDeviation", response.responseCode().wireName());
    assertFalse(drive.session.ended());
  }

  @Test
  void noCommonProtocolEndsTheSession() {
    Drive drive = Drive.bpt().linkUp();
    drive.send(
        new SupportedAppProtocolRequest(List.of(new AppProtocol("urn:elsewhere", 1, 0, 9, 1))));
    SupportedAppProtocolResponse response =
        (SupportedAppProtocolResponse) drive.effect(SeccEffect.Respond.class).response();
    assertEquals("Failed_NoNegotiation", response.responseCode().wireName());
    assertEquals(Optional.empty(), response.schemaId());
    assertTrue(drive.session.ended());
    assertTrue(drive.effect(SeccEffect.SessionFailed.class).reason().contains("urn:elsewhere"));
  }

  /** Where the station insists on TLS with a vehicle certificate, -20 is not spoken without. */
  @Test
  void isoTwentyCanInsistOnTls() {
    SeccConfig bpt = SeccConfig.dcBidirectional("m");
    SeccConfig strict =
        new SeccConfig(
            bpt.protocols(),
            bpt.services(),
            bpt.controlModes(),
            2,
            bpt.meterId(),
            true,
            true,
            bpt.timing());
    for (SeccInput.LinkUp link :
        List.of(new SeccInput.LinkUp(false, false), new SeccInput.LinkUp(true, false))) {
      Drive drive = Drive.with(strict).input(link).send(Requests.sap());
      assertTrue(drive.session.ended());
    }
    assertFalse(Drive.with(strict).linkUp().send(Requests.sap()).session.ended());
  }

  /** [V2G20-2209], [V2G20-2226]: a warning, and the vehicle may choose again. */
  @Test
  void plugAndChargeWasNotOffered() {
    Drive drive = Drive.bpt().toAuthorization();
    drive.send(drive.car.plugAndCharge());
    assertEquals(
        ResponseCode.WARNING_AUTHORIZATION_SELECTION_INVALID,
        drive.response(AuthorizationResponse.class).responseCode());
    drive.station.authorisation = Authorisation.ACCEPTED;
    drive.send(drive.car.authorization());
    assertEquals(ResponseCode.OK, drive.response().responseCode());
  }

  /** [V2G20-464] */
  @Test
  void detailsOfUnknownService() {
    Drive drive = Drive.bpt().toServices();
    drive.send(drive.car.discovery());
    assertEquals(
        List.of(Requests.DC_BPT, Requests.DC),
        drive
            .response(ServiceDiscoveryResponse.class)
            .energyTransferServiceList()
            .service()
            .stream()
            .map(service -> service.serviceId())
            .toList());
    drive.send(drive.car.detail(1));
    drive.refused(ResponseCode.FAILED_SERVICE_ID_INVALID);
  }

  @Test
  void selectionOfWhatWasNotOffered() {
    Function<Drive, Drive> way =
        drive -> drive.toServices().send(drive.car.discovery()).send(drive.car.detail(Requests.DC));
    Drive service = way.apply(Drive.bpt());
    service.send(service.car.select(5, 1));
    service.refused(ResponseCode.FAILED_NO_ENERGY_TRANSFER_SERVICE_SELECTED);
    for (int set : new int[] {0, 3}) {
      Drive parameters = way.apply(Drive.bpt());
      parameters.send(parameters.car.select(Requests.DC, set));
      parameters.refused(ResponseCode.FAILED_SERVICE_SELECTION_INVALID);
    }
  }

  /** [V2G20-2272]: another mode than selected, a negative limit, no common voltage. */
  @Test
  void wrongChargeParameters() {
    Drive mode = Drive.bpt().toParameters();
    mode.send(mode.car.dcParameters());
    mode.refused(ResponseCode.FAILED_WRONG_CHARGE_PARAMETER);
    Drive negative = Drive.bpt().toParameters();
    negative.send(negative.car.bptParameters(-1, 400));
    negative.refused(ResponseCode.FAILED_WRONG_CHARGE_PARAMETER);
    Drive volts = Drive.bpt().toParameters();
    volts.send(volts.car.bptParameters(20_000, 299));
    volts.refused(ResponseCode.FAILED_WRONG_CHARGE_PARAMETER);
  }

  @Test
  void scheduleOfTheOtherMode() {
    Drive drive = Drive.bpt().toParameters();
    drive.send(drive.car.bptParameters()).send(drive.car.scheduledSchedule());
    drive.refused(ResponseCode.FAILED);
  }

  @Test
  void scheduleThatWasNotOffered() {
    Drive drive = Drive.bpt().toServices();
    drive
        .send(drive.car.discovery())
        .send(drive.car.detail(Requests.DC))
        .send(drive.car.select(Requests.DC, Requests.SCHEDULED_SET))
        .send(drive.car.dcParameters())
        .send(drive.car.scheduledSchedule())
        .throughCableCheck()
        .send(drive.car.preCharge(370))
        .send(drive.car.startWithSchedule(2));
    drive.refused(ResponseCode.FAILED_SCHEDULE_SELECTION_INVALID);
  }

  @Test
  void profileOfTheOtherMode() {
    Drive drive = Drive.bpt().toPower();
    drive.send(drive.car.startWithSchedule(1));
    drive.refused(ResponseCode.FAILED_EV_POWER_PROFILE_INVALID);
  }

  /** A vehicle that still computes is waited for; it does not start anything. */
  @Test
  void vehicleMayStillCompute() {
    Drive drive = Drive.bpt().toPower();
    drive.send(drive.car.stillComputing());
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    assertFalse(drive.did(SeccEffect.StartEnergyTransfer.class));
    drive.send(drive.car.power(ChargeProgress.START));
    assertEquals("DcChargeLoop", drive.session.stateName());
  }

  @Test
  void standbyIsNotAllowed() {
    for (Function<Drive, Drive> way :
        List.<Function<Drive, Drive>>of(Drive::toPower, Drive::toLoop)) {
      Drive drive = way.apply(Drive.bpt());
      drive.send(drive.car.power(ChargeProgress.STANDBY));
      assertEquals(ResponseCode.WARNING_STANDBY_NOT_ALLOWED, drive.response().responseCode());
      assertFalse(drive.session.ended());
    }
  }

  @Test
  void renegotiationBeforeTheLoop() {
    Drive drive = Drive.bpt().toPower();
    drive.send(drive.car.power(ChargeProgress.SCHEDULE_RENEGOTIATION));
    drive.refused(ResponseCode.FAILED_SCHEDULE_RENEGOTIATION);
  }

  @Test
  void renegotiationInTheLoop() {
    Drive drive = Drive.bpt().toLoop();
    drive.send(drive.car.dynamicSchedule());
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    drive.send(drive.car.power(ChargeProgress.SCHEDULE_RENEGOTIATION));
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    assertEquals("RenegotiatingSchedule", drive.session.stateName());
    drive.send(drive.car.dynamicSchedule());
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    drive.send(drive.car.power(ChargeProgress.START));
    assertEquals("DcChargeLoop", drive.session.stateName());
    assertFalse(drive.did(SeccEffect.StartEnergyTransfer.class), "energy never stopped");
  }

  /** Isolation decides; nothing but a valid test leads on, and only with the voltage down. */
  @Test
  void isolationHasToBeValid() {
    Drive drive = Drive.bpt().toCableCheck();
    drive.station.isolation = Isolation.VALID; // left from an earlier session
    drive.send(drive.car.cableCheck());
    assertEquals(450, drive.effect(SeccEffect.StartCableCheck.class).volts());
    assertFalse(drive.did(SeccEffect.EndCableCheck.class), "the old result does not count");
    drive.station.isolation = Isolation.TESTING;
    drive.send(drive.car.cableCheck());
    drive.station.isolation = Isolation.VALID;
    drive.station.volts = 60;
    drive.tick();
    assertTrue(drive.did(SeccEffect.EndCableCheck.class));
    drive.send(drive.car.cableCheck());
    assertEquals(Processing.ONGOING, drive.response(DcCableCheckResponse.class).evseProcessing());
    drive.station.volts = 59.9;
    drive.send(drive.car.cableCheck());
    assertEquals(Processing.FINISHED, drive.response(DcCableCheckResponse.class).evseProcessing());

    Drive bad = Drive.bpt().toCableCheck();
    bad.send(bad.car.cableCheck());
    bad.station.isolation = Isolation.INVALID;
    bad.send(bad.car.cableCheck());
    bad.refused(ResponseCode.FAILED);
  }

  /** A stock EVCC asks for 20 kV: it is answered, and the outlet stays within both limits. */
  @Test
  void preChargeBeyondTheVehicle() {
    Drive drive = Drive.bpt().toPreCharge();
    drive.send(drive.car.preCharge(20_000));
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    assertEquals(400, drive.effect(SeccEffect.PreCharge.class).volts());
    drive.send(drive.car.preCharge(-5));
    assertEquals(0, drive.effect(SeccEffect.PreCharge.class).volts());
  }

  @Test
  void negativeLimitInTheLoop() {
    Drive drive = Drive.bpt().toServices();
    drive
        .send(drive.car.discovery())
        .send(drive.car.detail(Requests.DC))
        .send(drive.car.select(Requests.DC, Requests.DYNAMIC_SET))
        .send(drive.car.dcParameters())
        .send(drive.car.dynamicSchedule())
        .throughCableCheck()
        .send(drive.car.preCharge(370))
        .send(drive.car.power(ChargeProgress.START))
        .send(drive.car.dcLoop(-5));
    drive.refused(ResponseCode.FAILED);
  }

  @Test
  void loopOfTheOtherMode() {
    Drive drive = Drive.bpt().toLoop();
    drive.send(drive.car.scheduledLoop(10, 370));
    drive.refused(ResponseCode.FAILED);
  }

  /** A second request while an answer is held breaks the order, and nothing starts. */
  @Test
  void requestWhileHeld() {
    Drive drive = Drive.bpt().toPower();
    drive.station.pilotReady = false;
    drive.send(drive.car.power(ChargeProgress.START)).send(drive.car.loop());
    drive.refused(ResponseCode.FAILED_SEQUENCE_ERROR);
  }

  /** Before the loop there is no notification: the station ends with FAILED. */
  @Test
  void stationEndsBeforeTheLoop() {
    for (Stop stop : new Stop[] {Stop.TERMINATE, Stop.FAULT}) {
      Drive drive = Drive.bpt().toCableCheck();
      drive.station.stop = Optional.of(stop);
      drive.send(drive.car.cableCheck());
      drive.refused(ResponseCode.FAILED);
      assertFalse(drive.did(SeccEffect.StartCableCheck.class));
    }
  }

  /** The vehicle may say goodbye while voltage is on: it is taken off first. */
  @Test
  void goodbyeWithVoltageOn() {
    Drive drive = Drive.bpt().toPower();
    drive.send(drive.car.stop(ChargingSession.TERMINATE));
    assertEquals(SeccEffect.StopEnergyTransfer.class, drive.last.getFirst().getClass());
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    assertTrue(drive.session.ended());
  }

  /** Service renegotiation must not step over the authorisation. */
  @Test
  void renegotiationIsNoWayAroundTheUser() {
    Drive drive = Drive.bpt().toAuthorization();
    drive.send(drive.car.stop(ChargingSession.SERVICE_RENEGOTIATION));
    drive.refused(ResponseCode.FAILED_NO_SERVICE_RENEGOTIATION_SUPPORTED);
    Drive pause = Drive.bpt().toAuthorization();
    pause.send(pause.car.stop(ChargingSession.PAUSE));
    pause.refused(ResponseCode.FAILED_PAUSE_NOT_ALLOWED);
  }

  /** A lost link, garbage, and a message that is no request: each ends with its reason. */
  @Test
  void brokenLinks() {
    Drive lost = Drive.bpt().toLoop().input(new SeccInput.LinkDown("reset by the vehicle"));
    assertEquals(
        "link lost in DcChargeLoop: reset by the vehicle",
        lost.effect(SeccEffect.SessionFailed.class).reason());
    assertFalse(lost.did(SeccEffect.CloseLink.class), "there is nothing left to close");
    Drive garbage = Drive.bpt().toLoop().input(new SeccInput.Undecodable("bit 12"));
    assertTrue(garbage.effect(SeccEffect.SessionFailed.class).reason().contains("bit 12"));
    assertTrue(garbage.did(SeccEffect.CloseLink.class));
    Drive again = Drive.bpt().toLoop().send(Requests.sap());
    assertTrue(again.did(SeccEffect.SessionFailed.class));
    Drive early = Drive.bpt().linkUp();
    early.send(early.car.setup());
    assertTrue(early.did(SeccEffect.SessionFailed.class));
  }

  /** What comes after the end changes nothing. */
  @Test
  void afterTheEnd() {
    Drive drive = Drive.bpt().toStop();
    drive.send(drive.car.stop(ChargingSession.TERMINATE));
    drive.send(drive.car.loop());
    assertEquals(List.of(), drive.last);
    drive.input(new SeccInput.LinkDown("closed")).tick().linkUp();
    assertEquals(List.of(), drive.last);
  }
}
