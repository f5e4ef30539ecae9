package energy.ebbflow.simulator.ev.model;

import java.util.Optional;

/**
 * What the person with the vehicle does. Absent: never.
 *
 * @param plugAfterSeconds from the start until the plug goes in
 * @param stopAtSocPercent stops charging when the battery reaches this from below
 * @param stopAfterSeconds stops this long after energy first flowed
 * @param unplugAfterSeconds pulls the plug this long after plugging, whatever happens
 * @param unplugAfterUnlockSeconds pulls the plug this long after the station has unlocked it, or
 *     after the end where it never locked
 */
public record UserPlan(
    double plugAfterSeconds,
    Optional<Double> stopAtSocPercent,
    Optional<Double> stopAfterSeconds,
    Optional<Double> unplugAfterSeconds,
    Optional<Double> unplugAfterUnlockSeconds) {

  /** Plugs in after a second and takes the vehicle when the plug is free. */
  public static final UserPlan ORDINARY =
      new UserPlan(1, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(1.5));
}
