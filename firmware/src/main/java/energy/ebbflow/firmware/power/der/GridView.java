package energy.ebbflow.firmware.power.der;

import energy.ebbflow.firmware.power.PowerDecision;
import java.time.Instant;
import java.util.Optional;

/**
 * What the rules of the grid may know.
 *
 * @param hertz frequency of the grid; absent: not measured, or too long ago
 * @param lowPercent voltage of the lowest phase, percent of the nominal one
 * @param highPercent voltage of the highest phase
 * @param ratedFeedWatts most power into the grid that the outlet, with this vehicle, is made for
 * @param ratedTakeWatts most power out of it
 * @param undisturbed what would be decided without any rule
 * @param decidedWatts what was decided last, positive towards the vehicle
 * @param measuredWatts at the meter, positive towards the vehicle
 * @param wall time of day, for what is left to chance
 */
public record GridView(
    Optional<Double> hertz,
    Optional<Double> lowPercent,
    Optional<Double> highPercent,
    double ratedFeedWatts,
    double ratedTakeWatts,
    PowerDecision undisturbed,
    double decidedWatts,
    double measuredWatts,
    Instant wall) {
  /** The voltage that is furthest from the nominal one. */
  Optional<Double> furthestPercent() {
    return lowPercent.flatMap(low -> highPercent.map(high -> high - 100 >= 100 - low ? high : low));
  }

  double wantedWatts() {
    return undisturbed.setpoint().value();
  }
}
