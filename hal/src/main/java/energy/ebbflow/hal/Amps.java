package energy.ebbflow.hal;

/**
 * Electric current in ampere, positive towards the vehicle.
 *
 * @param value any finite number, unit A
 */
public record Amps(double value) implements Comparable<Amps> {
  /** Zero A. */
  public static final Amps ZERO = new Amps(0);

  public Amps {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("Amps expects a finite number, got " + value);
    }
  }

  @Override
  public int compareTo(Amps other) {
    return Double.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value + " A";
  }
}
