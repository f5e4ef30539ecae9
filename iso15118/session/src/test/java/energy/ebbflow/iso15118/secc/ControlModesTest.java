package energy.ebbflow.iso15118.secc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.ac.AcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.AcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptScheduledAcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptScheduledAcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.DynamicAcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.DynamicAcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.ScheduledAcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.ScheduledAcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptScheduledDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptScheduledDcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.DynamicDcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleReport;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The charge loop in each pair of service and control mode that other tests do not go through. */
class ControlModesTest {
  private static final int AC = 1;
  private static final Optional<RationalNumber> NONE = Optional.empty();

  /** Without discharge the set-point is the charge limit, and what is below 0 is none. */
  @Test
  void dcDynamic() {
    Drive drive = toDcLoop(Requests.DC, Requests.DYNAMIC_SET);
    drive.station.targetWatts = 7_000;
    drive.send(drive.car.dcLoop(19_000));
    assertEquals(
        7_000,
        ((DynamicDcClResControlMode) drive.response(DcChargeLoopResponse.class).clResControlMode())
            .evseMaximumChargePower()
            .toDouble());
    drive.station.targetWatts = -7_000;
    drive.send(drive.car.dcLoop(19_000));
    assertEquals(
        0,
        ((DynamicDcClResControlMode) drive.response(DcChargeLoopResponse.class).clResControlMode())
            .evseMaximumChargePower()
            .toDouble());
  }

  /** The vehicle says which current it wants, in either direction; it hears the limits. */
  @Test
  void dcBidirectionalScheduled() {
    Drive drive = toDcLoop(Requests.DC_BPT, Requests.SCHEDULED_SET);
    drive.station.dischargeWatts = 9_000;
    drive.send(
        drive.car.loop(
            false,
            new BptScheduledDcClReqControlMode(
                NONE,
                NONE,
                NONE,
                watts(-20),
                watts(372),
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                Optional.of(watts(8_000)),
                NONE,
                NONE)));
    BptScheduledDcClResControlMode mode =
        (BptScheduledDcClResControlMode)
            drive.response(DcChargeLoopResponse.class).clResControlMode();
    assertEquals(9_000, mode.evseMaximumDischargePower().orElseThrow().toDouble());
    assertEquals(20_000, mode.evseMaximumChargePower().orElseThrow().toDouble());
    SeccEffect.VehicleState state = drive.effect(VehicleReport.class).state();
    assertEquals(Optional.of(-20.0), state.targetAmps());
    assertEquals(Optional.of(8_000.0), state.dischargeWattsMax());
  }

  /** A target for charging only: never below 0. */
  @Test
  void acDynamic() {
    Drive drive = toAcLoop(AC, Requests.DYNAMIC_SET);
    drive.station.targetWatts = 7_400;
    AcChargeLoopRequest loop =
        loop(
            drive,
            new DynamicAcClReqControlMode(
                Optional.empty(),
                watts(11_000),
                watts(19_000),
                watts(-6_000),
                watts(10_000),
                NONE,
                NONE,
                watts(0),
                NONE,
                NONE,
                watts(7_000),
                NONE,
                NONE,
                watts(0),
                NONE,
                NONE));
    drive.send(loop);
    assertEquals(Optional.of(10_000.0), drive.effect(VehicleReport.class).state().chargeWattsMax());
    assertEquals(7_400, dynamicTarget(drive));
    drive.station.targetWatts = -4_000;
    drive.send(loop);
    assertEquals(0, dynamicTarget(drive));
  }

  private static double dynamicTarget(Drive drive) {
    return ((DynamicAcClResControlMode)
            drive.response(AcChargeLoopResponse.class).clResControlMode())
        .evseTargetActivePower()
        .toDouble();
  }

  /** The vehicle follows its schedule; the target is the limit of the moment. */
  @Test
  void acScheduled() {
    Drive drive = toAcLoop(AC, Requests.SCHEDULED_SET);
    drive.station.targetWatts = 5_000;
    drive.send(
        loop(
            drive,
            new ScheduledAcClReqControlMode(
                NONE,
                NONE,
                NONE,
                Optional.of(watts(10_500)),
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                watts(4_900),
                NONE,
                NONE,
                NONE,
                NONE,
                NONE)));
    assertEquals(Optional.of(10_500.0), drive.effect(VehicleReport.class).state().chargeWattsMax());
    ScheduledAcClResControlMode mode =
        (ScheduledAcClResControlMode) drive.response(AcChargeLoopResponse.class).clResControlMode();
    assertEquals(5_000, mode.evseTargetActivePower().orElseThrow().toDouble());
  }

  /** The same in both directions. */
  @Test
  void acBidirectionalScheduled() {
    Drive drive = toAcLoop(Requests.AC_BPT, Requests.SCHEDULED_SET);
    drive.station.targetWatts = -3_000;
    drive.send(
        loop(
            drive,
            new BptScheduledAcClReqControlMode(
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                watts(-2_900),
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                Optional.of(watts(8_500)),
                NONE,
                NONE,
                NONE,
                NONE,
                NONE)));
    assertEquals(
        Optional.of(8_500.0), drive.effect(VehicleReport.class).state().dischargeWattsMax());
    BptScheduledAcClResControlMode mode =
        (BptScheduledAcClResControlMode)
            drive.response(AcChargeLoopResponse.class).clResControlMode();
    assertEquals(-3_000, mode.evseTargetActivePower().orElseThrow().toDouble());
  }

  /** A loop of the other mode is refused in each of them. */
  @Test
  void acLoopOfTheOtherMode() {
    Drive drive = toAcLoop(AC, Requests.SCHEDULED_SET);
    drive.send(drive.car.acLoop());
    drive.refused(ResponseCode.FAILED);
  }

  private static Drive toDcLoop(int service, int set) {
    Drive drive = Drive.bpt().toServices();
    drive
        .send(drive.car.discovery())
        .send(drive.car.detail(service))
        .send(drive.car.select(service, set))
        .send(service == Requests.DC ? drive.car.dcParameters() : drive.car.bptParameters());
    schedule(drive, set).throughCableCheck().send(drive.car.preCharge(370)).send(start(drive, set));
    assertEquals("DcChargeLoop", drive.session.stateName());
    return drive;
  }

  private static Drive toAcLoop(int service, int set) {
    Drive drive = Drive.ac().linkUp().send(Requests.sap(Requests.ISO20_AC));
    drive.send(drive.car.setup());
    drive.car = new Requests(Octets.of(Drive.SESSION_ID));
    drive.station.authorisation = Authorisation.ACCEPTED;
    drive
        .send(drive.car.authorizationSetup())
        .send(drive.car.authorization())
        .send(drive.car.discovery())
        .send(drive.car.detail(service))
        .send(drive.car.select(service, set))
        .send(
            service == Requests.AC_BPT
                ? drive.car.acParameters(11_000)
                : new AcChargeParameterDiscoveryRequest(
                    drive.car.header(),
                    new AcCpdReqEnergyTransferMode(
                        watts(11_000), NONE, NONE, watts(0), NONE, NONE)));
    schedule(drive, set).send(start(drive, set));
    drive.station.pilotReady = true;
    drive.station.closed = true;
    drive.tick();
    assertEquals("AcChargeLoop", drive.session.stateName());
    assertFalse(drive.silent());
    return drive;
  }

  private static Drive schedule(Drive drive, int set) {
    return drive.send(
        set == Requests.DYNAMIC_SET ? drive.car.dynamicSchedule() : drive.car.scheduledSchedule());
  }

  private static V2gMessage start(Drive drive, int set) {
    return set == Requests.DYNAMIC_SET
        ? drive.car.power(ChargeProgress.START)
        : drive.car.startWithSchedule(1);
  }

  private static AcChargeLoopRequest loop(Drive drive, AcClReqControlMode mode) {
    return new AcChargeLoopRequest(drive.car.header(), Optional.empty(), false, mode);
  }

  private static RationalNumber watts(double value) {
    return RationalNumber.nearest(value, 0);
  }
}
