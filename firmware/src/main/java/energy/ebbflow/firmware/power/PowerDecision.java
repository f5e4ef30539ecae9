package energy.ebbflow.firmware.power;

import energy.ebbflow.hal.Watts;
import java.util.List;
import java.util.Optional;

/**
 * The power that may flow now, and why.
 *
 * <p>The strongest class that holds a set-point steers; within a class the earlier lease of the
 * list. Every limit of that class or a stronger one holds; the smallest per direction wins. A
 * direction for which nobody grants a limit is closed: silence is not permission.
 *
 * @param charge most power into the vehicle
 * @param discharge most power out of the vehicle
 * @param setpoint target within both, positive towards the vehicle
 * @param winner name of the set-point, or of the limit that cut it
 */
public record PowerDecision(Cap charge, Cap discharge, Watts setpoint, String winner) {
  /** Reason of a direction that nobody opened. */
  public static final String NOBODY = "no limit granted";

  /** No power in either direction. */
  public static final PowerDecision NOTHING =
      new PowerDecision(
          new Cap(Watts.ZERO, NOBODY), new Cap(Watts.ZERO, NOBODY), Watts.ZERO, NOBODY);

  /**
   * The limit of one direction.
   *
   * @param max magnitude, at least 0 W
   * @param source name of the limit
   */
  public record Cap(Watts max, String source) {}

  private record Target(double watts, String source, Precedence precedence) {}

  /**
   * Decides.
   *
   * @param leases everything that is said about power, in the order of rank within a class
   * @param nowNanos monotonic time
   */
  public static PowerDecision decide(List<Lease> leases, long nowNanos) {
    Target target = target(leases, nowNanos);
    Cap charge = cap(leases, nowNanos, target.precedence(), true);
    Cap discharge = cap(leases, nowNanos, target.precedence(), false);
    if (target.watts() > charge.max().value()) {
      return new PowerDecision(charge, discharge, charge.max(), charge.source());
    }
    if (target.watts() < -discharge.max().value()) {
      return new PowerDecision(
          charge, discharge, new Watts(0.0 - discharge.max().value()), discharge.source());
    }
    return new PowerDecision(charge, discharge, new Watts(target.watts()), target.source());
  }

  private static Target target(List<Lease> leases, long nowNanos) {
    for (Precedence precedence : Precedence.values()) {
      for (Lease lease : leases) {
        if (lease.precedence() != precedence) {
          continue;
        }
        Optional<Watts> setpoint = lease.boundsAt(nowNanos).setpoint();
        if (setpoint.isPresent()) {
          return new Target(setpoint.get().value(), lease.reasonAt(nowNanos), precedence);
        }
      }
    }
    return new Target(0, "no set-point", Precedence.DEFAULT);
  }

  private static Cap cap(
      List<Lease> leases, long nowNanos, Precedence setpoint, boolean towardsVehicle) {
    Optional<Cap> smallest = Optional.empty();
    for (Lease lease : leases) {
      Bounds bounds = lease.boundsAt(nowNanos);
      Optional<Watts> limit = towardsVehicle ? bounds.chargeMax() : bounds.dischargeMax();
      if (limit.isPresent()
          && lease.precedence().binds(setpoint)
          && (smallest.isEmpty() || limit.get().compareTo(smallest.get().max()) < 0)) {
        smallest = Optional.of(new Cap(limit.get(), lease.reasonAt(nowNanos)));
      }
    }
    return smallest.orElse(new Cap(Watts.ZERO, NOBODY));
  }
}
