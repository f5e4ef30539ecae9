package energy.ebbflow.hal;

/**
 * Electric potential difference in volt.
 *
 * @param value any finite number, unit V
 */
public record Volts(double value) implements Comparable<Volts> {
  /** Zero V. */
  public static final Volts ZERO = new Volts(0);

  public Volts {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("Volts expects a finite number, got " + value);
    }
  }

  @Override
  public int compareTo(Volts other) {
    return Double.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value + " V";
  }
}
