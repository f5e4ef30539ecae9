package energy.ebbflow.iso15118.secc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.message.iso20.EvseNotification;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso20.ac.BptAcCpdResEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptDynamicAcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.message.iso20.service.Parameter;
import energy.ebbflow.iso15118.message.iso20.service.ParameterValue;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDetailResponse;
import energy.ebbflow.iso15118.message.iso20.session.ChargingSession;
import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sessions of ISO 15118-20 with alternating current. */
class AcSessionTest {
  private static final long NANO = 1;

  /** The contactors close on the start of power, and open on its stop. */
  @Test
  void bidirectionalSessionActsInOrder() {
    Drive drive = Drive.ac().toAcLoop();
    drive.send(drive.car.power(ChargeProgress.STOP));
    assertTrue(drive.silent());
    drive.station.closed = false;
    drive.tick();
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    assertEquals("AwaitSessionStop", drive.session.stateName());
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
            SeccEffect.StartEnergyTransfer.class,
            SeccEffect.StopEnergyTransfer.class,
            SeccEffect.SessionEnded.class,
            SeccEffect.CloseLink.class),
        acts);
  }

  /** The parameter set of AC BPT names grid and island detection (ISO 15118-20 Table 205, 206). */
  @Test
  void parameterSetNamesTheGrid() {
    Drive drive = Drive.ac().linkUp().send(Requests.sap(Requests.ISO20_AC));
    drive.send(drive.car.setup());
    drive.car = new Requests(energy.ebbflow.exi.Octets.of(Drive.SESSION_ID));
    drive.station.authorisation = Authorisation.ACCEPTED;
    drive
        .send(drive.car.authorizationSetup())
        .send(drive.car.authorization())
        .send(drive.car.discovery())
        .send(drive.car.detail(Requests.AC_BPT));
    assertEquals(
        List.of(
            new Parameter("Connector", new ParameterValue.IntValue(2)),
            new Parameter("ControlMode", new ParameterValue.IntValue(2)),
            new Parameter("EVSENominalVoltage", new ParameterValue.IntValue(230)),
            new Parameter("MobilityNeedsMode", new ParameterValue.IntValue(1)),
            new Parameter("Pricing", new ParameterValue.IntValue(0)),
            new Parameter("BPTChannel", new ParameterValue.IntValue(1)),
            new Parameter("GeneratorMode", new ParameterValue.IntValue(1)),
            new Parameter("GridCodeIslandingDetectionMethod", new ParameterValue.IntValue(1))),
        drive
            .response(ServiceDetailResponse.class)
            .serviceParameterList()
            .parameterSet()
            .getFirst()
            .parameter());
  }

  /** AC has a target: signed, bounded by the limits of the moment. */
  @Test
  void targetReachesTheNextResponse() {
    Drive drive = Drive.ac().toAcLoop();
    drive.station.chargeWatts = 9_000;
    drive.station.dischargeWatts = 5_000;
    assertEquals(7_400, target(drive, 7_400));
    assertEquals(9_000, target(drive, 12_000));
    assertEquals(-4_000, target(drive, -4_000));
    assertEquals(-5_000, target(drive, -12_000));
    drive.station.dischargeWatts = 0;
    assertEquals(0, target(drive, -4_000));
  }

  private static double target(Drive drive, double watts) {
    drive.station.targetWatts = watts;
    drive.send(drive.car.acLoop());
    BptDynamicAcClResControlMode mode =
        (BptDynamicAcClResControlMode)
            drive.response(AcChargeLoopResponse.class).clResControlMode();
    return mode.evseTargetActivePower().toDouble();
  }

  /** Limits of three phases named apart reach the domain as their sum. */
  @Test
  void phasesAreSummed() {
    Drive drive = Drive.ac().toAcPower();
    assertEquals(
        Optional.of(11_000.0),
        drive.all.stream()
            .filter(SeccEffect.VehicleReport.class::isInstance)
            .map(effect -> ((SeccEffect.VehicleReport) effect).state().chargeWattsMax())
            .findFirst()
            .orElseThrow());
    Drive loop = Drive.ac().toAcLoop();
    SeccEffect.VehicleState state = loop.effect(SeccEffect.VehicleReport.class).state();
    assertEquals(Optional.of(10_800.0), state.chargeWattsMax());
    assertEquals(Optional.of(9_000.0), state.dischargeWattsMax());
  }

  /** Limits of the session are those of the view. */
  @Test
  void parametersAreThoseOfTheStation() {
    Drive drive = Drive.ac();
    drive.station.chargeWatts = 22_080;
    drive.toAcPower();
    BptAcCpdResEnergyTransferMode mode =
        drive.all.stream()
            .filter(SeccEffect.Respond.class::isInstance)
            .map(effect -> ((SeccEffect.Respond) effect).response())
            .filter(AcChargeParameterDiscoveryResponse.class::isInstance)
            .map(r -> ((AcChargeParameterDiscoveryResponse) r).acCpdResEnergyTransferMode())
            .map(BptAcCpdResEnergyTransferMode.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals(22_080, mode.evseMaximumChargePower().toDouble());
    assertEquals(20_000, mode.evseMaximumDischargePower().toDouble());
    assertEquals(50, mode.evseNominalFrequency().toDouble());
  }

  /** The answer to the start waits for the contactors, at most the performance time. */
  @Test
  void startIsHeldForTheContactors() {
    Drive drive =
        Drive.ac().toAcPower().send(Drive.ac().toAcPower().car.power(ChargeProgress.START));
    assertTrue(drive.did(SeccEffect.StartEnergyTransfer.class));
    assertTrue(drive.silent());
    drive.station.pilotReady = true;
    drive.pass(SeccTiming.POWER_DELIVERY - NANO).tick();
    assertTrue(drive.silent());
    drive.pass(NANO).tick();
    drive.refused(ResponseCode.FAILED_CONTACTOR_ERROR);

    Drive pilot = Drive.ac().toAcPower();
    pilot.send(pilot.car.power(ChargeProgress.START));
    pilot.station.closed = true;
    pilot.pass(SeccTiming.POWER_DELIVERY).tick();
    pilot.refused(ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED);
  }

  /** No voltage without a user, even where the order of messages is right. */
  @Test
  void startNeedsAUser() {
    Drive drive = Drive.ac().toAcPower();
    drive.station.authorisation = Authorisation.PENDING;
    drive.send(drive.car.power(ChargeProgress.START));
    drive.refused(ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED);
    assertFalse(drive.did(SeccEffect.StartEnergyTransfer.class));
  }

  @Test
  void wrongParameters() {
    for (double discharge : new double[] {-1}) {
      Drive drive = Drive.ac();
      drive.toAcPower();
      Drive wrong = Drive.ac().linkUp().send(Requests.sap(Requests.ISO20_AC));
      wrong.send(wrong.car.setup());
      wrong.car = drive.car;
      wrong.station.authorisation = Authorisation.ACCEPTED;
      wrong
          .send(wrong.car.authorizationSetup())
          .send(wrong.car.authorization())
          .send(wrong.car.discovery())
          .send(wrong.car.detail(Requests.AC_BPT))
          .send(wrong.car.select(Requests.AC_BPT, Requests.DYNAMIC_SET))
          .send(wrong.car.acParameters(discharge));
      wrong.refused(ResponseCode.FAILED_WRONG_CHARGE_PARAMETER);
    }
  }

  @Test
  void silenceInTheLoop() {
    Drive drive = Drive.ac().toAcLoop();
    drive.pass(SeccTiming.CHARGE_LOOP_SEQUENCE - NANO).tick();
    assertFalse(drive.session.ended());
    drive.pass(NANO).tick();
    assertTrue(drive.session.ended());
  }

  @Test
  void stationEndsTheLoop() {
    Drive drive = Drive.ac().toAcLoop();
    drive.station.stop = Optional.of(Stop.TERMINATE);
    drive.send(drive.car.acLoop());
    assertEquals(
        EvseNotification.TERMINATE,
        drive.response(AcChargeLoopResponse.class).evseStatus().orElseThrow().evseNotification());
  }

  /** An AC outlet has no DC protocol and the other way round: the negotiation says so. */
  @Test
  void protocolFollowsTheOutlet() {
    assertTrue(Drive.ac().linkUp().send(Requests.sap()).session.ended());
    assertTrue(Drive.bpt().linkUp().send(Requests.sap(Requests.ISO20_AC)).session.ended());
  }
}
