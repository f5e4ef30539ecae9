package energy.ebbflow.iso15118.secc.din;

import energy.ebbflow.iso15118.message.din.PhysicalValue;
import energy.ebbflow.iso15118.message.din.charge.DcEvChargeParameter;
import energy.ebbflow.iso15118.message.din.loop.CurrentDemandRequest;
import energy.ebbflow.iso15118.message.din.status.DcEvStatus;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import energy.ebbflow.iso15118.secc.VehicleDetail;
import java.util.Optional;

/** What a vehicle says of itself under DIN 70121. It gives nothing back and names no departure. */
public final class DinReports {
  private DinReports() {}

  /** From charge parameter discovery. */
  public static VehicleState report(DcEvChargeParameter dc) {
    return new VehicleState(
            soc(dc.dcEvStatus()),
            Optional.empty(),
            dc.fullSoc().map(Integer::doubleValue),
            Optional.empty(),
            Optional.empty(),
            dc.evMaximumPowerLimit().map(Physical::number),
            Optional.empty(),
            Optional.of(Physical.number(dc.evMaximumCurrentLimit())),
            Optional.empty(),
            Optional.of(Physical.number(dc.evMaximumVoltageLimit())),
            Optional.empty(),
            dc.evEnergyRequest().map(Physical::number),
            Optional.empty(),
            Optional.empty(),
            Optional.empty())
        .with(
            detail(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                dc.evEnergyCapacity().map(Physical::number)));
  }

  /** From a request for current. A vehicle that is not ready (EVReady) gets none. */
  public static VehicleState report(CurrentDemandRequest request, VehicleState before) {
    double amps = request.dcEvStatus().evReady() ? Physical.number(request.evTargetCurrent()) : 0;
    return new VehicleState(
            soc(request.dcEvStatus()),
            Optional.empty(),
            before.targetSocPercent(),
            Optional.of(Physical.number(request.evTargetVoltage())),
            Optional.of(amps),
            newer(request.evMaximumPowerLimit(), before.chargeWattsMax()),
            Optional.empty(),
            newer(request.evMaximumCurrentLimit(), before.chargeAmpsMax()),
            Optional.empty(),
            newer(request.evMaximumVoltageLimit(), before.voltsMax()),
            Optional.empty(),
            before.energyTargetWh(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty())
        .with(
            detail(
                request
                    .remainingTimeToFullSoc()
                    .map(Physical::number)
                    .map(Math::round)
                    .filter(seconds -> seconds >= 0),
                Optional.of(request.chargingComplete()),
                request.bulkChargingComplete(),
                before.detail().batteryCapacityWh()));
  }

  private static VehicleDetail detail(
      Optional<Long> secondsToFull,
      Optional<Boolean> complete,
      Optional<Boolean> bulkComplete,
      Optional<Double> capacityWh) {
    return new VehicleDetail(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        secondsToFull,
        complete,
        bulkComplete,
        Optional.empty(),
        capacityWh,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<Double> soc(DcEvStatus status) {
    return Optional.of((double) status.evRessSoc());
  }

  private static Optional<Double> newer(Optional<PhysicalValue> said, Optional<Double> before) {
    return said.map(Physical::number).or(() -> before);
  }
}
