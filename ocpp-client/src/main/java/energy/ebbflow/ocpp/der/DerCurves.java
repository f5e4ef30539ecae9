package energy.ebbflow.ocpp.der;

import energy.ebbflow.ocpp.domain.GridRule;
import energy.ebbflow.ocpp.profile.Refusal;
import energy.ebbflow.ocpp.v2.der.DerCurve;
import energy.ebbflow.ocpp.v2.der.DerSettings;
import energy.ebbflow.ocpp.v2.der.DerUnit;
import energy.ebbflow.ocpp.v2.der.SetDerControl;
import energy.ebbflow.ocpp.v2.needs.DerControl;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Controls of the wire as rules for the outlets. Pure. */
final class DerCurves {
  private DerCurves() {}

  /** Whether it is passed downwards. */
  private static boolean low(DerControl kind) {
    return kind == DerControl.LF_MUST_TRIP
        || kind == DerControl.LV_MUST_TRIP
        || kind == DerControl.LV_MOM_CESS;
  }

  /**
   * The further beyond, the shorter; the points may come from either end. A vertical step has two
   * points of one x.
   */
  static Optional<Refusal> tripFault(DerControl kind, DerCurve curve) {
    List<GridRule.Point> points = ascending(curve.curveData());
    for (int i = 0; i < points.size(); i++) {
      double seconds = points.get(i).y();
      boolean disorder =
          i > 0
              && (points.get(i - 1).x() > points.get(i).x()
                  || (low(kind)
                      ? points.get(i - 1).y() > seconds
                      : points.get(i - 1).y() < seconds));
      if (!(seconds >= 0) || disorder) {
        return Optional.of(
            new Refusal(
                "InvalidValue",
                "curveData of "
                    + kind.wire()
                    + ": x in order, y in seconds, and shorter the further beyond"));
      }
    }
    return Optional.empty();
  }

  private static List<GridRule.Point> ascending(List<DerCurve.Point> points) {
    List<GridRule.Point> all = new ArrayList<>();
    points.forEach(p -> all.add(new GridRule.Point(p.x(), p.y())));
    if (all.getFirst().x() > all.getLast().x()) {
      Collections.reverse(all);
    }
    return all;
  }

  /** What an outlet has to do; absent for kinds that none can. */
  static Optional<GridRule> rule(SetDerControl.Request request) {
    String id = request.controlId();
    return request
        .curve()
        .flatMap(curve -> rule(id, request.controlType(), curve))
        .or(() -> request.enterService().map(e -> enterService(id, e)))
        .or(
            () ->
                request
                    .freqDroop()
                    .map(
                        d ->
                            new GridRule.Droop(
                                id,
                                d.overFreq(),
                                d.underFreq(),
                                d.overDroop(),
                                d.underDroop(),
                                d.responseTime())))
        .or(
            () ->
                request.gradient().map(g -> new GridRule.Ramps(id, g.gradient(), g.softGradient())))
        .or(() -> request.limitMaxDischarge().map(l -> limit(id, l)))
        .or(() -> request.fixedPFAbsorb().map(pf -> factor(id, DerControl.FIXED_PF_ABSORB, pf)))
        .or(() -> request.fixedPFInject().map(pf -> factor(id, DerControl.FIXED_PF_INJECT, pf)))
        .or(
            () ->
                request
                    .fixedVar()
                    .map(v -> new GridRule.FixedVar(id, v.setpoint(), base(v.unit()))));
  }

  private static GridRule factor(String id, DerControl kind, DerSettings.FixedPf pf) {
    return new GridRule.PowerFactor(id, kind, pf.displacement(), pf.excitation());
  }

  private static GridRule.VarBase base(DerUnit unit) {
    return switch (unit) {
      case PCT_VAR_AVAIL -> GridRule.VarBase.AVAILABLE_VARS;
      case PCT_MAX_W -> GridRule.VarBase.MAX_WATTS;
      case PCT_MAX_VAR, PCT_W_AVAIL, PCT_EFFECTIVE_V, NOT_APPLICABLE -> GridRule.VarBase.MAX_VARS;
    };
  }

  /** IEEE 1547-2018 Table 8: the open loop response time of category B where none is named. */
  private static final double VOLT_VAR_SECONDS = 5;

  private static GridRule reactive(
      String id, DerControl kind, DerCurve curve, List<GridRule.Point> points) {
    Optional<DerCurve.ReactivePower> params = curve.reactivePowerParams();
    return new GridRule.ReactiveCurve(
        id,
        kind,
        base(curve.yUnit()),
        points,
        curve.responseTime().orElse(kind == DerControl.VOLT_VAR ? VOLT_VAR_SECONDS : 0),
        new GridRule.Reference(
            params.flatMap(DerCurve.ReactivePower::vRef).orElse(100.0),
            params
                .filter(p -> p.autonomousVRefEnable().orElse(false))
                .flatMap(DerCurve.ReactivePower::autonomousVRefTimeConstant)));
  }

  private static GridRule limit(String id, DerSettings.LimitMaxDischarge limit) {
    return new GridRule.DischargeLimit(
        id,
        limit.pctMaxDischargePower(),
        limit.powerMonitoringMustTrip().map(c -> ascending(c.curveData())).orElse(List.of()));
  }

  private static GridRule enterService(String id, DerSettings.EnterService enter) {
    return new GridRule.EnterService(
        id,
        enter.lowVoltage(),
        enter.highVoltage(),
        enter.lowFreq(),
        enter.highFreq(),
        enter.delay().orElse(0.0),
        enter.randomDelay().orElse(0.0),
        enter.rampRate().orElse(0.0));
  }

  private static Optional<GridRule> rule(String id, DerControl kind, DerCurve curve) {
    List<GridRule.Point> points = ascending(curve.curveData());
    return switch (kind) {
      case FREQ_WATT, VOLT_WATT ->
          Optional.of(
              new GridRule.Curve(
                  id,
                  kind,
                  curve.yUnit() == DerUnit.PCT_W_AVAIL,
                  points,
                  curve
                      .hysteresis()
                      .map(
                          h ->
                              new GridRule.Return(
                                  h.hysteresisLow().orElse(0.0),
                                  h.hysteresisHigh().orElse(Double.MAX_VALUE),
                                  h.hysteresisDelay().orElse(0.0),
                                  h.hysteresisGradient().orElse(0.0))),
                  curve.responseTime().orElse(0.0)));
      case HF_MUST_TRIP,
          HV_MUST_TRIP,
          HV_MOM_CESS,
          LF_MUST_TRIP,
          LV_MUST_TRIP,
          LV_MOM_CESS,
          POWER_MONITORING_MUST_TRIP ->
          Optional.of(new GridRule.Trip(id, kind, points));
      case VOLT_VAR, WATT_VAR, WATT_PF -> Optional.of(reactive(id, kind, curve, points));
      case ENTER_SERVICE,
          FREQ_DROOP,
          FIXED_PF_ABSORB,
          FIXED_PF_INJECT,
          FIXED_VAR,
          GRADIENTS,
          HF_MAY_TRIP,
          HV_MAY_TRIP,
          LIMIT_MAX_DISCHARGE,
          LV_MAY_TRIP ->
          Optional.empty();
    };
  }
}
