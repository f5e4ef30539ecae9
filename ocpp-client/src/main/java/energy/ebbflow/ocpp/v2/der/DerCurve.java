package energy.ebbflow.ocpp.v2.der;

import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.WireEnum;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * OCPP's DERCurveType.
 *
 * @param curveData 1 to 10 points
 * @param priority 0 is the highest
 * @param responseTime seconds to 90 % of a new target; 0 is no limit
 * @param startTime absent for a default control only
 * @param duration seconds; absent for a default control only
 */
public record DerCurve(
    @Items(max = 10) List<Point> curveData,
    Optional<Hysteresis> hysteresis,
    @Range(min = 0) int priority,
    Optional<ReactivePower> reactivePowerParams,
    Optional<VoltageParameters> voltageParams,
    DerUnit yUnit,
    Optional<Double> responseTime,
    Optional<Instant> startTime,
    Optional<Double> duration) {
  public DerCurve {
    curveData = List.copyOf(curveData);
  }

  /**
   * OCPP's DERCurvePointsType. Trip curves: x is the threshold, y the seconds for which it may be
   * exceeded.
   *
   * @param x hertz, or percent of the nominal voltage, or percent of the power
   */
  public record Point(double x, double y) {}

  /**
   * OCPP's HysteresisType: how things return to normal.
   *
   * @param hysteresisDelay seconds between the two bounds
   * @param hysteresisGradient percent per second
   */
  public record Hysteresis(
      Optional<Double> hysteresisHigh,
      Optional<Double> hysteresisLow,
      Optional<Double> hysteresisDelay,
      Optional<Double> hysteresisGradient) {}

  /** OCPP's ReactivePowerParamsType; of VoltVar. */
  public record ReactivePower(
      Optional<Double> vRef,
      Optional<Boolean> autonomousVRefEnable,
      Optional<Double> autonomousVRefTimeConstant) {}

  /** OCPP's VoltageParamsType: the mean of ten minutes (EN 50549-1, 4.9.3.4). */
  public record VoltageParameters(
      Optional<Double> hv10MinMeanValue,
      Optional<Double> hv10MinMeanTripDelay,
      Optional<Cessation> powerDuringCessation) {}

  /** OCPP's PowerDuringCessationEnumType. */
  public enum Cessation implements WireEnum {
    ACTIVE("Active"),
    REACTIVE("Reactive");
    private final String wire;

    Cessation(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }
}
