package energy.ebbflow.firmware.circuit;

/**
 * What an outlet may use of the circuit.
 *
 * @param amps per phase, at least 0
 * @param expiresNanos monotonic time of its end; then it is 0 A
 */
public record Grant(double amps, long expiresNanos) {
  /** Nothing, for ever. */
  public static final Grant NOTHING = new Grant(0, Long.MIN_VALUE / 2);

  /** What it is worth now, A. */
  public double ampsAt(long nowNanos) {
    return nowNanos - expiresNanos < 0 ? amps : 0;
  }
}
