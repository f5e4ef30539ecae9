package energy.ebbflow.iso15118.secc.iso2;

import energy.ebbflow.iso15118.message.iso2.PhysicalValue;
import energy.ebbflow.iso15118.message.iso2.charge.AcEvChargeParameter;
import energy.ebbflow.iso15118.message.iso2.charge.DcEvChargeParameter;
import energy.ebbflow.iso15118.message.iso2.charge.EvChargeParameter;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandRequest;
import energy.ebbflow.iso15118.message.iso2.status.DcEvStatus;
import energy.ebbflow.iso15118.secc.AcSupply;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import energy.ebbflow.iso15118.secc.VehicleDetail;
import java.util.Optional;

/**
 * What a vehicle says of itself under ISO 15118-2. It never says how much it would give back, and
 * its state of charge is known for DC only (R3).
 */
public final class Iso2Reports {
  private static final long SECONDS_A_MINUTE = 60;
  private static final long SECONDS_AN_HOUR = 3_600;

  private Iso2Reports() {}

  /** From charge parameter discovery. */
  public static VehicleState report(EvChargeParameter parameter, AcSupply supply) {
    return switch (parameter) {
      case DcEvChargeParameter dc -> dc(dc);
      case AcEvChargeParameter ac -> ac(ac, supply);
    };
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
        before.energyMaxWh(),
        Optional.empty(),
        before.departureSeconds(),
        detail(request, before.detail()));
  }

  private static VehicleState dc(DcEvChargeParameter dc) {
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
        dc.evEnergyCapacity().map(Physical::number),
        Optional.empty(),
        dc.departureTime());
  }

  private static VehicleState ac(AcEvChargeParameter ac, AcSupply supply) {
    double amps = Physical.number(ac.evMaxCurrent());
    return new VehicleState(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(amps * supply.nominalVolts() * supply.phases()),
        Optional.empty(),
        Optional.of(amps),
        Optional.empty(),
        Optional.of(Physical.number(ac.evMaxVoltage())),
        Optional.empty(),
        Optional.of(Physical.number(ac.eAmount())),
        Optional.empty(),
        Optional.empty(),
        ac.departureTime());
  }

  private static VehicleDetail detail(CurrentDemandRequest request, VehicleDetail before) {
    return new VehicleDetail(
        before.maximumSocPercent(),
        before.secondsToMinimumSoc(),
        request.remainingTimeToBulkSoc().map(Iso2Reports::seconds).or(before::secondsToTargetSoc),
        request.remainingTimeToFullSoc().map(Iso2Reports::seconds).or(before::secondsToMaximumSoc),
        Optional.of(request.chargingComplete()),
        request.bulkChargingComplete().or(before::bulkChargingComplete),
        before.inletHot(),
        before.batteryCapacityWh(),
        before.v2xEnergyMaxWh(),
        before.v2xEnergyMinWh(),
        before.chargeWattsMin(),
        before.dischargeWattsMin(),
        before.chargeWatts(),
        before.dischargeWatts(),
        before.presentWatts(),
        before.presentVars());
  }

  /** A time of the wire; the schema has it in s, m or h. */
  private static long seconds(PhysicalValue value) {
    long number = Math.max(0, Math.round(Physical.number(value)));
    return switch (value.unit()) {
      case M -> number * SECONDS_A_MINUTE;
      case H -> number * SECONDS_AN_HOUR;
      default -> number;
    };
  }

  private static Optional<Double> soc(DcEvStatus status) {
    return Optional.of((double) status.evRessSoc());
  }

  private static Optional<Double> newer(Optional<PhysicalValue> said, Optional<Double> before) {
    return said.map(Physical::number).or(() -> before);
  }
}
