package energy.ebbflow.ocpp.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One set of simultaneous values of the meter and the vehicle.
 *
 * @param at when it was taken
 * @param importedWh register of energy delivered to the vehicle, never runs backwards
 * @param exportedWh register of energy taken from the vehicle, never runs backwards
 * @param powerWatts signed, positive towards the vehicle
 * @param phaseAmps signed, one per measured phase
 * @param phaseVolts one per measured phase
 * @param setpointWatts what was asked, signed
 * @param socPercent absent where the vehicle did not tell
 * @param vehicleVars reactive power by the vehicle's own word, var, positive where it absorbs
 */
public record MeterSample(
    Instant at,
    double importedWh,
    double exportedWh,
    double powerWatts,
    List<Double> phaseAmps,
    List<Double> phaseVolts,
    Optional<Double> setpointWatts,
    Optional<Double> socPercent,
    Optional<Double> vehicleVars) {
  public MeterSample {
    phaseAmps = List.copyOf(phaseAmps);
    phaseVolts = List.copyOf(phaseVolts);
  }

  /** Values without reactive power. */
  public MeterSample(
      Instant at,
      double importedWh,
      double exportedWh,
      double powerWatts,
      List<Double> phaseAmps,
      List<Double> phaseVolts,
      Optional<Double> setpointWatts,
      Optional<Double> socPercent) {
    this(
        at,
        importedWh,
        exportedWh,
        powerWatts,
        phaseAmps,
        phaseVolts,
        setpointWatts,
        socPercent,
        Optional.empty());
  }
}
