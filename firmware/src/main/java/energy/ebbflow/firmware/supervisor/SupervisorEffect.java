package energy.ebbflow.firmware.supervisor;

/** What the supervisor tells. */
public sealed interface SupervisorEffect {
  /** A fault began; its reaction holds from this pass on. */
  record Raised(StationFault fault, String detail) implements SupervisorEffect {}

  /** A fault is over. */
  record Cleared(StationFault fault) implements SupervisorEffect {}
}
