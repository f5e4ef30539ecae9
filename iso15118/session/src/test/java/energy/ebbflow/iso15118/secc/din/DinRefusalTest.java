package energy.ebbflow.iso15118.secc.din;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.message.din.charge.PowerDeliveryResponse;
import energy.ebbflow.iso15118.message.din.loop.CurrentDemandResponse;
import energy.ebbflow.iso15118.message.din.service.EvRequestedEnergyTransfer;
import energy.ebbflow.iso15118.message.din.service.PaymentOption;
import energy.ebbflow.iso15118.message.din.status.DcEvErrorCode;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import energy.ebbflow.iso15118.secc.Requests;
import energy.ebbflow.iso15118.secc.SeccEffect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What DIN 70121 refuses, with which code. */
class DinRefusalTest {
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

  /** [V2G-DC-401]: a start that the station cannot follow; an end that it wanted is welcome. */
  @Test
  void stationsReasonHasTheCodeOfTheStart() {
    for (Stop stop : new Stop[] {Stop.TERMINATE, Stop.FAULT}) {
      DinDrive start = DinDrive.car().toPower();
      start.drive.station.stop = Optional.of(stop);
      start.send(start.power(true));
      start.refused(ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED);
    }
    DinDrive end = DinDrive.car().toPower();
    end.drive.station.stop = Optional.of(Stop.TERMINATE);
    end.send(end.power(false));
    end.drive.station.closed = false;
    end.drive.tick();
    assertEquals(ResponseCode.OK, end.response(PowerDeliveryResponse.class).responseCode());
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
}
