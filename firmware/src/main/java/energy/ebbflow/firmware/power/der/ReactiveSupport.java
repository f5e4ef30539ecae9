package energy.ebbflow.firmware.power.der;

import energy.ebbflow.ocpp.domain.GridRule;
import energy.ebbflow.ocpp.domain.GridRule.VarBase;
import energy.ebbflow.ocpp.v2.needs.DerControl;
import java.util.List;
import java.util.Optional;

/**
 * The reactive power that grid codes ask of a vehicle. Immutable and pure.
 *
 * @param vars wanted, positive where the vehicle absorbs; 0 where nothing is asked
 * @param referencePercent voltage that is 100 % of a curve, where it follows the grid
 */
record ReactiveSupport(double vars, Optional<Double> referencePercent) {
  static final ReactiveSupport NONE = new ReactiveSupport(0, Optional.empty());

  /** IEEE 1547-2018, 5.3.3: a reference that follows the voltage stays within these. */
  private static final double REFERENCE_MIN = 95;

  private static final double REFERENCE_MAX = 105;

  /** Our own: reactive power leaves as much of the apparent power that active power can flow. */
  private static final double VARS_SHARE = 0.9;

  /** Our own, the least that a back office may ask for: below it is nothing but reactive power. */
  private static final double COS_PHI_MIN = 0.1;

  /**
   * What one step comes to.
   *
   * @param wattsMax active power that leaves room for it, in either direction; absent: no limit
   * @param kind the rule that holds; absent where none does
   * @param missingVars what the rule asks for beyond what is possible
   */
  record Step(
      ReactiveSupport next,
      Optional<Double> wattsMax,
      Optional<DerControl> kind,
      double missingVars) {
    static final Step NOTHING = new Step(NONE, Optional.empty(), Optional.empty(), 0);
  }

  /**
   * Looks at the grid.
   *
   * @param rules reactive ones; of several the first that speaks
   * @param inService otherwise nothing is asked
   */
  Step step(List<GridRule.Reactive> rules, GridView view, boolean inService, double seconds) {
    if (rules.isEmpty() || view.varsMax().isEmpty() || !inService) {
      return Step.NOTHING;
    }
    Room room = new Room(view);
    for (GridRule.Reactive rule : rules) {
      Optional<Step> step =
          switch (rule) {
            case GridRule.FixedVar fixed -> Optional.of(fixed(fixed, room));
            case GridRule.PowerFactor factor -> factor(factor, room);
            case GridRule.ReactiveCurve curve -> curve(curve, room, seconds);
          };
      if (step.isPresent()) {
        return step.get();
      }
    }
    return Step.NOTHING;
  }

  /** What converter and outlet can carry: a circle of apparent power. */
  private record Room(GridView view) {
    double voltAmps() {
      return Math.max(view.ratedFeedWatts(), view.ratedTakeWatts());
    }

    /** Most reactive power, whatever active power flows. */
    double varsMax() {
      return Math.max(0, finite(Math.min(view.varsMax().orElse(0.0), VARS_SHARE * voltAmps())));
    }

    double vars(VarBase base) {
      return switch (base) {
        case MAX_VARS -> varsMax();
        case AVAILABLE_VARS -> Math.min(varsMax(), leg(Math.abs(view.measuredWatts())));
        case MAX_WATTS -> view.ratedFeedWatts();
      };
    }

    /** The other leg of the triangle with the apparent power. */
    double leg(double other) {
      return Math.sqrt(Math.max(0, voltAmps() * voltAmps() - other * other));
    }

    /** Percent of the rated power, positive into the grid. */
    double percent() {
      double watts = view.measuredWatts();
      double rated = watts < 0 ? view.ratedFeedWatts() : view.ratedTakeWatts();
      return rated > 0 ? -watts / rated * 100 : 0;
    }

    double clipped(double vars) {
      return Math.clamp(vars, -varsMax(), varsMax());
    }

    /** Active power beside a power factor, however reactive power is clipped. */
    double watts(double cosPhi) {
      return Math.max(voltAmps() * cosPhi, leg(varsMax()));
    }
  }

  private static Step of(
      DerControl kind,
      double wanted,
      double lagged,
      Optional<Double> reference,
      Optional<Double> wattsMax,
      Room room) {
    double given = room.clipped(finite(lagged));
    return new Step(
        new ReactiveSupport(given, reference),
        wattsMax.filter(most -> most < room.voltAmps()),
        Optional.of(kind),
        finite(Math.abs(wanted - room.clipped(wanted))));
  }

  /** What is no number asks for nothing. */
  private static double finite(double value) {
    return Double.isFinite(value) ? value : 0;
  }

  private Step fixed(GridRule.FixedVar rule, Room room) {
    double wanted = -rule.percent() / 100 * room.vars(rule.base());
    Optional<Double> most =
        rule.base() == VarBase.AVAILABLE_VARS
            ? Optional.empty()
            : Optional.of(room.leg(room.clipped(wanted)));
    return of(rule.kind(), wanted, wanted, Optional.empty(), most, room);
  }

  /** Empty while power flows the other way: that is another rule's. */
  private Optional<Step> factor(GridRule.PowerFactor rule, Room room) {
    double watts = room.view().measuredWatts();
    boolean taking = rule.kind() == DerControl.FIXED_PF_ABSORB;
    if (taking ? watts < 0 : watts >= 0) {
      return Optional.empty();
    }
    double wanted = Math.abs(watts) * tangent(rule.cosPhi()) * (rule.absorbs() ? 1 : -1);
    return Optional.of(
        of(
            rule.kind(),
            wanted,
            wanted,
            Optional.empty(),
            Optional.of(room.watts(rule.cosPhi())),
            room));
  }

  private static double tangent(double cosPhi) {
    double cos = Math.max(cosPhi, COS_PHI_MIN);
    return Math.sqrt(1 - cos * cos) / cos;
  }

  private Optional<Step> curve(GridRule.ReactiveCurve rule, Room room, double seconds) {
    boolean voltage = rule.kind() == DerControl.VOLT_VAR;
    Optional<Double> volts = room.view().meanPercent();
    if (voltage && volts.isEmpty()) {
      return Optional.of(Step.NOTHING);
    }
    Optional<Double> reference =
        voltage ? Optional.of(reference(rule.reference(), volts.get(), seconds)) : Optional.empty();
    double wanted =
        rule.kind() == DerControl.WATT_PF
            ? wattPf(rule, room)
            : -Curves.value(
                    rule.points(),
                    reference.map(base -> volts.get() / base * 100).orElse(room.percent()))
                / 100
                * room.vars(rule.base());
    double lagged = Curves.lag(vars, room.clipped(wanted), seconds, rule.responseSeconds());
    return Optional.of(
        of(rule.kind(), wanted, lagged, reference, beside(rule, wanted, room), room));
  }

  /** A first-order low pass where it follows. */
  private double reference(GridRule.Reference rule, double volts, double seconds) {
    if (rule.followSeconds().isEmpty()) {
      return rule.percent();
    }
    double before = referencePercent.orElse(rule.percent());
    double share = 1 - Math.exp(-seconds / rule.followSeconds().get());
    return Math.clamp(before + (volts - before) * share, REFERENCE_MIN, REFERENCE_MAX);
  }

  /**
   * Active power that leaves room. What follows active power itself makes room for its largest
   * value: a limit that moved with the power would chase it.
   */
  private static Optional<Double> beside(GridRule.ReactiveCurve rule, double wanted, Room room) {
    if (rule.kind() == DerControl.WATT_PF) {
      double least =
          rule.points().stream().mapToDouble(point -> Math.abs(point.y())).min().orElse(1);
      return Optional.of(room.watts(least));
    }
    if (rule.base() == VarBase.AVAILABLE_VARS) {
      return Optional.empty();
    }
    double largest =
        rule.kind() == DerControl.VOLT_VAR
            ? wanted
            : rule.points().stream().mapToDouble(point -> Math.abs(point.y())).max().orElse(0)
                / 100
                * room.vars(rule.base());
    return Optional.of(room.leg(room.clipped(largest)));
  }

  /**
   * A power factor is positive where it absorbs. From one sign to the other the way is by 1, not by
   * 0.
   */
  private static double wattPf(GridRule.ReactiveCurve rule, Room room) {
    List<GridRule.Point> fromOne =
        rule.points().stream()
            .map(p -> new GridRule.Point(p.x(), Math.copySign(1 - Math.abs(p.y()), p.y())))
            .toList();
    double away = Curves.value(fromOne, room.percent());
    return Math.signum(away) * Math.abs(room.view().measuredWatts()) * tangent(1 - Math.abs(away));
  }
}
