package energy.ebbflow.firmware.evse.dc;

/** What the DC power path is told. */
public sealed interface DcOrder {
  /**
   * Close the contactors without voltage, raise the voltage, measure isolation.
   *
   * @param volts test voltage, above 0 V
   */
  record CableCheck(double volts) implements DcOrder {}

  /** Isolation is known: bring the voltage down. */
  record EndCableCheck() implements DcOrder {}

  /** Bring the outlet to the battery's voltage. */
  record PreCharge(double volts) implements DcOrder {}

  /** Energy may flow. */
  record Start() implements DcOrder {}

  /** Current to 0, then contactors open. */
  record Stop(String reason) implements DcOrder {}

  /** Everything off in this pass. */
  record Abort(String reason) implements DcOrder {}

  /** Time has passed, or something was measured. */
  record Tick() implements DcOrder {}
}
