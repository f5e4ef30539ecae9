package energy.ebbflow.iso15118.secc;

/** What a state of a session says of itself, whatever the protocol. Immutable. */
public interface SessionState {
  /**
   * Whether SessionStopReq may come now. It may where no energy flows and no answer is held; while
   * energy flows PowerDeliveryReq has to end it first.
   */
  default boolean stoppable() {
    return true;
  }

  /**
   * Whether energy has flowed and the contactors are open again: the vehicle may bring the session
   * to its end in order even where the station has a reason to stop it.
   */
  default boolean powerIsOver() {
    return false;
  }

  /** Whether an answer is held: the vehicle waits for us, not we for it. */
  default boolean holding() {
    return false;
  }

  /** How long the vehicle may take for its next request, ns. */
  default long patience(SeccTiming timing) {
    return timing.sequence();
  }

  /** Name for people. */
  default String name() {
    return getClass().getSimpleName();
  }
}
