package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.secc.SessionState;

/** A state of a session. Immutable. */
public interface Iso20State extends SessionState {
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
}
