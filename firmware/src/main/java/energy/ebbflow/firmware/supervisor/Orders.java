package energy.ebbflow.firmware.supervisor;

import java.util.Optional;

/**
 * What was told lately: a higher value counts as long as a vehicle has time to follow a lower one.
 * Immutable.
 *
 * @param charge current towards the vehicle, A
 * @param discharge current from the vehicle, A
 * @param vars reactive power, var
 * @param take active power towards the vehicle beside reactive power, W
 * @param give active power from the vehicle beside reactive power, W
 */
record Orders(
    Allowance charge, Allowance discharge, Allowance vars, Allowance take, Allowance give) {
  static final Orders NONE =
      new Orders(
          Allowance.NOTHING,
          Allowance.NOTHING,
          Allowance.NOTHING,
          Allowance.NOTHING,
          Allowance.NOTHING);

  /** The same with what is told from now on. */
  Orders told(Watched.Flow flow, long followNanos, long nowNanos) {
    Optional<Watched.Reactive> reactive = flow.reactive();
    double watts = reactive.map(Watched.Reactive::watts).orElse(0.0);
    Orders next =
        new Orders(
            charge.told(flow.told(1), followNanos, nowNanos),
            discharge.told(flow.told(-1), followNanos, nowNanos),
            vars.told(reactive.map(Watched.Reactive::vars).orElse(0.0), followNanos, nowNanos),
            take.told(Math.max(0, watts), followNanos, nowNanos),
            give.told(Math.max(0, -watts), followNanos, nowNanos));
    return next.equals(this) ? this : next;
  }
}
