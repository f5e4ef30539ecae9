package energy.ebbflow.ocpp.der;

import energy.ebbflow.ocpp.profile.Refusal;
import energy.ebbflow.ocpp.v2.der.DerCurve;
import energy.ebbflow.ocpp.v2.der.DerSettings;
import energy.ebbflow.ocpp.v2.der.DerUnit;
import energy.ebbflow.ocpp.v2.der.SetDerControl;
import energy.ebbflow.ocpp.v2.needs.DerControl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a control of reactive power must say, and which one holds (R04). Pure. */
final class ReactiveRules {
  /** Those that are curves. */
  static final Set<DerControl> CURVES =
      EnumSet.of(DerControl.VOLT_VAR, DerControl.WATT_VAR, DerControl.WATT_PF);

  /** All of them; of equal priority the ones that regulate go before those that are fixed. */
  private static final List<DerControl> ALL =
      List.of(
          DerControl.VOLT_VAR,
          DerControl.WATT_VAR,
          DerControl.WATT_PF,
          DerControl.FIXED_VAR,
          DerControl.FIXED_PF_INJECT,
          DerControl.FIXED_PF_ABSORB);

  private static final Set<DerControl> FACTORS =
      EnumSet.of(DerControl.FIXED_PF_INJECT, DerControl.FIXED_PF_ABSORB);

  /** IEEE 1547-2018 Table 8: bounds of the voltage's reference, and of its time constant. */
  private static final double REFERENCE_MIN = 95;

  private static final double REFERENCE_MAX = 105;
  private static final double FOLLOW_MIN_SECONDS = 300;
  private static final double FOLLOW_MAX_SECONDS = 5_000;

  /** Our own: a smaller power factor asks for reactive power alone, which other controls do. */
  private static final double COS_PHI_MIN = 0.1;

  private ReactiveRules() {}

  /**
   * Of several kinds of reactive control one holds, because they contradict each other (IEEE
   * 1547-2018, 5.3.1): the one of the highest priority, then a scheduled one. What is not reactive
   * passes.
   *
   * @param holding one control of each kind at most
   */
  static List<SetDerControl.Request> one(Collection<SetDerControl.Request> holding) {
    Optional<SetDerControl.Request> best =
        holding.stream()
            .filter(c -> ALL.contains(c.controlType()))
            .min(
                Comparator.comparingInt((SetDerControl.Request c) -> DerKept.priority(c))
                    .thenComparing(SetDerControl.Request::isDefault)
                    .thenComparingInt(c -> ALL.indexOf(c.controlType())));
    List<SetDerControl.Request> kept = new ArrayList<>();
    for (SetDerControl.Request control : holding) {
      boolean reactive = ALL.contains(control.controlType());
      if (!reactive || best.filter(b -> together(b, control)).isPresent()) {
        kept.add(control);
      }
    }
    return kept;
  }

  /** The power factors of both directions are one mode. */
  private static boolean together(SetDerControl.Request best, SetDerControl.Request other) {
    return best.controlType() == other.controlType()
        || FACTORS.contains(best.controlType()) && FACTORS.contains(other.controlType());
  }

  static Optional<Refusal> factor(DerSettings.FixedPf pf) {
    return DerRules.range("displacement", pf.displacement(), COS_PHI_MIN, 1);
  }

  static Optional<Refusal> fixed(DerSettings.FixedVar fixed) {
    return unit(
            "fixedVar", fixed.unit(), DerUnit.PCT_MAX_VAR, DerUnit.PCT_VAR_AVAIL, DerUnit.PCT_MAX_W)
        .or(() -> DerRules.range("setpoint", fixed.setpoint(), -100, 100));
  }

  /** R04.FR.52, .54, .55: the unit; and what each kind's axes are. */
  static Optional<Refusal> curve(DerControl kind, DerCurve curve) {
    if (curve.hysteresis().isPresent()) {
      return Optional.of(
          new Refusal("UnsupportedParam", "reactive power follows its curve both ways"));
    }
    if (kind != DerControl.VOLT_VAR && curve.reactivePowerParams().isPresent()) {
      return Optional.of(DerRules.wrong("reactivePowerParams are of VoltVar"));
    }
    Optional<Refusal> unit =
        kind == DerControl.WATT_PF
            ? unit(kind.wire(), curve.yUnit(), DerUnit.NOT_APPLICABLE)
            : unit(kind.wire(), curve.yUnit(), DerUnit.PCT_MAX_VAR, DerUnit.PCT_VAR_AVAIL);
    return unit.or(
            () ->
                DerRules.range(
                    "responseTime", curve.responseTime().orElse(0.0), 0, DerRules.MAX_SECONDS))
        .or(() -> points(kind, curve.curveData()))
        .or(() -> curve.reactivePowerParams().flatMap(ReactiveRules::reference));
  }

  private static Optional<Refusal> unit(String what, DerUnit unit, DerUnit... expected) {
    List<DerUnit> good = List.of(expected);
    return good.contains(unit)
        ? Optional.empty()
        : Optional.of(
            DerRules.wrong(
                "unit of "
                    + what
                    + ": expected "
                    + String.join(" or ", good.stream().map(DerUnit::wire).toList())
                    + ", got "
                    + unit.wire()));
  }

  private static Optional<Refusal> points(DerControl kind, List<DerCurve.Point> points) {
    boolean voltage = kind == DerControl.VOLT_VAR;
    for (int i = 0; i < points.size(); i++) {
      double x = points.get(i).x();
      double y = points.get(i).y();
      Optional<Refusal> fault =
          voltage
              ? DerRules.range("percent of the voltage", x, 0, DerRules.MAX_VOLTS_PERCENT)
              : DerRules.range("percent of the power", x, -100, 100);
      if (fault.isEmpty()) {
        fault =
            kind == DerControl.WATT_PF
                ? powerFactor(y)
                : DerRules.range("percent of the reactive power", y, -100, 100);
      }
      if (fault.isPresent()) {
        return fault;
      }
      if (i > 0 && !(points.get(i - 1).x() < x)) {
        return Optional.of(DerRules.wrong("curveData: x rises from point to point"));
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> powerFactor(double y) {
    return DerRules.range("amount of a power factor", Math.abs(y), COS_PHI_MIN, 1);
  }

  private static Optional<Refusal> reference(DerCurve.ReactivePower params) {
    boolean follows = params.autonomousVRefEnable().orElse(false);
    if (follows && params.autonomousVRefTimeConstant().isEmpty()) {
      return Optional.of(new Refusal("MissingParam", "autonomousVRefTimeConstant"));
    }
    return DerRules.range("vRef", params.vRef().orElse(100.0), REFERENCE_MIN, REFERENCE_MAX)
        .or(
            () ->
                follows
                    ? DerRules.range(
                        "autonomousVRefTimeConstant",
                        params.autonomousVRefTimeConstant().orElse(0.0),
                        FOLLOW_MIN_SECONDS,
                        FOLLOW_MAX_SECONDS)
                    : Optional.empty());
  }
}
