package energy.ebbflow.hal;

/**
 * Residual-current detection (IEC 62955, 6 mA DC). Trips arrive as {@link Reading.ResidualCurrent}.
 */
public interface ResidualCurrent {
  /** Starts the self-test; the result arrives as a reading. */
  void selfTest();
}
