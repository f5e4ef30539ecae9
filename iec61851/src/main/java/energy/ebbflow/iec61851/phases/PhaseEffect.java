package energy.ebbflow.iec61851.phases;

/** What the phase switch asks to be done, in order. */
public sealed interface PhaseEffect {
  /**
   * Offer no energy until {@link EndPause}: the pilot machine gets {@code None}, and the permission
   * is withdrawn when the vehicle has stopped or after 6 s.
   */
  record BeginPause(int fromPhases, int toPhases) implements PhaseEffect {}

  /** The contactors are to connect this many phases when they close next; they are open now. */
  record SelectPhases(int phases) implements PhaseEffect {}

  /** Energy may be offered again. */
  record EndPause() implements PhaseEffect {}

  /** The change was given up, because the contactors do not open; the phases stay as they were. */
  record ChangeAbandoned(int phases) implements PhaseEffect {}
}
