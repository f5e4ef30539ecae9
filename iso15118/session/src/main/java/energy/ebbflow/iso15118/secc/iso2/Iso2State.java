package energy.ebbflow.iso15118.secc.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.secc.SessionState;

/** A state of a session. Immutable. */
public interface Iso2State extends SessionState {
  /** Whether this request may come now; others are sequence errors. */
  boolean expects(BodyElement request);

  /** Handles a request that {@link #expects} and whose session id is right. */
  Iso2Outcome on(BodyElement request, Iso2Turn turn);

  /** Time has passed or the station has changed. */
  default Iso2Outcome tick(Iso2Turn turn) {
    return new Iso2Outcome.Nothing();
  }
}
