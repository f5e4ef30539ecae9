package energy.ebbflow.iec61851;

/** What the pilot machine asks to be done, in order; opening the contactors always comes first. */
public sealed interface PilotEffect {
  /** Steady +12 V (X1). */
  record SignalSteady() implements PilotEffect {}

  /** PWM with this duty (X2), percent. */
  record SignalPwm(double dutyPercent) implements PilotEffect {}

  /** Steady -12 V (state F). */
  record SignalNotAvailable() implements PilotEffect {}

  /** Close the power contactors: the vehicle asks for energy and it is permitted. */
  record CloseContactors() implements PilotEffect {}

  /** Open the power contactors now. */
  record OpenContactors(String reason) implements PilotEffect {}

  /** The debounced state of the line changed. */
  record StateChanged(PilotState from, PilotState to) implements PilotEffect {}

  /** The line contradicts the standard; the machine has gone to its safe state. */
  record Fault(PilotFault fault, String detail) implements PilotEffect {}

  /** The fault is gone. */
  record FaultCleared(PilotFault fault) implements PilotEffect {}

  /**
   * The vehicle asked for attention by going B-C-B (ISO 15118-3): a wake-up, or one pulse of the
   * SLAC validation.
   *
   * @param count which pulse of the running window of 3.5 s this was, from 1
   */
  record BcbToggle(int count) implements PilotEffect {}
}
