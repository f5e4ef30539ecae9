package energy.ebbflow.simulator.ev.iso20.wire;

import static energy.ebbflow.simulator.ev.iso20.wire.Wire.watts;

import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.ac.AcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.ac.AcCpdReqEnergyTransferModeGroup;
import energy.ebbflow.iso15118.message.iso20.ac.BptAcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.AcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptDynamicAcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptScheduledAcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.DynamicAcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.ScheduledAcClReqControlMode;
import energy.ebbflow.simulator.ev.body.BodyView;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.physics.OnboardChargerSpec;
import java.util.Optional;

/**
 * An AC vehicle's limits by phase, made of its on-board charger and its battery.
 *
 * @param phases 1 or 3
 * @param charge most power of a phase into the vehicle, W
 * @param discharge most power of a phase out of it, W, a magnitude; 0 where it gives nothing
 * @param least power of a phase below which it does not work, W
 * @param needs what it needs
 */
public record AcLimits(int phases, double charge, double discharge, double least, Needs needs) {
  /** Between a phase and neutral where the charger has not said another, V. */
  public static final double NOMINAL_VOLTS = 230;

  /** The limits of this instant. */
  public static AcLimits now(EvContext context, Needs needs, boolean bidirectional) {
    OnboardChargerSpec spec = spec(context);
    BodyView body = context.body();
    double volts = volts(body);
    double rating = spec.ampsMax() * volts;
    double taken = body.chargeAmpsNow() * body.openCircuitVolts() / spec.efficiency();
    boolean enough = body.socPercent() > needs.minimumSocPercent();
    double given =
        bidirectional && enough
            ? body.dischargeAmpsNow() * body.openCircuitVolts() * spec.efficiency()
            : 0;
    return new AcLimits(
        spec.phases(),
        Math.min(rating, taken / spec.phases()),
        Math.min(rating, given / spec.phases()),
        spec.ampsMin() * volts,
        needs);
  }

  /** The vehicle's charger; a conversation by AC is only begun by a vehicle that has one. */
  public static OnboardChargerSpec spec(EvContext context) {
    return context.config().body().onboardCharger().orElseThrow();
  }

  /** Volts of a phase: as measured while there are any. */
  public static double volts(BodyView body) {
    return body.phaseVolts() > 0 ? body.phaseVolts() : NOMINAL_VOLTS;
  }

  /** Active power that flows now, by phase. */
  public static PhaseWatts present(BodyView body) {
    double volts = volts(body);
    return new PhaseWatts(
        body.phaseAmps() * volts, body.phase2Amps() * volts, body.phase3Amps() * volts);
  }

  /** Limits by design, for AC_ChargeParameterDiscovery. */
  public static AcCpdReqEnergyTransferModeGroup byDesign(EvContext context, boolean bidirectional) {
    OnboardChargerSpec spec = spec(context);
    int phases = spec.phases();
    RationalNumber most = watts(spec.ampsMax() * NOMINAL_VOLTS);
    RationalNumber least = watts(spec.ampsMin() * NOMINAL_VOLTS);
    if (!bidirectional) {
      return new AcCpdReqEnergyTransferMode(
          most,
          other(most, phases),
          other(most, phases),
          least,
          other(least, phases),
          other(least, phases));
    }
    double given = context.config().body().battery().dischargeWattsMax() * spec.efficiency();
    RationalNumber out = watts(Math.min(spec.ampsMax() * NOMINAL_VOLTS, given / phases));
    return new BptAcCpdReqEnergyTransferMode(
        most,
        other(most, phases),
        other(most, phases),
        least,
        other(least, phases),
        other(least, phases),
        out,
        other(out, phases),
        other(out, phases),
        least,
        other(least, phases),
        other(least, phases));
  }

  /** For the charge loop in dynamic control. */
  public AcClReqControlMode dynamic(BodyView body, PhaseWatts vars, boolean bidirectional) {
    PhaseWatts present = present(body);
    RationalNumber most = watts(charge);
    RationalNumber low = watts(least);
    Optional<Long> departure = Optional.of(needs.departureSeconds());
    if (!bidirectional) {
      return new DynamicAcClReqControlMode(
          departure,
          watts(needs.targetWattHours()),
          watts(needs.fullWattHours()),
          watts(needs.minimumWattHours()),
          most,
          other(most),
          other(most),
          low,
          other(low),
          other(low),
          present.first(),
          present.second(phases),
          present.third(phases),
          vars.first(),
          vars.second(phases),
          vars.third(phases));
    }
    RationalNumber out = watts(discharge);
    return new BptDynamicAcClReqControlMode(
        departure,
        watts(needs.targetWattHours()),
        watts(needs.fullWattHours()),
        watts(needs.minimumWattHours()),
        most,
        other(most),
        other(most),
        low,
        other(low),
        other(low),
        present.first(),
        present.second(phases),
        present.third(phases),
        vars.first(),
        vars.second(phases),
        vars.third(phases),
        out,
        other(out),
        other(out),
        low,
        other(low),
        other(low),
        Optional.empty(),
        Optional.empty());
  }

  /** For the charge loop in scheduled control. */
  public AcClReqControlMode scheduled(BodyView body, PhaseWatts vars, boolean bidirectional) {
    PhaseWatts present = present(body);
    RationalNumber most = watts(charge);
    RationalNumber low = watts(least);
    if (!bidirectional) {
      return new ScheduledAcClReqControlMode(
          Optional.of(watts(needs.targetWattHours())),
          Optional.of(watts(needs.fullWattHours())),
          Optional.of(watts(needs.minimumWattHours())),
          Optional.of(most),
          other(most),
          other(most),
          Optional.of(low),
          other(low),
          other(low),
          present.first(),
          present.second(phases),
          present.third(phases),
          Optional.of(vars.first()),
          vars.second(phases),
          vars.third(phases));
    }
    RationalNumber out = watts(discharge);
    return new BptScheduledAcClReqControlMode(
        Optional.of(watts(needs.targetWattHours())),
        Optional.of(watts(needs.fullWattHours())),
        Optional.of(watts(needs.minimumWattHours())),
        Optional.of(most),
        other(most),
        other(most),
        Optional.of(low),
        other(low),
        other(low),
        present.first(),
        present.second(phases),
        present.third(phases),
        Optional.of(vars.first()),
        vars.second(phases),
        vars.third(phases),
        Optional.of(out),
        other(out),
        other(out),
        Optional.of(low),
        other(low),
        other(low));
  }

  private Optional<RationalNumber> other(RationalNumber phase) {
    return other(phase, phases);
  }

  private static Optional<RationalNumber> other(RationalNumber phase, int phases) {
    return phases == 3 ? Optional.of(phase) : Optional.empty();
  }
}
