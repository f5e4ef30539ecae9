package energy.ebbflow.simulator.ev.iso20.wire;

import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.Optional;

/**
 * A power on three phases, W or var.
 *
 * @param l1 on L1, or on the only phase
 * @param l2 on L2
 * @param l3 on L3
 */
public record PhaseWatts(double l1, double l2, double l3) {
  /** Nothing. */
  public static final PhaseWatts ZERO = new PhaseWatts(0, 0, 0);

  /** A total, evenly on one or three phases. */
  public static PhaseWatts even(double total, int phases) {
    return phases == 1
        ? new PhaseWatts(total, 0, 0)
        : new PhaseWatts(total / 3, total / 3, total / 3);
  }

  /**
   * As a charger says it: values of L2 and L3 beside it make the first one that of L1 alone, else
   * it is the total.
   */
  public static PhaseWatts told(
      RationalNumber first,
      Optional<RationalNumber> second,
      Optional<RationalNumber> third,
      int phases) {
    if (second.isEmpty() && third.isEmpty()) {
      return even(first.toDouble(), phases);
    }
    return new PhaseWatts(
        first.toDouble(),
        second.map(RationalNumber::toDouble).orElse(0.0),
        third.map(RationalNumber::toDouble).orElse(0.0));
  }

  /** Sum of the phases. */
  public double total() {
    return l1 + l2 + l3;
  }

  /** Each phase within {@code low} and {@code high}. */
  public PhaseWatts within(double low, double high) {
    return new PhaseWatts(clip(l1, low, high), clip(l2, low, high), clip(l3, low, high));
  }

  private static double clip(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }

  RationalNumber first() {
    return Wire.watts(l1);
  }

  Optional<RationalNumber> second(int phases) {
    return phases == 3 ? Optional.of(Wire.watts(l2)) : Optional.empty();
  }

  Optional<RationalNumber> third(int phases) {
    return phases == 3 ? Optional.of(Wire.watts(l3)) : Optional.empty();
  }
}
