package energy.ebbflow.simulator.pilot;

/** One thing that a script lets happen. */
public sealed interface Act {
  /**
   * The vehicle's end of the line changes.
   *
   * @param highVolts level of the positive half-wave while the station drives +12 V
   * @param diode whether the negative half-wave reaches -12 V
   */
  record Line(double highVolts, boolean diode) implements Act {}

  /** The vehicle draws so much, A on each phase, while the contacts touch. */
  record Current(double amps) implements Act {}

  /** The emergency stop is pressed or released. */
  record EmergencyStop(boolean pressed) implements Act {}

  /** The residual-current detection trips or is reset. */
  record Residual(boolean tripped) implements Act {}

  /** The contacts no longer move, or move again. */
  record Welded(boolean welded) implements Act {}

  /** The back office limits the current, A on each phase. */
  record Limit(double amps) implements Act {}

  /** For a bare line: what is offered. */
  record Offer(energy.ebbflow.iec61851.PilotOffer offer) implements Act {}

  /** For a bare line: whether the layers above permit energy. */
  record Permit(boolean granted) implements Act {}
}
