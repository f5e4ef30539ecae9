package energy.ebbflow.firmware.power;

import energy.ebbflow.hal.Watts;
import java.util.Optional;

/**
 * What one source says about power; absent where it says nothing.
 *
 * @param chargeMax most power into the vehicle, a magnitude of at least 0 W
 * @param dischargeMax most power out of the vehicle, a magnitude of at least 0 W
 * @param setpoint target, positive towards the vehicle
 */
public record Bounds(
    Optional<Watts> chargeMax, Optional<Watts> dischargeMax, Optional<Watts> setpoint) {
  /** Says nothing. */
  public static final Bounds NONE =
      new Bounds(Optional.empty(), Optional.empty(), Optional.empty());

  public Bounds {
    chargeMax.ifPresent(limit -> requireMagnitude("chargeMax", limit));
    dischargeMax.ifPresent(limit -> requireMagnitude("dischargeMax", limit));
  }

  /** Limits both directions. */
  public static Bounds limits(double chargeMax, double dischargeMax) {
    return new Bounds(
        Optional.of(new Watts(chargeMax)), Optional.of(new Watts(dischargeMax)), Optional.empty());
  }

  /** Limits charging only. */
  public static Bounds charge(double max) {
    return new Bounds(Optional.of(new Watts(max)), Optional.empty(), Optional.empty());
  }

  /** Limits discharging only. */
  public static Bounds discharge(double max) {
    return new Bounds(Optional.empty(), Optional.of(new Watts(max)), Optional.empty());
  }

  /** Asks for a power, positive towards the vehicle. */
  public static Bounds target(double watts) {
    return new Bounds(Optional.empty(), Optional.empty(), Optional.of(new Watts(watts)));
  }

  private static void requireMagnitude(String name, Watts value) {
    if (value.value() < 0) {
      throw new IllegalArgumentException(
          name + " expects a magnitude of at least 0 W, got " + value);
    }
  }
}
