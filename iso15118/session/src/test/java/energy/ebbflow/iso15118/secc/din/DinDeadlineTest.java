package energy.ebbflow.iso15118.secc.din;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.message.din.EvseProcessing;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.message.din.charge.ChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.din.charge.PowerDeliveryResponse;
import energy.ebbflow.iso15118.message.din.loop.CableCheckResponse;
import energy.ebbflow.iso15118.message.din.service.EvRequestedEnergyTransfer;
import energy.ebbflow.iso15118.message.din.status.DcEvseStatusCode;
import energy.ebbflow.iso15118.secc.Drive;
import energy.ebbflow.iso15118.secc.EvseView.Isolation;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import energy.ebbflow.iso15118.secc.Requests;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccInput;
import energy.ebbflow.iso15118.secc.SeccTiming;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Both sides of every deadline of DIN 70121. */
class DinDeadlineTest {
  private static final long NANO = 1;

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

  private static Map<Supplier<DinDrive>, Long> patience() {
    return Map.of(
        () -> DinDrive.car().toDiscovery(), SeccTiming.SEQUENCE,
        () -> DinDrive.car().toPayment(), SeccTiming.SEQUENCE,
        () -> DinDrive.car().toAuthentication(), SeccTiming.SEQUENCE,
        () -> DinDrive.car().toParameters(), SeccTiming.SEQUENCE,
        () -> DinDrive.car().toCableCheck(), SeccTiming.SEQUENCE,
        () -> DinDrive.car().toPreCharge(), SeccTiming.SEQUENCE,
        () -> DinDrive.car().toPower(), SeccTiming.PRE_CHARGE,
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
}
