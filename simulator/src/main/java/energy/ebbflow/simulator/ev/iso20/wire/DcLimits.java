package energy.ebbflow.simulator.ev.iso20.wire;

import static energy.ebbflow.simulator.ev.iso20.wire.Wire.tenths;
import static energy.ebbflow.simulator.ev.iso20.wire.Wire.watts;

import energy.ebbflow.iso15118.message.iso20.dc.BptDcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcCpdReqEnergyTransferModeGroup;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptDynamicDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptScheduledDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.DcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.DynamicDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.ScheduledDcClReqControlMode;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.physics.BatterySpec;
import java.util.Optional;

/** A DC vehicle's limits and wishes, all made of its battery's state. */
public final class DcLimits {
  private DcLimits() {}

  /** Limits by design, for DC_ChargeParameterDiscovery. */
  public static DcCpdReqEnergyTransferModeGroup byDesign(EvConfig config, boolean bidirectional) {
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

  /** Limits of this instant, for the charge loop in dynamic control. */
  public static DcClReqControlMode dynamic(EvContext context, Needs needs, boolean bidirectional) {
    BatterySpec b = context.config().body().battery();
    double chargeAmps = context.body().chargeAmpsNow();
    double chargeWatts = chargeWattsNow(context);
    Optional<Long> departure = Optional.of(needs.departureSeconds());
    if (!bidirectional) {
      return new DynamicDcClReqControlMode(
          departure,
          watts(needs.targetWattHours()),
          watts(needs.fullWattHours()),
          watts(needs.minimumWattHours()),
          watts(chargeWatts),
          watts(0),
          tenths(chargeAmps),
          tenths(b.voltsMax()),
          tenths(b.voltsMin()));
    }
    double dischargeAmps = dischargeAmps(context, needs);
    return new BptDynamicDcClReqControlMode(
        departure,
        watts(needs.targetWattHours()),
        watts(needs.fullWattHours()),
        watts(needs.minimumWattHours()),
        watts(chargeWatts),
        watts(0),
        tenths(chargeAmps),
        tenths(b.voltsMax()),
        tenths(b.voltsMin()),
        watts(dischargeWattsNow(context, needs)),
        watts(0),
        tenths(dischargeAmps),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Target and limits of this instant, for the charge loop in scheduled control.
   *
   * @param planWatts what the vehicle's own profile says for now; below 0 out of the vehicle
   */
  public static DcClReqControlMode scheduled(
      EvContext context, Needs needs, boolean bidirectional, double planWatts) {
    BatterySpec b = context.config().body().battery();
    double volts = Math.max(1, context.body().batteryVolts());
    double chargeAmps = context.body().chargeAmpsNow();
    double dischargeAmps = bidirectional ? dischargeAmps(context, needs) : 0;
    double amps = Math.max(-dischargeAmps, Math.min(chargeAmps, planWatts / volts));
    if (!bidirectional) {
      return new ScheduledDcClReqControlMode(
          Optional.of(watts(needs.targetWattHours())),
          Optional.of(watts(needs.fullWattHours())),
          Optional.of(watts(needs.minimumWattHours())),
          tenths(amps),
          tenths(b.voltsMax()),
          Optional.of(watts(chargeWattsNow(context))),
          Optional.of(watts(0)),
          Optional.of(tenths(chargeAmps)),
          Optional.of(tenths(b.voltsMax())),
          Optional.of(tenths(b.voltsMin())));
    }
    return new BptScheduledDcClReqControlMode(
        Optional.of(watts(needs.targetWattHours())),
        Optional.of(watts(needs.fullWattHours())),
        Optional.of(watts(needs.minimumWattHours())),
        tenths(amps),
        tenths(amps < 0 ? b.voltsMin() : b.voltsMax()),
        Optional.of(watts(chargeWattsNow(context))),
        Optional.of(watts(0)),
        Optional.of(tenths(chargeAmps)),
        Optional.of(tenths(b.voltsMax())),
        Optional.of(tenths(b.voltsMin())),
        Optional.of(watts(dischargeWattsNow(context, needs))),
        Optional.of(watts(0)),
        Optional.of(tenths(dischargeAmps)));
  }

  /** Most power it takes now, W. */
  public static double chargeWattsNow(EvContext context) {
    double amps = context.body().chargeAmpsNow();
    double design = context.config().body().battery().chargeWattsMax();
    return Math.min(design, amps * context.body().batteryVolts());
  }

  /** Most power it gives now, W, a magnitude. */
  public static double dischargeWattsNow(EvContext context, Needs needs) {
    double design = context.config().body().battery().dischargeWattsMax();
    return Math.min(design, dischargeAmps(context, needs) * context.body().batteryVolts());
  }

  /** Below its minimum state of charge a vehicle gives nothing. */
  private static double dischargeAmps(EvContext context, Needs needs) {
    boolean enough = context.body().socPercent() > needs.minimumSocPercent();
    return enough ? context.body().dischargeAmpsNow() : 0;
  }
}
