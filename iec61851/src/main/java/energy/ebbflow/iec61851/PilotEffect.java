package energy.ebbflow.iec61851;

/** What the pilot machine asks to be done, in order. */
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
}
