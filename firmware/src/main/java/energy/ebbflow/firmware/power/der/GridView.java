package energy.ebbflow.firmware.power.der;

import energy.ebbflow.firmware.power.PowerDecision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the rules of the grid may know.
 *
 * @param hertz frequency of the grid; absent: not measured, or too long ago
 * @param percents voltage of each phase, percent of the nominal one; empty: not measured, or too
 *     long ago
 * @param ratedFeedWatts most power into the grid that the outlet, with this vehicle, is made for
 * @param ratedTakeWatts most power out of it
 * @param undisturbed what would be decided without any rule
 * @param decidedWatts what was decided last, positive towards the vehicle
 * @param measuredWatts at the meter, positive towards the vehicle
 * @param varsMax most reactive power that can be asked of the vehicle now; absent: none can
 * @param wall time of day, for what is left to chance
 */
public record GridView(
    Optional<Double> hertz,
    List<Double> percents,
    double ratedFeedWatts,
    double ratedTakeWatts,
    PowerDecision undisturbed,
    double decidedWatts,
    double measuredWatts,
    Optional<Double> varsMax,
    Instant wall) {
  public GridView {
    percents = List.copyOf(percents);
  }

  /** Voltage of the lowest phase. */
  Optional<Double> lowPercent() {
    return percents.stream().min(Double::compare);
  }

  /** Voltage of the highest phase. */
  Optional<Double> highPercent() {
    return percents.stream().max(Double::compare);
  }

  /** Mean voltage of the phases. */
  Optional<Double> meanPercent() {
    return percents.isEmpty()
        ? Optional.empty()
        : Optional.of(percents.stream().mapToDouble(Double::doubleValue).sum() / percents.size());
  }

  /** The voltage that is furthest from the nominal one. */
  Optional<Double> furthestPercent() {
    return lowPercent()
        .flatMap(low -> highPercent().map(high -> high - 100 >= 100 - low ? high : low));
  }

  double wantedWatts() {
    return undisturbed.setpoint().value();
  }
}
