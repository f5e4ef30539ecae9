package energy.ebbflow.iso15118.secc.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.secc.SeccTiming;

/** A state of a session. Immutable. */
public interface Iso2State {
  /** Whether this request may come now; others are sequence errors. */
  boolean expects(BodyElement request);

  /** Handles a request that {@link #expects} and whose session id is right. */
  Iso2Outcome on(BodyElement request, Iso2Turn turn);

  /** Time has passed or the station has changed. */
  default Iso2Outcome tick(Iso2Turn turn) {
    return new Iso2Outcome.Nothing();
  }

  /** Whether SessionStopReq may come now: where no energy flows and no answer is held. */
  default boolean stoppable() {
    return true;
  }

  /** Whether energy has flowed and the contactors are open again. */
  default boolean powerIsOver() {
    return false;
  }

  /** Whether an answer is held: the vehicle waits for us, not we for it. */
  default boolean holding() {
    return false;
  }

  /** How long the vehicle may take for its next request, ns [V2G2-443]. */
  default long patience(SeccTiming timing) {
    return timing.sequence();
  }

  /** Name for people. */
  default String name() {
    return getClass().getSimpleName();
  }
}
