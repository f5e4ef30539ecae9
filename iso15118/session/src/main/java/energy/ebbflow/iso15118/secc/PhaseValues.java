package energy.ebbflow.iso15118.secc;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * One quantity of an AC outlet, by phase. Powers and currents are positive towards the vehicle.
 *
 * @param l1 that of L1; where the others are absent, that of all phases together
 * @param l2 absent on one phase, or where only the total is known
 * @param l3 the same
 */
public record PhaseValues(double l1, Optional<Double> l2, Optional<Double> l3) {
  /** Refuses what is no number. */
  public PhaseValues {
    if (!Double.isFinite(l1)
        || !l2.map(Double::isFinite).orElse(true)
        || !l3.map(Double::isFinite).orElse(true)) {
      throw new IllegalArgumentException("values of phases are finite numbers");
    }
  }

  /** One phase, or all phases together. */
  public static PhaseValues total(double value) {
    return new PhaseValues(value, Optional.empty(), Optional.empty());
  }

  /** Three phases. */
  public static PhaseValues of(double l1, double l2, double l3) {
    return new PhaseValues(l1, Optional.of(l2), Optional.of(l3));
  }

  /** Of all phases together; meaningful for powers. */
  public double sum() {
    return l1 + l2.orElse(0d) + l3.orElse(0d);
  }

  /** The largest magnitude of any phase. */
  public double largest() {
    return Math.max(Math.abs(l1), Math.max(Math.abs(l2.orElse(0d)), Math.abs(l3.orElse(0d))));
  }

  /** Each value changed in the same way. */
  public PhaseValues map(DoubleUnaryOperator change) {
    return new PhaseValues(
        change.applyAsDouble(l1), l2.map(change::applyAsDouble), l3.map(change::applyAsDouble));
  }
}
