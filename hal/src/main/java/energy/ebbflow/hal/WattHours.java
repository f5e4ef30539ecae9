package energy.ebbflow.hal;

/**
 * Energy in watt-hours; import and export are kept in separate values and never netted.
 *
 * @param value any finite number, unit Wh
 */
public record WattHours(double value) implements Comparable<WattHours> {
  /** Zero Wh. */
  public static final WattHours ZERO = new WattHours(0);

  public WattHours {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("WattHours expects a finite number, got " + value);
    }
  }

  @Override
  public int compareTo(WattHours other) {
    return Double.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value + " Wh";
  }
}
