package energy.ebbflow.ocpp.v2.der;

import energy.ebbflow.ocpp.json.Range;
import java.time.Instant;
import java.util.Optional;

/** DER controls that are no curves. In all of them priority 0 is the highest. */
public final class DerSettings {
  private DerSettings() {}

  /**
   * OCPP's EnterServiceType: when an inverter may begin to feed in.
   *
   * @param highVoltage percent of the nominal voltage
   * @param lowVoltage percent of the nominal voltage
   * @param highFreq hertz
   * @param lowFreq hertz
   * @param delay seconds within the bounds
   * @param randomDelay most seconds more, by chance
   * @param rampRate seconds to full power
   */
  public record EnterService(
      @Range(min = 0) int priority,
      double highVoltage,
      double lowVoltage,
      double highFreq,
      double lowFreq,
      Optional<Double> delay,
      Optional<Double> randomDelay,
      Optional<Double> rampRate) {}

  /** OCPP's FixedPFType. */
  public record FixedPf(
      @Range(min = 0) int priority,
      double displacement,
      boolean excitation,
      Optional<Instant> startTime,
      Optional<Double> duration) {}

  /** OCPP's FixedVarType. */
  public record FixedVar(
      @Range(min = 0) int priority,
      double setpoint,
      DerUnit unit,
      Optional<Instant> startTime,
      Optional<Double> duration) {}

  /**
   * OCPP's FreqDroopType.
   *
   * @param overFreq hertz above which power falls
   * @param underFreq hertz below which it rises
   * @param overDroop relative change of the frequency per relative change of the power
   * @param underDroop the same below
   * @param responseTime seconds to 90 %
   */
  public record FreqDroop(
      @Range(min = 0) int priority,
      double overFreq,
      double underFreq,
      double overDroop,
      double underDroop,
      double responseTime,
      Optional<Instant> startTime,
      Optional<Double> duration) {}

  /**
   * OCPP's GradientType.
   *
   * @param gradient seconds from nothing to full power; 0 is no limit
   * @param softGradient the same after a return to service
   */
  public record Gradient(@Range(min = 0) int priority, double gradient, double softGradient) {}

  /**
   * OCPP's LimitMaxDischargeType.
   *
   * @param pctMaxDischargePower percent of the rated discharge power
   */
  public record LimitMaxDischarge(
      @Range(min = 0) int priority,
      Optional<Double> pctMaxDischargePower,
      Optional<DerCurve> powerMonitoringMustTrip,
      Optional<Instant> startTime,
      Optional<Double> duration) {}
}
