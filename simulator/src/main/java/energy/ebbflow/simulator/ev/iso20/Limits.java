package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.dc.BptDcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcCpdReqEnergyTransferModeGroup;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptDynamicDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.DcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.DynamicDcClReqControlMode;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.physics.BatterySpec;
import java.util.Optional;

/** The vehicle's limits and needs in the words of ISO 15118-20, all made of its battery's state. */
final class Limits {
  /** One digit behind the point is what a vehicle's sensors resolve. */
  private static final int TENTHS = -1;

  private Limits() {}

  static RationalNumber tenths(double value) {
    return RationalNumber.nearest(value, TENTHS);
  }

  static RationalNumber watts(double value) {
    return RationalNumber.nearest(value, 0);
  }

  /** Limits by design, for DC_ChargeParameterDiscovery. */
  static DcCpdReqEnergyTransferModeGroup byDesign(EvConfig config, boolean bidirectional) {
    BatterySpec b = config.body().battery();
    Optional<Integer> target = Optional.of(config.needs().targetSocPercent());
    return bidirectional
        ? new BptDcCpdReqEnergyTransferMode(
            watts(b.chargeWattsMax()),
            watts(0),
            tenths(b.chargeAmpsMax()),
            tenths(0),
            tenths(b.voltsMax()),
            tenths(b.voltsMin()),
            target,
            watts(b.dischargeWattsMax()),
            watts(0),
            tenths(b.dischargeAmpsMax()),
            tenths(0))
        : new DcCpdReqEnergyTransferMode(
            watts(b.chargeWattsMax()),
            watts(0),
            tenths(b.chargeAmpsMax()),
            tenths(0),
            tenths(b.voltsMax()),
            tenths(b.voltsMin()),
            target);
  }

  /** Limits of this instant, for the charge loop. */
  static DcClReqControlMode now(EvContext context, boolean bidirectional) {
    EvConfig config = context.config();
    BatterySpec b = config.body().battery();
    double chargeAmps = context.body().chargeAmpsNow();
    double chargeWatts = chargeWattsNow(context);
    RationalNumber target = watts(wattHoursTo(context, config.needs().targetSocPercent()));
    RationalNumber full = watts(wattHoursTo(context, 100));
    RationalNumber minimum = watts(wattHoursTo(context, config.needs().minimumSocPercent()));
    Optional<Long> departure = Optional.of(config.needs().departureSeconds());
    if (!bidirectional) {
      return new DynamicDcClReqControlMode(
          departure,
          target,
          full,
          minimum,
          watts(chargeWatts),
          watts(0),
          tenths(chargeAmps),
          tenths(b.voltsMax()),
          tenths(b.voltsMin()));
    }
    double dischargeAmps = dischargeAmps(context);
    double dischargeWatts =
        Math.min(b.dischargeWattsMax(), dischargeAmps * context.body().batteryVolts());
    return new BptDynamicDcClReqControlMode(
        departure,
        target,
        full,
        minimum,
        watts(chargeWatts),
        watts(0),
        tenths(chargeAmps),
        tenths(b.voltsMax()),
        tenths(b.voltsMin()),
        watts(dischargeWatts),
        watts(0),
        tenths(dischargeAmps),
        Optional.empty(),
        Optional.empty());
  }

  /** Most power it takes now, W. */
  static double chargeWattsNow(EvContext context) {
    double amps = context.body().chargeAmpsNow();
    double design = context.config().body().battery().chargeWattsMax();
    return Math.min(design, amps * context.body().batteryVolts());
  }

  /** Below its minimum state of charge a vehicle gives nothing. */
  private static double dischargeAmps(EvContext context) {
    boolean enough = context.body().socPercent() > context.config().needs().minimumSocPercent();
    return enough ? context.body().dischargeAmpsNow() : 0;
  }

  /** Energy from now to a state of charge, Wh; negative when it is above. */
  static double wattHoursTo(EvContext context, double socPercent) {
    double capacity = context.config().body().battery().capacityWattHours();
    return capacity * (socPercent - context.body().socPercent()) / 100;
  }
}
