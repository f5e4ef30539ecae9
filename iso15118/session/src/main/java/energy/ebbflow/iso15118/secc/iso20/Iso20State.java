package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.secc.SeccTiming;

/** A state of a session. Immutable. */
public interface Iso20State {
  /** Whether this request may come now; others are sequence errors. */
  boolean expects(Iso20Request request);

  /**
   * Handles a request that {@link #expects} and whose session id is right.
   *
   * @return never {@link Outcome.Nothing}
   */
  Outcome on(Iso20Request request, Turn turn);

  /** Time has passed or the station has changed. */
  default Outcome tick(Turn turn) {
    return new Outcome.Nothing();
  }

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
