package energy.ebbflow.firmware.supervisor;

/** What a fault does to the power path, weakest first. */
public enum Reaction {
  /** Told, nothing else. */
  WARN,
  /** No power in either direction; contactors and session stay. */
  HOLD,
  /** The session is ended in order: current to 0, then the contactors open. */
  STOP,
  /** Converter off and contactors open in this very pass. */
  OPEN_NOW;

  /** Whether this is at least as strong as {@code other}. */
  public boolean atLeast(Reaction other) {
    return compareTo(other) >= 0;
  }
}
