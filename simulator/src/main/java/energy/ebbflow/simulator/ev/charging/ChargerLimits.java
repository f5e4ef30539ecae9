package energy.ebbflow.simulator.ev.charging;

import java.util.OptionalDouble;

/**
 * What a charger can give. Of an AC charger the current is that of one phase.
 *
 * @param volts highest voltage, V; of an AC charger the nominal one
 * @param amps highest current, A; negative where the charger asks for discharge (SAE J2847/2)
 * @param watts highest power, W, where it is told
 */
public record ChargerLimits(double volts, double amps, OptionalDouble watts) {
  /** Nothing is known yet, nothing may be drawn. */
  public static final ChargerLimits NONE = new ChargerLimits(0, 0, OptionalDouble.empty());

  /** The most direct current at {@code present} volts, A, a magnitude. */
  public double ampsAt(double present) {
    double byPower =
        watts.isPresent() && present > 0 ? Math.abs(watts.getAsDouble()) / present : Math.abs(amps);
    return Math.min(Math.abs(amps), byPower);
  }
}
