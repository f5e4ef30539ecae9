package energy.ebbflow.iso15118.secc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeProgress;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryResponse;
import energy.ebbflow.iso15118.message.iso2.loop.ChargingStatusRequest;
import energy.ebbflow.iso15118.message.iso2.service.EnergyTransferMode;
import energy.ebbflow.iso15118.message.iso2.service.PaymentOption;
import energy.ebbflow.iso15118.message.iso2.session.ChargingSession;
import energy.ebbflow.iso15118.message.iso2.session.SessionSetupResponse;
import energy.ebbflow.iso15118.message.iso2.status.AcEvseStatus;
import energy.ebbflow.iso15118.message.iso2.status.DcEvErrorCode;
import energy.ebbflow.iso15118.message.iso2.status.DcEvseStatus;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import energy.ebbflow.iso15118.secc.iso2.Iso2Options;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** ISO 15118-2: what each state expects, and the specific code for what a vehicle does wrong. */
class Iso2RefusalTest {
  private static final String STOP = "SessionStopRequest";
  private static final String DELIVERY = "PowerDeliveryRequest";
  private static final String PARAMETERS = "ChargeParameterDiscoveryRequest";

  /** Each state by its name, the way there, and the requests that have a place in it. */
  private record Place(Supplier<Iso2Drive> way, Set<String> expected) {}

  private static Map<String, Place> places() {
    return Map.ofEntries(
        Map.entry("AwaitSessionSetup", place(Iso2RefusalTest::unnamed, "SessionSetupRequest")),
        Map.entry(
            "AwaitServiceDiscovery",
            place(() -> Iso2Drive.dc().toServices(), "ServiceDiscoveryRequest", STOP)),
        Map.entry(
            "AwaitPaymentSelection",
            place(
                Iso2RefusalTest::discovered,
                "ServiceDetailRequest",
                "PaymentServiceSelectionRequest",
                STOP)),
        Map.entry(
            "AwaitAuthorization",
            place(() -> Iso2Drive.dc().toAuthorization(), "AuthorizationRequest", STOP)),
        Map.entry(
            "AwaitChargeParameters", place(() -> Iso2Drive.dc().toParameters(), PARAMETERS, STOP)),
        Map.entry(
            "AwaitCableCheck", place(Iso2RefusalTest::agreed, "CableCheckRequest", DELIVERY, STOP)),
        Map.entry(
            "AwaitPreCharge", place(() -> Iso2Drive.dc().toPreCharge(), "PreChargeRequest", STOP)),
        Map.entry(
            "CurrentDemand",
            place(() -> Iso2Drive.dc().toDcLoop(), "CurrentDemandRequest", DELIVERY)),
        Map.entry(
            "AwaitDcRestart",
            place(() -> Iso2Drive.dc().toDcLoop().toDcRestart(), "CableCheckRequest", DELIVERY)),
        Map.entry(
            "OpeningForCableCheck", place(Iso2RefusalTest::opening, "CableCheckRequest", STOP)),
        Map.entry(
            "AwaitWeldingDetection",
            place(Iso2RefusalTest::stopped, "WeldingDetectionRequest", STOP)),
        Map.entry("AwaitPowerDelivery", place(() -> Iso2Drive.ac().toAcPower(), DELIVERY, STOP)),
        Map.entry(
            "ChargingStatus",
            place(() -> Iso2Drive.ac().toAcLoop(), "ChargingStatusRequest", DELIVERY)),
        Map.entry(
            "AwaitMeteringReceipt",
            place(
                Iso2RefusalTest::receipt,
                "MeteringReceiptRequest",
                "ChargingStatusRequest",
                DELIVERY)),
        Map.entry("AwaitSessionStop", place(Iso2RefusalTest::acStopped, STOP)));
  }

  private static Place place(Supplier<Iso2Drive> way, String... expected) {
    return new Place(way, Set.of(expected));
  }

  private static Iso2Drive unnamed() {
    Iso2Drive car = Iso2Drive.dc();
    car.drive.linkUp().send(Requests.sap(Iso2Drive.ISO2, 2));
    return car;
  }

  private static Iso2Drive discovered() {
    Iso2Drive car = Iso2Drive.dc().toServices();
    return car.send(car.discovery());
  }

  private static Iso2Drive agreed() {
    Iso2Drive car = Iso2Drive.dc().toParameters();
    return car.send(car.dcParameters(EnergyTransferMode.DC_EXTENDED, 400));
  }

  private static Iso2Drive opening() {
    Iso2Drive car = Iso2Drive.dc().toDcLoop().toDcRestart();
    return car.send(car.cableCheck());
  }

  private static Iso2Drive stopped() {
    Iso2Drive car = Iso2Drive.dc().toDcLoop();
    car.send(car.power(ChargeProgress.STOP));
    car.drive.station.closed = false;
    car.drive.tick();
    return car;
  }

  private static Iso2Drive receipt() {
    Iso2Drive car =
        Iso2Drive.ac(new Iso2Options(List.of(), Optional.of(1), 0, List.of())).toAcLoop();
    car.drive.pass(1_000 * Drive.MILLI);
    return car.send(new ChargingStatusRequest());
  }

  private static Iso2Drive acStopped() {
    Iso2Drive car = Iso2Drive.ac().toAcLoop();
    car.send(car.power(ChargeProgress.STOP));
    car.drive.station.closed = false;
    car.drive.tick();
    return car;
  }

  /** [V2G2-538], [V2G2-539]: in every state, in a response of the request's own type. */
  @Test
  void everyUnexpectedRequestIsASequenceError() {
    places()
        .forEach(
            (state, place) -> {
              for (BodyElement request : place.way().get().all()) {
                String name = request.getClass().getSimpleName();
                Iso2Drive car = place.way().get();
                assertEquals(state, car.drive.session.stateName());
                car.send(request);
                if (place.expected().contains(name)) {
                  // PowerDelivery has its place, but not each of its kinds.
                  assertFalse(
                      !name.equals(DELIVERY) && car.drive.last.toString().contains("SequenceError"),
                      () -> name + " in " + state + ": " + car.drive.last);
                } else {
                  car.refused("FAILED_SequenceError");
                  assertEquals(
                      name.replace("Request", "Response"), car.body().getClass().getSimpleName());
                }
              }
            });
  }

  /** [V2G2-460]: in every state that has an id, for a request that would be right. */
  @Test
  void foreignSessionIdIsUnknown() {
    places()
        .forEach(
            (state, place) -> {
              for (BodyElement request : place.way().get().all()) {
                boolean right = place.expected().contains(request.getClass().getSimpleName());
                // A stop of power is right wherever PowerDelivery is.
                boolean otherKind =
                    request instanceof PowerDeliveryRequest delivery
                        && delivery.chargeProgress() != ChargeProgress.STOP;
                if (!right || otherKind || state.equals("AwaitSessionSetup")) {
                  continue;
                }
                Iso2Drive car = place.way().get();
                car.sessionId = Octets.ofHex("FFFFFFFFFFFFFFFF");
                car.send(request);
                car.refused("FAILED_UnknownSession");
              }
            });
  }

  /** [V2G2-443]: in every state, both sides of its deadline. */
  @Test
  void silentVehicleIsGivenUp() {
    places()
        .forEach(
            (state, place) -> {
              Iso2Drive car = place.way().get();
              // Opening has a deadline of its own: here it is done.
              car.drive.station.closed &= !state.equals("OpeningForCableCheck");
              long patience =
                  switch (state) {
                    case "AwaitSessionSetup" -> SeccTiming.COMMUNICATION_SETUP;
                    case "CurrentDemand" -> SeccTiming.CHARGE_LOOP_SEQUENCE;
                    default -> SeccTiming.SEQUENCE;
                  };
              car.drive.pass(patience - 1).tick();
              assertFalse(car.drive.session.ended(), state);
              car.drive.pass(1).tick();
              assertTrue(car.drive.session.ended(), state);
              assertTrue(
                  car.drive.effect(SeccEffect.SessionFailed.class).reason().contains("silent"));
            });
  }

  /** Which kinds of PowerDelivery have a place where it is expected. */
  @Test
  void powerDeliveryHasItsPlaces() {
    Map<String, Set<ChargeProgress>> right =
        Map.of(
            "AwaitCableCheck", EnumSet.of(ChargeProgress.STOP),
            "CurrentDemand", EnumSet.of(ChargeProgress.STOP, ChargeProgress.RENEGOTIATE),
            "ChargingStatus", EnumSet.of(ChargeProgress.STOP, ChargeProgress.RENEGOTIATE),
            "AwaitMeteringReceipt", EnumSet.of(ChargeProgress.STOP, ChargeProgress.RENEGOTIATE),
            "AwaitDcRestart", EnumSet.of(ChargeProgress.START, ChargeProgress.STOP),
            "AwaitPowerDelivery", EnumSet.of(ChargeProgress.START, ChargeProgress.STOP));
    places()
        .forEach(
            (state, place) -> {
              if (!place.expected().contains(DELIVERY)) {
                return;
              }
              Set<ChargeProgress> kinds = right.getOrDefault(state, Set.of());
              for (ChargeProgress kind : ChargeProgress.values()) {
                Iso2Drive car = place.way().get();
                car.send(car.power(kind));
                if (kinds.contains(kind)) {
                  assertFalse(car.drive.session.ended(), () -> kind + " in " + state);
                } else {
                  car.refused("FAILED_SequenceError");
                }
              }
            });
  }

  /** The station's reason has the code of the start [V2G2-480], elsewhere it is FAILED. */
  @Test
  void stationsReasonHasTheCodeOfTheStart() {
    for (Stop stop : new Stop[] {Stop.TERMINATE, Stop.FAULT}) {
      Iso2Drive start = Iso2Drive.ac().toAcPower();
      start.drive.station.stop = Optional.of(stop);
      start.send(start.power(ChargeProgress.START));
      start.refused("FAILED_PowerDeliveryNotApplied");
      assertFalse(start.drive.did(SeccEffect.StartEnergyTransfer.class));
      Iso2Drive check = agreed();
      check.drive.station.stop = Optional.of(stop);
      check.send(check.cableCheck());
      check.refused("FAILED");
    }
  }

  /** A vehicle that was asked to end, and does, is not refused for it. */
  @Test
  void vehicleEndsWhenItIsAskedTo() {
    Iso2Drive car = agreed();
    car.drive.station.stop = Optional.of(Stop.TERMINATE);
    car.send(car.power(ChargeProgress.STOP));
    car.drive.tick();
    PowerDeliveryResponse answer = car.response(PowerDeliveryResponse.class);
    assertEquals(ResponseCode.OK, answer.responseCode());
    assertTrue(((DcEvseStatus) answer.evseStatus()).toString().contains("STOP_CHARGING"));
    car.send(car.stop(ChargingSession.TERMINATE));
    assertTrue(car.drive.did(SeccEffect.SessionEnded.class));
  }

  /** A vehicle that has failed gets no voltage, wherever it says so; it may always stop. */
  @Test
  void failedVehicleIsRefused() {
    Set<DcEvErrorCode> harmless =
        EnumSet.of(
            DcEvErrorCode.NO_ERROR,
            DcEvErrorCode.NO_DATA,
            DcEvErrorCode.FAILED_RESS_TEMPERATURE_INHIBIT,
            DcEvErrorCode.RESERVED_A,
            DcEvErrorCode.RESERVED_B,
            DcEvErrorCode.RESERVED_C);
    for (DcEvErrorCode code : DcEvErrorCode.values()) {
      Iso2Drive cable = agreed();
      cable.error = code;
      cable.send(cable.cableCheck());
      Iso2Drive preCharge = Iso2Drive.dc().toPreCharge();
      preCharge.error = code;
      preCharge.send(preCharge.preCharge(370));
      Iso2Drive start = Iso2Drive.dc().toPreCharge();
      start.send(start.preCharge(370));
      start.error = code;
      start.send(start.power(ChargeProgress.START));
      Iso2Drive loop = Iso2Drive.dc().toDcLoop();
      loop.error = code;
      loop.send(loop.demand(30, 380));
      if (harmless.contains(code)) {
        for (Iso2Drive car : List.of(cable, preCharge, start, loop)) {
          assertFalse(car.drive.session.ended(), code::wireName);
        }
      } else {
        cable.refused("FAILED");
        preCharge.refused("FAILED");
        start.refused("FAILED_PowerDeliveryNotApplied");
        loop.refused("FAILED");
      }
      Iso2Drive stop = Iso2Drive.dc().toDcLoop();
      stop.error = code;
      stop.send(stop.power(ChargeProgress.STOP));
      assertTrue(stop.drive.did(SeccEffect.StopEnergyTransfer.class), "it may always stop");
    }
  }

  /** EVReady false: no current, whatever is asked for. */
  @Test
  void currentNeedsAReadyVehicle() {
    Iso2Drive car = Iso2Drive.dc().toDcLoop();
    car.ready = false;
    car.send(car.demand(30, 380));
    assertEquals(
        Optional.of(0.0), car.drive.effect(SeccEffect.VehicleReport.class).state().targetAmps());
  }

  /** Before the parameters the outlet says which kind of current it is about. */
  @Test
  void outletDecidesTheStatusBeforeTheVehicleDoes() {
    Iso2Drive ac = Iso2Drive.ac().toServices();
    ac.send(ac.power(ChargeProgress.START));
    assertTrue(ac.response(PowerDeliveryResponse.class).evseStatus() instanceof AcEvseStatus);
    Iso2Drive dc = Iso2Drive.dc().toServices();
    dc.send(dc.power(ChargeProgress.START));
    assertTrue(dc.response(PowerDeliveryResponse.class).evseStatus() instanceof DcEvseStatus);
  }

  /** An AC vehicle that pauses before it told its parameters is charged when it comes back. */
  @Test
  void pauseBeforeTheParameters() {
    Iso2Drive car = Iso2Drive.ac().toServices();
    car.send(car.stop(ChargingSession.PAUSE));
    Iso2Drive again = resumed(car, Iso2Drive.ac());
    again.send(again.acParameters(32)).send(again.power(ChargeProgress.START));
    again.drive.station.pilotReady = true;
    again.drive.station.closed = true;
    again.drive.tick();
    assertEquals(ResponseCode.OK, again.response(PowerDeliveryResponse.class).responseCode());
  }

  private static Iso2Drive resumed(Iso2Drive before, Iso2Drive again) {
    again.drive.session =
        SeccSession.initial(
            again.drive.config, new byte[] {9, 9, 9, 9, 9, 9, 9, 9}, before.drive.session.paused());
    again.sessionId = Octets.of(Drive.SESSION_ID);
    again.drive.station.authorisation = EvseView.Authorisation.ACCEPTED;
    again.drive.linkUp().send(Requests.sap(Iso2Drive.ISO2, 2));
    again.send(again.setup());
    assertEquals(
        ResponseCode.OK_OLD_SESSION_JOINED,
        again.response(SessionSetupResponse.class).responseCode());
    return again
        .send(again.discovery())
        .send(again.payment(PaymentOption.EXTERNAL_PAYMENT, 1))
        .send(again.authorization());
  }
}
