package energy.ebbflow.iso15118.secc.iso20;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.ebbflow.iso15118.message.iso20.DisplayParameters;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptDynamicAcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptDynamicDcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.message.iso20.schedule.DynamicSeReqControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.DynamicSeResControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeRequest;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeResponse;
import energy.ebbflow.iso15118.secc.Drive;
import energy.ebbflow.iso15118.secc.Outlook;
import energy.ebbflow.iso15118.secc.Outlook.MobilityNeeds;
import energy.ebbflow.iso15118.secc.Requests;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleReport;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import energy.ebbflow.iso15118.secc.VehicleDetail;
import energy.ebbflow.iso15118.secc.iso20.offer.Iso20Options;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the user needs: said by the vehicle, or by the station where the vehicle lets it. */
final class NeedsTest {
  /** With needs by the station on offer, the first set is that one. */
  private static final int BY_STATION = 1;

  private static final int BY_VEHICLE = 2;

  private static final Outlook NEEDS =
      Outlook.NONE.withNeeds(
          new MobilityNeeds(Optional.of(Sessions.NOW + 7_200), Optional.of(80), Optional.of(30)));

  /** In the schedule exchange, and in each response of the loop: seconds from now. */
  @Test
  void stationSaysTheNeeds() {
    Drive drive = chosen(BY_STATION);
    drive.send(drive.car.dynamicSchedule());
    DynamicSeResControlMode told =
        (DynamicSeResControlMode) drive.response(ScheduleExchangeResponse.class).seResControlMode();
    assertEquals(Optional.of(7_200L), told.departureTime());
    assertEquals(Optional.of(80), told.targetSoc());
    assertEquals(Optional.of(30), told.minimumSoc());
    Sessions.throughPreCharge(drive).send(drive.car.power(ChargeProgress.START));
    drive.station.utc += 7_000;
    BptDynamicDcClResControlMode mode = loop(drive);
    assertEquals(Optional.of(200L), mode.departureTime());
    assertEquals(Optional.of(80), mode.targetSoc());
    assertEquals(Optional.of(30), mode.minimumSoc());
    assertEquals(Optional.of(30), mode.ackMaxDelay());
    drive.station.utc += 1_000;
    assertEquals(Optional.of(0L), loop(drive).departureTime(), "it is late, not early");
  }

  /** The vehicle says them itself: the station does not speak against it. */
  @Test
  void vehicleSaysTheNeeds() {
    Drive drive = chosen(BY_VEHICLE);
    drive.send(drive.car.dynamicSchedule());
    assertEquals(
        new DynamicSeResControlMode(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
        drive.response(ScheduleExchangeResponse.class).seResControlMode());
    Sessions.throughPreCharge(drive).send(drive.car.power(ChargeProgress.START));
    BptDynamicDcClResControlMode mode = loop(drive);
    assertEquals(Optional.empty(), mode.departureTime());
    assertEquals(Optional.empty(), mode.ackMaxDelay());
  }

  /** The same in AC, and a station that knows nothing says nothing. */
  @Test
  void alternatingCurrent() {
    Drive drive = Sessions.ac(Iso20Options.PLAIN.withNeedsByStation()).toAcLoop();
    assertEquals(Optional.empty(), ac(drive).targetSoc());
    drive.station.outlook = NEEDS;
    assertEquals(Optional.of(7_200L), ac(drive).departureTime());
    assertEquals(Optional.of(80), ac(drive).targetSoc());
    assertEquals(Optional.of(30), ac(drive).ackMaxDelay());
  }

  /** [V2G20-1640]: the minimum may be as high as the target, not higher. */
  @Test
  void minimumIsNotAboveTheTarget() {
    Drive equal = chosen(BY_VEHICLE);
    equal.send(schedule(equal, 80, 80));
    assertEquals(ResponseCode.OK, equal.response().responseCode());
    Drive above = chosen(BY_VEHICLE);
    above.send(schedule(above, 81, 80));
    above.refused(ResponseCode.FAILED_WRONG_CHARGE_PARAMETER);
  }

  /** In the loop such a pair is no need of anyone: what was known stays, and energy flows. */
  @Test
  void minimumAboveTheTargetInTheLoop() {
    Drive drive = Drive.bpt().toLoop();
    DcChargeLoopRequest loop = drive.car.loop();
    drive.send(
        new DcChargeLoopRequest(
            loop.header(),
            Optional.of(display(61, 90, 40)),
            true,
            loop.evPresentVoltage(),
            loop.clReqControlMode()));
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    VehicleState state = drive.effect(VehicleReport.class).state();
    assertEquals(Optional.of(61.0), state.socPercent());
    assertEquals(Optional.of(30.0), state.minimumSocPercent());
    assertEquals(Optional.of(80.0), state.targetSocPercent());
  }

  /** All the vehicle shows its user reaches the domain. */
  @Test
  void displayParametersAreTold() {
    Drive drive = Drive.bpt().toLoop();
    DcChargeLoopRequest loop = drive.car.loop();
    drive.send(
        new DcChargeLoopRequest(
            loop.header(),
            Optional.of(display(61, 30, 80)),
            true,
            loop.evPresentVoltage(),
            loop.clReqControlMode()));
    VehicleDetail detail = drive.effect(VehicleReport.class).state().detail();
    assertEquals(Optional.of(95.0), detail.maximumSocPercent());
    assertEquals(Optional.of(60L), detail.secondsToMinimumSoc());
    assertEquals(Optional.of(600L), detail.secondsToTargetSoc());
    assertEquals(Optional.of(6_000L), detail.secondsToMaximumSoc());
    assertEquals(Optional.of(false), detail.chargingComplete());
    assertEquals(Optional.of(true), detail.inletHot());
    assertEquals(Optional.of(60_000.0), detail.batteryCapacityWh());
    assertEquals(Optional.of(0.0), detail.chargeWattsMin());
    assertEquals(Optional.of(0.0), detail.dischargeWattsMin());
  }

  private static DisplayParameters display(int soc, int minimum, int target) {
    return new DisplayParameters(
        Optional.of(soc),
        Optional.of(minimum),
        Optional.of(target),
        Optional.of(95),
        Optional.of(60L),
        Optional.of(600L),
        Optional.of(6_000L),
        Optional.of(false),
        Optional.of(RationalNumber.nearest(60_000, 0)),
        Optional.of(true));
  }

  private static ScheduleExchangeRequest schedule(Drive drive, int minimum, int target) {
    RationalNumber none = RationalNumber.of(0);
    return new ScheduleExchangeRequest(
        drive.car.header(),
        1024,
        new DynamicSeReqControlMode(
            3_600,
            Optional.of(minimum),
            Optional.of(target),
            none,
            none,
            none,
            Optional.empty(),
            Optional.empty()));
  }

  private static Drive chosen(int set) {
    Drive drive =
        Sessions.dc(Iso20Options.PLAIN.withNeedsByStation()).toSelected(Requests.DC_BPT, set);
    drive.station.outlook = NEEDS;
    return drive.send(drive.car.bptParameters());
  }

  private static BptDynamicDcClResControlMode loop(Drive drive) {
    drive.send(drive.car.loop());
    return (BptDynamicDcClResControlMode)
        drive.response(DcChargeLoopResponse.class).clResControlMode();
  }

  private static BptDynamicAcClResControlMode ac(Drive drive) {
    drive.send(drive.car.acLoop());
    return (BptDynamicAcClResControlMode)
        drive.response(AcChargeLoopResponse.class).clResControlMode();
  }
}
