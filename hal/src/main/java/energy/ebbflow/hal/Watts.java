package energy.ebbflow.hal;

/**
 * Power in watt, positive towards the vehicle.
 *
 * @param value any finite number, unit W
 */
public record Watts(double value) implements Comparable<Watts> {
  /** Zero W. */
  public static final Watts ZERO = new Watts(0);

  public Watts {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("Watts expects a finite number, got " + value);
    }
  }

  @Override
  public int compareTo(Watts other) {
    return Double.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value + " W";
  }
}
