package energy.ebbflow.iso15118.secc.din;

import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.secc.SessionState;

/** A state of a session. Immutable. */
public interface DinState extends SessionState {
  /** Whether this request may come now; others are sequence errors [V2G-DC-390]. */
  boolean expects(BodyElement request);

  /** Handles a request that {@link #expects} and whose session id is right. */
  DinOutcome on(BodyElement request, DinTurn turn);

  /** Time has passed or the station has changed. */
  default DinOutcome tick(DinTurn turn) {
    return new DinOutcome.Nothing();
  }
}
