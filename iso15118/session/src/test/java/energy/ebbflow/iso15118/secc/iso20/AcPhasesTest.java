package energy.ebbflow.iso15118.secc.iso20;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso20.ac.BptAcCpdResEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptDynamicAcClResControlMode;
import energy.ebbflow.iso15118.secc.Drive;
import energy.ebbflow.iso15118.secc.Outlook;
import energy.ebbflow.iso15118.secc.Outlook.AcOutlook;
import energy.ebbflow.iso15118.secc.PhaseValues;
import energy.ebbflow.iso15118.secc.Requests;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleReport;
import energy.ebbflow.iso15118.secc.VehicleDetail;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** AC by phase: what the station wants and measures, and what the vehicle says. */
final class AcPhasesTest {
  /** Targets by phase, reactive power, frequency and present values, as the station has them. */
  @Test
  void stationTellsPhases() {
    Drive drive = Drive.ac().toAcLoop();
    drive.station.targetWatts = 6_000;
    drive.station.outlook =
        Outlook.NONE.withAc(
            outlook(
                Optional.of(PhaseValues.of(1_000, 2_000, 3_000)),
                Optional.of(PhaseValues.of(-100, 0, 100))));
    AcChargeLoopResponse response = send(drive);
    BptDynamicAcClResControlMode mode = mode(response);
    assertEquals(List.of(1_000.0, 2_000.0, 3_000.0), targets(mode));
    assertEquals(
        List.of(-100.0, 0.0, 100.0),
        numbers(
            mode.evseTargetReactivePower(),
            mode.evseTargetReactivePowerL2(),
            mode.evseTargetReactivePowerL3()));
    assertEquals(
        List.of(900.0, 1_900.0, -50.0),
        numbers(
            mode.evsePresentActivePower(),
            mode.evsePresentActivePowerL2(),
            mode.evsePresentActivePowerL3()));
    assertEquals(Optional.of(50.02), response.evseTargetFrequency().map(RationalNumber::toDouble));
  }

  /** The phases together keep within the limit, each in its share, towards zero. */
  @Test
  void phasesTogetherKeepTheLimit() {
    Drive drive = Drive.ac().toAcLoop();
    drive.station.chargeWatts = 3_000;
    drive.station.dischargeWatts = 1_000;
    drive.station.outlook = targets(2_000, 2_000, 2_000);
    assertEquals(List.of(1_000.0, 1_000.0, 1_000.0), targets(mode(send(drive))));
    drive.station.outlook = targets(-2_000, -2_000, 0);
    assertEquals(List.of(-500.0, -500.0, 0.0), targets(mode(send(drive))));
    // One phase that takes does not excuse another that gives.
    drive.station.outlook = targets(2_000, -2_000, 0);
    assertEquals(List.of(2_000.0, -1_000.0, 0.0), targets(mode(send(drive))));
    drive.station.outlook = targets(-2_000, -2_000, 0).withBidirectional(false);
    assertEquals(List.of(0.0, 0.0, 0.0), targets(mode(send(drive))));
  }

  /** A station without phases tells the total alone, as before. */
  @Test
  void stationWithoutPhases() {
    Drive drive = Drive.ac().toAcLoop();
    drive.station.targetWatts = 5_000;
    BptDynamicAcClResControlMode mode = mode(send(drive));
    assertEquals(5_000, mode.evseTargetActivePower().toDouble());
    assertEquals(Optional.empty(), mode.evseTargetActivePowerL2());
    assertEquals(Optional.empty(), mode.evsePresentActivePower());
    assertEquals(Optional.empty(), send(drive).evseTargetFrequency());
  }

  /** Already the parameter discovery says what flows, e.g. to another vehicle's phases. */
  @Test
  void discoveryTellsPresentPower() {
    Drive drive = Drive.ac().toSelected(Requests.AC_BPT, Requests.DYNAMIC_SET);
    drive.station.outlook = Outlook.NONE.withAc(AcOutlook.measured(PhaseValues.of(10, 20, 30)));
    drive.send(drive.car.acParameters(11_000));
    BptAcCpdResEnergyTransferMode mode =
        (BptAcCpdResEnergyTransferMode)
            drive.response(AcChargeParameterDiscoveryResponse.class).acCpdResEnergyTransferMode();
    assertEquals(Optional.of(20.0), mode.evsePresentActivePowerL2().map(RationalNumber::toDouble));
    assertEquals(50, mode.evseNominalFrequency().toDouble());
  }

  /** What the vehicle names apart is told apart, and its own measurements with it. */
  @Test
  void vehicleTellsPhases() {
    Drive drive = Drive.ac().toAcLoop();
    VehicleDetail detail = drive.effect(VehicleReport.class).state().detail();
    assertEquals(Optional.of(PhaseValues.of(3_600, 3_600, 3_600)), detail.chargeWatts());
    assertEquals(Optional.of(PhaseValues.of(3_000, 3_000, 3_000)), detail.dischargeWatts());
    assertEquals(Optional.of(PhaseValues.of(3_500, 3_600, 3_600)), detail.presentWatts());
    assertEquals(Optional.of(PhaseValues.of(0, 0, 0)), detail.presentVars());
    assertEquals(Optional.of(0.0), detail.chargeWattsMin());
  }

  private static Outlook targets(double l1, double l2, double l3) {
    return Outlook.NONE.withAc(outlook(Optional.of(PhaseValues.of(l1, l2, l3)), Optional.empty()));
  }

  private static AcOutlook outlook(Optional<PhaseValues> watts, Optional<PhaseValues> vars) {
    return new AcOutlook(
        Optional.of(PhaseValues.of(900, 1_900, -50)),
        Optional.empty(),
        Optional.empty(),
        Optional.of(49.98),
        watts,
        vars,
        Optional.of(50.02));
  }

  private static AcChargeLoopResponse send(Drive drive) {
    drive.send(drive.car.acLoop());
    return drive.response(AcChargeLoopResponse.class);
  }

  private static BptDynamicAcClResControlMode mode(AcChargeLoopResponse response) {
    return (BptDynamicAcClResControlMode) response.clResControlMode();
  }

  private static List<Double> targets(BptDynamicAcClResControlMode mode) {
    return numbers(
        Optional.of(mode.evseTargetActivePower()),
        mode.evseTargetActivePowerL2(),
        mode.evseTargetActivePowerL3());
  }

  private static List<Double> numbers(
      Optional<RationalNumber> first,
      Optional<RationalNumber> second,
      Optional<RationalNumber> third) {
    return Stream.of(first, second, third).map(o -> o.orElseThrow().toDouble()).toList();
  }
}
