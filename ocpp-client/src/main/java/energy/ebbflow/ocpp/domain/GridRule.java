package energy.ebbflow.ocpp.domain;

import energy.ebbflow.ocpp.v2.needs.DerControl;
import java.util.List;
import java.util.Optional;

/**
 * A grid code's rule for what an outlet feeds in (OCPP 2.1, block R). Volts are percent of the
 * nominal voltage, power is percent of a rating; power into the grid is positive here, as grid
 * codes count.
 */
public sealed interface GridRule {
  /** The control that says so; at most 36 characters. */
  String control();

  /** What kind of control it is. */
  DerControl kind();

  /**
   * Power follows the frequency, by a straight line on either side.
   *
   * @param overHertz where it begins to fall
   * @param underHertz where it begins to rise, at most {@code overHertz}
   * @param overDroop relative change of the frequency per relative change of the power, above 0
   * @param underDroop the same below
   * @param responseSeconds to 90 %; 0 is at once
   */
  record Droop(
      String control,
      double overHertz,
      double underHertz,
      double overDroop,
      double underDroop,
      double responseSeconds)
      implements GridRule {
    @Override
    public DerControl kind() {
      return DerControl.FREQ_DROOP;
    }
  }

  /**
   * The most power into the grid follows frequency or voltage, by a curve; a negative value demands
   * that so much is taken from it.
   *
   * @param kind {@link DerControl#FREQ_WATT} or {@link DerControl#VOLT_WATT}
   * @param ofAvailable percent of what is available now, otherwise of the rating
   * @param points 1 to 10, x ascending; hertz or percent of the voltage, and percent of the power
   * @param back how things return to normal; absent: along the curve
   * @param responseSeconds to 90 %; 0 is at once
   */
  record Curve(
      String control,
      DerControl kind,
      boolean ofAvailable,
      List<Point> points,
      Optional<Return> back,
      double responseSeconds)
      implements GridRule {
    public Curve {
      points = List.copyOf(points);
    }
  }

  /**
   * How long a threshold may be passed before nothing flows any more.
   *
   * @param kind one of the must-trip or momentary-cessation kinds
   * @param points 1 to 10, x ascending; threshold and seconds
   */
  record Trip(String control, DerControl kind, List<Point> points) implements GridRule {
    public Trip {
      points = List.copyOf(points);
    }
  }

  /**
   * The most power into the grid.
   *
   * @param percent of the rated discharge power, 0 to 100
   * @param trip how long measured power may be higher; empty: it is not watched
   */
  record DischargeLimit(String control, Optional<Double> percent, List<Point> trip)
      implements GridRule {
    public DischargeLimit {
      trip = List.copyOf(trip);
    }

    @Override
    public DerControl kind() {
      return DerControl.LIMIT_MAX_DISCHARGE;
    }
  }

  /**
   * When power may flow into the grid after a start or a trip.
   *
   * @param delaySeconds within the bounds
   * @param randomSeconds most of what is added by chance
   * @param rampSeconds from nothing to full power; 0 is at once
   */
  record EnterService(
      String control,
      double lowPercent,
      double highPercent,
      double lowHertz,
      double highHertz,
      double delaySeconds,
      double randomSeconds,
      double rampSeconds)
      implements GridRule {
    @Override
    public DerControl kind() {
      return DerControl.ENTER_SERVICE;
    }
  }

  /**
   * How fast power into the grid may rise.
   *
   * @param seconds from nothing to full power; 0 is no limit
   * @param softSeconds the same after a return to service
   */
  record Ramps(String control, double seconds, double softSeconds) implements GridRule {
    @Override
    public DerControl kind() {
      return DerControl.GRADIENTS;
    }
  }

  /**
   * What reactive power follows. One of them holds at a time; the two power factors are one (IEEE
   * 1547-2018, 5.3.1). Reactive power that is given (over-excited) is positive here.
   */
  sealed interface Reactive extends GridRule {}

  /**
   * A reactive power of its own.
   *
   * @param percent of {@code base}, -100 to 100
   */
  record FixedVar(String control, double percent, VarBase base) implements Reactive {
    @Override
    public DerControl kind() {
      return DerControl.FIXED_VAR;
    }
  }

  /**
   * Reactive power in proportion to the active power of one direction.
   *
   * @param kind {@link DerControl#FIXED_PF_ABSORB} while power is taken from the grid, or {@link
   *     DerControl#FIXED_PF_INJECT} while it is fed in
   * @param cosPhi above 0, at most 1
   * @param absorbs reactive power is absorbed (under-excited), otherwise given
   */
  record PowerFactor(String control, DerControl kind, double cosPhi, boolean absorbs)
      implements Reactive {}

  /**
   * Reactive power follows voltage or active power, by a curve.
   *
   * @param kind {@link DerControl#VOLT_VAR}, {@link DerControl#WATT_VAR} or {@link
   *     DerControl#WATT_PF}
   * @param base of y, where it is no power factor
   * @param points 1 to 10, x ascending; percent of the voltage, or of the rated power (positive is
   *     fed in). y is percent of {@code base}, or a power factor, positive where it absorbs
   * @param responseSeconds to 90 %; 0 is at once
   * @param reference of the voltage
   */
  record ReactiveCurve(
      String control,
      DerControl kind,
      VarBase base,
      List<Point> points,
      double responseSeconds,
      Reference reference)
      implements Reactive {
    public ReactiveCurve {
      points = List.copyOf(points);
    }
  }

  /** What a reactive power is a percentage of. */
  enum VarBase {
    /** Of the most reactive power: active power makes room for it. */
    MAX_VARS,
    /** Of what active power leaves. */
    AVAILABLE_VARS,
    /** Of the rated discharge power. */
    MAX_WATTS
  }

  /**
   * The voltage that is 100 %.
   *
   * @param percent of the nominal voltage
   * @param followSeconds it follows the voltage slowly, by this time constant (IEEE 1547-2018,
   *     5.3.3); absent: it stays
   */
  record Reference(double percent, Optional<Double> followSeconds) {
    /** The nominal voltage. */
    public static final Reference NOMINAL = new Reference(100, Optional.empty());
  }

  /** A point of a curve. */
  record Point(double x, double y) {}

  /**
   * The way back after an event.
   *
   * @param low least value of frequency or voltage that is normal
   * @param high largest one
   * @param delaySeconds between the two
   * @param percentPerSecond how fast power rises then; 0 is at once
   */
  record Return(double low, double high, double delaySeconds, double percentPerSecond) {}
}
