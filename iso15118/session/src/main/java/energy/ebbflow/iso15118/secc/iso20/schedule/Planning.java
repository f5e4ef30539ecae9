package energy.ebbflow.iso15118.secc.iso20.schedule;

import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.secc.PowerPlan;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a vehicle was told of power over time, and what it made of it.
 *
 * @param told the plan it may choose from; absent before the schedule exchange and in dynamic
 *     control
 * @param profile what it promised
 * @param violatedSinceNanos since when it takes or gives more than it promised
 */
public record Planning(
    Optional<PowerPlan> told, Optional<ChosenProfile> profile, OptionalLong violatedSinceNanos) {
  /** Nothing was told. */
  public static final Planning NONE =
      new Planning(Optional.empty(), Optional.empty(), OptionalLong.empty());

  /** Another plan was told; what was promised for the old one stays until a new promise. */
  public Planning telling(Optional<PowerPlan> plan) {
    return new Planning(plan, profile, violatedSinceNanos);
  }

  /** The vehicle made a promise. */
  public Planning promising(ChosenProfile chosen) {
    return new Planning(told, Optional.of(chosen), OptionalLong.empty());
  }

  /** The promise is kept, or has been broken since then. */
  public Planning violatedSince(OptionalLong nanos) {
    return new Planning(told, profile, nanos);
  }

  /** How a promise is answered: the tolerance has codes of its own. */
  public ResponseCode answer() {
    boolean asked = told.flatMap(PowerPlan::toleranceWatts).isPresent();
    Optional<Boolean> confirmed = profile.flatMap(ChosenProfile::toleranceConfirmed);
    if (!asked || confirmed.isEmpty()) {
      return ResponseCode.OK;
    }
    return confirmed.get()
        ? ResponseCode.OK_POWER_TOLERANCE_CONFIRMED
        : ResponseCode.WARNING_POWER_TOLERANCE_NOT_CONFIRMED;
  }
}
